// `npm run test:kernel`: bundles the suite and runs it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'blackfoot-kernel-'));
const outfile = join(folder, 'suite.mjs');
await build({
  entryPoints: [join(here, 'main.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  logLevel: 'error',
  define: { KERNEL_FOLDER: JSON.stringify(here) },
  // The YAML library asks for Node's own modules by `require`.
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
});
const { runSuite } = await import(pathToFileURL(outfile).href);
// Nothing is left in the temporary folder, however the run ends.
rmSync(folder, { recursive: true });
process.exitCode = await runSuite();
