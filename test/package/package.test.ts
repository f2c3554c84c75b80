// What a player gets from `npx blackfoot`: looked at as npm would pack it, and run from the tarball.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { expect, onTestFinished, test } from 'vitest';
import sources from '../../src/levels/built-in.json';

const root = fileURLToPath(new URL('../..', import.meta.url));
const dist = join(root, 'dist');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const run = promisify(execFile);

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly mode: number }[];
}

// `npm test` has just built it, and packing must not build again beside tests that run it.
async function pack(...args: string[]): Promise<Packed> {
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', ...args], { cwd: root });
  const [packed] = JSON.parse(stdout) as [Packed];
  return packed;
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-package-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

test('the package has the program, its parts, the licences, the schemas and nothing else', async () => {
  const { files } = await pack('--dry-run');
  const paths = files.map((file) => file.path);
  const required = [
    'LICENSE',
    'README.md',
    'package.json',
    'dist/blackfoot.js',
    'dist/package.json',
    'dist/levels.json',
    'dist/levels.en.json',
    'dist/levels.ko.json',
    'dist/chapters.json',
    'dist/words.en.json',
    'dist/words.ko.json',
    'dist/yoga.wasm',
    'dist/THIRD_PARTY_LICENSES.txt',
    ...['index', 'level', 'level-text', 'text', 'world'].map((name) => `assets/${name}.schema.json`),
  ];
  const part = /^dist\/(operations_[A-Za-z]+|[a-z-]+)(-[A-Z0-9]{8})?\.js$/;
  expect(required.filter((path) => !paths.includes(path))).toEqual([]);
  expect(paths.filter((path) => !required.includes(path) && !part.test(path))).toEqual([]);
  expect(files.find((file) => file.path === 'dist/blackfoot.js')?.mode).toBe(0o755);
});

// What was hoped for is 300 kB and 1.2 MB, and `npm run bench` says so beside what is. Libraries (190 kB packed), levels in two languages
// (135 kB) and the other words (82 kB) pass it without a line of the simulator; this holds the line where it is.
test('the package stays within its budget of bytes', async () => {
  const { size, unpackedSize } = await pack('--dry-run');
  expect(size).toBeLessThan(715_000);
  expect(unpackedSize).toBeLessThan(2_500_000);
});

test('installing it installs nothing else and runs no script', () => {
  for (const field of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundleDependencies']) {
    expect(manifest[field], field).toBeUndefined();
  }
  for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
    expect(manifest.scripts[script], script).toBeUndefined();
  }
});

test('publint has nothing to say', async () => {
  const { messages } = await publint({ pkgDir: root, strict: true, pack: 'npm' });
  expect(messages).toEqual([]);
});

test('the licence of every bundled library goes along', () => {
  const licences = readFileSync(join(dist, 'THIRD_PARTY_LICENSES.txt'), 'utf8');
  for (const library of ['ink', 'react', 'react-reconciler', 'yoga-layout', 'conf', 'immer', 'ink-select-input']) {
    expect(licences).toMatch(new RegExp(`^${library} [\\d.]+ \\(MIT\\)$`, 'm'));
  }
  expect(licences).not.toContain(root);
});

test('nothing in the bundle tells where it was built', () => {
  for (const { name, text } of distFiles()) expect(text.includes(root), name).toBe(false);
});

test('the entry is small, so that the first paint waits for little', () => {
  expect(readFileSync(join(dist, 'blackfoot.js')).length).toBeLessThan(14_000);
});

// V8 writes down every script that a process has loaded.
async function scriptsOf(
  ...args: readonly string[]
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const folder = temporaryFolder();
  const env = { ...process.env, NODE_V8_COVERAGE: folder, XDG_CONFIG_HOME: folder, HOME: folder };
  // A packet that does not arrive is an answer too.
  await run(process.execPath, [join(dist, 'blackfoot.js'), ...args], { env }).catch(({ code }) => expect(code).toBe(1));
  const loaded = readdirSync(folder)
    .filter((name) => name.startsWith('coverage-'))
    .flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')).result as { url: string }[])
    .map((script) => script.url);
  return distFiles().filter(({ name }) => loaded.some((url) => url.endsWith(`/${name}`)));
}

function writeAnswer(): string {
  const file = join(temporaryFolder(), 'answer.sh');
  writeFileSync(file, sources.levels['unused-gate'].reference.join('\n'));
  return file;
}

// What a command reads is most of what it takes to start.
test.each([
  ['--version', 14_000, ['--version']],
  ['--help', 14_000, ['--help']],
  ['levels', 75_000, ['levels']],
  ['trace', 200_000, ['trace', '2.1', '--from', 'vm-a', '--to', 'client']],
  ['check', 310_000, ['check', '2.1', writeAnswer]],
] as const)('blackfoot %s reads less than %i bytes of code, and nothing that draws', async (_, most, args) => {
  const scripts = await scriptsOf(...args.map((arg) => (typeof arg === 'string' ? arg : arg())));
  expect(scripts.some(({ name }) => name === 'blackfoot.js')).toBe(true);
  expect(scripts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)).toBeLessThan(most);
  const draws = ({ text }: { text: string }) => /ink-root|react\.transitional\.element|instantiateWasm/.test(text);
  expect(distFiles().filter(draws).length).toBeGreaterThan(0);
  expect(scripts.filter(draws).map(({ name }) => name)).toEqual([]);
});

test('no words are code', () => {
  const hangul = distFiles().map(({ name, text }) => ({ name, letters: text.match(/[가-힣]/g)?.length ?? 0 }));
  expect(hangul.filter(({ letters }) => letters > 400)).toEqual([]);
});

test('npx of the tarball runs in an empty folder without a network and without a word from npm', async () => {
  const folder = temporaryFolder();
  const { filename } = await pack('--pack-destination', folder);
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    npm_config_cache: join(folder, 'cache'),
    npm_config_update_notifier: 'false',
  };
  const args = ['exec', '--offline', '--yes', `--package=${join(folder, filename)}`, '--', 'blackfoot', '--version'];
  const { stdout, stderr } = await run('npm', args, { cwd: folder, env });
  expect(stdout.trim()).toBe(manifest.version);
  expect(stderr).toBe('');
});

function distFiles(): { name: string; text: string }[] {
  const names = readdirSync(dist).filter((name) => name.endsWith('.js'));
  return names.map((name) => ({ name, text: readFileSync(join(dist, name), 'utf8') }));
}
