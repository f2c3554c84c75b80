// A script as statements: the words of each with their quotes resolved and the places of variables and $(…) kept. Of a shell's
// language only what people write around `aws` lines is read; the rest is refused by name, with what to write instead.

import { fail, ok, type Result } from '../result.ts';

/** A piece of a word. An unquoted one may turn into several words when it is filled in. */
type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean }
  | { readonly kind: 'capture'; readonly words: readonly Word[]; readonly quoted: boolean };

export type Word = readonly Part[];

export interface Statement {
  readonly line: number;
  readonly words: readonly Word[];
  /** As it was written, its comment left out. */
  readonly text: string;
}

/** What in a script cannot be read, where, and what to do about it. */
export interface ScriptProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy?: string;
}

/** Deeper than anybody nests $(…), and shallow enough for our own stack. */
const DEPTH_LIMIT = 8;

const REFUSED: Readonly<Record<string, readonly [string, string]>> = {
  '|': ['pipes are not part of this shell', 'use --query to pick from the output'],
  '&': ['& is not part of this shell', 'put each command on a line of its own'],
  ';': ['; ends a command, and $(…) holds only one', 'put the others in front of the line, or behind it'],
  '<': ['input from a file is not part of this shell', 'write the value into the line'],
  '>': ['output into a file is not part of this shell', 'leave it out; the whole output is printed'],
  '(': ['a subshell is not part of this shell', 'put each command on a line of its own'],
  ')': ['there is a ) that nothing opened', 'take it away, or put quotes around it'],
  '`': ['`…` is not part of this shell', 'write $(…) instead, or put single quotes around the value'],
};

class ScriptError extends Error {
  readonly at: number;
  readonly remedy: string | undefined;
  constructor(at: number, message: string, remedy?: string) {
    super(message);
    this.at = at;
    this.remedy = remedy;
  }
}

interface Cursor {
  readonly text: string;
  at: number;
  /** Behind the last word that was read. */
  wordEnd: number;
}

export function parseStatements(script: string): Result<readonly Statement[], ScriptProblem> {
  const cursor: Cursor = { text: script.replaceAll('\r\n', '\n'), at: 0, wordEnd: 0 };
  const statements: Statement[] = [];
  try {
    while (cursor.at < cursor.text.length) {
      const start = firstWordAt(cursor.text, cursor.at);
      refuseKeyword(cursor.text, start);
      const words = readWords(cursor, '\n', 0);
      const text = cursor.text.slice(start, cursor.wordEnd);
      if (words.length > 0) statements.push({ line: lineOf(cursor.text, start).line, words, text });
    }
    return ok(statements);
  } catch (error) {
    if (!(error instanceof ScriptError)) throw error;
    const { message, remedy } = error;
    return fail({ ...lineOf(cursor.text, error.at), message, ...(remedy && { remedy }) });
  }
}

const KEYWORD = /^(?:if|then|else|fi|for|while|until|do|done|case|esac|select|function)(?=\s|$)|^\w+\s*\(\)/;

function refuseKeyword(text: string, at: number): void {
  const word = KEYWORD.exec(text.slice(at, at + 80))?.[0];
  if (word !== undefined)
    throw new ScriptError(at, `${word} is not part of this shell`, 'write out each command on a line of its own');
}

function firstWordAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && (/\s/.test(text[at] as string) || text.startsWith('\\\n', at))) at++;
  return at;
}

function lineOf(text: string, at: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, at);
  return { line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}

/** What may stand between two commands of one line. Both wait for the first one, and neither goes on after a refusal here. */
function separatorAt({ text, at }: Cursor): string {
  return text[at] === ';' ? ';' : text.startsWith('&&', at) ? '&&' : '';
}

/** The words up to `end`, or to what parts two commands of a line: a line's, or those inside $(…). */
function readWords(cursor: Cursor, end: '\n' | ')', depth: number): readonly Word[] {
  const words: Word[] = [];
  for (;;) {
    const char = cursor.text[cursor.at];
    if (char === undefined) {
      if (end === ')') throw new ScriptError(cursor.at, 'a $( is opened and never closed', 'close it with )');
      return words;
    }
    const ends = char === end ? end : end === '\n' ? separatorAt(cursor) : '';
    if (ends !== '') {
      cursor.at += ends.length;
      return words;
    }
    if (/\s/.test(char)) cursor.at++;
    else if (cursor.text.startsWith('\\\n', cursor.at)) cursor.at += 2;
    else if (char === '#') skipComment(cursor);
    else {
      words.push(readWord(cursor, depth));
      cursor.wordEnd = cursor.at;
    }
  }
}

function skipComment(cursor: Cursor): void {
  while (cursor.at < cursor.text.length && cursor.text[cursor.at] !== '\n') cursor.at++;
}

function readWord(cursor: Cursor, depth: number): Word {
  const parts: Part[] = [];
  for (;;) {
    const char = cursor.text[cursor.at];
    const isOver = depth > 0 ? char === ')' : separatorAt(cursor) !== '';
    if (char === undefined || /\s/.test(char) || isOver) return mergeText(parts);
    if (char === "'") parts.push(readSingleQuoted(cursor));
    else if (char === '"') parts.push(...readDoubleQuoted(cursor, depth));
    else if (char === '$') parts.push(readDollar(cursor, depth, false));
    else if (char === '\\') parts.push(readEscape(cursor));
    else if (Object.hasOwn(REFUSED, char)) throw refusal(cursor.at, char);
    else {
      parts.push({ kind: 'text', text: char });
      cursor.at++;
    }
  }
}

function refusal(at: number, char: string): ScriptError {
  const [message, remedy] = REFUSED[char] as readonly [string, string];
  return new ScriptError(at, message, remedy);
}

function mergeText(parts: readonly Part[]): Word {
  return parts.reduce<Part[]>((merged, part) => {
    const last = merged.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      merged[merged.length - 1] = { kind: 'text', text: last.text + part.text };
    else merged.push(part);
    return merged;
  }, []);
}

function readSingleQuoted(cursor: Cursor): Part {
  const end = cursor.text.indexOf("'", cursor.at + 1);
  if (end < 0) throw unclosed(cursor.at, "'");
  const text = cursor.text.slice(cursor.at + 1, end);
  cursor.at = end + 1;
  return { kind: 'text', text };
}

function unclosed(at: number, quote: string): ScriptError {
  return new ScriptError(at, `a ${quote} is opened and never closed`, `close it with ${quote}`);
}

function readDoubleQuoted(cursor: Cursor, depth: number): readonly Part[] {
  const start = cursor.at++;
  const parts: Part[] = [{ kind: 'text', text: '' }];
  for (;;) {
    const char = cursor.text[cursor.at];
    if (char === undefined) throw unclosed(start, '"');
    if (char === '"') {
      cursor.at++;
      return parts;
    }
    if (char === '`') throw refusal(cursor.at, char);
    if (char === '$') parts.push(readDollar(cursor, depth, true));
    else if (char === '\\' && '"\\$`\n'.includes(cursor.text[cursor.at + 1] ?? ' ')) parts.push(readEscape(cursor));
    else {
      parts.push({ kind: 'text', text: char });
      cursor.at++;
    }
  }
}

/** The character after a backslash as it is; nothing for the end of a line. */
function readEscape(cursor: Cursor): Part {
  const char = cursor.text[cursor.at + 1] ?? '';
  cursor.at += 2;
  return { kind: 'text', text: char === '\n' ? '' : char };
}

function readDollar(cursor: Cursor, depth: number, quoted: boolean): Part {
  const { text, at } = cursor;
  const rest = text.slice(at, at + 200);
  const name = /^\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/.exec(rest);
  if (name) {
    cursor.at += name[0].length;
    return { kind: 'variable', name: (name[1] ?? name[2]) as string, quoted };
  }
  if (rest.startsWith('$((')) throw new ScriptError(at, 'arithmetic is not part of this shell', 'write the number');
  if (rest.startsWith('$(')) return readCapture(cursor, depth, quoted);
  if (rest.startsWith('${')) throw new ScriptError(at, 'only a name is read between $ and its braces', 'write $NAME');
  if (/^\$[\d?@*#!$'"-]/.test(rest))
    throw new ScriptError(at, `${rest.slice(0, 2)} is not part of this shell`, 'use a variable of your own');
  cursor.at++;
  return { kind: 'text', text: '$' };
}

function readCapture(cursor: Cursor, depth: number, quoted: boolean): Part {
  if (depth >= DEPTH_LIMIT) throw new ScriptError(cursor.at, '$(…) is nested too deep', 'use a variable in between');
  cursor.at += 2;
  const words = readWords(cursor, ')', depth + 1);
  return { kind: 'capture', words, quoted };
}
