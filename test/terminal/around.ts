// The game between two looks at its terminal: the settings as `stty -g` prints them, and every mode that the screen's parser knows.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished } from 'vitest';
import { PROJECT_NAME, savePath } from '../../src/progress/saved-file.ts';
import { type Screen, startTerminal } from './pty.ts';

const program = fileURLToPath(new URL('../../dist/blackfoot.js', import.meta.url));

/**
 * Writes down the terminal's settings, plays, writes them down again, and stays until they have been looked at: a terminal that closes may
 * swallow its last words. The game's process id is written down too, for those who send signals.
 */
const AROUND = `
stty -g > before
sh -c 'echo $$ > pid; exec "$@"' game "$@"
echo "left with $?"
stty -g > after
echo looked
read -r end`;

export interface Around {
  readonly screen: Screen;
  readonly home: string;
  pid(): number;
}

interface AroundOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What is saved before the game starts. */
  readonly save?: object;
}

export function startAround(
  args: readonly string[],
  { columns = 100, rows = 30, env, save }: AroundOptions = {},
): Around {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-terminal-'));
  if (save) {
    mkdirSync(join(home, PROJECT_NAME));
    writeFileSync(savePath(join(home, PROJECT_NAME)), JSON.stringify(save));
  }
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const screen = startTerminal(['sh', '-c', AROUND, 'around', process.execPath, program, ...args], {
    home,
    columns,
    rows,
    cwd: home,
    ...(env && { env }),
  });
  onTestFinished(() => screen.close());
  return { screen, home, pid: () => Number(readFileSync(join(home, 'pid'), 'utf8')) };
}

/** What a terminal is like that nobody has used. */
const UNTOUCHED = {
  buffer: 'normal',
  cursorVisible: true,
  applicationCursorKeysMode: false,
  applicationKeypadMode: false,
  bracketedPasteMode: false,
  insertMode: false,
  mouseTrackingMode: 'none',
  originMode: false,
  reverseWraparoundMode: false,
  sendFocusMode: false,
  synchronizedOutputMode: false,
  wraparoundMode: true,
  kittyKeys: 0,
};

/** Never asked for, or asked to be as it was. */
const GIVEN_BACK = [undefined, '\u001B[>4m', '\u001B[>4;0m', '\u001B[0 q', '\u001B[ q', '\u001B[r'];

/** The game has ended with one of these codes, and the terminal is byte for byte as before. */
export async function expectGivenBack({ screen, home }: Around, ...codes: readonly number[]): Promise<string> {
  const text = await screen.waitFor(/^looked$/m);
  const [before, after] = ['before', 'after'].map((name) => readFileSync(join(home, name), 'utf8'));
  expect(before).toMatch(/^[\da-f]+(:[\da-f]+)+\n$/);
  expect(after).toBe(before);
  expect(codes.map((code) => `left with ${code}`)).toContain(/left with \d+/.exec(text)?.[0]);
  expectUntouched(screen);
  return text;
}

export function expectUntouched(screen: Screen): void {
  const { modifiedKeys, cursorShape, scrollRegion, ...modes } = screen.modes;
  expect(modes).toMatchObject(UNTOUCHED);
  for (const last of [modifiedKeys, cursorShape, scrollRegion]) expect(GIVEN_BACK).toContain(last);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
