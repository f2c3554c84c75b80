// The built program as a person or a script meets it.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { COMMAND_NAMES } from '../../src/cli/arguments.ts';
import { columns } from '../../src/text/columns.ts';
import { startTerminal } from '../terminal/pty.ts';
import { blackfoot, program, temporaryFolder } from './run-blackfoot.ts';

test('--version says the version of the package and nothing else', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(await blackfoot(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

test.each(['en', 'ko'].flatMap((language) => ['', ...COMMAND_NAMES].map((command) => [command, language] as const)))(
  'help on "%s" in %s goes to standard output and fits 80 columns',
  async (command, language) => {
    const { code, stdout, stderr } = await blackfoot([...(command ? [command] : []), '--help', '--lang', language]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(command === '' ? 'blackfoot trace' : `blackfoot ${command}`);
    expect(stdout.split('\n').filter((line) => columns(line) > 80)).toEqual([]);
  },
);

test.each([
  [['tarce'], 'blackfoot: "tarce" is not a command.\n  Did you mean: blackfoot trace\n'],
  [['levels', '--jsom'], 'blackfoot: levels has no flag --jsom.\n  Did you mean: --json\n'],
  [['run', 'empty'], 'blackfoot: run needs more words: blackfoot run WORLD SCRIPT\n  See: blackfoot run --help\n'],
  [
    ['export', '2.7', '--lang', 'ko'],
    'blackfoot: export에 필요한 말이 빠졌습니다: blackfoot export LEVEL SCRIPT --to aws-cli|terraform|cloudformation\n  안내: blackfoot export --help\n',
  ],
  [['trace', 'empty'], 'blackfoot: trace needs --from.\n  See: blackfoot trace --help\n'],
  [['levels', '--lang', 'fr'], 'blackfoot: "fr" is not a language of this game.\n  Languages: en, ko\n'],
])('%j ends with code 2 and what to do next', async (words, stderr) => {
  expect(await blackfoot(words)).toEqual({ code: 2, stdout: '', stderr });
});

describe('the language of what is said', () => {
  const ask = (env: Record<string, string>, words: readonly string[] = [], home = temporaryFolder()) =>
    blackfoot(['tarce', ...words], { env, home }).then(({ stderr }) => (/[가-힣]/.test(stderr) ? 'ko' : 'en'));

  test.each([
    ['--lang before everything', { LC_ALL: 'en_US.UTF-8' }, ['--lang', 'ko'], 'ko'],
    ['LC_ALL before LANG', { LC_ALL: 'ko_KR.UTF-8', LANG: 'en_US.UTF-8' }, [], 'ko'],
    ['LC_MESSAGES before LANG', { LC_MESSAGES: 'ko_KR', LANG: 'en_US.UTF-8' }, [], 'ko'],
    ['LANG', { LANG: 'ko_KR.UTF-8' }, [], 'ko'],
    ['a language that we do not speak', { LANG: 'fr_FR.UTF-8' }, [], 'en'],
    ['no locale', { LANG: '' }, [], 'en'],
  ])('%s', async (_, env, words, language) => {
    expect(await ask(env, words)).toBe(language);
  });

  test('the one chosen in the game comes before the locale', async () => {
    const home = temporaryFolder();
    mkdirSync(join(home, 'blackfoot'));
    writeFileSync(
      join(home, 'blackfoot/config.json'),
      JSON.stringify({ version: 1, levels: {}, settings: { language: 'ko' } }),
    );
    expect(await ask({}, [], home)).toBe('ko');
    expect(await ask({}, ['--lang', 'en'], home)).toBe('en');
  });
});

describe('the game without a terminal', () => {
  test.each([[[]], [['play']], [['play', '2.1']]])(
    '%j says so, names what works, and ends with code 2',
    async (words) => {
      const { code, stdout, stderr } = await blackfoot(words);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain('The game needs a terminal');
      for (const command of ['levels', 'trace', 'run', 'check', 'prove', 'solve', 'progress'])
        expect(stderr).toContain(`blackfoot ${command}`);
    },
  );

  test('a level that does not exist gives the terminal back and is refused by name', async () => {
    const screen = startTerminal([process.execPath, program, 'play', 'thre-missing-things'], {
      home: temporaryFolder(),
    });
    expect(await screen.exit).toMatchObject({ code: 2 });
    expect(screen.text()).toContain('Did you mean: three-missing-things');
    expect(screen.bufferType).toBe('normal');
    expect(screen.cursor.visible).toBe(true);
    await screen.close();
  });
});

test('a reader that has had enough ends the program quietly', async () => {
  const home = temporaryFolder();
  const child = spawn('sh', ['-c', `"${process.execPath}" "${program}" levels --json | head -c 20`], {
    env: { PATH: process.env.PATH ?? '', HOME: home, XDG_CONFIG_HOME: home },
  });
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});

test('a fault while the game is on screen is told on the terminal as it was', async () => {
  const home = temporaryFolder();
  const breaker = join(home, 'break.mjs');
  writeFileSync(
    breaker,
    `import { writeFileSync } from 'node:fs';
     writeFileSync('${join(home, 'pid')}', String(process.pid));
     process.on('SIGUSR2', () => { throw new Error('the floor is lava'); });`,
  );
  const command = `NODE_OPTIONS=--import=${breaker} "${process.execPath}" "${program}"; echo "code $?"; stty -a | grep -o '.icanon'; read -r looked`;
  const screen = startTerminal(['sh', '-c', command], { home });
  onTestFinished(() => screen.close());
  await screen.waitFor('Quit');
  process.kill(Number(readFileSync(join(home, 'pid'), 'utf8')), 'SIGUSR2');
  await screen.waitFor('icanon');
  expect(screen.text()).toMatch(/^blackfoot has a fault: the floor is lava\nThe whole story is in \S+/);
  expect(screen.text()).toMatch(/code 70\n icanon$/);
  expect(screen.bufferType).toBe('normal');
  expect(screen.cursor.visible).toBe(true);
});

test('a fault of ours ends with code 70, a calm message and a report', async () => {
  const home = temporaryFolder();
  const breaker = join(home, 'break.mjs');
  // Something that no input of a player's can do: the program's own output breaks under it.
  const breaking = `
    import fs from 'node:fs';
    const { writeSync } = fs;
    fs.writeSync = (file, ...rest) => {
      if (file === 1) throw new Error('the floor is lava');
      return writeSync(file, ...rest);
    };`;
  writeFileSync(breaker, breaking);
  const { code, stdout, stderr } = await blackfoot(['levels'], {
    home,
    env: { NODE_OPTIONS: `--import=${breaker}` },
  });
  expect({ code, stdout }).toEqual({ code: 70, stdout: '' });
  const [message, where] = stderr.trimEnd().split('\n');
  expect(message).toBe('blackfoot has a fault: the floor is lava');
  const file = /is in (\S+)\./.exec(where ?? '')?.[1] as string;
  expect(file.startsWith(home)).toBe(true);
  expect(readFileSync(file, 'utf8')).toContain('Error: the floor is lava\n    at');
});
