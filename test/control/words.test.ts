import { expect, test } from 'vitest';
import { splitWords } from '../../src/control/words.ts';

/** As a shell splits a line (POSIX 2.2, Quoting). */
const lines: readonly (readonly [string, readonly string[]])[] = [
  ['', []],
  ['  a   b ', ['a', 'b']],
  ["'a  b' c", ['a  b', 'c']],
  ['"a  b"c', ['a  bc']],
  [`'' ""`, ['', '']],
  ["'a\"b\\'", ['a"b\\']],
  [`"it's"`, ["it's"]],
  ['"\\" \\\\ \\$ \\` \\n"', ['" \\ $ ` \\n']],
  ["'\\\\'", ['\\\\']],
  ['a\\ b \\"', ['a b', '"']],
  ['a\\', ['a']],
  ['a # b', ['a']],
  ['# a', []],
  ['a#b', ['a#b']],
  ["a '#' b", ['a', '#', 'b']],
];

test.each(lines)('%j is split into words', (line, words) => {
  expect(splitWords(line)).toEqual({ ok: true, value: words });
});

test.each([
  ["a 'b", "a ' is opened and never closed"],
  ['a "b', 'a " is opened and never closed'],
  ['a "b\\', 'a " is opened and never closed'],
])('%j is refused', (line, error) => {
  expect(splitWords(line)).toEqual({ ok: false, error });
});
