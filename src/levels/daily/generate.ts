// The daily packet: a puzzle made from a date and from nothing else, so that everybody has the same one. What is drawn is a candidate;
// it becomes the day's puzzle if the level contract has nothing to say about it, the search for a shorter answer included.

import { listMoves } from '../../control/form.ts';
import { invariant } from '../../invariant.ts';
import { CATALOGS } from '../../text/catalog.ts';
import type { Language } from '../../text/language.ts';
import { collectProblems, type LevelProblem } from '../contract.ts';
import type { Level, LevelText } from '../level.ts';
import { parseLevel } from '../parse.ts';
import { parseLevelText } from '../parse-level-text.ts';
import { proveAnswers } from '../prove-answers.ts';
import { checkTexts } from '../texts.ts';
import { chanceOf } from './chance.ts';
import { DAILY_VERSION, dailyId } from './date.ts';
import { draw, planOf } from './plan.ts';
import { makePuzzle } from './puzzle.ts';
import { drawTone, type Words, writeText } from './write-text.ts';

export interface Daily {
  /** The level's file. */
  readonly level: unknown;
  readonly texts: Readonly<Record<Language, LevelText>>;
  /** No answer has fewer edits than `atLeast`, and no rule of the contract has anything to say. */
  readonly proof: { readonly atLeast: number; readonly problems: readonly LevelProblem[] };
  /** How many candidates were drawn, and how many Worlds the proof looked at in all of them. */
  readonly candidates: number;
  readonly states: number;
}

/** More than any date has needed, by far. */
const CANDIDATES = 400;

/** A day's proof looks at no more Worlds than this; what needs more is not the day's puzzle. */
const STATES = 300;

export function generateDaily(date: string): Daily {
  let states = 0;
  for (let candidates = 1; candidates <= CANDIDATES; candidates++) {
    const tried = tryCandidate(date, candidates);
    states += tried?.states ?? 0;
    if (tried?.daily) return { ...tried.daily, candidates, states };
  }
  throw new Error(`broken invariant: no puzzle for ${date} among ${CANDIDATES} candidates`);
}

interface Tried {
  readonly states: number;
  readonly daily?: Pick<Daily, 'level' | 'texts' | 'proof'>;
}

function tryCandidate(date: string, number: number): Tried | undefined {
  const chance = chanceOf(`${DAILY_VERSION}/${date}/${number}`);
  const plan = planOf(date, chance);
  const drawn = draw(chance, plan);
  const puzzle = drawn && makePuzzle(dailyId(date), drawn, plan, chance);
  if (!puzzle) return undefined;
  const level = parseLevel(puzzle.file);
  if (!level.ok || isTooWide(level.value)) return undefined;
  const tone = drawTone(chance);
  const write = (words: Words) => readText(writeText(puzzle, level.value.start, tone, words));
  const texts = { en: write(CATALOGS.en.dailyPuzzle), ko: write(CATALOGS.ko.dailyPuzzle) };
  const { problems, report } = collectProblems(level.value.id);
  checkTexts(level.value, Object.entries(texts), report);
  const { states, atLeast } = proveAnswers(level.value, report, { all: STATES, near: 0 });
  const proof = { atLeast, problems };
  return problems.length === 0 ? { states, daily: { level: puzzle.file, texts, proof } } : { states };
}

/** So many moves at the start that the proof would be cut off in all likelihood. */
function isTooWide({ start, tools, par }: Level): boolean {
  return par > 2 && listMoves(start, tools).length > MOVES;
}

const MOVES = 12;

function readText(file: unknown): LevelText {
  const text = parseLevelText(file);
  invariant(text.ok, 'the words of a puzzle do not read');
  return text.value;
}
