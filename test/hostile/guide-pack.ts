// The pack of levels/README.md on the disk, for tests that break it.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

const readme = readFileSync(new URL('../../levels/README.md', import.meta.url), 'utf8');

/** The files that the guide tells an author to write, by their paths in the pack. */
export const GUIDE_FILES: Readonly<Record<string, string>> = Object.fromEntries(
  [...readme.matchAll(/^`my-pack\/([\w./-]+\.yaml)`\n\n```yaml\n([\s\S]*?)```/gm)].map(([, path, yaml]) => [
    path,
    yaml,
  ]),
);

export const LEVEL = pathOf('first-road.yaml');
export const TEXT = pathOf('first-road.en.yaml');

function pathOf(name: string): string {
  const path = Object.keys(GUIDE_FILES).find((each) => each.endsWith(`/${name}`));
  if (path === undefined) throw new Error(`the guide no longer has a ${name}`);
  return path;
}

export interface Folder {
  readonly home: string;
  readonly pack: string;
}

/** Writes the pack with some files changed, added, or, given null, left out. */
export function packWith(changes: Readonly<Record<string, string | Buffer | null>> = {}): Folder {
  const home = mkdtempSync(join(tmpdir(), 'blackfoot-hostile-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const pack = join(home, 'pack');
  for (const [path, content] of Object.entries({ ...GUIDE_FILES, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(pack, path)), { recursive: true });
    writeFileSync(join(pack, path), content);
  }
  return { home, pack };
}
