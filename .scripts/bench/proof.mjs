// The proof of every level, as `blackfoot prove` gives it.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export async function measureProof(program) {
  const start = performance.now();
  const { stdout } = await run(process.execPath, [program, 'prove', '--json'], { maxBuffer: 1 << 28 });
  const seconds = (performance.now() - start) / 1000;
  const { ok, levels } = JSON.parse(stdout);
  if (!ok) throw new Error('The levels do not prove: run `blackfoot prove`.');
  return { seconds, levels: levels.length, states: levels.reduce((sum, { states }) => sum + states, 0) };
}
