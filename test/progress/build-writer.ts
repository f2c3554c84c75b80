import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program that writes saves as the game does, to be run and killed as a process of its own: `code` has `openStore`. */
export async function buildWriter(code: string): Promise<{ readonly file: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-writer-'));
  const file = join(folder, 'writer.mjs');
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  await build({
    stdin: {
      contents: `import { openStore } from './src/progress/store.ts';${code}`,
      resolveDir: root,
      loader: 'ts',
    },
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['conf'],
  });
  return { file, remove: () => rmSync(folder, { recursive: true }) };
}
