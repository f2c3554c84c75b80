import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const run = fileURLToPath(new URL('run.mjs', import.meta.url));

test('a change to any line of net is noticed by its tests, but for the few that change no answer', () => {
  const { status, stdout } = spawnSync(process.execPath, [run, 'net'], { encoding: 'utf8' });
  const [, score] = /^All files *\| *(?<score>[\d.]+)/m.exec(stdout) ?? [];
  expect(status).toBe(0);
  expect(Number(score)).toBeGreaterThan(95);
});
