// Follows a packet from machine to machine until its fate is known, and the answer back.
// The same World and probe give the same trace, always. Recording hops and steps is a choice; the verdict does not depend on it.

import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import {
  destinationPortOf,
  endpointOf,
  type Packet,
  type Protocol,
  replyTo,
  sourcePortOf,
  withDatagram,
} from '../net/packet.ts';
import { follow } from './follow.ts';
import { GATEWAY_KINDS } from './gateways/registry.ts';
import { ageSessions, idleTime } from './idle.ts';
import type { Pretence } from './pretence.ts';
import { INITIAL_TTL, type Probe } from './probe.ts';
import { isFrame, type Sent, sendFrom, start } from './send.ts';
import { makeSessions, type Sessions } from './sessions.ts';
import type { NatFlow, Trace } from './step.ts';
import { type Awaited, startWalk, type Walk } from './walk.ts';

export interface End {
  readonly address: Address;
  readonly port: number;
}

/** What the far end sees of the request: addresses and ports as they are when it arrives. */
export interface Seen {
  readonly protocol: Protocol;
  readonly source: End;
  readonly destination: End;
  /** Who the application takes for its client, where a proxy header says so. */
  readonly client?: End;
  /** The endpoint that handed the packet over, and its VPC: what a service's policies may name. */
  readonly endpoint?: { readonly id: string; readonly vpcId: string };
}

/** `conversed`: the sender got its answer. `delivered`: the request arrived, no answer came back. */
export type Outcome = 'conversed' | 'delivered' | 'dropped';

/** A packet that a device refused with an answer of its own, and that answer's way back to the sender. */
export interface Bounce {
  readonly direction: 'request' | 'reply';
  readonly refused: Trace;
  /** A TCP reset or an ICMP error. Only where it is delivered does the sender know. */
  readonly signal: Trace;
}

export interface Exchange {
  readonly outcome: Outcome;
  readonly request: Trace;
  /** Absent when the request never arrived. */
  readonly reply?: Trace;
  readonly seen?: Seen;
  /** The NAT flows that stood when the exchange was over. */
  readonly flows: readonly NatFlow[];
  /** What devices sent back. After a packet that was too big, `request` or `reply` is the smaller one sent next. */
  readonly bounces?: readonly Bounce[];
  /** Of a later packet on a connection: the exchange that opened it, and the seconds without a packet since. */
  readonly opening?: Exchange;
  readonly idleSeconds?: number;
}

export interface TraceOptions {
  /** Keep hops and steps; true unless told. */
  readonly recording?: boolean;
  readonly pretence?: Pretence;
  /** Called with each walk when it is over: how a diagnosis gets at its faults. */
  readonly onWalk?: (walk: Walk, isReply: boolean) => void;
  /** The World in which a connection was opened that the probe continues, where it was another. */
  readonly openedIn?: World;
}

interface Run {
  readonly world: World;
  readonly probe: Probe;
  readonly options: TraceOptions;
  readonly sessions: Sessions;
  readonly established?: boolean;
}

export function traceExchange(world: World, probe: Probe, options: TraceOptions = {}): Exchange {
  const run = { world, probe, options, sessions: makeSessions() };
  const isLater = probe.continues ?? (world.conditions.idleSeconds > 0 && !isFrame(world, probe));
  return isLater ? traceLater(run) : traceOnce(run);
}

/** The next packet of a connection that was opened before: what has been forgotten meanwhile is not there any more. */
function traceLater(run: Run): Exchange {
  const { world, probe, options, sessions } = run;
  const { openedIn = world } = options;
  const opening = traceOnce({ ...run, world: openedIn });
  if (opening.outcome !== 'conversed') return opening;
  const idleSeconds = idleTime(world, [probe.from, opening.request.at]);
  ageSessions(sessions, world, idleSeconds, openedIn !== world);
  return { ...traceOnce({ ...run, established: true }), opening, idleSeconds };
}

function traceOnce(run: Run): Exchange {
  const bounces: Bounce[] = [];
  const exchange = exchangeOnce(run, bounces);
  return bounces.length > 0 ? { ...exchange, bounces } : exchange;
}

function exchangeOnce(run: Run, bounces: Bounce[]): Exchange {
  const { world, probe, sessions } = run;
  const { sent, trace: request } = traceRequest(run, probe, bounces);
  if (request.disposition !== 'delivered') return { outcome: 'dropped', request, flows: sessions.nat };
  const seen = seenBy(request.packet);
  if (isFrame(world, probe)) return { outcome: 'delivered', request, seen, flows: [] };
  const awaited = { machine: probe.from, packet: sent.packet };
  const reply = traceReply(run, request.at, replyTo(request.packet, INITIAL_TTL), awaited, bounces);
  const outcome = reply.disposition === 'delivered' ? 'conversed' : 'delivered';
  return { outcome, request, reply, seen, flows: sessions.nat };
}

function traceRequest(run: Run, probe: Probe, bounces: Bounce[]): { readonly sent: Sent; readonly trace: Trace } {
  const walk = makeWalk(run);
  const sent = start(walk, probe);
  const trace = follow(walk, sent.next);
  run.options.onWalk?.(walk, false);
  const size = bounce(run, walk, trace, { machine: probe.from, packet: sent.packet }, bounces);
  return size === undefined ? { sent, trace } : traceRequest(run, { ...probe, size }, bounces);
}

function traceReply(run: Run, from: string, packet: Packet, awaited: Awaited, bounces: Bounce[]): Trace {
  const walk = makeWalk(run, awaited);
  const trace = follow(walk, sendFrom(walk, from, packet));
  run.options.onWalk?.(walk, true);
  const bytes = bounce(run, walk, trace, { machine: from, packet }, bounces);
  if (bytes === undefined) return trace;
  return traceReply(run, from, withDatagram(packet, { ...packet.ip.datagram!, bytes }), awaited, bounces);
}

/** Carries a device's answer back to the sender; gives the size to send again with, where that is what it says and it gets there. */
function bounce(run: Run, walk: Walk, refused: Trace, told: Awaited, bounces: Bounce[]): number | undefined {
  const { signal } = walk;
  if (!walk.fault || !signal) return undefined;
  const back = makeWalk(run, told);
  const trace = follow(back, signal.send(back));
  bounces.push({ direction: walk.awaited ? 'reply' : 'request', refused, signal: trace });
  const { transport } = signal.packet;
  return trace.disposition === 'delivered' && 'quotes' in transport ? transport.quotes!.limit : undefined;
}

function makeWalk({ world, probe, options, sessions, established }: Run, awaited?: Awaited): Walk {
  const { recording = true, pretence } = options;
  return startWalk({
    world,
    kinds: GATEWAY_KINDS,
    sessions,
    recording,
    pretence,
    awaited,
    established,
    flow: probe.flow,
  });
}

function seenBy(packet: Packet): Seen {
  const { ip, transport } = packet;
  const plain = {
    protocol: transport.protocol,
    source: { address: ip.source, port: sourcePortOf(transport) },
    destination: { address: ip.destination, port: destinationPortOf(transport) },
  };
  const endpoint = endpointOf(packet);
  const proxy = 'proxy' in transport ? transport.proxy : undefined;
  if (!endpoint && !proxy) return plain;
  return {
    ...plain,
    ...(proxy && { client: { address: proxy.address, port: proxy.port } }),
    ...(endpoint && { endpoint: { id: endpoint.endpointId, vpcId: endpoint.vpcId } }),
  };
}
