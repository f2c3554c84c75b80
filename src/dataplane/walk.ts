// One packet's way through the World, while it is being followed. Components read the Walk, note what they did and say what comes next.
// Following and diagnosing are the same walk: `stops` ends the first at a fault, while the second notes it and goes on as if it were mended.

import type { World } from '../cloud/world.ts';
import { invariant } from '../invariant.ts';
import { formatTraffic, type Packet } from '../net/packet.ts';
import { codeOf, type DropReason, REASONS } from './codes.ts';
import type { GatewayKinds } from './gateway-kind.ts';
import type { Pretence } from './pretence.ts';
import type { Sessions } from './sessions.ts';
import type { Signal } from './signal.ts';
import type { Disposition, Fault, Hop, NotedKind, Place, Row, RuleOf, Step } from './step.ts';

/** Where a packet is next, or how it ended. */
export type Next =
  | { readonly to: 'underlay'; readonly packet: Packet }
  | { readonly to: 'internet'; readonly packet: Packet }
  /** Handed to a gateway from its other side: by the internet, a tunnel, a customer's router, or another gateway. */
  | { readonly to: 'gateway'; readonly id: string; readonly packet: Packet }
  | { readonly to: 'end'; readonly disposition: Disposition; readonly at: string; readonly packet: Packet };

/** What a reply must look like for the machine that waits for it. */
export interface Awaited {
  readonly machine: string;
  readonly packet: Packet;
}

export interface WalkOptions {
  readonly world: World;
  readonly kinds: GatewayKinds;
  readonly sessions: Sessions;
  /** Whether hops and steps are kept. */
  readonly recording: boolean;
  /** Whether to go past faults. */
  readonly pretence?: Pretence | undefined;
  /** Set for a reply: who waits for what. */
  readonly awaited?: Awaited | undefined;
  /** The packet belongs to a connection that stands already. */
  readonly established?: boolean | undefined;
  /** How many such flows stand at once, this one the last of them. */
  readonly flow?: number | undefined;
}

interface OpenHop extends Hop {
  readonly steps: Step[];
}

export interface Walk extends WalkOptions {
  readonly hops: OpenHop[];
  readonly faults: Fault[];
  /** Gateways and forwarders that this packet has passed, with the packet's ends: a second visit is a loop. */
  readonly visited: string[];
  fault: Fault | undefined;
  /** What a device sends back to the sender, once this walk is over. */
  signal: Signal | undefined;
  /** Where the packet is. */
  node: string;
}

export function startWalk(options: WalkOptions): Walk {
  const { world, kinds, sessions, recording, pretence, awaited, established = false, flow = 1 } = options;
  return {
    world,
    kinds,
    sessions,
    recording,
    pretence,
    awaited,
    established,
    flow,
    hops: [],
    faults: [],
    visited: [],
    fault: undefined,
    signal: undefined,
    node: '',
  };
}

/** The packet has come to a node. */
export function enter(walk: Walk, node: string, place: Place): void {
  walk.node = node;
  if (walk.recording) walk.hops.push({ node, place, steps: [] });
}

export function note<Kind extends NotedKind>(
  walk: Walk,
  kind: Kind,
  rule: RuleOf<Kind>,
  before: Packet,
  after: Packet,
  table?: string,
  row?: Row,
): void {
  if (!walk.recording) return;
  const hop = walk.hops.at(-1);
  invariant(hop, `a ${kind} step before any hop`);
  hop.steps.push({ kind, rule, before, after, table, row });
}

/**
 * A component refuses the packet. True when the walk ends here; false when a diagnosis goes on as if the fault were mended,
 * so the code after it must be able to.
 */
export function stops(walk: Walk, reason: DropReason, at: string, packet: Packet, about?: string, row?: Row): boolean {
  const details = { ...(about !== undefined && { about }), ...(row && { row }) };
  const fault: Fault = { reason, code: codeOf(reason), at, traffic: formatTraffic(packet.transport), ...details };
  walk.faults.push(fault);
  if (walk.pretence) return false;
  walk.fault = fault;
  const { rule } = REASONS[reason];
  walk.hops.at(-1)?.steps.push({ kind: 'dropped', rule, before: packet, after: packet, table: at, reason, ...details });
  return true;
}

export function ended(disposition: Disposition, at: string, packet: Packet): Next {
  return { to: 'end', disposition, at, packet };
}

/** Drops the packet; a diagnosis cannot go past this one. */
export function drop(walk: Walk, reason: DropReason, at: string, packet: Packet, about?: string, row?: Row): Next {
  stops(walk, reason, at, packet, about, row);
  return ended(reason === 'RT_LOOP' ? 'looped' : 'dropped', at, packet);
}

/** The end of a packet at the last fault: `stops` has just ended it, or a diagnosis has no idea where it should go on. */
export function stoppedAt(walk: Walk, packet: Packet): Next {
  const fault = walk.faults.at(-1);
  invariant(fault, 'stopped without a fault');
  return ended(fault.reason === 'RT_LOOP' ? 'looped' : 'dropped', fault.at, packet);
}

/** Whether the packet has been at this node with these ends before: routing keeps no memory, so it would come round for ever. */
export function comesRound(walk: Walk, node: string, packet: Packet, keepsSource: boolean): boolean {
  const key = keepsSource ? `${node} ${packet.ip.source} ${packet.ip.destination}` : `${node} ${packet.ip.destination}`;
  if (walk.visited.includes(key)) return true;
  walk.visited.push(key);
  return false;
}
