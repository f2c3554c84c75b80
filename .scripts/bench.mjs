// `npm run bench -- --profile`: where the time between a key and its frame goes.
// `npm run bench`: every figure that the design promises, beside its goal. Ratios are taken inside one run; times never fail a build.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundlePeer, ROWS } from './bench/ink-peer.mjs';
import { profileKeys } from './bench/key-profile.mjs';
import { keyGroups, measureKeys, peerGroups } from './bench/keys.mjs';
import { measurePackage } from './bench/package-size.mjs';
import { measureProof } from './bench/proof.mjs';
import { measureRoundTrip } from './bench/round-trip.mjs';
import { measureSimulator } from './bench/simulator.mjs';
import { measureStartUp } from './bench/start-up.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'dist/blackfoot.js');
const quick = process.argv.includes('--quick');

if (!existsSync(program)) {
  console.error('There is nothing to measure: run `npm run build` first.');
  process.exit(1);
}

if (process.argv.includes('--profile')) {
  console.log(await profileKeys(root));
  process.exit();
}

/** Why a figure is missing. */
const remarks = [];

/** @type {{ figure: string, value: number, unit: string, most?: number, least?: number }[]} */
const figures = [];

function atMost(most, figure, value, unit) {
  figures.push({ figure, value, unit, most, met: value <= most });
}

function atLeast(least, figure, value, unit) {
  figures.push({ figure, value, unit, least, met: value >= least });
}

function beside(figure, value, unit) {
  figures.push({ figure, value, unit });
}

const trace = ['trace', '2.1', '--from', 'vm-a', '--to', 'client'];
const check = ['check', '2.1', writeReference('unused-gate')];

async function benchStartUp() {
  const commands = { version: ['--version'], help: ['--help'], levels: ['levels'], trace, check };
  const { base, milliseconds, ratio } = await measureStartUp({ root, program, commands, rounds: quick ? 5 : 21 });
  beside('node -e 0', base, 'ms');
  atMost(1.4, 'first paint', ratio('paint'), 'x node');
  atMost(4.5, 'title ready for keys', ratio('title'), 'x node');
  beside('title ready for keys', milliseconds.title, 'ms');
  atMost(1.3, '--version', ratio('version'), 'x node');
  atMost(1.3, '--help', ratio('help'), 'x node');
  for (const command of ['levels', 'trace', 'check']) atMost(2.5, command, ratio(command), 'x node');
  beside('peer: Ink hello, bundled', ratio('inkBundled'), 'x node');
  beside('peer: Ink hello, not bundled', ratio('inkUnbundled'), 'x node');
  const workshop = ratio('learnyounode');
  if (workshop === undefined) remarks.push('learnyounode could not be fetched.');
  else beside('peer: learnyounode version', workshop, 'x node');
}

function writeReference(id) {
  const { levels } = JSON.parse(readFileSync(join(root, 'src/levels/built-in.json'), 'utf8'));
  const file = join(mkdtempSync(join(tmpdir(), 'blackfoot-bench-')), 'reference.sh');
  writeFileSync(file, levels[id].reference.join('\n'));
  return file;
}

async function benchPackage() {
  const { size, unpackedSize, entryCount, cold, warm } = await measurePackage({ root, rounds: quick ? 1 : 5 });
  atMost(300, 'package, packed', size / 1000, 'kB');
  atMost(1200, 'package, unpacked', unpackedSize / 1000, 'kB');
  beside('package, files', entryCount, '');
  atMost(1000, 'npx of the tarball to the first frame, cold', cold, 'ms');
  beside('npx of the tarball to the first frame, warm', warm, 'ms');
}

async function benchKeys() {
  const { single, held } = await measureKeys(keyGroups(program), quick ? 12 : 60);
  beside('a key to its frame, p50', single.p50, 'ms');
  atMost(20, 'a key to its frame, p95', single.p95, 'ms');
  beside('bytes of a frame, p50', single.bytes50, 'bytes');
  atMost(1000, 'bytes of a frame, p95', single.bytes95, 'bytes');
  beside('a key held at 30 a second, p50', held.p50, 'ms');
  atMost(20, 'a key held at 30 a second, p95', held.p95, 'ms');
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-bench-'));
  const peer = await measureKeys(peerGroups(await bundlePeer(root, ROWS, join(folder, 'rows.mjs'))), quick ? 12 : 60);
  rmSync(folder, { recursive: true });
  beside('peer: a key that changes one of 40 rows in a bare Ink program, p50', peer.single.p50, 'ms');
  beside('the same, p95', peer.single.p95, 'ms');
}

async function benchSimulator() {
  const speeds = await measureSimulator({ root, rounds: quick ? 3 : 9 });
  atLeast(300_000, 'exchanges a second, verdict only', speeds.verdict, '');
  atLeast(100_000, 'exchanges a second, with all steps', speeds.steps, '');
  beside('exchanges a second, 1,000 interfaces', speeds.thousandInterfaces, '');
  atMost(1.5, 'cost with 100,000 interfaces, beside 10', speeds.verdict / speeds.manyInterfaces, 'x');
  beside('cost with 500 routes a table, beside 2', speeds.verdict / speeds.manyRoutes, 'x');
}

async function benchRoundTrip() {
  const roundTrip = await measureRoundTrip(root);
  if (typeof roundTrip === 'string') {
    remarks.push(`No round trip through the kernel: ${roundTrip}.`);
    return;
  }
  beside('one ping through the kernel’s copy of level 4.3', roundTrip.sent, 'µs');
  beside('the same exchange simulated, with all steps', roundTrip.simulated, 'µs');
  beside('sent beside simulated', roundTrip.sent / roundTrip.simulated, 'x');
}

async function benchProof() {
  const { seconds, levels, states } = await measureProof(program);
  atMost(60, `proof of all ${levels} levels`, seconds, 's');
  beside('states searched by the proof', states, '');
  beside('states a second', states / seconds, '');
}

function listRows() {
  return figures.map(({ figure, value, unit, most, least, met }) => [
    figure,
    `${formatNumber(value)} ${unit}`,
    most === undefined
      ? least === undefined
        ? ''
        : `at least ${formatNumber(least)}`
      : `at most ${formatNumber(most)}`,
    met === undefined ? '' : met ? 'met' : 'NOT MET',
  ]);
}

function printTable() {
  const rows = listRows();
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column].length)));
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    );
}

/** The table between its marks in the README, as the last run without --quick has it. */
function writeReadme() {
  const file = join(root, 'README.md');
  const rows = [['figure', 'measured', 'goal', ''], ['---', '--:', '--:', '---'], ...listRows()];
  const table = rows.map((row) => `| ${row.map((cell) => cell.trim()).join(' | ')} |`).join('\n');
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/(<!-- bench -->\n).*?(<!-- \/bench -->)/s, (_all, from, to) => `${from}${table}\n${to}`),
  );
}

function formatNumber(value) {
  if (Number.isInteger(value) || value >= 1000) return Math.round(value).toLocaleString('en');
  return value.toFixed(value < 10 ? 2 : 1);
}

for (const [name, bench] of Object.entries({
  'start-up': benchStartUp,
  keys: benchKeys,
  simulator: benchSimulator,
  'the round trip': benchRoundTrip,
  proof: benchProof,
  package: benchPackage,
})) {
  if (process.stderr.isTTY) process.stderr.write(`measuring ${name} …\r\u001B[K`);
  await bench();
}
printTable();
for (const remark of remarks) console.log(remark);
if (process.argv.includes('--readme')) writeReadme();
const machine = { node: process.version, processor: cpus()[0]?.model, processors: cpus().length };
writeFileSync(join(root, '.bench.json'), `${JSON.stringify({ ...machine, figures }, undefined, 2)}\n`);
