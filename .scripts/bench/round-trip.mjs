// One ping there and back through the kernel's copy of a world, beside the same exchange in the simulator.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Microseconds of each; a sentence where this machine cannot send. */
export async function measureRoundTrip(root) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-round-trip-'));
  const kernel = join(root, 'test/kernel');
  const outfile = join(folder, 'round-trip.mjs');
  try {
    await build({
      entryPoints: [join(kernel, 'round-trip.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
      banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    });
    const { timeRoundTrip } = await import(pathToFileURL(outfile).href);
    return await timeRoundTrip(kernel);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
