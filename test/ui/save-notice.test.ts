// What is wrong with the save is said on the screen, where it happens, and no screen is torn by it.

import { describe, expect, test } from 'vitest';
import type { StoreNotice } from '../../src/progress/store.ts';
import { listFlaws } from './measure.ts';
import { openGame } from './open-game.tsx';
import { stillsLibrary } from './stills-level.ts';

const FULL: StoreNotice = {
  kind: 'unwritable',
  path: '/home/somebody/.config/blackfoot/config.json',
  reason: 'ENOSPC',
};
const NOTICES: readonly StoreNotice[] = [
  FULL,
  { kind: 'broken', keptAs: '/home/somebody/.config/blackfoot/config.broken.json' },
  { kind: 'damaged', keptAs: '/home/somebody/.config/blackfoot/config.damaged.json' },
  { kind: 'newer', path: '/home/somebody/.config/blackfoot/config.json', version: 9 },
];
const SIZE = { columns: 80, rows: 24 };

/** The last rows of the screen, where it is said. */
function said(lines: readonly string[]): string {
  return lines.slice(-4).join(' ').replace(/\s+/g, ' ');
}

describe.each(['en', 'ko'] as const)('in %s', (language) => {
  test.each(NOTICES)('$kind at the start stands below the title', async (notice) => {
    const game = await openGame({ library: stillsLibrary(), ...SIZE, language, notice });
    expect(said(game.lines())).toContain(' ! ');
    expect(listFlaws(game.lines(), SIZE)).toEqual([]);
  });

  test.each([
    '',
    'enter',
    'enter enter',
    'enter enter tab',
    'enter enter enter',
    'enter enter ?',
    'enter enter h',
    'enter enter space enter',
    'enter enter space enter left',
    'down enter',
    'enter enter :',
  ])('a save that fails after “%s” is said there, and the screen stays whole', async (keys) => {
    const game = await openGame({ library: stillsLibrary(), ...SIZE, language });
    if (keys !== '') await game.press(...keys.split(' '));
    await game.meetNotice(FULL);
    expect(said(game.lines())).toContain('ENOSPC');
    expect(listFlaws(game.lines(), SIZE)).toEqual([]);
    await game.meetNotice(undefined);
    expect(game.text()).not.toContain('ENOSPC');
  });
});

test('it is said once: the next screen has its rows again, and the title says it as long as it is so', async () => {
  const game = await openGame({ library: stillsLibrary(), ...SIZE });
  await game.press('enter', 'enter');
  await game.meetNotice(FULL);
  await game.press('q');
  expect(game.text()).not.toContain('ENOSPC');
  await game.press('q');
  expect(said(game.lines())).toContain('ENOSPC');
});
