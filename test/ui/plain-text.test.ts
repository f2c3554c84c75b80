import { expect, test } from 'vitest';
import { EMPTY_SAVE } from '../../src/progress/progress.ts';
import { ASCII, ROUND } from '../../src/ui/lines.ts';
import { glyphsOf } from '../../src/ui/map/glyphs.ts';
import { plainText } from '../../src/ui/plain-text.ts';
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

test.each(['pair', 'arrow', 'back'] as const)('a plain map and plain texts have one sign for one thing: %s', (name) => {
  expect(glyphsOf(ASCII)[name]).toBe(plainText(glyphsOf(ROUND)[name]));
});
