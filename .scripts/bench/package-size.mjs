import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './statistics.mjs';
import { timeRun } from './terminal.mjs';

const run = promisify(execFile);

/** Bytes, and the milliseconds from `npx` of the tarball to the first frame: with nothing cached, and again with npm's cache warm. */
export async function measurePackage({ root, rounds }) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-npx-'));
  try {
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], {
      cwd: root,
    });
    const [{ filename, size, unpackedSize, entryCount }] = JSON.parse(stdout);
    const tarball = join(folder, filename);
    const cold = [];
    const warm = [];
    for (let round = 0; round < rounds; round++) {
      const cache = mkdtempSync(join(folder, 'cache-'));
      cold.push(await timeNpx(tarball, cache));
      warm.push(await timeNpx(tarball, cache));
    }
    return { size, unpackedSize, entryCount, cold: median(cold), warm: median(warm) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function timeNpx(tarball, cache) {
  const command = ['npm', 'exec', '--offline', '--yes', `--package=${tarball}`, '--', 'blackfoot'];
  const env = { npm_config_cache: cache, npm_config_update_notifier: 'false' };
  const { until, output } = await timeRun(command, { until: '\u001B[H\u001B[J', env });
  if (until === undefined) throw new Error(`npx never got to a frame:\n${output}`);
  return until;
}
