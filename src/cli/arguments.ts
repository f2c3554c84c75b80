// The words after `blackfoot`, as an invocation or as a mistake that can be explained. Loaded at every start, so it stays small.

import { nearest } from '../control/nearest.ts';
import { fail, ok, type Result } from '../result.ts';

/** A flag that stands alone, or one that takes the next word. */
type FlagForm = 'switch' | 'value';

interface CommandForm {
  readonly flags: Readonly<Record<string, FlagForm>>;
  /** How many words besides flags it takes. */
  readonly operands: { readonly least: number; readonly most: number };
}

const SHARED_FLAGS = { help: 'switch', version: 'switch', lang: 'value', pack: 'value' } as const;

export const COMMANDS = {
  play: { operands: { least: 0, most: 1 }, flags: { transcript: 'switch' } },
  sandbox: { operands: { least: 0, most: 1 }, flags: {} },
  daily: { operands: { least: 0, most: 0 }, flags: { date: 'value', json: 'switch' } },
  levels: { operands: { least: 0, most: 0 }, flags: { json: 'switch' } },
  trace: {
    operands: { least: 1, most: 1 },
    flags: {
      from: 'value',
      to: 'value',
      protocol: 'value',
      port: 'value',
      source: 'value',
      'source-port': 'value',
      'by-public-address': 'switch',
      flow: 'value',
      size: 'value',
      'may-fragment': 'switch',
      ttl: 'value',
      continues: 'switch',
      json: 'switch',
    },
  },
  run: { operands: { least: 2, most: 2 }, flags: { out: 'value', 'keep-going': 'switch', json: 'switch' } },
  check: { operands: { least: 2, most: 2 }, flags: { json: 'switch' } },
  prove: { operands: { least: 0, most: Number.POSITIVE_INFINITY }, flags: { json: 'switch' } },
  solve: { operands: { least: 1, most: 1 }, flags: { all: 'switch' } },
  export: { operands: { least: 2, most: 2 }, flags: { to: 'value', out: 'value' } },
  new: { operands: { least: 2, most: 3 }, flags: {} },
  progress: { operands: { least: 1, most: 2 }, flags: {} },
} as const satisfies Readonly<Record<string, CommandForm>>;

export type CommandName = keyof typeof COMMANDS;

export const COMMAND_NAMES = Object.keys(COMMANDS) as readonly CommandName[];

export interface Invocation {
  readonly command: CommandName;
  /** Set when only the help page is wanted: the command's, or the program's. */
  readonly help?: CommandName | 'program' | undefined;
  readonly version: boolean;
  readonly operands: readonly string[];
  /** Flags without their dashes; `true` for a flag that stands alone. */
  readonly flags: Readonly<Record<string, string | true>>;
}

export type ArgumentMistake =
  | { readonly kind: 'unknown-command'; readonly word: string; readonly nearest?: string | undefined }
  | {
      readonly kind: 'unknown-flag';
      readonly word: string;
      readonly command: CommandName;
      readonly nearest?: string | undefined;
    }
  | { readonly kind: 'flag-without-value'; readonly word: string; readonly command: CommandName }
  | { readonly kind: 'flag-with-value'; readonly word: string; readonly command: CommandName }
  | { readonly kind: 'too-few' | 'too-many'; readonly word: string; readonly command: CommandName };

/** The mistake goes along with the language asked for, so that it can be told in it. */
export interface ArgumentError {
  readonly mistake: ArgumentMistake;
  readonly language?: string | undefined;
}

export function parseArguments(words: readonly string[]): Result<Invocation, ArgumentError> {
  const isFlag = (word: string) => word.startsWith('-') && word !== '-';
  const at = findCommand(words);
  const word = at < 0 ? undefined : words[at];
  const rest = at < 0 ? words : words.toSpliced(at, 1);
  const language = languageFlag(words);
  if (word === 'help')
    return parseHelp(
      rest.filter((other) => !isFlag(other)),
      language,
    );
  if (word !== undefined && !isCommand(word)) {
    const helps = rest.includes('--help') || rest.includes('-h');
    if (helps) return ok(helpOn('program', language));
    return fail({ mistake: { kind: 'unknown-command', word, nearest: nearestCommand(word) }, language });
  }
  const parsed = parseFlags(word ?? 'play', rest, word === undefined);
  return parsed.ok ? parsed : fail({ mistake: parsed.error, language });
}

/** The command is the first word that is neither a flag nor a shared flag's value. */
function findCommand(words: readonly string[]): number {
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--lang' || word === '--pack') index++;
    else if (!word.startsWith('-')) return index;
  }
  return -1;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(COMMANDS, word);
}

/** A level's position is not a command, but what is meant by it is plain. */
function nearestCommand(word: string): string | undefined {
  return /^\d+\.\d+/.test(word) ? `play ${word}` : nearest(word, COMMAND_NAMES);
}

function languageFlag(words: readonly string[]): string | undefined {
  const at = words.indexOf('--lang');
  return at >= 0 ? words[at + 1] : words.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
}

function parseHelp([topic]: readonly string[], language: string | undefined): Result<Invocation, ArgumentError> {
  if (topic === undefined || isCommand(topic)) return ok(helpOn(topic ?? 'program', language));
  return fail({ mistake: { kind: 'unknown-command', word: topic, nearest: nearest(topic, COMMAND_NAMES) }, language });
}

function helpOn(help: CommandName | 'program', lang: string | undefined): Invocation {
  return { command: 'play', help, version: false, operands: [], flags: lang === undefined ? {} : { lang } };
}

const SHORT: Readonly<Record<string, string>> = { '-h': '--help', '-v': '--version', '-V': '--version' };

function parseFlags(
  command: CommandName,
  words: readonly string[],
  isImplied: boolean,
): Result<Invocation, ArgumentMistake> {
  const forms: Readonly<Record<string, FlagForm>> = { ...SHARED_FLAGS, ...COMMANDS[command].flags };
  const flags: Record<string, string | true> = {};
  const operands: string[] = [];
  let mistake: ArgumentMistake | undefined;
  for (let index = 0; index < words.length; index++) {
    const word = words[index] as string;
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const [name, inline] = splitFlag(SHORT[word] ?? word);
    const form = Object.hasOwn(forms, name) ? forms[name] : undefined;
    const value = form === 'value' ? (inline ?? words[++index]) : true;
    if (form === undefined) mistake ??= unknownFlag(command, word, Object.keys(forms));
    else if (value === undefined) mistake ??= { kind: 'flag-without-value', word, command };
    else if (form === 'switch' && inline !== undefined) mistake ??= { kind: 'flag-with-value', word, command };
    else flags[name] = value;
  }
  const help = flags.help ? (isImplied ? ('program' as const) : command) : undefined;
  if (!help && !flags.version) mistake ??= checkOperands(command, operands);
  if (mistake && !help) return fail(mistake);
  return ok({ command, help, version: flags.version === true, operands, flags });
}

function splitFlag(word: string): readonly [string, string | undefined] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word.slice(2), undefined] : [word.slice(2, equals), word.slice(equals + 1)];
}

function unknownFlag(command: CommandName, word: string, known: readonly string[]): ArgumentMistake {
  const close = nearest(
    word,
    known.map((name) => `--${name}`),
  );
  return { kind: 'unknown-flag', word, command, nearest: close };
}

function checkOperands(command: CommandName, operands: readonly string[]): ArgumentMistake | undefined {
  const { least, most } = COMMANDS[command].operands;
  if (operands.length < least) return { kind: 'too-few', word: '', command };
  if (operands.length > most) return { kind: 'too-many', word: operands[most] as string, command };
  return undefined;
}
