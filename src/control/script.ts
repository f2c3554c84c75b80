// Carries out a script: `aws …` and `lab …` lines with variables, as people paste them. Whoever calls it gives the change itself, so
// that a network, a level or a game can stand behind it.

import { fail, type Result } from '../result.ts';
import { parseCommand } from './command.ts';
import { formatOutput, isOutputFormat, OUTPUT_FORMATS } from './command-output.ts';
import { nearest } from './nearest.ts';
import type { Operation, OperationError, Output } from './operation.ts';
import { parseStatements, type ScriptProblem, type Statement, type Word } from './shell-words.ts';

export interface ScriptHost {
  /** Carries out one operation. */
  operate(operation: Operation): Result<Output, OperationError>;
  /** JMESPath: what `--query` picks from an output. Throws when the expression is not one. */
  search(output: unknown, expression: string): unknown;
}

/** What became of one `aws` or `lab` line. */
export interface LineResult {
  readonly line: number;
  readonly operation?: Operation;
  /** What `--query` left of the output. */
  readonly output?: unknown;
  /** What the line prints; nothing when it was captured into a variable. */
  readonly printed: string;
  readonly error?: LineError;
}

/** `refused`: EC2 said no. `unreadable`: the line is no command. */
interface LineError extends OperationError {
  readonly kind: 'refused' | 'unreadable';
  readonly line: number;
}

export interface ScriptOptions {
  /** Go on after an error. */
  readonly keepGoing?: boolean;
  /** What was set before, and what this script sets too: whoever types line by line has them all in one. */
  readonly variables?: Map<string, string>;
}

/** Reads a whole script before any of it is carried out. */
export function parseScript(script: string): Result<readonly Statement[], ScriptProblem> {
  const statements = parseStatements(script);
  if (!statements.ok) return statements;
  for (const statement of statements.value) {
    const problem = checkStatement(statement);
    if (problem) return fail({ line: statement.line, column: 1, ...problem });
  }
  return statements;
}

const ASSIGNMENT = /^([A-Za-z_]\w*)=/;

/** What makes a statement none that can be carried out, before any of it is. */
export function checkStatement({ words }: Statement): OperationErrorText | undefined {
  const first = words[0]?.[0];
  const start = first?.kind === 'text' ? first.text : '';
  if (ASSIGNMENT.test(start)) return words.length === 1 ? undefined : checkPrefix(start);
  const program = words[0]?.length === 1 ? start : '';
  if (['aws', 'lab', 'echo', 'export', 'set'].includes(program)) return undefined;
  const unknown = program || '$…';
  const close = nearest(program, ['aws', 'lab', 'echo', 'export', 'set']);
  return {
    message: `"${unknown}" is not a command here`,
    unknown,
    remedy: close ? `did you mean ${close}?` : 'lines start with aws, lab, echo, export, set or NAME=',
  };
}

interface OperationErrorText {
  readonly message: string;
  readonly remedy: string;
  /** The first word, where it is no command: who has more commands than a script may say so otherwise. */
  readonly unknown?: string;
}

function checkPrefix(start: string): OperationErrorText {
  return {
    message: `${start.slice(0, start.indexOf('='))}=… stands in front of a command`,
    remedy: 'put it on a line of its own, or quotes around a value that has spaces',
  };
}

class LineFailure extends Error {
  readonly error: LineError;
  readonly operation: Operation | undefined;
  constructor(error: LineError, operation?: Operation) {
    super(error.message);
    this.error = error;
    this.operation = operation;
  }
}

export function runScript(
  statements: readonly Statement[],
  host: ScriptHost,
  { keepGoing = false, variables = new Map() }: ScriptOptions = {},
): readonly LineResult[] {
  const shell: Shell = { host, variables, results: [], line: 0 };
  for (const statement of statements) {
    shell.line = statement.line;
    try {
      runStatement(shell, statement);
    } catch (failure) {
      if (!(failure instanceof LineFailure)) throw failure;
      const { error, operation } = failure;
      shell.results.push({ line: error.line, printed: '', error, ...(operation && { operation }) });
      if (!keepGoing) break;
    }
  }
  return shell.results;
}

interface Shell {
  readonly host: ScriptHost;
  readonly variables: Map<string, string>;
  readonly results: LineResult[];
  line: number;
}

function runStatement(shell: Shell, { words }: Statement): void {
  const [first, ...rest] = words;
  const [head] = first as Word;
  const start = head?.kind === 'text' ? head.text : '';
  if (ASSIGNMENT.test(start)) assign(shell, first as Word);
  else if (start === 'export') rest.forEach((word) => assign(shell, word));
  else if (start === 'echo')
    print(
      shell,
      expandAll(shell, rest)
        .filter((word) => word !== '-n')
        .join(' '),
    );
  else if (start !== 'set') runCommand(shell, words);
}

function print(shell: Shell, text: string): void {
  shell.results.push({ line: shell.line, printed: text });
}

function assign(shell: Shell, word: Word): void {
  const [head, ...rest] = word;
  const match = head?.kind === 'text' ? ASSIGNMENT.exec(head.text) : null;
  if (!match) return;
  const text = (head as { text: string }).text.slice(match[0].length);
  const value = expandWhole(shell, [{ kind: 'text', text }, ...rest]);
  shell.variables.set(match[1] as string, value);
}

/** Runs an `aws` or `lab` line, prints what it gives, and returns that. */
function runCommand(shell: Shell, words: readonly Word[], captured = false): string {
  const expanded = expandAll(shell, words);
  if (isWait(expanded)) return '';
  const command = parseCommand(expanded);
  if (!command.ok) throw new LineFailure({ kind: 'unreadable', line: shell.line, ...command.error });
  const { operation, query, output: format = 'json' } = command.value;
  if (!isOutputFormat(format))
    throw unreadable(shell, `--output cannot be "${format}"`, `use one of: ${OUTPUT_FORMATS.join(', ')}`);
  const result = shell.host.operate(operation);
  if (!result.ok) throw new LineFailure({ kind: 'refused', line: shell.line, ...result.error }, operation);
  const output = query === undefined ? result.value : search(shell, result.value, query);
  const text = formatOutput(output, format);
  shell.results.push({ line: shell.line, operation, output, printed: captured ? '' : text });
  return text;
}

/** Nothing here takes time, so there is nothing to wait for. */
function isWait([program, service, name]: readonly string[]): boolean {
  return program === 'aws' && service === 'ec2' && name === 'wait';
}

function search(shell: Shell, output: unknown, expression: string): unknown {
  try {
    return shell.host.search(output ?? null, expression);
  } catch (error) {
    throw unreadable(shell, `Bad value for --query ${expression}: ${(error as Error).message}`, 'see jmespath.org');
  }
}

function unreadable(shell: Shell, message: string, remedy: string): LineFailure {
  return new LineFailure({ kind: 'unreadable', line: shell.line, code: 'Usage', message, remedy });
}

function expandAll(shell: Shell, words: readonly Word[]): readonly string[] {
  return words.flatMap((word) => expand(shell, word));
}

/** A value that stands for one word whatever is in it, as in an assignment. */
function expandWhole(shell: Shell, word: Word): string {
  return word.map((part) => (part.kind === 'text' ? part.text : fill(shell, part))).join('');
}

/** A word as the words that it becomes: what unquoted variables and $(…) hold is split at its blanks. */
function expand(shell: Shell, word: Word): readonly string[] {
  const words: (string | undefined)[] = [undefined];
  const append = (text: string) => {
    words[words.length - 1] = (words.at(-1) ?? '') + text;
  };
  for (const part of word) {
    if (part.kind === 'text' || part.quoted) {
      append(part.kind === 'text' ? part.text : fill(shell, part));
      continue;
    }
    fill(shell, part)
      .split(/(\s+)/)
      .forEach((piece, index) => (index % 2 === 1 ? words.push(undefined) : piece !== '' && append(piece)));
  }
  return words.filter((text) => text !== undefined);
}

function fill(shell: Shell, part: Exclude<Word[number], { kind: 'text' }>): string {
  if (part.kind === 'capture') return capture(shell, part.words);
  const value = shell.variables.get(part.name);
  if (value !== undefined) return value;
  const close = nearest(part.name, [...shell.variables.keys()]);
  throw unreadable(
    shell,
    `$${part.name} is not set`,
    close ? `did you mean $${close}?` : `set it first: ${part.name}=…`,
  );
}

function capture(shell: Shell, words: readonly Word[]): string {
  const [first, ...rest] = words;
  const program = first?.[0]?.kind === 'text' ? first[0].text : '';
  if (program === 'echo') return expandAll(shell, rest).join(' ');
  if (program !== 'aws' && program !== 'lab')
    throw unreadable(shell, '$(…) holds something else than a command', 'inside it, write aws …, lab … or echo …');
  return runCommand(shell, words, true).replace(/\n+$/, '');
}
