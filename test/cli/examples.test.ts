import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { blackfoot, temporaryFolder } from './run-blackfoot.ts';

const folder = fileURLToPath(new URL('../../assets/examples/', import.meta.url));

test.each(readdirSync(folder))('%s runs in an empty region', async (name) => {
  expect(await blackfoot(['run', 'empty', `${folder}${name}`])).toMatchObject({ code: 0, stderr: '' });
});

/** From, to, port; the exit code of `trace` is 0 when the answer comes back. */
const ways: readonly (readonly [string, string, string, number])[] = [
  ['client', 'web', '443', 0],
  ['client', 'web', '22', 1],
  ['client', 'app', '8080', 1],
  ['app', 'client', '443', 0],
  ['web', 'app', '8080', 0],
  ['web', 'app', '443', 1],
];

test('the two-tier example lets through what it says', async () => {
  const home = temporaryFolder();
  const built = await blackfoot(['run', 'empty', `${folder}two-tier.sh`, '--out', 'two-tier.json'], { home });
  expect(built.code).toBe(0);
  for (const [from, to, port, code] of ways) {
    const traced = await blackfoot(['trace', 'two-tier.json', '--from', from, '--to', to, '--port', port], { home });
    expect([from, to, port, traced.code]).toEqual([from, to, port, code]);
  }
});
