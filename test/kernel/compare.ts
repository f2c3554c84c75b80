// The same question put to the simulator and to the kernel, and where their answers differ.

import type { World } from '../../src/cloud/world.ts';
import { type Exchange, traceExchange } from '../../src/dataplane/trace.ts';
import type { End, Hands, Heard, SentProbe } from './hands.ts';
import { layOut, wrapFrame } from './layout.ts';
import { planWorld } from './plan.ts';
import { type Question, strangersOf } from './probes.ts';
import { GUEST, HOST, OUTSIDE } from './station.ts';

export interface Disagreement {
  readonly question: Question;
  readonly exchange: Exchange;
  readonly heard: Heard;
  /** What differs: `delivered`, `seen`, `replied` … */
  readonly about: string;
}

export interface Comparison {
  readonly questions: number;
  readonly sent: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly disagreements: readonly Disagreement[];
  readonly seconds: readonly [number, number];
}

export async function compareWorld(world: World, questions: readonly Question[], hands: Hands): Promise<Comparison> {
  const exchanges = questions.map((question) => traceExchange(world, question));
  const plan = planWorld(world, strangersOf(world, questions));
  const probes = questions.map((question, id) => toSend(world, question, exchanges[id] as Exchange, id));
  const { results, sent, seconds } = await hands.carryOut(plan, probes);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of exchanges) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  const disagreements = questions.flatMap((question, id) => {
    const [exchange, heard] = [exchanges[id] as Exchange, results[id] as Heard];
    const about = differ(question, exchange, heard);
    return about ? [{ question, exchange, heard, about }] : [];
  });
  return { questions: questions.length, sent, outcomes, disagreements, seconds };
}

function toSend(world: World, question: Question, { outcome }: Exchange, id: number): SentProbe {
  const { from, source, to, protocol, port, sourcePort } = question;
  const expect = { delivered: outcome !== 'dropped', replied: outcome === 'conversed' };
  const frame = world.frames[from];
  const station = frame ? HOST(frame.fromHost) : Object.hasOwn(world.instances, from) ? GUEST(from) : OUTSIDE(from);
  const probe = { id, station, protocol, source, destination: to, port, sourcePort, expect };
  return frame ? { ...probe, frame: wrapFrame(layOut(world), frame) } : probe;
}

function differ(question: Question, { outcome, request, seen, flows }: Exchange, heard: Heard): string | undefined {
  if ((outcome !== 'dropped') !== (heard.delivered !== null)) return 'delivered';
  if ((request.disposition === 'refused') !== heard.refused) return 'refused';
  if ((outcome === 'conversed') !== heard.replied) return 'replied';
  if (!seen || !heard.delivered) return undefined;
  if (request.at !== heard.delivered.machine) return 'machine';
  const swapped = flows.some(({ outside }) => outside.port === seen.source.port);
  if (!isSameSource(seen.source, heard.delivered.source, swapped)) return 'source seen';
  // An echo has one identifier for both ends, which a NAT changes.
  const { address, port } = heard.delivered.destination;
  if (address !== seen.destination.address) return 'destination seen';
  if (question.protocol !== 'icmp' && port !== seen.destination.port) return 'destination seen';
  return undefined;
}

function isSame(one: End, other: End): boolean {
  return one.address === other.address && one.port === other.port;
}

/** Which port a NAT hands out is its own affair; that it is one that it may hand out is not. */
function isSameSource(simulated: End, real: End, swapped: boolean): boolean {
  if (!swapped) return isSame(simulated, real);
  return simulated.address === real.address && real.port >= 1024 && real.port <= 65535;
}
