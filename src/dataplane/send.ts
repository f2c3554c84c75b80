// How a packet starts: a probe becomes a packet with its sender's addresses, and the sender gives it to its network; or a frame is
// already on the wire. Source: vpc-dataplane 1.4. Simplified: a sender knows the receiver's address without DNS.

import { interfacesOf } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { type Address, type Ipv4, parseAddress } from '../net/address.ts';
import { endpointOf, type Packet, wrap } from '../net/packet.ts';
import { findOneWay } from './endpoint-routes.ts';
import { leaveGuest } from './leave.ts';
import { trueMapping, underlayOf } from './mapping.ts';
import { fitPacket, INTERNET_MTU } from './packet-size.ts';
import { destinationAddress, makePacket, type Probe, primaryAddress } from './probe.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';
import { lostZoneOf } from './zones.ts';

const NOBODY = '0.0.0.0' as Ipv4;

/** What left the sender, and where it is next. */
export interface Sent {
  readonly next: Next;
  readonly packet: Packet;
}

/** The probe becomes a packet, and its sender gives it to the network. */
export function start(walk: Walk, probe: Probe): Sent {
  const { world } = walk;
  if (isFrame(world, probe)) return startFrame(walk, probe);
  const destination = destinationAddress(world, probe);
  const source = probe.source ?? sourceAddress(world, probe.from, destination);
  const packet = makePacket(probe, source, destination ?? NOBODY);
  if (destination) return { packet, next: sendFrom(walk, probe.from, packet) };
  return startWithoutAddress(walk, probe, packet);
}

/** The sender has no address to send to: the receiver has no public one, or the sender's own record of it is missing. */
function startWithoutAddress(walk: Walk, probe: Probe, packet: Packet): Sent {
  const { world, pretence } = walk;
  const target = probe.to && primaryAddress(world, probe.to);
  enter(walk, probe.from, placeOf(world, probe.from));
  const oneWay = target && findOneWay(world, primaryAddress(world, probe.from)?.vpcId, target.vpcId);
  if (oneWay) return { packet, next: drop(walk, 'VPCE_NO_INITIATE', oneWay, packet, target.address) };
  const reason = target ? 'NO_PUBLIC_MAPPING_INGRESS' : 'NO_RECORD';
  const at = target ? target.networkInterfaceId : probe.from;
  const isOver = stops(walk, reason, at, packet, target ? target.address : (probe.toRecord ?? probe.to));
  const destination = isOver ? undefined : destinationAddress(world, probe, pretence);
  if (!destination) return { packet, next: stoppedAt(walk, packet) };
  const pretended = makePacket(probe, packet.ip.source, destination);
  return { packet: pretended, next: sendFrom(walk, probe.from, pretended) };
}

function sourceAddress(world: World, machineId: string, like: Address | undefined): Address {
  const own = world.internet[machineId]?.address ?? primaryAddress(world, machineId, like)?.address;
  return own ?? parseAddress(machineId) ?? NOBODY;
}

function placeOf(world: World, machineId: string): 'guest' | 'outside' {
  return Object.hasOwn(world.instances, machineId) ? 'guest' : 'outside';
}

/** A machine gives a packet to its network. */
export function sendFrom(walk: Walk, machineId: string, packet: Packet): Next {
  const { world } = walk;
  const instance = world.instances[machineId];
  enter(walk, machineId, placeOf(world, machineId));
  if (instance?.state === 'stopped' && stops(walk, 'INSTANCE_STOPPED', machineId, packet))
    return stoppedAt(walk, packet);
  const networkInterfaceId = interfaceWith(world, machineId, packet.ip.source) ?? interfacesOf(world, machineId)[0];
  const lostZone = lostZoneOf(world, networkInterfaceId);
  if (lostZone && stops(walk, 'ZONE_DOWN', machineId, packet, lostZone)) return stoppedAt(walk, packet);
  if (isUnaskedService(walk, machineId) && stops(walk, 'VPCE_NO_INITIATE', machineId, packet, packet.ip.destination))
    return stoppedAt(walk, packet);
  note(walk, 'sent', 'sent', packet, packet, machineId);
  const endpoint = endpointOf(packet);
  if (endpoint) return { to: 'gateway', id: endpoint.endpointId, packet };
  const site = world.internet[machineId]?.site;
  if (site) return { to: 'gateway', id: site, packet };
  if (!instance) return sendOutside(walk, machineId, packet);
  if (!networkInterfaceId) return drop(walk, 'NO_RECORD', machineId, packet, packet.ip.destination);
  return leaveGuest(walk, networkInterfaceId, packet);
}

/** The internet's links are narrower than a VPC's, and a machine there knows its own. */
function sendOutside(walk: Walk, machineId: string, packet: Packet): Next {
  const fitted = fitPacket(walk, machineId, packet, INTERNET_MTU);
  return fitted ? { to: 'internet', packet: fitted } : stoppedAt(walk, packet);
}

/** AWS's services answer and never start a conversation. Source: D-IFE, D-RA. */
function isUnaskedService({ world, awaited }: Walk, machineId: string): boolean {
  return awaited === undefined && world.internet[machineId]?.service !== undefined;
}

/** Simplified: a guest sends by the interface that holds the source address, as a guest with source routing does. */
function interfaceWith(world: World, machineId: string, address: Address): string | undefined {
  return interfacesOf(world, machineId).find((id) =>
    world.networkInterfaces[id]!.addresses.some((held) => held.address === address),
  );
}

export function isFrame(world: World, probe: Probe): boolean {
  return Object.hasOwn(world.frames, probe.from);
}

/** A frame that is already on the wire: whoever put it there, it claims a VPC and an inner sender. */
function startFrame(walk: Walk, { from: frameId, sourcePort }: Probe): Sent {
  const { world } = walk;
  const { fromHost, toHost, vpcId, source, destination, protocol, port, discarded } = world.frames[frameId]!;
  const bare = makePacket({ from: frameId, protocol, port, sourcePort }, source, destination);
  const outer = {
    layer: 'underlay',
    source: underlayOf(world, fromHost) as Ipv4,
    destination: underlayOf(world, toHost) as Ipv4,
  } as const;
  const claimed = trueMapping(world, vpcId, source)?.target ?? 'unknown';
  const target = trueMapping(world, vpcId, destination)?.target ?? 'unknown';
  const packet = wrap(bare, outer, { layer: 'vpc', vpcId, from: claimed, target });
  enter(walk, fromHost, 'host');
  note(walk, 'sent', 'wrap', packet, packet, fromHost);
  if (!discarded) return { packet, next: { to: 'underlay', packet } };
  enter(walk, toHost, 'host');
  return { packet, next: drop(walk, 'FRAME_DISCARDED', toHost, packet, underlayOf(world, fromHost)) };
}
