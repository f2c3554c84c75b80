// A short question about a small network, for one wrong belief. The network is a level's, under other names and addresses, as somebody
// who holds the belief has left it; the choices are what becomes of the same packet in its sibling networks.

import { type Chance, chanceOf } from '../daily/chance.ts';
import type { WrongAnswer } from '../level.ts';
import type { Library } from '../library.ts';
import { parseLevel } from '../parse.ts';
import { parseLevelText } from '../parse-level-text.ts';
import { carryOut } from '../replay.ts';
import { askEc2 } from './ask-ec2.ts';
import { askPacket, askQuestion, type Exercise, type Read } from './asking.ts';
import { type Clue, listClues } from './clues.ts';
import type { Observation } from './observe.ts';
import { makeVary, type Vary } from './vary.ts';

export interface Wish {
  /** The belief's number. */
  readonly number: number;
  /** The same seed asks the same. */
  readonly seed: string;
  readonly language: string;
  /** Levels whose things the player has met; others only where these have nothing to ask. */
  isMet(levelId: string): boolean;
}

/** Undefined only where no level has anything to ask about the belief. */
export function makeExercise(library: Library, { number, seed, language, isMet }: Wish): Exercise | undefined {
  const chance = chanceOf(seed);
  const clues = chance.shuffle(listClues(library, number));
  const inOrder = [...clues.filter(({ levelId }) => isMet(levelId)), ...clues.filter(({ levelId }) => !isMet(levelId))];
  for (const clue of inOrder) {
    const exercise = askAbout(library, clue, language, chance);
    if (exercise) return exercise;
  }
  return undefined;
}

/** Under other names and addresses, or as the level has it where an answer that hangs on them is no longer among the choices. */
export function askAbout(library: Library, clue: Clue, language: string, chance: Chance): Exercise | undefined {
  return ask(library, clue, language, chance, makeVary(chance)) ?? ask(library, clue, language, chance, (same) => same);
}

function ask(
  { sources }: Library,
  { levelId, wrong: index }: Clue,
  language: string,
  chance: Chance,
  vary: Vary,
): Exercise | undefined {
  const level = parseLevel(vary(sources.levels[levelId]));
  const text = parseLevelText(vary(sources.texts[language]?.[levelId] ?? sources.texts.en?.[levelId]));
  if (!level.ok || !text.ok) return undefined;
  const read = { level: level.value, text: text.value };
  const { predict, start, wrong } = read.level;
  if (index === undefined) return predict && askQuestion(read, predict, start, chance);
  return wrong[index] && askAboutWrong(read, wrong[index], chance);
}

function askAboutWrong(read: Read, wrong: WrongAnswer, chance: Chance): Exercise | undefined {
  const { level } = read;
  const goal = level.goals.find(({ id }) => id === wrong.goal);
  if (!goal) return askEc2(read, wrong, chance);
  const world = carryOut(level.start, wrong.operations);
  if (goal.expect === 'answer') {
    const question = level.questions.find(({ id }) => id === goal.question);
    return question && askQuestion(read, question, level.start, chance);
  }
  // What a frame on the wire does is a question for its own level.
  if (!('probe' in goal) || Object.hasOwn(level.start.frames, goal.probe.from)) return undefined;
  const observation = OBSERVATION_OF[wrong.code] ?? 'fate';
  return (
    askPacket(read, world, goal, observation, chance) ??
    (observation === 'fate' ? undefined : askPacket(read, world, goal, 'fate', chance))
  );
}

/** What is worth asking where a goal fails with this code; else what becomes of the packet. */
const OBSERVATION_OF: Readonly<Record<string, Observation>> = {
  WRONG_PATH: 'way',
  SOURCE_NOT_ALLOWED: 'source',
  SEEN_AS_ANOTHER: 'source',
};
