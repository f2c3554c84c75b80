// Windows' ways with files that are open, told to us by errors, which is all that differs.

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isBusy, moveFile } from '../../src/progress/busy.ts';

function twoFiles(): { readonly from: string; readonly to: string } {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-busy-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [from, to] = [join(folder, 'draft'), join(folder, 'file')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  return { from, to };
}

/** As `renameSync` where the target is open elsewhere for the first `times` tries. */
function busyFor(times: number, code = 'EPERM') {
  let tries = 0;
  const rename: typeof renameSync = (from, to) => {
    if (tries++ < times) throw Object.assign(new Error(`${code}: operation not permitted, rename`), { code });
    renameSync(from, to);
  };
  return { rename, tries: () => tries };
}

describe('a file is moved over another', () => {
  test('at once', () => {
    const { from, to } = twoFiles();
    moveFile(from, to);
    expect(readFileSync(to, 'utf8')).toBe('new');
    expect(existsSync(from)).toBe(false);
  });

  test.each(['EPERM', 'EACCES', 'EBUSY'])('on Windows as soon as nobody has it open any more (%s)', (code) => {
    const { from, to } = twoFiles();
    const { rename, tries } = busyFor(3, code);
    moveFile(from, to, { rename, platform: 'win32' });
    expect(readFileSync(to, 'utf8')).toBe('new');
    expect(tries()).toBe(4);
  });

  test('or not at all where it stays open, and then both are as they were', () => {
    const { from, to } = twoFiles();
    const { rename } = busyFor(Number.POSITIVE_INFINITY);
    expect(() => moveFile(from, to, { rename, platform: 'win32' })).toThrow('EPERM');
    expect([from, to].map((file) => readFileSync(file, 'utf8'))).toEqual(['new', 'old']);
  });

  test.each([
    ['linux', 'EPERM'],
    ['darwin', 'EACCES'],
    ['win32', 'ENOENT'],
    ['win32', 'ENOSPC'],
  ] as const)('with no second try on %s after %s', (platform, code) => {
    const { from, to } = twoFiles();
    const { rename, tries } = busyFor(1, code);
    expect(() => moveFile(from, to, { rename, platform })).toThrow(code);
    expect(tries()).toBe(1);
    expect(isBusy({ code }, platform)).toBe(false);
  });
});
