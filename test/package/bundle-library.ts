import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles `code` with the given plugins, as the build would, and imports what comes out. */
export async function bundleLibrary<Module>(code: string, plugins: Plugin[]): Promise<Module> {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-patch-'));
  try {
    const outfile = join(folder, 'library.mjs');
    await build({
      stdin: { contents: code, resolveDir: root },
      outfile,
      plugins,
      bundle: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      define: { 'process.env.NODE_ENV': '"production"' },
      supported: { 'regexp-set-notation': true, 'regexp-unicode-property-escapes': true },
      logLevel: 'silent',
    });
    return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)) as Module;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
