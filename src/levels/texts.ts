// What the contract asks of a level's words: every key there in every language, nothing too wide for 80 columns, four hints that differ.

import { columns } from '../text/columns.ts';
import type { Level, LevelText } from './level.ts';

type Report = (rule: string, message: string, remedy?: string) => void;

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
  storyLines: 3,
  hints: 4,
} as const;

export function checkTexts(level: Level, texts: readonly (readonly [string, LevelText])[], report: Report): void {
  for (const [language, text] of texts) {
    checkKeys(level, language, text, report);
    checkWidths(language, text, report);
    if (text.hints.length !== LIMITS.hints) report('text', `${language}: ${text.hints.length} hints, not four`);
    if (new Set(text.hints).size !== text.hints.length) report('text', `${language}: two hints are alike`);
  }
}

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
  for (const [id, goal] of Object.entries(text.goals)) fits(`goals.${id}`, goal, LIMITS.goal);
  text.hints.forEach((hint, index) => fits(`hint ${index + 1}`, hint, LIMITS.hint));
  text.card.forEach((line, index) => fits(`card line ${index + 1}`, line, LIMITS.card));
  if (text.predict) fits('predict', text.predict, LIMITS.predict);
  for (const [id, choice] of Object.entries(text.choices)) fits(`choices.${id}`, choice, LIMITS.choice);
}
