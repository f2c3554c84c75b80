import { describe, expect, test } from 'vitest';
import { COMMAND_NAMES, COMMANDS, parseArguments } from '../../src/cli/arguments.ts';
import { sayIn } from '../../src/cli/messages.ts';
import { LANGUAGES } from '../../src/text/language.ts';

const parse = (line: string) => parseArguments(line.split(' ').filter((word) => word !== ''));

function parsed(line: string) {
  const result = parse(line);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function mistake(line: string) {
  const result = parse(line);
  if (result.ok) throw new Error('no mistake');
  return result.error.mistake;
}

describe('words are read as an invocation', () => {
  test('no word at all plays', () => {
    expect(parsed('')).toMatchObject({ command: 'play', operands: [], flags: {} });
  });

  test('flags stand before, between and after the operands', () => {
    const expected = { command: 'run', operands: ['2.7', '-'], flags: { lang: 'ko', json: true, out: 'w.json' } };
    expect(parsed('--lang ko run 2.7 --json - --out w.json')).toMatchObject(expected);
    expect(parsed('run 2.7 - --out=w.json --lang=ko --json')).toMatchObject(expected);
  });

  test('after -- nothing is a flag', () => {
    expect(parsed('check -- --odd-level script').operands).toEqual(['--odd-level', 'script']);
  });

  test.each([
    ['--help', 'program'],
    ['-h', 'program'],
    ['help', 'program'],
    ['help trace', 'trace'],
    ['trace --help', 'trace'],
    ['trace --help --nonsense', 'trace'],
    ['play --help', 'play'],
  ])('%s asks for help on %s', (line, topic) => {
    expect(parsed(line).help).toBe(topic);
  });

  test.each(['--version', '-v', '-V'])('%s asks for the version', (line) => {
    expect(parsed(line).version).toBe(true);
  });
});

describe('a mistake is told by its kind, with the nearest right word', () => {
  test.each([
    ['tarce', { kind: 'unknown-command', word: 'tarce', nearest: 'trace' }],
    ['2.7', { kind: 'unknown-command', word: '2.7', nearest: 'play 2.7' }],
    ['zzzzzz', { kind: 'unknown-command', word: 'zzzzzz', nearest: undefined }],
    ['help chekc', { kind: 'unknown-command', word: 'chekc', nearest: 'check' }],
    ['trace w --form a', { kind: 'unknown-flag', word: '--form', command: 'trace', nearest: '--from' }],
    ['levels --jsno', { kind: 'unknown-flag', word: '--jsno', command: 'levels', nearest: '--json' }],
    ['solve 2.7 --json', { kind: 'unknown-flag', word: '--json', command: 'solve' }],
    ['levels -x', { kind: 'unknown-flag', word: '-x', command: 'levels' }],
    ['levels --constructor', { kind: 'unknown-flag', word: '--constructor', command: 'levels' }],
    ['trace w --from', { kind: 'flag-without-value', word: '--from', command: 'trace' }],
    ['levels --json=yes', { kind: 'flag-with-value', word: '--json=yes', command: 'levels' }],
    ['run 2.7', { kind: 'too-few', command: 'run' }],
    ['levels all', { kind: 'too-many', word: 'all', command: 'levels' }],
    ['play 2.7 2.8', { kind: 'too-many', word: '2.8', command: 'play' }],
  ])('%s', (line, expected) => {
    expect(mistake(line)).toMatchObject(expected);
  });

  test('the language asked for goes along with it', () => {
    expect(parse('tarce --lang ko')).toMatchObject({ error: { language: 'ko' } });
  });
});

describe('the help pages', () => {
  const pages = LANGUAGES.flatMap((language) => COMMAND_NAMES.map((command) => [language, command] as const));

  test.each(pages)('in %s name every flag of %s', (language, command) => {
    const page = sayIn(language)(`help.${command}`);
    const flags = [...Object.keys(COMMANDS[command].flags), 'lang', ...(command === 'progress' ? [] : ['pack'])];
    expect(flags.filter((flag) => !page.includes(`--${flag}`))).toEqual([]);
  });

  test.each(LANGUAGES)('in %s name every command', (language) => {
    const page = sayIn(language)('help.program');
    expect(COMMAND_NAMES.filter((command) => !page.includes(`blackfoot ${command}`))).toEqual([]);
  });
});
