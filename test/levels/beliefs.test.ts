// Where each wrong belief is broken: the table in levels/beliefs.md, made from the levels themselves.
// After a change of levels: npx vitest run test/levels/beliefs.test.ts -u

import { expect, test } from 'vitest';
import { BELIEFS, type Belief, beliefNumbered } from '../../src/levels/beliefs.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { listCards } from '../../src/levels/codex.ts';
import { listClues } from '../../src/levels/review/clues.ts';
import { CATALOGS } from '../../src/text/catalog.ts';

const library = builtInLibrary();
const cards = listCards(library);

/** Numbers that a level says it breaks, or that its filed wrong answers show. */
function numbersOf(id: string): readonly number[] {
  const level = library.level(id);
  const drawn = library.faults(id).flatMap(({ breaks }) => breaks ?? []);
  return level.ok
    ? [...level.value.breaks, ...level.value.wrong.flatMap(({ breaks }) => breaks ?? []), ...drawn]
    : drawn;
}

function rowOf({ number, id, concept }: Belief): string {
  const levels = library.entries.filter((entry) => numbersOf(entry.id).includes(number));
  const questions = listClues(library, number).length;
  const card = cards.find((one) => one.concept === concept);
  const { belief } = CATALOGS.en.beliefs[id];
  return `| ${[
    number,
    belief,
    levels.map(({ position }) => position).join(', ') || '–',
    questions || '–',
    card ? library.conceptName(card.concept, 'en') : '–',
  ].join(' | ')} |`;
}

const TABLE = `# Where each wrong belief is broken

The numbers are those of \`breaks\` in a level and in its filed wrong answers. The beliefs and what is so stand in
\`src/levels/beliefs.ts\` and \`src/text/<language>/beliefs.ts\`. A review asks about the networks that filed wrong answers leave, and the
levels' own predictions, under other names and addresses; the card is the codex card that says what is so.

Made from the levels: \`npx vitest run test/levels/beliefs.test.ts -u\`.

| # | what is believed | levels | review questions | codex card |
| --- | --- | --- | --- | --- |
${BELIEFS.map(rowOf).join('\n')}
`;

test('the table of wrong beliefs is that of the levels as they are', async () => {
  await expect(TABLE).toMatchFileSnapshot('../../levels/beliefs.md');
});

test.each(BELIEFS.map((belief) => [belief.number, belief.id, belief] as const))(
  'belief %i (%s) is broken by a level, a question or a card',
  (number, _id, { concept }) => {
    const isBroken =
      library.entries.some(({ id }) => numbersOf(id).includes(number)) ||
      listClues(library, number).length > 0 ||
      cards.some((card) => card.concept === concept);
    expect(isBroken).toBe(true);
  },
);

test.each(library.entries.map(({ id }) => id))('%s breaks no belief that nobody has named', (id) => {
  expect(numbersOf(id).filter((number) => !beliefNumbered(number))).toEqual([]);
});
