// Disks and homes as they really are: full, read-only, shared. The game goes on, and nothing that was won is lost.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { EMPTY_SAVE, mergeSaves, parseSave, type Save } from '../../src/progress/progress.ts';
import { readSaveFile, readSaveText } from '../../src/progress/read-save.ts';
import { savePath } from '../../src/progress/saved-file.ts';
import { openStore } from '../../src/progress/store.ts';
import { blackfoot, temporaryFolder } from '../cli/run-blackfoot.ts';

const won = (id: string) => ({ levels: { [id]: { solved: true, stars: 3, moves: 1 } } });

/** A disk of its own for a test; undefined where none can be mounted. */
function mountDisk(options: string): string | undefined {
  const place = mkdtempSync(join(tmpdir(), 'blackfoot-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'blackfoot-test', place], { stdio: 'ignore' });
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    // A disk that was full may be held a moment longer by what failed on it.
    execFileSync('umount', ['--lazy', place]);
    rmSync(place, { recursive: true });
  });
  return place;
}

function canMount(): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const probe = mkdtempSync(join(tmpdir(), 'blackfoot-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'blackfoot-test', probe], { stdio: 'ignore' });
    execFileSync('umount', [probe]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true });
  }
}

describe.skipIf(!canMount())('on a disk (skipped where nothing may be mounted: it needs Linux and root)', () => {
  test('that is full, the old save stays whole, and all is written once there is room', async () => {
    const cwd = mountDisk('size=64k') as string;
    openStore({ cwd }).save(won('before'));
    const store = openStore({ cwd });
    fill(cwd);
    store.save({ ...won('while-full'), settings: { language: 'ko' } });
    expect(store.notice).toMatchObject({ kind: 'unwritable', reason: 'ENOSPC' });
    expect(readSaveFile(savePath(cwd))).toMatchObject({ kind: 'read', damaged: false, save: won('before') });
    rmSync(join(cwd, 'filler'));
    store.save(won('after'));
    expect(store.notice).toBeUndefined();
    const again = openStore({ cwd });
    expect(Object.keys(again.progress.levels).sort()).toEqual(['after', 'before', 'while-full']);
    expect(again.settings).toEqual({ language: 'ko' });
    // What was being written when the disk was full is taken away a moment later.
    await expect.poll(() => readdirSync(cwd)).toEqual(['config.json']);
  });

  test('that is full from the start, nothing is left half written', () => {
    const cwd = mountDisk('size=64k') as string;
    fill(cwd);
    const store = openStore({ cwd });
    store.save(won('first'));
    expect(store.notice).toMatchObject({ kind: 'unwritable', reason: 'ENOSPC' });
    expect(readSaveFile(savePath(cwd)).kind).toBe('none');
  });

  test('that is read-only, what it holds is read, and the game goes on', async () => {
    const home = mountDisk('size=1m') as string;
    openStore({ cwd: join(home, 'blackfoot') }).save(won('before'));
    execFileSync('mount', ['-o', 'remount,ro', home]);
    const store = openStore({ cwd: join(home, 'blackfoot') });
    store.save(won('now'));
    expect(store.notice).toMatchObject({ kind: 'unwritable', reason: 'EROFS' });
    expect(Object.keys(store.progress.levels)).toEqual(['before', 'now']);
    const { code, stdout } = await blackfoot(['progress', 'export'], { home, cwd: tmpdir() });
    expect(code).toBe(0);
    expect(parseSave(JSON.parse(stdout))).toMatchObject({ ok: true, value: { save: won('before') } });
  });
});

/** Until not one more byte goes in. */
function fill(folder: string): void {
  for (const size of [4096, 1]) {
    try {
      for (;;) writeFileSync(join(folder, 'filler'), 'x'.repeat(size), { flag: 'a' });
    } catch {
      // Full, for pieces of this size.
    }
  }
}

const record = fc.record(
  {
    solved: fc.boolean(),
    moves: fc.nat(99),
    dollars: fc.nat(9999).map((cents) => cents / 100),
    exposure: fc.nat(9),
    stars: fc.nat(3),
    hints: fc.nat(4),
  },
  { requiredKeys: ['solved', 'stars', 'hints'] },
);
const id = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}$/);
const saves: fc.Arbitrary<Save> = fc
  .record({
    levels: fc.dictionary(id, record, { maxKeys: 8 }),
    settings: fc.record({ theme: fc.constantFrom('dark', 'none') }),
  })
  .map((parts) => ({ ...EMPTY_SAVE, ...parts }));

describe('a save carried from one machine to another', () => {
  test('reads as it was written', () => {
    fc.assert(
      fc.property(saves, (save) => {
        expect(readSaveText(JSON.stringify(save))).toEqual({ kind: 'read', save, damaged: false });
      }),
    );
  });

  test('is the best of both, whichever of them takes the other over, and once or twice', () => {
    fc.assert(
      fc.property(saves, saves, (mine, theirs) => {
        const merged = mergeSaves(mine, theirs);
        expect(merged.levels).toEqual(mergeSaves(theirs, mine).levels);
        expect(mergeSaves(merged, theirs)).toEqual(merged);
      }),
    );
  });

  test('by export and import is whole', async () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    openStore({ cwd: join(here, 'blackfoot') }).save({ ...won('unused-gate'), settings: { theme: 'light' } });
    const file = join(here, 'carried.json');
    expect(await blackfoot(['progress', 'export', file], { home: here })).toMatchObject({ code: 0 });
    expect(await blackfoot(['progress', 'import', file], { home: there })).toMatchObject({ code: 0 });
    const carried = readFileSync(savePath(join(there, 'blackfoot')), 'utf8');
    expect(JSON.parse(carried)).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
