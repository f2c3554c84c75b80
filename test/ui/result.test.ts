// The result screen: its pages as stills, and where its keys lead.

import { describe, expect, test } from 'vitest';
import type { Language } from '../../src/text/catalog.ts';
import { listFlaws } from './measure.ts';
import { openGame } from './open-game.tsx';
import { LEVEL, stillsLibrary } from './stills-level.ts';

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 100, rows: 30 },
  { columns: 140, rows: 45 },
] as const;

const ROUTE = 'aws ec2 create-route --route-table-id rtb-red --destination-cidr-block 0.0.0.0/0 --gateway-id igw-1';
/** A longer way: vm has two addresses in turn. */
const DETOUR =
  'aws ec2 associate-address --allocation-id eipalloc-spare --network-interface-id eni-vm --allow-reassociation';

async function win(commands: string, size: { columns: number; rows: number } = SIZES[0], language: Language = 'en') {
  const game = await openGame({
    library: stillsLibrary({ plain: true }),
    ...size,
    language,
    first: { screen: 'play', levelId: LEVEL },
  });
  await game.paste(commands);
  await game.press('space', 'space', 'enter');
  await game.settle();
  return game;
}

describe.each(['en', 'ko'] as const)('%s', (language) => {
  describe.each(SIZES)('$columns x $rows', (size) => {
    test.each([
      ['result-at-par', ROUTE, []],
      ['result-beyond-par', `${DETOUR}\n${ROUTE}`, []],
      ['result-answers', `${DETOUR}\n${ROUTE}`, ['a']],
      ['result-bill', ROUTE, ['b']],
    ])('%s', async (name, commands, keys) => {
      const game = await win(commands, size, language);
      await game.press(...keys);
      const file = `stills/${name}.${language}.${size.columns}x${size.rows}.txt`;
      await expect(`${game.lines().join('\n')}\n`).toMatchFileSnapshot(file);
      expect(listFlaws(game.lines(), size)).toEqual([]);
    });
  });
});

test('after a prediction it says how well the player knows what they know', async () => {
  const library = stillsLibrary({ plain: true });
  const game = await openGame({ library, ...SIZES[0], first: { screen: 'play', levelId: LEVEL } });
  await game.press('space', 'right', 'enter', 'q');
  await game.paste(ROUTE);
  await game.press('space', 'enter');
  await game.settle();
  expect(game.text()).toContain('right 1 of 1 when sure, 0 of 0 when not');
  expect(game.save().levels[LEVEL]?.prediction).toEqual({ choice: 'host-a', right: true, sure: true });
});

test('each star stands beside what it is for', async () => {
  const game = await win(`${DETOUR}\n${ROUTE}`);
  expect(game.text()).toContain('★ solved   ☆ at par   ★ cheap and closed');
});

test('pages are turned both ways, round and round, and q leads back to the first', async () => {
  const game = await win(ROUTE);
  await game.press('right');
  expect(game.text()).toContain('[Answers]');
  await game.press('tab');
  expect(game.text()).toContain('[Bill]');
  await game.press('right');
  expect(game.text()).toContain('[Result]');
  await game.press('left');
  expect(game.text()).toContain('[Bill]');
  await game.press('q');
  expect(game.text()).toContain('[Result]');
});

test('an answer that is the best in every way is told once', async () => {
  const game = await win(ROUTE);
  await game.press('a');
  expect(game.text()).toContain('Yours, the cheapest, the least exposed, the reference');
  expect(game.text().match(/create-route/g)).toHaveLength(1);
});

test.each([
  ['r', 'What will you change?'],
  ['q', 'Levels'],
  ['c', 'Codex'],
])('%s leads to %s', async (key, text) => {
  const game = await win(ROUTE);
  await game.press(key);
  expect(game.text()).toContain(text);
});
