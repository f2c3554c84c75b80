// A packet on its way out of an interface: the guest's ARP, then the host's virtual router with its checks, filters,
// route table, mapping look-up and wrap. Source: vpc-dataplane 1.2, 1.4, 5.1, 8.
// Simplified: the MAC addresses that the host answers ARP with are not modelled, only who is answered for.
// Inferred: the order of network ACL and route table (nobody can see it); a packet routed to an interface of its own subnet has
// not crossed the subnet's edge, so no network ACL looks at it.

import { effectiveTableId, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { NetworkInterface } from '../cloud/network-interface.ts';
import type { Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { type Address, type Ipv4, ipv4ToNumber, isIpv4 } from '../net/address.ts';
import { addressAt, type Cidr, cidrContains, cidrSize } from '../net/cidr.ts';
import { type Packet, wrap } from '../net/packet.ts';
import { type BalancedFlow, findOwned } from './balanced-flow.ts';
import type { DropReason } from './codes.ts';
import { isOfAnotherRegion } from './endpoint-routes.ts';
import { passesAcl, passesGroups } from './filters.ts';
import { kindOf } from './gateway-kind.ts';
import { likelyTarget } from './likely-route.ts';
import { gatewayRow, lookUpMapping, trueMapping, underlayOf } from './mapping.ts';
import { interfaceBehind } from './middlebox.ts';
import { fitPacket, VPC_MTU } from './packet-size.ts';
import { gatewayById } from './pretence.ts';
import { blackholeReason, findRoute, ignoresLearned } from './routing.ts';
import type { MappingRow } from './step.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** A guest's packet leaves by one of its interfaces. */
export function leaveGuest(walk: Walk, networkInterfaceId: string, packet: Packet): Next {
  const { world } = walk;
  const { instanceId } = world.networkInterfaces[networkInterfaceId]!;
  const { hostId } = world.instances[instanceId!]!;
  enter(walk, hostId, 'host');
  const fitted = fitPacket(walk, networkInterfaceId, packet, VPC_MTU);
  if (!fitted) return stoppedAt(walk, packet);
  return leaveHost(walk, networkInterfaceId, fitted);
}

/** The packet is on the guest's host: its checks, filters, route table. */
function leaveHost(walk: Walk, networkInterfaceId: string, packet: Packet): Next {
  const { world } = walk;
  const networkInterface = world.networkInterfaces[networkInterfaceId]!;
  const { subnetId, instanceId } = networkInterface;
  const { destination } = packet.ip;
  const { hostId } = world.instances[instanceId!]!;
  if (isBroadcast(destination, world.subnets[subnetId]!.cidr))
    return drop(walk, 'BROADCAST', networkInterfaceId, packet, destination);
  const neighbour = isNeighbour(world, subnetId, destination);
  note(walk, 'resolved-arp', neighbour ? 'arp-peer' : 'arp-router', packet, packet, subnetId);
  if (!passesSourceCheck(walk, networkInterfaceId, networkInterface, packet)) return stoppedAt(walk, packet);
  if (!passesGroups(walk, networkInterfaceId, packet, 'outbound')) return stoppedAt(walk, packet);
  const flow = findOwned(walk.sessions, networkInterfaceId, packet);
  if (flow) return returnToOwner(walk, networkInterfaceId, underlayOf(world, hostId) as Ipv4, packet, flow);
  return routeOut(walk, networkInterfaceId, underlayOf(world, hostId) as Ipv4, packet);
}

/** An answer to a client whose address a load balancer has preserved goes back to the node that owns the flow, whatever the table says. */
function returnToOwner(walk: Walk, eni: string, underlay: Ipv4, packet: Packet, { owner, node }: BalancedFlow): Next {
  const { world } = walk;
  const { subnetId } = world.networkInterfaces[eni]!;
  const home = world.networkInterfaces[node]!;
  if (home.subnetId !== subnetId && !passesAcl(walk, subnetId, packet, 'outbound')) return stoppedAt(walk, packet);
  const vpcId = vpcIdOfInterface(world, home);
  const row = mappingFor(walk, vpcId, packet, home.addresses[0]!.address);
  if (!row) return stoppedAt(walk, packet);
  note(walk, 'looked-up-mapping', 'flow-owner', packet, packet, owner, row);
  return wrapFor(walk, eni, underlay, packet, row);
}

/** The subnet's edge and its route table, for anything that sends from an interface: a host for its guest, Hyperplane for itself. */
export function routeOut(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet): Next {
  const { world } = walk;
  const { subnetId } = world.networkInterfaces[networkInterfaceId]!;
  const { destination } = packet.ip;
  if (isNeighbour(world, subnetId, destination))
    return sendByMapping(walk, networkInterfaceId, underlay, packet, destination);
  const routeTableId = effectiveTableId(world, subnetId);
  const found = findRoute(world, routeTableId, destination);
  const staysInside = found && subnetOfTarget(walk, found.target) === subnetId;
  if (!staysInside && !passesAcl(walk, subnetId, packet, 'outbound')) return stoppedAt(walk, packet);
  const target = usableTarget(walk, networkInterfaceId, routeTableId, found, packet);
  if (!target) return stoppedAt(walk, packet);
  if (target === 'local') return sendByMapping(walk, networkInterfaceId, underlay, packet, destination);
  return sendToTarget(walk, networkInterfaceId, underlay, packet, target);
}

/** For a diagnosis that has listed a wrong route: on by the one that should stand there. */
export function routeOutAnyway(walk: Walk, networkInterfaceId: string, underlay: Ipv4, packet: Packet): Next {
  const { world } = walk;
  const { destination } = packet.ip;
  if (lookUpMapping(world, vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!), destination))
    return sendByMapping(walk, networkInterfaceId, underlay, packet, destination);
  const target = likelyTarget(walk, networkInterfaceId, packet);
  if (!target) return stoppedAt(walk, packet);
  return sendToTarget(walk, networkInterfaceId, underlay, packet, target);
}

/** Where the route to follow leads; undefined when the walk ends here. */
function usableTarget(
  walk: Walk,
  networkInterfaceId: string,
  routeTableId: string,
  found: Route | undefined,
  packet: Packet,
): string | undefined {
  const { destination } = packet.ip;
  if (!found) {
    const reason = isOfAnotherRegion(walk.world, routeTableId, destination) ? 'VPCE_OTHER_REGION' : 'NO_ROUTE';
    if (stops(walk, reason, routeTableId, packet, destination)) return undefined;
    return likelyTarget(walk, networkInterfaceId, packet);
  }
  const dead = deadReason(walk, routeTableId, found);
  if (dead) {
    if (stops(walk, dead, routeTableId, packet, destination, found)) return undefined;
    return likelyTarget(walk, networkInterfaceId, packet, found);
  }
  if (walk.recording) noteRoute(walk, routeTableId, found, packet);
  return found.target;
}

function noteRoute(walk: Walk, routeTableId: string, route: Route, packet: Packet): void {
  const isOverLearned = () => ignoresLearned(walk.world, routeTableId, packet.ip.destination);
  const local = () => (isOverLearned() ? 'local-over-learned' : 'local-route');
  const rule = route.target === 'local' ? local() : 'longest-prefix';
  note(walk, 'matched-route', rule, packet, packet, routeTableId, route);
}

/** Why the route is a blackhole; undefined while it works, or once a diagnosis takes its gateway for attached. */
function deadReason({ world, kinds, pretence }: Walk, routeTableId: string, route: Route): DropReason | undefined {
  const reason = blackholeReason(world, kinds, routeTableId, route);
  const isPretended = pretence?.attached.get(world.routeTables[routeTableId]?.vpcId as string) === route.target;
  return isPretended ? undefined : reason;
}

function subnetOfTarget(walk: Walk, target: string): string | undefined {
  const eni = interfaceBehind(walk, target);
  return eni && walk.world.networkInterfaces[eni]?.subnetId;
}

/** To a private address of the sender's VPC: the mapping says which machine holds it. */
function sendByMapping(walk: Walk, eni: string, underlay: Ipv4, packet: Packet, address: Address): Next {
  const { world } = walk;
  const row = mappingFor(walk, vpcIdOfInterface(world, world.networkInterfaces[eni]!), packet, address);
  return row ? encapsulate(walk, eni, underlay, packet, row) : stoppedAt(walk, packet);
}

/** The Mapping Service's row; undefined when the walk ends for want of one. */
export function mappingFor(walk: Walk, vpcId: string, packet: Packet, address: Address): MappingRow | undefined {
  const row = lookUpMapping(walk.world, vpcId, address);
  if (row || stops(walk, 'MAPPING_MISS', vpcId, packet, address)) return row;
  return trueMapping(walk.world, vpcId, address);
}

/** To a route's target that is not local: a gateway on the edge, or an interface. */
function sendToTarget(walk: Walk, eni: string, underlay: Ipv4, packet: Packet, target: string): Next {
  const { world, kinds } = walk;
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[eni]!);
  const gateway = gatewayById(walk, target);
  const kind = kindOf(kinds, gateway);
  if (gateway && kind?.take) return kind.take({ walk, id: target, gateway, packet, networkInterfaceId: eni, underlay });
  if (kind?.device === 'blackfoot') return encapsulate(walk, eni, underlay, packet, gatewayRow(world, vpcId, target));
  if (kind?.device === 'hyperplane' && !kind.interfaceOf)
    return encapsulate(walk, eni, underlay, packet, { ...gatewayRow(world, vpcId, target), ...hyperplaneOf(world) });
  const primary = world.networkInterfaces[interfaceBehind(walk, target) ?? '']?.addresses[0];
  if (!primary) return drop(walk, 'MAPPING_MISS', vpcId, packet, target);
  return sendByMapping(walk, eni, underlay, packet, primary.address);
}

function hyperplaneOf({ substrate }: World) {
  return { device: 'hyperplane', underlay: substrate.hyperplane };
}

export function encapsulate(walk: Walk, from: string, underlay: Ipv4, packet: Packet, row: MappingRow): Next {
  const rule = row.device === 'blackfoot' ? 'gateway-mapping' : 'mapping-row';
  note(walk, 'looked-up-mapping', rule, packet, packet, row.vpcId, row);
  return wrapFor(walk, from, underlay, packet, row);
}

function wrapFor(walk: Walk, from: string, underlay: Ipv4, packet: Packet, row: MappingRow): Next {
  const outer = { layer: 'underlay', source: underlay, destination: row.underlay as Ipv4 } as const;
  const wrapped = wrap(packet, outer, { layer: 'vpc', vpcId: row.vpcId, from, target: row.target });
  note(walk, 'encapsulated', 'wrap', packet, wrapped, row.vpcId, row);
  return { to: 'underlay', packet: wrapped };
}

function passesSourceCheck(walk: Walk, id: string, { addresses, sourceDestCheck }: NetworkInterface, packet: Packet) {
  if (!sourceDestCheck) return true;
  if (!addresses.some(({ address }) => address === packet.ip.source))
    return !stops(walk, 'SRC_DST_CHECK', id, packet, packet.ip.source);
  note(walk, 'checked', 'source-check', packet, packet, id);
  return true;
}

/** Whether the guest sends straight to the peer's own (virtual) MAC: such frames meet neither route table nor network ACL. */
function isNeighbour(world: World, subnetId: string, destination: Address): boolean {
  const subnet = world.subnets[subnetId]!;
  if (isIpv4(destination)) return cidrContains(subnet.cidr, destination);
  return subnet.ipv6Cidr !== undefined && cidrContains(subnet.ipv6Cidr, destination);
}

/** 224.0.0.0, 240.0.0.0 and 255.255.255.255. Source: RFC 5771, RFC 1112, RFC 919. */
const MULTICAST = 0xe0000000;
const RESERVED = 0xf0000000;
const LIMITED_BROADCAST = 0xffffffff;

/** Multicast, the limited broadcast, or the last address of the sender's subnet. */
function isBroadcast(destination: Address, cidr: Cidr): boolean {
  if (!isIpv4(destination)) return destination.startsWith('ff');
  const bits = ipv4ToNumber(destination);
  if (bits >= MULTICAST) return bits < RESERVED || bits === LIMITED_BROADCAST;
  return cidrContains(cidr, destination) && addressAt(cidr, cidrSize(cidr) - 1) === destination;
}
