import { expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { openGame } from './open-game.tsx';
import { stillsLibrary } from './stills-level.ts';

const TOUR = [['enter'], ['enter'], ['enter'], ['left'], ['space'], ['space'], ['left'], ['q'], ['?']];

test('with plain frames no screen has a sign outside ASCII, whatever the texts hold', async () => {
  const save = { ...EMPTY_SAVE, settings: { ascii: true, motion: 'off' } } as const;
  const game = await openGame({ library: stillsLibrary(), columns: 80, rows: 24, save });
  for (const keys of TOUR) {
    await game.press(...keys);
    expect(game.text().match(/[^\x20-\x7E\n]/g) ?? []).toEqual([]);
  }
});
