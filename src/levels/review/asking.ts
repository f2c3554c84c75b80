// One question about one network: its choices, and the answer, which is read from the trace and never written.

import type { World } from '../../cloud/world.ts';
import type { Operation, OperationError } from '../../control/operation.ts';
import type { Probe } from '../../dataplane/probe.ts';
import { type Exchange, traceExchange } from '../../dataplane/trace.ts';
import type { Chance } from '../daily/chance.ts';
import { worldAfter } from '../judge.ts';
import type { Level, LevelText, ProbeGoal, Question } from '../level.ts';
import { readAnswer } from '../reading.ts';
import { carryOut } from '../replay.ts';
import { type Observation, observe, sourcesOnTheWay } from './observe.ts';

export type Asks =
  /** A question in the level's own words. */
  | { readonly kind: 'question'; readonly words: string; readonly direction: 'request' | 'reply' }
  | { readonly kind: Observation; readonly probe: Probe; readonly event?: string | undefined }
  | { readonly kind: 'refusal'; readonly operation: Operation };

export interface Exercise {
  readonly level: Level;
  readonly text: LevelText;
  /** The network that is shown. */
  readonly world: World;
  readonly asks: Asks;
  readonly choices: readonly string[];
  readonly answer: string;
  /** What the packet does, and in which network: an event may have come between. */
  readonly packet?: { readonly exchange: Exchange; readonly world: World };
  readonly refusal?: OperationError;
}

const CHOICES = 4;

/** A level and its words. */
export interface Read {
  readonly level: Level;
  readonly text: LevelText;
}

export function askQuestion(
  { level, text }: Read,
  question: Question,
  world: World,
  chance: Chance,
): Exercise | undefined {
  const { reads, id, choices } = question;
  const words = question === level.predict ? text.predict : text.questions[id];
  const then = worldAfter(level, world, reads.after);
  const answer = readAnswer(then, reads);
  if (words === undefined || answer === undefined || !choices.includes(answer)) return undefined;
  return {
    level,
    text,
    world,
    asks: { kind: 'question', words, direction: reads.direction },
    choices: chance.shuffle(choices),
    answer,
    packet: { exchange: traceExchange(then, reads.probe), world: then },
  };
}

export function askPacket(
  { level, text }: Read,
  world: World,
  { probe, after }: ProbeGoal,
  kind: Observation,
  chance: Chance,
): Exercise | undefined {
  const send = (from: World) => {
    const then = worldAfter(level, from, after);
    return { world: then, exchange: traceExchange(then, probe, { openedIn: from }) };
  };
  const packet = send(world);
  const answer = observe(kind, packet.exchange, packet.world);
  const siblings = siblingsOf(level).map(send);
  const others = [
    ...(kind === 'fate' ? ['conversed'] : []),
    ...chance.shuffle(siblings.map((sibling) => observe(kind, sibling.exchange, sibling.world))),
    ...(kind === 'fate' ? COMMON_FATES : []),
    ...(kind === 'source' ? sourcesOnTheWay(packet.exchange) : []),
  ];
  const choices = chooseFrom(others, answer, chance);
  if (choices.length < 2) return undefined;
  return { level, text, world, asks: { kind, probe, event: after }, choices, answer, packet };
}

/** What else might become of a packet, where the siblings are few. */
const COMMON_FATES = ['request NO_ROUTE_TO_DESTINATION', 'reply NO_ROUTE_TO_DESTINATION', 'request BAD_STATE_ROUTE'];

/** The networks that the same level knows: as it began, mended, and every other way wrong. */
function siblingsOf({ start, reference, wrong }: Level): readonly World[] {
  return [start, carryOut(start, reference), ...wrong.map(({ operations }) => carryOut(start, operations))];
}

/** The likeliest come first: that all goes well, as the belief expects, then what happens in the siblings. */
function chooseFrom(others: readonly string[], answer: string, chance: Chance): readonly string[] {
  const wrong = [...new Set(others)].filter((other) => other !== answer && other !== '');
  return chance.shuffle([answer, ...wrong.slice(0, CHOICES - 1)]);
}
