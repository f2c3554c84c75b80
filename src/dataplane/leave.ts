// A packet on its way out of an interface: the guest's ARP, then the host's virtual router with its checks, filters,
// route table, mapping look-up and wrap. Source: vpc-dataplane 1.2, 1.4, 5.1, 8.
// Simplified: the MAC addresses that the host answers ARP with are not modelled, only who is answered for.

import { effectiveTableId, findAttachedGateway, findPublicPair, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { NetworkInterface } from '../cloud/network-interface.ts';
import type { Route } from '../cloud/route-table.ts';
import { invariant } from '../invariant.ts';
import { type Address, type Ipv4, isIpv4 } from '../net/address.ts';
import { addressAt, type Cidr, cidrContains, cidrSize, isIpv4Cidr } from '../net/cidr.ts';
import { type Packet, wrap } from '../net/packet.ts';
import { passesAcl, passesGroups } from './filters.ts';
import { kindOf } from './gateway-kind.ts';
import { gatewayRow, lookUpInterface, lookUpMapping, trueMapping, underlayOf } from './mapping.ts';
import { blackholeReason, findRoute } from './routing.ts';
import type { MappingRow } from './step.ts';
import { drop, ended, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** A guest's packet leaves by one of its interfaces. */
export function leaveGuest(walk: Walk, networkInterfaceId: string, packet: Packet): Next {
  const { world } = walk;
  const networkInterface = world.networkInterfaces[networkInterfaceId]!;
  const { subnetId, instanceId } = networkInterface;
  const subnet = world.subnets[subnetId]!;
  const { destination } = packet.ip;
  if (isBroadcast(destination, subnet.cidr)) return drop(walk, 'BROADCAST', networkInterfaceId, packet, destination);
  const neighbour = isNeighbour(world, subnetId, destination);
  const hostId = world.instances[instanceId!]!.hostId;
  enter(walk, hostId, 'host');
  note(walk, 'resolved-arp', neighbour ? 'arp-peer' : 'arp-router', packet, packet, subnetId);
  if (!passesSourceCheck(walk, networkInterfaceId, networkInterface, packet)) return stoppedAt(walk, packet);
  if (!passesGroups(walk, networkInterfaceId, packet, 'outbound')) return stoppedAt(walk, packet);
  const underlay = underlayOf(world, hostId) as Ipv4;
  if (neighbour) return sendByMapping(walk, networkInterfaceId, underlay, packet);
  return routeOut(walk, networkInterfaceId, underlay, packet);
}

/** The subnet's edge and its route table, for anything that sends from an interface: a host for its guest, Hyperplane for itself. */
export function routeOut(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet): Next {
  const { world } = walk;
  const { subnetId } = world.networkInterfaces[networkInterfaceId]!;
  if (isNeighbour(world, subnetId, packet.ip.destination))
    return sendByMapping(walk, networkInterfaceId, underlay, packet);
  if (!passesAcl(walk, subnetId, packet, 'outbound')) return stoppedAt(walk, packet);
  const routeTableId = effectiveTableId(world, subnetId);
  const route = chooseRoute(walk, networkInterfaceId, routeTableId, packet);
  if (!route) return stoppedAt(walk, packet);
  if (route.target === 'local') return sendByMapping(walk, networkInterfaceId, underlay, packet);
  return sendToTarget(walk, networkInterfaceId, underlay, packet, route.target);
}

/** For a diagnosis that has listed a loop: on by the route that should stand there. */
export function routeOutAnyway(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet): Next {
  const { target } = likelyRoute(walk, networkInterfaceId, packet);
  return sendToTarget(walk, networkInterfaceId, underlay, packet, target);
}

/** The route to follow; undefined when the walk ends here. */
function chooseRoute(walk: Walk, networkInterfaceId: string, routeTableId: string, packet: Packet): Route | undefined {
  const { world } = walk;
  const { destination } = packet.ip;
  const route = findRoute(world, routeTableId, destination);
  if (!route) {
    if (stops(walk, 'NO_ROUTE', routeTableId, packet, destination)) return undefined;
    return likelyRoute(walk, networkInterfaceId, packet);
  }
  const blackhole = blackholeReason(world, walk.kinds, routeTableId, route);
  if (blackhole && !isPretendedAttached(walk, routeTableId, route)) {
    if (stops(walk, 'ROUTE_BLACKHOLE', routeTableId, packet, destination, route)) return undefined;
    return likelyRoute(walk, networkInterfaceId, packet);
  }
  note(
    walk,
    'matched-route',
    route.target === 'local' ? 'local-route' : 'longest-prefix',
    packet,
    packet,
    routeTableId,
    route,
  );
  return route;
}

function isPretendedAttached({ pretence, world }: Walk, routeTableId: string, route: Route): boolean {
  return pretence?.attached.get(world.routeTables[routeTableId]?.vpcId as string) === route.target;
}

/** What a diagnosis takes for the missing route: the VPC's NAT gateway for a sender without a public address, else its internet gateway. */
function likelyRoute(walk: Walk, networkInterfaceId: string, packet: Packet): Route {
  const { world, kinds } = walk;
  const networkInterface = world.networkInterfaces[networkInterfaceId]!;
  const vpcId = vpcIdOfInterface(world, networkInterface);
  const destination = (isIpv4(packet.ip.destination) ? '0.0.0.0/0' : '::/0') as Route['destination'];
  const nat = hasPublicAddress(walk, vpcId, packet) ? undefined : findUsableNat(walk, vpcId, networkInterface.subnetId);
  const attached = findAttachedGateway(world, 'internet-gateway', vpcId) ?? walk.pretence?.attached.get(vpcId);
  const spare = Object.keys(world.gateways).find(
    (id) => kindOf(kinds, world.gateways[id])?.kind === 'internet-gateway',
  );
  const target = nat ?? attached ?? spare ?? 'igw-missing';
  if (!nat && !attached) {
    stops(walk, 'GATEWAY_DETACHED', spare ?? vpcId, packet, vpcId);
    walk.pretence?.attached.set(vpcId, target);
  }
  return { destination, target, origin: 'CreateRoute' };
}

function hasPublicAddress({ world, pretence }: Walk, vpcId: string, packet: Packet): boolean {
  const { source } = packet.ip;
  if (findPublicPair(world, vpcId, source)) return true;
  return pretence?.pairs.some((pair) => pair.vpcId === vpcId && pair.privateIp === source) ?? false;
}

function findUsableNat({ world, kinds }: Walk, vpcId: string, subnetId: string): string | undefined {
  return Object.keys(world.gateways).find((id) => {
    const gateway = world.gateways[id]!;
    const eni = kinds[gateway.kind]?.interfaceOf?.(gateway);
    const home = eni && world.networkInterfaces[eni]?.subnetId;
    return (
      home &&
      home !== subnetId &&
      world.subnets[home]?.vpcId === vpcId &&
      !kinds[gateway.kind]?.blackhole(gateway, vpcId, world)
    );
  });
}

/** A peer inside the VPC: the mapping says which machine holds it. */
function sendByMapping(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet): Next {
  const { world } = walk;
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  const { destination } = packet.ip;
  let row = lookUpMapping(world, vpcId, destination);
  if (!row) {
    if (stops(walk, 'MAPPING_MISS', vpcId, packet, destination)) return stoppedAt(walk, packet);
    row = trueMapping(world, vpcId, destination);
    if (!row) return ended('dropped', vpcId, packet);
  }
  return encapsulate(walk, networkInterfaceId, underlay, packet, row);
}

/** A route's target that is not local: a gateway on the edge, or an interface. */
function sendToTarget(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet, target: string): Next {
  const { world, kinds } = walk;
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  const gateway = world.gateways[target];
  const kind = kindOf(kinds, gateway);
  if (gateway && kind?.device === 'blackfoot')
    return encapsulate(walk, networkInterfaceId, underlay, packet, gatewayRow(world, vpcId, target));
  const eni = target.startsWith('eni-') ? target : gateway && kind?.interfaceOf?.(gateway);
  const row = eni ? lookUpInterface(world, eni) : undefined;
  if (!row) return drop(walk, 'MAPPING_MISS', vpcId, packet, target);
  return encapsulate(walk, networkInterfaceId, underlay, packet, row);
}

export function encapsulate(walk: Walk, from: string, underlay: Ipv4, packet: Packet, row: MappingRow): Next {
  note(
    walk,
    'looked-up-mapping',
    row.device === 'blackfoot' ? 'gateway-mapping' : 'mapping-row',
    packet,
    packet,
    row.vpcId,
    row,
  );
  const outer = { layer: 'underlay', source: underlay, destination: row.underlay as Ipv4 } as const;
  const wrapped = wrap(packet, outer, { layer: 'vpc', vpcId: row.vpcId, from, target: row.target });
  note(walk, 'encapsulated', 'wrap', packet, wrapped, row.vpcId, row);
  return { to: 'underlay', packet: wrapped };
}

function passesSourceCheck(
  walk: Walk,
  id: string,
  { addresses, sourceDestCheck }: NetworkInterface,
  packet: Packet,
): boolean {
  if (!sourceDestCheck || addresses.some(({ address }) => address === packet.ip.source)) return true;
  return !stops(walk, 'SRC_DST_CHECK', id, packet, packet.ip.source);
}

/** Whether the guest sends straight to the peer's own (virtual) MAC: such frames meet neither route table nor network ACL. */
function isNeighbour(world: Walk['world'], subnetId: string, destination: Address): boolean {
  const subnet = world.subnets[subnetId];
  invariant(subnet, `no subnet ${subnetId}`);
  return (
    cidrContains(subnet.cidr, destination) ||
    (subnet.ipv6Cidr !== undefined && cidrContains(subnet.ipv6Cidr, destination))
  );
}

function isBroadcast(destination: Address, cidr: Cidr): boolean {
  if (!isIpv4(destination)) return destination.startsWith('ff');
  const firstOctet = Number.parseInt(destination, 10);
  return firstOctet >= 224 || (isIpv4Cidr(cidr) && addressAt(cidr, cidrSize(cidr) - 1) === destination);
}
