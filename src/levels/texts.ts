// What the contract asks of a level's words: every key there in every language, nothing too wide for 80 columns, four hints that differ.

import { columns } from '../text/columns.ts';
import type { Report } from './contract.ts';
import { placesOf } from './hint-places.ts';
import type { Level, LevelText } from './level.ts';

/** Columns that each text may take, and lines. */
const LIMITS = {
  title: 40,
  teaches: 150,
  story: 76,
  goal: 60,
  hint: 220,
  card: 400,
  predict: 150,
  choice: 44,
  puzzle: 20,
  tile: 32,
  storyLines: 3,
  hints: 4,
} as const;

export function checkTexts(level: Level, texts: readonly (readonly [string, LevelText])[], report: Report): void {
  const places = level.fault ? [] : placesOf(level);
  for (const [language, text] of texts) {
    checkKeys(level, language, text, report);
    checkEmpty(language, text, report);
    checkWidths(language, text, report);
    checkHints(places, language, text.hints, report);
  }
}

/** Four rungs that differ; the second says where to look, so it names a component at which something is wrong. */
function checkHints(places: readonly string[], language: string, hints: readonly string[], report: Report): void {
  if (hints.length !== LIMITS.hints)
    report(
      'hint',
      `${language}: ${hints.length} hints, not four`,
      'idea, where to look, what kind of edit, a worked sibling',
    );
  const said = hints.filter((hint) => hint.trim() !== '');
  if (new Set(said).size !== said.length) report('hint', `${language}: two hints are alike`);
  if (said.length < hints.length) report('hint', `${language}: a hint is empty`);
  const [, where = ''] = hints;
  // Where another fault waits each time, no hint knows the place.
  if (where.trim() !== '' && places.length > 0 && !places.some((name) => where.includes(name)))
    report(
      'hint',
      `${language}: hint 2 names no component at which something fails or is to be changed`,
      `say where to look, by one of: ${places.slice(0, NAMED).join(', ')}`,
    );
}

/** Places that a remedy lists. */
const NAMED = 8;

function checkKeys(level: Level, language: string, text: LevelText, report: Report): void {
  const groups: readonly (readonly [string, readonly string[], Readonly<Record<string, string>>])[] = [
    ['goals', level.goals.map(({ id }) => id), text.goals],
    ['questions', level.questions.map(({ id }) => id), text.questions],
    ['puzzles', level.puzzles.map(({ id }) => id), text.puzzles],
    ['tiles', level.puzzles.flatMap(({ tiles }) => tiles.map(({ id }) => id)), text.tiles],
    ['events', Object.keys(level.events), text.events],
    ['wrong', level.wrong.map(({ id }) => id), text.wrong],
  ];
  for (const [group, needed, given] of groups) {
    for (const id of needed) if (!given[id]) report('text', `${language}: no text for ${group}.${id}`);
    for (const id of Object.keys(given))
      if (!needed.includes(id)) report('text', `${language}: ${group}.${id} belongs to nothing in the level`);
  }
  if (level.predict && !text.predict) report('text', `${language}: no text for the prediction`);
  const choices = [level.predict, ...level.questions].flatMap((question) => question?.choices ?? []);
  for (const choice of Object.keys(text.choices))
    if (!choices.includes(choice)) report('text', `${language}: choices.${choice} belongs to nothing in the level`);
}

/** What is there, and says nothing. */
function checkEmpty(language: string, { title, teaches, story, card }: LevelText, report: Report): void {
  for (const [part, words] of Object.entries({ title, teaches, story: story.join(''), card: card.join('') }))
    if (words.trim() === '') report('text', `${language}: ${part} is empty`, 'write it');
}

function checkWidths(language: string, text: LevelText, report: Report): void {
  const fits = (place: string, value: string, limit: number) => {
    if (columns(value) > limit)
      report('width', `${language}: ${place} takes ${columns(value)} columns, more than ${limit}`, 'shorten it');
  };
  fits('title', text.title, LIMITS.title);
  fits('teaches', text.teaches, LIMITS.teaches);
  if (text.story.length > LIMITS.storyLines)
    report('width', `${language}: the story has ${text.story.length} lines, more than ${LIMITS.storyLines}`);
  text.story.forEach((line, index) => fits(`story line ${index + 1}`, line, LIMITS.story));
  for (const [id, lines] of Object.entries(text.tickets ?? {}))
    lines.forEach((line, index) => fits(`tickets.${id} line ${index + 1}`, line, LIMITS.story));
  for (const [id, goal] of Object.entries(text.goals)) fits(`goals.${id}`, goal, LIMITS.goal);
  text.hints.forEach((hint, index) => fits(`hint ${index + 1}`, hint, LIMITS.hint));
  text.card.forEach((line, index) => fits(`card line ${index + 1}`, line, LIMITS.card));
  if (text.predict) fits('predict', text.predict, LIMITS.predict);
  for (const [id, choice] of Object.entries(text.choices)) fits(`choices.${id}`, choice, LIMITS.choice);
  for (const [id, puzzle] of Object.entries(text.puzzles)) fits(`puzzles.${id}`, puzzle, LIMITS.puzzle);
  for (const [id, tile] of Object.entries(text.tiles)) fits(`tiles.${id}`, tile, LIMITS.tile);
}
