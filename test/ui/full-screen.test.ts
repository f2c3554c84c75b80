// What reaches the terminal of what Ink writes and of what the hold on the screen does.

import { PassThrough } from 'node:stream';
import type { WriteStream } from 'node:tty';
import { expect, test } from 'vitest';
import { FullScreen } from '../../src/ui/full-screen.ts';

const [ENTER, LEAVE, ERASE] = ['\u001B[?1049h', '\u001B[?1049l', '\u001B[H\u001B[J'];

function open() {
  const stdout = new PassThrough({ encoding: 'utf8' });
  const modes: boolean[] = [];
  const screen = new FullScreen({
    stdin: {
      setRawMode(on: boolean) {
        modes.push(on);
        return this as never;
      },
    },
    stdout: stdout as unknown as WriteStream,
    clear: () => stdout.write('\u001B[2K\u001B[1A'),
    reportsMouse: () => false,
  });
  return { screen, stdout, modes, written: () => stdout.read() as string | null };
}

test('the first frame erases what is there, and no other does', () => {
  const { stdout, written } = open();
  for (const chunk of [ENTER, '\u001B[?25l', 'one', 'two']) stdout.write(chunk);
  expect(written()).toBe(`\u001B[?25l${ERASE}onetwo`);
});

test('after a new size the next frame is whole, and Ink forgets its own without a word to the terminal', () => {
  const { stdout, written } = open();
  stdout.write('one');
  stdout.emit('resize');
  stdout.write('\u001B[?2026h');
  stdout.write('one');
  expect(written()).toBe(`${ERASE}one\u001B[?2026h${ERASE}one`);
});

test('once Ink has left the screen nothing is taken, given back or erased any more', () => {
  const { screen, stdout, modes, written } = open();
  stdout.write('one');
  stdout.emit('resize');
  stdout.write(LEAVE);
  screen.take();
  screen.giveBack();
  stdout.emit('resize');
  stdout.write('goodbye');
  expect(written()).toBe(`${ERASE}one${LEAVE}goodbye`);
  expect(modes).toEqual([]);
});
