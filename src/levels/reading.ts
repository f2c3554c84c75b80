// Reads the answer to a question, or the order of a puzzle's tiles, from a trace of a World.

import type { World } from '../cloud/world.ts';
import type { Probe } from '../dataplane/probe.ts';
import type { Hop, Step, Trace } from '../dataplane/step.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { destinationPortOf, type Packet, sourcePortOf } from '../net/packet.ts';
import type { Puzzle, Reading } from './level.ts';

interface Place {
  readonly hop: Hop;
  readonly step: Step;
}

/** The answer that the packet gives; undefined when the trace has no such step. */
export function readAnswer(world: World, reading: Reading): string | undefined {
  if (reading.field === 'failing-flows') return String(countFailing(world, reading.probe));
  const exchange = traceExchange(world, reading.probe);
  if (reading.field === 'outcome') return exchange.outcome;
  const trace = exchange[reading.direction];
  if (!trace) return undefined;
  if (reading.field === 'code') return trace.fault?.code ?? trace.disposition;
  if (reading.field === 'hops-between-hosts') return String(countBetween(trace));
  const place = findStep(trace, reading);
  return place && readField(place, reading);
}

/** Up to so many flows are tried one by one; of more it is known that if one fails, so do those after it. */
const TRIED_SINGLY = 100;

/** How many of the probe's flows, all standing at once, do not get their answer. */
function countFailing(world: World, probe: Probe): number {
  const { flow: all = 1 } = probe;
  const works = (flow: number) =>
    traceExchange(world, { ...probe, flow }, { recording: false }).outcome === 'conversed';
  if (all <= TRIED_SINGLY)
    return Array.from({ length: all }, (_, index) => works(index + 1)).filter((it) => !it).length;
  let [working, failing] = [0, all + 1];
  while (failing - working > 1) {
    const middle = Math.floor((working + failing) / 2);
    if (works(middle)) working = middle;
    else failing = middle;
  }
  return all - working;
}

function listSteps(trace: Trace): readonly Place[] {
  return trace.hops.flatMap((hop) => hop.steps.map((step) => ({ hop, step })));
}

function findStep(trace: Trace, { step: kind, node }: Reading): Place | undefined {
  const all = listSteps(trace);
  if (!kind && !node) return all.at(-1);
  return all.find(({ hop, step }) => (!kind || step.kind === kind) && (!node || hop.node === node));
}

function readField({ hop, step }: Place, { field, when }: Reading): string | undefined {
  const packet = when === 'before' ? step.before : step.after;
  if (field === 'node') return hop.node;
  if (field === 'place') return hop.place;
  if (field === 'table') return step.table;
  if (field === 'route') return step.row && 'destination' in step.row ? step.row.destination : undefined;
  if (field === 'target') return step.row && 'target' in step.row ? step.row.target : undefined;
  return readHeader(packet, field);
}

function readHeader({ wraps, ip, transport }: Packet, field: Reading['field']): string | undefined {
  const underlay = wraps.find((wrap) => wrap.layer === 'underlay');
  const vpc = wraps.find((wrap) => wrap.layer === 'vpc');
  switch (field) {
    case 'source':
      return `${ip.source}:${sourcePortOf(transport)}`;
    case 'destination':
      return `${ip.destination}:${destinationPortOf(transport)}`;
    case 'source-address':
      return ip.source;
    case 'destination-address':
      return ip.destination;
    case 'outer-source':
      return underlay?.source;
    case 'outer-destination':
      return underlay?.destination;
    default:
      return vpc?.vpcId;
  }
}

/** How many forwarding devices stand between the sender's host and the receiver's. */
function countBetween(trace: Trace): number {
  const hosts = trace.hops.flatMap(({ place }, index) => (place === 'host' ? [index] : []));
  return Math.max(0, (hosts.at(-1) ?? 0) - (hosts[0] ?? 0) - 1);
}

/** The tiles that the trace has steps for, in the order in which it takes them. */
export function readOrder(world: World, { probe, direction, tiles }: Puzzle): readonly string[] {
  const trace = traceExchange(world, probe)[direction];
  if (!trace) return [];
  const steps = listSteps(trace);
  const at = (tile: Puzzle['tiles'][number]) =>
    steps.findIndex(
      ({ hop, step }) =>
        step.kind === tile.step && (!tile.node || hop.node === tile.node) && (!tile.rule || step.rule === tile.rule),
    );
  return tiles
    .map((tile) => ({ id: tile.id, index: at(tile) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)
    .map(({ id }) => id);
}
