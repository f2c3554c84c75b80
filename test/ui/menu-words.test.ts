// Every entry and every question of the menus has words of its own: without them a player reads the API's.

import { expect, test } from 'vitest';
import { findOperation, OPERATIONS } from '../../src/control/operations/registry.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { CATALOGS, LANGUAGES } from '../../src/text/catalog.ts';

const library = builtInLibrary();

/** Shown in the words of the level's own question or puzzle. */
const OWN_WORDS = new Set(['op.Answer', 'ask.Question', 'ask.Value', 'ask.Puzzle', 'ask.Tile']);

/** Operations and parameters that built-in levels use; parameters of which the menu asks one together stand under the first. */
function wordsNeeded(): ReadonlySet<string> {
  const keys = library.entries.flatMap(({ id }) => {
    const level = library.level(id);
    if (!level.ok) throw new Error(`${id} does not read`);
    const asked = [...level.value.reference, ...level.value.wrong.flatMap(({ operations }) => operations)];
    return [
      ...level.value.tools.map(({ name }) => `op.${name}`),
      ...asked.flatMap(({ name, input }) => {
        const { oneOf = [], asks = [] } = findOperation(name) ?? {};
        const grouped = new Set([...oneOf, ...asks.filter((each) => typeof each !== 'string')].flat());
        return Object.keys(input).flatMap((key) => (grouped.has(key) ? [] : [`ask.${key}`]));
      }),
    ];
  });
  return new Set(keys.filter((key) => !OWN_WORDS.has(key)));
}

/** In the sandbox every operation is in the menu, and a menu cannot do without what the operation requires. */
function wordsOfAll(): readonly string[] {
  const edits = OPERATIONS.filter(({ effect }) => effect === 'edit');
  return edits.flatMap(({ name, parameters }) => {
    const required = Object.entries(parameters).filter(([, parameter]) => parameter.required);
    return [`op.${name}`, ...required.map(([key]) => `ask.${key}`)].filter((key) => !OWN_WORDS.has(key));
  });
}

test.each(LANGUAGES)('in %s', (language) => {
  const known = Object.keys(CATALOGS[language].game);
  expect([...wordsNeeded()].filter((key) => !known.includes(key))).toEqual([]);
});

test.each(LANGUAGES)('of every operation there is, in %s', (language) => {
  const known = Object.keys(CATALOGS[language].game);
  expect(wordsOfAll().filter((key) => !known.includes(key))).toEqual([]);
});
