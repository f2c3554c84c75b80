// The flow tables at each tap: which rows stateful devices hold while a packet is there, since when, and how long they have been idle.
// Source: D-NAT, D-NATT, D-NLB, D-CT, T17 (Hyperplane keeps per-flow state). Simplified: the rows of this exchange's own flows only.

import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import type { Address } from '../net/address.ts';
import { destinationPortOf, type Protocol, sourcePortOf } from '../net/packet.ts';
import type { BalancedFlow } from './balanced-flow.ts';
import { BALANCED_IDLE_SECONDS, natIdleSeconds, TRACKED_IDLE_SECONDS } from './idle.ts';
import type { NatFlow, Place, Step } from './step.ts';
import { listTaps, type Tap } from './taps.ts';
import type { Exchange } from './trace.ts';

/** A flow that the host of an interface tracks for a security group, as the interface sees it. */
export interface GroupFlow {
  /** The group whose rule let the first packet through. */
  readonly owner: string;
  readonly protocol: Protocol;
  readonly local: { readonly address: Address; readonly port: number };
  readonly remote: { readonly address: Address; readonly port: number };
}

export interface FlowRow<Flow> {
  readonly flow: Flow;
  /** `stands`: opened before. `opened`: by this packet. `forgotten`: it was idle for too long. */
  readonly state: 'stands' | 'opened' | 'forgotten';
  readonly idleSeconds: number;
  /** Seconds without a packet after which its device forgets it. */
  readonly lifeSeconds: number;
}

export interface FlowTables {
  readonly nat: readonly FlowRow<NatFlow>[];
  readonly balanced: readonly FlowRow<BalancedFlow>[];
  /** How long these have been idle is not worked out: only first packets are looked at. */
  readonly tracked: readonly FlowRow<GroupFlow>[];
}

/** The rows in force once an exchange's packets have passed these taps. */
export function flowTablesAt(world: World, exchange: Exchange, passed: readonly Tap[]): FlowTables {
  return {
    nat: rowsOf(exchange, passed, natFlows, (flow) => natIdleSeconds(world, flow)),
    balanced: rowsOf(exchange, passed, balancedFlows, ({ protocol }) => balancedLife(protocol)),
    tracked: rowsOf(exchange, passed, groupFlows, ({ protocol }) => TRACKED_IDLE_SECONDS[protocol]),
  };
}

function rowsOf<Flow>(
  { opening, idleSeconds = 0 }: Exchange,
  passed: readonly Tap[],
  flowsOf: (tap: Tap) => readonly Flow[],
  lifeOf: (flow: Flow) => number,
): readonly FlowRow<Flow>[] {
  const before = opening ? [...listTaps(opening.request), ...listTaps(opening.reply!)] : [];
  const standing = [...new Set(before.flatMap(flowsOf))];
  const touched = new Set(passed.flatMap(flowsOf));
  const known = standing.map((flow): FlowRow<Flow> => {
    const lifeSeconds = lifeOf(flow);
    if (idleSeconds >= lifeSeconds) return { flow, state: 'forgotten', idleSeconds, lifeSeconds };
    return { flow, state: 'stands', idleSeconds: touched.has(flow) ? 0 : idleSeconds, lifeSeconds };
  });
  const opened = [...touched]
    .filter((flow) => !standing.includes(flow))
    .map((flow): FlowRow<Flow> => ({ flow, state: 'opened', idleSeconds: 0, lifeSeconds: lifeOf(flow) }));
  return [...known, ...opened];
}

function balancedLife(protocol: Protocol): number {
  return BALANCED_IDLE_SECONDS[protocol === 'udp' ? 'udp' : 'tcp'];
}

const natFlows = ({ step: { row } }: Tap): readonly NatFlow[] => (row && 'inside' in row ? [row] : []);
const balancedFlows = ({ step: { row } }: Tap): readonly BalancedFlow[] => (row && 'front' in row ? [row] : []);

const groupFlows = memoByIdentity(({ also, step, place }: Tap): readonly GroupFlow[] =>
  [...also, step].filter(opensTracked).map((each) => groupFlow(each, place)),
);

/** A rule of a group has let a first packet through. A refusal, too, names the rule. */
function opensTracked({ kind, rule }: Step): boolean {
  return kind === 'filtered' && rule === 'group-rule';
}

/** What a group remembers of it. Only what leaves a host is still without its wraps; whether the rule still stands does not matter. */
function groupFlow({ table, before: { wraps, ip, transport } }: Step, place: Place): GroupFlow {
  const source = { address: ip.source, port: sourcePortOf(transport) };
  const destination = { address: ip.destination, port: destinationPortOf(transport) };
  const [local, remote] = place === 'host' && wraps.length === 0 ? [source, destination] : [destination, source];
  return { owner: table!, protocol: transport.protocol, local, remote };
}
