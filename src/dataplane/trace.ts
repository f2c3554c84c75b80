// Follows a packet from machine to machine until its fate is known, and the answer back.
// The same World and probe give the same trace, always. Recording hops and steps is a choice; the verdict does not depend on it.

import { interfacesOf } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { type Address, type Ipv4, parseAddress } from '../net/address.ts';
import {
  destinationPortOf,
  endpointOf,
  type Packet,
  type Protocol,
  replyTo,
  sourcePortOf,
  wrap,
} from '../net/packet.ts';
import { arriveOnUnderlay } from './arrive.ts';
import { GATEWAY_KINDS } from './gateways/registry.ts';
import { crossInternet, handIn } from './internet.ts';
import { leaveGuest } from './leave.ts';
import { trueMapping, underlayOf } from './mapping.ts';
import type { Pretence } from './pretence.ts';
import { destinationAddress, INITIAL_TTL, makePacket, type Probe, primaryAddress } from './probe.ts';
import { makeSessions, type Sessions } from './sessions.ts';
import type { NatFlow, Trace } from './step.ts';
import { type Awaited, drop, enter, type Next, note, startWalk, stoppedAt, stops, type Walk } from './walk.ts';

/** More places than any right path has; a packet that passes more goes round. */
const HOP_LIMIT = 64;
const NOBODY = '0.0.0.0' as Ipv4;

export interface End {
  readonly address: Address;
  readonly port: number;
}

/** What the far end sees of the request: addresses and ports as they are when it arrives. */
export interface Seen {
  readonly protocol: Protocol;
  readonly source: End;
  readonly destination: End;
  /** The endpoint that handed the packet over, and its VPC: what a service's policies may name. */
  readonly endpoint?: { readonly id: string; readonly vpcId: string };
}

/** `conversed`: the sender got its answer. `delivered`: the request arrived, no answer came back. */
export type Outcome = 'conversed' | 'delivered' | 'dropped';

export interface Exchange {
  readonly outcome: Outcome;
  readonly request: Trace;
  /** Absent when the request never arrived. */
  readonly reply?: Trace;
  readonly seen?: Seen;
  /** The NAT flows that stood when the exchange was over. */
  readonly flows: readonly NatFlow[];
}

export interface TraceOptions {
  /** Keep hops and steps; true unless told. */
  readonly recording?: boolean;
  readonly pretence?: Pretence;
  /** Called with each walk when it is over: how a diagnosis gets at its faults. */
  readonly onWalk?: (walk: Walk, isReply: boolean) => void;
}

export function traceExchange(world: World, probe: Probe, options: TraceOptions = {}): Exchange {
  const sessions = makeSessions();
  const walk = makeWalk(world, sessions, options);
  const sent = start(walk, probe);
  const request = follow(walk, sent.next);
  options.onWalk?.(walk, false);
  if (request.disposition !== 'delivered') return { outcome: 'dropped', request, flows: sessions.nat };
  const seen = seenBy(request.packet);
  if (isFrame(world, probe)) return { outcome: 'delivered', request, seen, flows: [] };
  const reply = traceReply(world, sessions, request, { machine: probe.from, packet: sent.packet }, options);
  const outcome = reply.disposition === 'delivered' ? 'conversed' : 'delivered';
  return { outcome, request, reply, seen, flows: sessions.nat };
}

function traceReply(world: World, sessions: Sessions, request: Trace, awaited: Awaited, options: TraceOptions): Trace {
  const walk = makeWalk(world, sessions, options, awaited);
  const packet = replyTo(request.packet, INITIAL_TTL);
  const reply = follow(walk, sendFrom(walk, request.at, packet));
  options.onWalk?.(walk, true);
  return reply;
}

function makeWalk(world: World, sessions: Sessions, options: TraceOptions, awaited?: Awaited): Walk {
  const { recording = true, pretence } = options;
  return startWalk({ world, kinds: GATEWAY_KINDS, sessions, recording, pretence, awaited });
}

function seenBy(packet: Packet): Seen {
  const { ip, transport } = packet;
  const endpoint = endpointOf(packet);
  return {
    protocol: transport.protocol,
    source: { address: ip.source, port: sourcePortOf(transport) },
    destination: { address: ip.destination, port: destinationPortOf(transport) },
    ...(endpoint && { endpoint: { id: endpoint.endpointId, vpcId: endpoint.vpcId } }),
  };
}

interface Sent {
  readonly next: Next;
  readonly packet: Packet;
}

function start(walk: Walk, probe: Probe): Sent {
  const { world } = walk;
  if (isFrame(world, probe)) return startFrame(walk, probe.from);
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
  const reason = target ? 'NO_PUBLIC_MAPPING_INGRESS' : 'NO_RECORD';
  const at = target ? target.networkInterfaceId : probe.from;
  if (stops(walk, reason, at, packet, target ? target.address : (probe.toRecord ?? probe.to)))
    return { packet, next: stoppedAt(walk, packet) };
  const destination = destinationAddress(world, probe, pretence);
  if (!destination) return { packet, next: { to: 'end', disposition: 'dropped', at, packet } };
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
function sendFrom(walk: Walk, machineId: string, packet: Packet): Next {
  const { world } = walk;
  const instance = world.instances[machineId];
  enter(walk, machineId, placeOf(world, machineId));
  if (instance?.state === 'stopped' && stops(walk, 'INSTANCE_STOPPED', machineId, packet))
    return stoppedAt(walk, packet);
  if (isUnaskedService(walk, machineId) && stops(walk, 'VPCE_NO_INITIATE', machineId, packet, packet.ip.destination))
    return stoppedAt(walk, packet);
  note(walk, 'sent', 'sent', packet, packet, machineId);
  const endpoint = endpointOf(packet);
  if (endpoint) return { to: 'gateway', id: endpoint.endpointId, packet };
  const site = world.internet[machineId]?.site;
  if (site) return { to: 'gateway', id: site, packet };
  if (!instance) return { to: 'internet', packet };
  const networkInterfaceId = interfaceWith(world, machineId, packet.ip.source) ?? interfacesOf(world, machineId)[0];
  if (!networkInterfaceId) return drop(walk, 'NO_RECORD', machineId, packet, packet.ip.destination);
  return leaveGuest(walk, networkInterfaceId, packet);
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

function isFrame(world: World, probe: Probe): boolean {
  return Object.hasOwn(world.frames, probe.from);
}

/** A frame that is already on the wire: whoever put it there, it claims a VPC and an inner sender. */
function startFrame(walk: Walk, frameId: string): Sent {
  const { world } = walk;
  const { fromHost, toHost, vpcId, source, destination, protocol, port, discarded } = world.frames[frameId]!;
  const bare = makePacket({ from: frameId, protocol, port }, source, destination);
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

function goOn(walk: Walk, next: Exclude<Next, { to: 'end' }>): Next {
  if (next.to === 'underlay') return arriveOnUnderlay(walk, next.packet);
  if (next.to === 'internet') return crossInternet(walk, next.packet);
  return handIn(walk, next.id, next.packet);
}

function follow(walk: Walk, first: Next): Trace {
  let next = first;
  for (let hops = 0; hops < HOP_LIMIT && next.to !== 'end'; hops++) {
    next = goOn(walk, next);
  }
  if (next.to !== 'end') next = drop(walk, 'RT_LOOP', walk.node, next.packet, next.packet.ip.destination);
  const { disposition, at, packet } = next as Extract<Next, { to: 'end' }>;
  return {
    disposition,
    at,
    ...(walk.fault && { fault: walk.fault }),
    hops: walk.hops,
    packet,
    path: walk.hops.map(({ node }) => node),
  };
}
