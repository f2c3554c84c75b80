// Start-up, as multiples of `node -e 0`. All cases run in turn, so that a noisy minute falls on all of them alike.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePeer, HELLO } from './ink-peer.mjs';
import { fetchLearnyounode } from './learnyounode.mjs';
import { median } from './statistics.mjs';
import { timeRun } from './terminal.mjs';

const node = process.execPath;
// What the splash writes in front of Ink's first frame.
const firstFrame = '\u001B[H\u001B[J';

export async function measureStartUp({ root, program, commands, rounds }) {
  const peers = await buildPeers(root);
  const workshop = fetchLearnyounode();
  const cases = {
    base: { command: [node, '-e', '0'], time: 'exit' },
    paint: { command: [node, program], until: firstFrame, time: 'firstByte' },
    title: { command: [node, program], until: firstFrame, time: 'until' },
    ...Object.fromEntries(
      Object.entries(commands).map(([name, args]) => [name, { command: [node, program, ...args], time: 'exit' }]),
    ),
    inkBundled: { command: [node, peers.bundled], until: 'hello', time: 'until' },
    inkUnbundled: { command: [node, peers.unbundled], until: 'hello', time: 'until' },
    ...(workshop && { learnyounode: { command: [node, workshop.program, 'version'], time: 'exit' } }),
  };
  const times = Object.fromEntries(Object.keys(cases).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, { command, until, time }] of Object.entries(cases)) {
      const run = await timeRun(command, { until, env: { NODE_ENV: 'production' } });
      if (run[time] === undefined) throw new Error(`${command.join(' ')} never got there:\n${run.output}`);
      times[name].push(run[time]);
    }
  }
  peers.remove();
  workshop?.remove();
  const base = median(times.base);
  const milliseconds = Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  return {
    base,
    milliseconds,
    ratio: (name) => (milliseconds[name] === undefined ? undefined : milliseconds[name] / base),
  };
}

async function buildPeers(root) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-peers-'));
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const unbundledFolder = mkdtempSync(join(root, 'node_modules/.cache/peers-'));
  const unbundled = join(unbundledFolder, 'hello.mjs');
  writeFileSync(unbundled, HELLO);
  const bundled = await bundlePeer(root, HELLO, join(folder, 'hello.mjs'));
  const remove = () => {
    for (const each of [folder, unbundledFolder]) rmSync(each, { recursive: true });
  };
  return { bundled, unbundled, remove };
}
