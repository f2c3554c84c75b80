// The program is killed at any moment of its saving, again and again, and nothing that it had said was saved is ever lost.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { readSaveFile } from '../../src/progress/read-save.ts';
import { savePath } from '../../src/progress/saved-file.ts';
import { openStore } from '../../src/progress/store.ts';
import { buildWriter } from './build-writer.ts';

/** KILLS=500 asks for more of them. */
const KILLS = Number(process.env.KILLS ?? 30);
/** How many saves the longest-lived writer makes before it is killed. */
const LONGEST = 25;

let writer: string;

beforeAll(async () => {
  // Says which saves are done, each as soon as it is.
  const built = await buildWriter(`
    import { writeSync } from 'node:fs';
    const [cwd, name] = process.argv.slice(2);
    const store = openStore({ cwd });
    for (let number = 0; ; number++) {
      store.save({ levels: { [name + '-' + number]: { solved: true, stars: 3, moves: number } }, settings: { motion: 'off' } });
      writeSync(1, '.');
    }`);
  writer = built.file;
  return built.remove;
});

/** How many saves a writer had told of when it died: it is killed as soon as it tells of the last one, in the middle of the next. */
function killAfter(child: ChildProcess, saves: number, delay: number): Promise<number> {
  let done = 0;
  child.stdout?.on('data', (dots: Buffer) => {
    done += dots.length;
    // Some turns later, so that each write is met at another place.
    if (done >= saves) inTurns(delay, () => child.kill('SIGKILL'));
  });
  return new Promise((resolve) => child.on('close', () => resolve(done)));
}

function inTurns(turns: number, work: () => void): void {
  if (turns === 0) work();
  else setImmediate(() => inTurns(turns - 1, work));
}

test(`killed ${KILLS} times while it saves, the game loses nothing`, { timeout: 30_000 + KILLS * 3_000 }, async () => {
  const cwd = mkdtempSync(join(tmpdir(), 'blackfoot-killed-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const told: string[] = [];
  for (let round = 0; round < KILLS; round++) {
    // Ten writers' levels at most, or each save would be longer than the one before.
    const name = `round-${round % 10}`;
    const done = await killAfter(spawn(process.execPath, [writer, cwd, name]), 1 + (round % LONGEST), (round * 7) % 41);
    told.push(...Array.from({ length: done }, (_, number) => `${name}-${number}`));
    const file = readSaveFile(savePath(cwd));
    expect(file).toMatchObject({ kind: 'read', damaged: false });
    const levels = file.kind === 'read' ? file.save.levels : {};
    expect(told.filter((id) => !levels[id]?.solved)).toEqual([]);
  }
  const store = openStore({ cwd });
  store.save({ levels: { last: { stars: 1 } } });
  expect(store.notice).toBeUndefined();
  // What the killed had begun to write is swept up.
  expect(readdirSync(cwd)).toEqual(['config.json']);
});
