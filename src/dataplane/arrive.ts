// A wrapped packet at the far end of the substrate: the edge fleet hands it to its gateway, Hyperplane to the interface's owner,
// and a host checks it, filters it, unwraps it and gives it to the guest. Source: vpc-dataplane 1.4, 8.
// Inferred: what a host does with a frame for an interface that it does not have (dropped). Simplified: the receive check compares with
// where the sender really lives, so that a row of the Mapping Service that a level breaks is felt only by those who send to it.

import type { Ipv4 } from '../net/address.ts';
import { type Packet, type UnderlayHeader, unwrap, type VpcHeader, type Wrap } from '../net/packet.ts';
import { passesAcl, passesGroups } from './filters.ts';
import { kindOf } from './gateway-kind.ts';
import { reachGuest } from './guest.ts';
import { deviceOf, findHostByUnderlay, underlayOf } from './mapping.ts';
import { gatewayById } from './pretence.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';
import { lostZoneOf } from './zones.ts';

interface Wrapped {
  readonly outer: UnderlayHeader;
  readonly vpc: VpcHeader;
}

/** What is around every packet on the underlay. */
export function readWraps({ wraps }: Packet): Wrapped {
  const [outer, vpc] = wraps as readonly Wrap[] as readonly [UnderlayHeader, VpcHeader];
  return { outer, vpc };
}

/** The device that owns the outer destination takes the packet. */
export function arriveOnUnderlay(walk: Walk, packet: Packet): Next {
  const { world } = walk;
  const { outer, vpc } = readWraps(packet);
  if (outer.destination === world.substrate.blackfoot) return handToGateway(walk, vpc.target, packet);
  if (outer.destination === world.substrate.hyperplane) return arriveAtHyperplane(walk, vpc, packet);
  return arriveAtHost(walk, packet);
}

function handToGateway(walk: Walk, id: string, packet: Packet): Next {
  const gateway = gatewayById(walk, id);
  const kind = kindOf(walk.kinds, gateway);
  if (!gateway || !kind?.forward) return drop(walk, 'MAPPING_MISS', id, packet, id);
  return kind.forward({ walk, id, gateway, packet });
}

/** Hyperplane serves an interface: its subnet's network ACL applies, no security group does. Source: D-NAT. */
function arriveAtHyperplane(walk: Walk, vpc: VpcHeader, packet: Packet): Next {
  const target = walk.world.networkInterfaces[vpc.target];
  if (!target) return arriveAtRegional(walk, vpc.target, packet);
  const owner = target.managedBy!;
  enter(walk, owner, 'hyperplane');
  const lostZone = lostZoneOf(walk.world, vpc.target);
  if (lostZone && stops(walk, 'ZONE_DOWN', owner, packet, lostZone)) return stoppedAt(walk, packet);
  const filtersNeighbours = kindOf(walk.kinds, walk.world.gateways[owner])!.filtersNeighbours;
  if (!passesSubnetEdge(walk, vpc, packet, filtersNeighbours)) return stoppedAt(walk, packet);
  return handToGateway(walk, owner, packet);
}

/** A service without a subnet: no network ACL is in its way. */
function arriveAtRegional(walk: Walk, id: string, packet: Packet): Next {
  enter(walk, id, 'hyperplane');
  return handToGateway(walk, id, packet);
}

/** The network ACL on the way in, unless sender and receiver share the subnet. */
function passesSubnetEdge(walk: Walk, vpc: VpcHeader, packet: Packet, filtersNeighbours = false): boolean {
  const { world } = walk;
  const subnetId = world.networkInterfaces[vpc.target]?.subnetId as string;
  if (!filtersNeighbours && world.networkInterfaces[vpc.from]?.subnetId === subnetId) return true;
  return passesAcl(walk, subnetId, packet, 'inbound');
}

function arriveAtHost(walk: Walk, packet: Packet): Next {
  const { world } = walk;
  const { outer, vpc } = readWraps(packet);
  const hostId = findHostByUnderlay(world, outer.destination)!;
  enter(walk, hostId, 'host');
  if (deviceOf(world, vpc.target) !== hostId && stops(walk, 'WRONG_HOST', hostId, packet, packet.ip.destination))
    return stoppedAt(walk, packet);
  const target = world.networkInterfaces[vpc.target];
  if (!target) return stoppedAt(walk, packet);
  const lostZone = lostZoneOf(world, vpc.target);
  if (lostZone && stops(walk, 'ZONE_DOWN', target.instanceId ?? hostId, packet, lostZone))
    return stoppedAt(walk, packet);
  if (!passesSubnetEdge(walk, vpc, packet)) return stoppedAt(walk, packet);
  if (world.hosts[hostId]!.checksFrames && !passesReceiveCheck(walk, hostId, outer.source, vpc, packet))
    return stoppedAt(walk, packet);
  if (!passesDestinationCheck(walk, vpc.target, packet)) return stoppedAt(walk, packet);
  if (!passesGroups(walk, vpc.target, packet, 'inbound', vpc.from)) return stoppedAt(walk, packet);
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, hostId);
  return reachGuest(walk, vpc.target, bare);
}

/** The claimed sender, VPC and physical source must be what the Mapping Service says (`isGenuine`). Source: T15, T17. */
function passesReceiveCheck(walk: Walk, hostId: string, physicalSource: Ipv4, vpc: VpcHeader, packet: Packet): boolean {
  if (isGenuine(walk, physicalSource, vpc)) {
    note(walk, 'checked', 'receive-check', packet, packet, hostId);
    return true;
  }
  return !stops(walk, 'WRAP_SPOOFED', hostId, packet, physicalSource);
}

/** The header names the sender by VPC and inner source, or not at all; so what is left to ask is whether it lives where the frame is from. */
function isGenuine({ world }: Walk, physicalSource: Ipv4, { from }: VpcHeader): boolean {
  const { blackfoot, hyperplane } = world.substrate;
  if (!world.networkInterfaces[from]) return [blackfoot, hyperplane].includes(physicalSource);
  return underlayOf(world, deviceOf(world, from)!) === physicalSource;
}

function passesDestinationCheck(walk: Walk, networkInterfaceId: string, packet: Packet): boolean {
  const { addresses, sourceDestCheck } = walk.world.networkInterfaces[networkInterfaceId]!;
  if (!sourceDestCheck) return true;
  if (!addresses.some(({ address }) => address === packet.ip.destination))
    return !stops(walk, 'SRC_DST_CHECK', networkInterfaceId, packet, packet.ip.destination);
  note(walk, 'checked', 'destination-check', packet, packet, networkInterfaceId);
  return true;
}
