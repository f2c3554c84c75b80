// Each setting changes the screen at once, and is kept.

import { describe, expect, test } from 'vitest';
import { EMPTY_SAVE, type Settings } from '../../src/progress/progress.ts';
import { keyIn, PLAY_KEYS, playAction, shownKeys } from '../../src/ui/keys.ts';
import { openGame } from './open-game.tsx';
import { stillsLibrary } from './stills-level.ts';

const SIZE = { columns: 80, rows: 24 };

function open(settings: Settings = {}, more: object = {}) {
  const save = { ...EMPTY_SAVE, settings: { motion: 'off', ...settings } };
  return openGame({ library: stillsLibrary(), ...SIZE, save, first: { screen: 'settings' }, ...more });
}

test.each([
  ['the language', [], { language: 'ko' }, '설정'],
  ['the colours', ['down'], { theme: 'light' }, 'for light terminals'],
  ['the keys', ['down', 'down', 'down'], { keys: 'vim' }, 'h l step'],
  ['the frames', ['up', 'up'], { ascii: true }, '+ How it looks -'],
])('%s', async (_, keys, kept, shown) => {
  const game = await open();
  await game.press(...keys, 'enter');
  expect(game.text()).toContain(shown);
  expect(game.save().settings).toMatchObject(kept);
});

test('every theme comes round', async () => {
  const game = await open();
  const seen: string[] = [];
  await game.press('down');
  for (let turn = 0; turn < 4; turn++) {
    await game.press('enter');
    seen.push(game.save().settings.theme ?? '');
  }
  expect(seen).toEqual(['light', 'sixteen', 'none', 'dark']);
});

test('a terminal of sixteen colours says so, and offers what it has', async () => {
  const game = await open({}, { colourDepth: 4 });
  expect(game.text()).toContain('the terminal has no more');
  await game.press('down', 'enter');
  expect(game.save().settings.theme).toBe('none');
  await game.press('enter');
  expect(game.save().settings.theme).toBe('sixteen');
});

test('a terminal without colours says so, and the wish is kept for another', async () => {
  const game = await open({ theme: 'light' }, { colourDepth: 1 });
  expect(game.text()).toContain('NO_COLOR');
  await game.press('down', 'enter');
  expect(game.save().settings.theme).toBe('light');
});

describe('the vim keys', () => {
  test('h goes back, and H is the hint that h was', async () => {
    const game = await openGame({
      library: stillsLibrary(),
      ...SIZE,
      save: { ...EMPTY_SAVE, settings: { motion: 'off', keys: 'vim' } },
    });
    await game.press('enter', 'enter');
    expect(game.text()).toContain('H hint');
    await game.press('enter', 'h');
    expect(game.text()).not.toContain('Hints');
    await game.press('H');
    expect(game.text()).toContain('Hints');
  });

  test('take no action from anybody: each is still on a key', () => {
    const reached = new Set(
      [...'abcdefghijklmnopqrstuvwxyzHRG:?', 'space', 'tab', 'shift-tab', 'escape', 'ctrl-r'].map((key) =>
        playAction(keyIn('vim', key)),
      ),
    );
    for (const { action } of PLAY_KEYS) expect(reached).toContain(action);
  });

  test('are told as they are', () => {
    for (const { action, keys } of PLAY_KEYS) {
      const shown = shownKeys('vim')[action].replace('⇧tab', 'shift-tab');
      expect(keys).toContain(keyIn('vim', shown));
    }
  });

  test('leave the command line alone: there letters are letters', async () => {
    const game = await open({ keys: 'vim' }, { first: { screen: 'play', levelId: 'first-road' } });
    await game.press(':', 'h', 'j', 'k', 'l');
    expect(game.text()).toContain('hjkl');
  });
});
