// Every built-in level is won from its briefing to its result, once by menus alone and once by commands alone.

import { describe, expect, test } from 'vitest';
import { printCommand } from '../../src/control/command.ts';
import { startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import type { Level, LevelText } from '../../src/levels/level.ts';
import { listFlaws } from './measure.ts';
import { menuKeys } from './menu-keys.ts';
import { openGame } from './open-game.tsx';

const library = builtInLibrary();

function read(id: string): { level: Level; text: LevelText } {
  const level = library.level(id);
  const text = library.text(id, 'en');
  if (!level.ok || !text.ok) throw new Error(`${id} does not read`);
  return { level: level.value, text: text.value };
}

const SIZE = { columns: 80, rows: 24 };

function openLevel(levelId: string) {
  return openGame({ library, ...SIZE, first: { screen: 'briefing', levelId } });
}

type OpenGame = Awaited<ReturnType<typeof openLevel>>;

/** Sends, passing the prediction where there is one, and goes on to the result. */
async function finish(game: OpenGame, { id, predict }: Level) {
  await game.press('space', ...(predict ? ['space'] : []));
  expect(game.text()).toContain('All goals met');
  await game.press('enter');
  expect(game.text()).toContain('Solved');
  expect(listFlaws(game.lines(), SIZE)).toEqual([]);
  expect(game.save().levels[id]).toMatchObject({ solved: true, stars: 3 });
}

describe.each(library.entries.map(({ id, position }) => [position, id] as const))('%s %s', (_, id) => {
  const { level, text } = read(id);

  test('is won by menus alone', async () => {
    const game = await openLevel(id);
    await game.press('enter', ...menuKeys(startSession(level), level.reference, text));
    await finish(game, level);
  });

  test('is won by commands alone', async () => {
    const game = await openLevel(id);
    await game.press('enter');
    for (const operation of level.reference) {
      await game.press(':');
      await game.enterText(printCommand(operation));
      await game.press('enter');
    }
    await finish(game, level);
  });
});
