// A key writes only what has changed. Whatever it was, the screen must then be the one that a whole paint gives: Ctrl-L is one.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { PROJECT_NAME, savePath } from '../../src/progress/saved-file.ts';
import { type KeyName, type Screen, startGame } from './pty.ts';

const sizes = [
  [80, 24],
  [100, 30],
  [140, 45],
] as const;
const games = ['en', 'ko'].flatMap((language) => sizes.map(([columns, rows]) => ({ language, columns, rows })));

async function open({ language, columns, rows }: (typeof games)[number]): Promise<Screen> {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-frames-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  // A packet that walks by itself draws frames of its own.
  mkdirSync(join(home, PROJECT_NAME));
  writeFileSync(
    savePath(join(home, PROJECT_NAME)),
    JSON.stringify({ version: 1, levels: {}, settings: { motion: 'off' } }),
  );
  const screen = startGame(['play', '4.3', '--lang', language], { home, columns, rows });
  onTestFinished(() => screen.close());
  await screen.waitFor(/4\.3 .*\n[\s\S]*q/);
  return screen;
}

/** Presses keys or types letters, and waits for what they draw. */
async function drawn(screen: Screen, act: () => void): Promise<void> {
  const before = screen.frames;
  act();
  await screen.waitFor(() => screen.frames > before);
}

/** Each of them changes something on the play screen, in this order. */
const beforeTheSend = [
  ...['tab', 'tab', 'tab', 'shift-tab', 'escape', 'down', 'down', 'up', 'enter', 'down', 'escape'],
  ...['?', 'escape', ':', 'a', 'w', 's', ' ', 'tab', 'backspace', 'escape', 'h', 'escape'],
];
const afterTheSend = [
  ...['i', ...Array<string>(22).fill('right'), 't', 'left', 'left', 't'],
  ...['up', 'down', 'enter', 'down', 'escape', 'tab', 'escape'],
];

test.each(games)(
  'in $language at $columns x $rows every key leaves the screen that a whole paint would',
  async (game) => {
    const screen = await open(game);
    const send = (key: string) => (key.length === 1 ? screen.type(key) : screen.press(key as KeyName));
    const check = async (keys: readonly string[]) => {
      for (const key of keys) {
        await drawn(screen, () => send(key));
        const changed = screen.cells();
        await drawn(screen, () => screen.press('ctrl-l'));
        expect(screen.cells(), `after ${key}`).toEqual(changed);
      }
    };
    await drawn(screen, () => screen.press('enter'));
    await check(beforeTheSend);
    await drawn(screen, () => screen.press('space'));
    await drawn(screen, () => screen.press('space'));
    await check(afterTheSend);
  },
);
