// Where the time between a key and the last byte of its frame goes: Node's own profiler runs inside the game, and each of its samples
// that falls between the two is put down to a part of the program by the file that its innermost function is from.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleProgram } from '../bundle.mjs';
import { bundlePeer, ROWS } from './ink-peer.mjs';
import { keyGroups, keysSize, peerGroups } from './keys.mjs';
import { openTerminal } from './terminal.mjs';

const PRESSES = 120;
const INTERVAL = 200;
/** Microseconds between two samples beyond which somebody else had the processor. */
const LONGEST = 3 * INTERVAL;
const CTRL_C = '\u0003';

const WAITING = 'beside it: the terminal, the bench, other programs';
const OTHER = 'Node itself';
/** The first that fits; a function of Node's or V8's own belongs to whoever called it. */
const PARTS = [
  [/^\(idle\)/, WAITING],
  [/^\(garbage collector\)/, 'garbage'],
  [/key-by-key|ui\/keys|ui\/mouse|input-parser|parse-keypress|use-input|components\/App\.js/, 'reading the key'],
  [/src\/(game|control|dataplane|levels|cloud|net|progress)\/|play-state|pane-keys|use-play/, 'session and state'],
  [/frame-update|log-update|cursor-helpers|ink\/build\/ink\.js/, 'writing what differs'],
  [/yoga|^wasm:|ink\/build\/(dom|styles|measure-text|wrap-text|get-max-width)/, 'layout (yoga)'],
  [/react|scheduler|ink-select-input|ink\/build\/(reconciler|components|hooks)/, 'React and components'],
  [/src\/(ui|text)\//, 'our drawing'],
  [/node_modules|\.scripts/, "Ink's painting of rows"],
];

export async function profileKeys(root) {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-profile-'));
  try {
    const game = await profileGroups(keyGroups(await buildReadable(root, folder)), folder);
    const peerFile = await bundlePeer(root, ROWS, join(folder, 'rows.mjs'), { minify: false });
    const peer = await profileGroups(peerGroups(peerFile), folder);
    return table({
      p50: around(game, 0.4, 0.6),
      'slowest tenth': around(game, 0.9, 1),
      'bare Ink, p50': around(peer, 0.4, 0.6),
      'bare Ink, slowest tenth': around(peer, 0.9, 1),
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function buildReadable(root, folder) {
  const entry = join(root, 'src/cli/main.ts');
  const isPart = /\/(run-command|play-game|play-linear)\.ts$/;
  const { files } = await bundleProgram({ entry, isPart, quick: ['play-game', 'trace', 'check'], fast: true });
  for (const { name, contents } of files) writeFileSync(join(folder, name), contents);
  return join(folder, 'blackfoot.js');
}

/** For each press the milliseconds of each part. */
async function profileGroups(groups, folder) {
  const presses = [];
  for (const group of groups) {
    const profiles = mkdtempSync(join(folder, 'profile-'));
    const spans = await pressKeys(group, profiles);
    const [file] = readdirSync(profiles);
    presses.push(...attribute(JSON.parse(readFileSync(join(profiles, file), 'utf8')), spans));
  }
  return presses;
}

/** The microseconds, on the profiler's clock, of each key and of the last byte that it led to. */
async function pressKeys({ command: [node, ...args], opening, keys }, folder) {
  const profiling = ['--cpu-prof', '--cpu-prof-interval', `${INTERVAL}`, '--cpu-prof-dir', folder];
  const terminal = openTerminal([node, ...profiling, ...args], keysSize);
  await terminal.settle(1000);
  for (const key of opening) await terminal.press(key, 800);
  const spans = [];
  for (let press = 0; press < PRESSES; press++) {
    const start = Number(process.hrtime.bigint() / 1000n);
    const { time } = await terminal.press(keys[press % keys.length]);
    if (time !== undefined) spans.push([start, start + time * 1000]);
  }
  terminal.write(CTRL_C);
  await terminal.exit;
  await terminal.close();
  return spans;
}

function attribute({ nodes, samples, timeDeltas, startTime }, spans) {
  const partOfNode = partsOf(nodes);
  const presses = spans.map(() => ({}));
  let at = 0;
  let time = startTime;
  samples.forEach((id, index) => {
    time += timeDeltas[index];
    while (at < spans.length && time > spans[at][1]) at++;
    if (at === spans.length || time < spans[at][0]) return;
    const own = Math.min(timeDeltas[index], LONGEST);
    add(presses[at], partOfNode.get(id), own);
    add(presses[at], WAITING, timeDeltas[index] - own);
  });
  return presses;
}

function add(press, part, microseconds) {
  press[part] = (press[part] ?? 0) + microseconds / 1000;
}

function partsOf(nodes) {
  const files = new Map();
  const parts = new Map();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (node, inherited) => {
    const { functionName, url } = node.callFrame;
    const source = url === '' ? functionName : sourceOf(node.callFrame, files);
    const part = PARTS.find(([pattern]) => pattern.test(source))?.[1] ?? inherited;
    parts.set(node.id, part);
    for (const child of node.children ?? []) visit(byId.get(child), part);
  };
  visit(nodes[0], OTHER);
  return parts;
}

/** esbuild writes the name of each file over what comes from it. */
function sourceOf({ url, lineNumber }, files) {
  if (!/^(file:|\/)/.test(url)) return url;
  const path = url.startsWith('file:') ? fileURLToPath(url) : url;
  if (!files.has(path)) {
    let source = '';
    const lines = readFileSync(path, 'utf8').split('\n');
    files.set(
      path,
      lines.map((line) => (source = /^\s*\/\/ (\S+\/\S+\.\w+)$/.exec(line)?.[1] ?? source)),
    );
  }
  return files.get(path)[lineNumber] ?? '';
}

/** What the game itself has to do. */
const sumOf = (press) => Object.entries(press).reduce((sum, [part, time]) => (part === WAITING ? sum : sum + time), 0);

/** The mean of the presses that lie between two quantiles, for a part or, without one, for all that the game does. */
function around(presses, from, to) {
  const ordered = presses.toSorted((a, b) => sumOf(a) - sumOf(b));
  const chosen = ordered.slice(Math.floor(ordered.length * from), Math.ceil(ordered.length * to));
  const value = (press, part) => (part === undefined ? sumOf(press) : (press[part] ?? 0));
  return (part) => chosen.reduce((sum, press) => sum + value(press, part), 0) / chosen.length;
}

function table(columns) {
  const parts = PARTS.map(([, part]) => part).filter((part) => part !== WAITING);
  const rows = [...[...parts, OTHER].map((part) => [part, part]), ['together', undefined], [WAITING, WAITING]];
  return [
    `| ms of a key | ${Object.keys(columns).join(' | ')} |`,
    `| --- |${' --: |'.repeat(Object.keys(columns).length)}`,
    ...rows.map(
      ([label, part]) =>
        `| ${label} | ${Object.values(columns)
          .map((of) => of(part).toFixed(2))
          .join(' | ')} |`,
    ),
  ].join('\n');
}
