// A well-known workshop of the terminal, fetched for the comparison: what players are used to.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PACKAGE = 'learnyounode@4.2.2';

/** Its program and a way to be rid of it; undefined where npm cannot reach it. */
export function fetchLearnyounode() {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-peer-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  try {
    execFileSync('npm', ['install', PACKAGE, '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 120_000,
    });
  } catch {
    remove();
    return undefined;
  }
  return { program: join(folder, 'node_modules/.bin/learnyounode'), remove };
}
