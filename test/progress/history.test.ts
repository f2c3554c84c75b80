import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { historyPath, openHistory } from '../../src/progress/history.ts';

function makePath(content?: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'blackfoot-history-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = historyPath(join(folder, 'blackfoot'));
  if (content === undefined) return path;
  mkdirSync(join(folder, 'blackfoot'));
  writeFileSync(path, content);
  return path;
}

test('lines are there again in the next game, oldest first', () => {
  const path = makePath();
  const history = openHistory(path);
  history.add('aws ec2 describe-vpcs');
  history.add("echo '10.1.0.5 라우팅'");
  expect(openHistory(path).lines).toEqual(['aws ec2 describe-vpcs', "echo '10.1.0.5 라우팅'"]);
});

test('two games at once keep the lines of both', () => {
  const path = makePath();
  const [one, other] = [openHistory(path), openHistory(path)];
  one.add('undo');
  other.add('redo');
  one.add('send');
  expect(openHistory(path).lines).toEqual(['undo', 'redo', 'send']);
});

test('the same line twice in a row is kept once', () => {
  const path = makePath();
  const history = openHistory(path);
  for (const line of ['undo', 'undo', 'redo', 'undo']) history.add(line);
  expect(openHistory(path).lines).toEqual(['undo', 'redo', 'undo']);
});

test('the file does not grow without end, and nothing is left beside it', () => {
  const path = makePath(`${Array.from({ length: 1500 }, (_, index) => `echo ${index}`).join('\n')}\n`);
  openHistory(path).add('undo');
  const { lines } = openHistory(path);
  expect(lines).toHaveLength(1000);
  expect(lines.at(-1)).toBe('undo');
  expect(readdirSync(join(path, '..'))).toEqual(['history']);
});

test.each([
  ['bytes that are no text', Uint8Array.of(0xff, 0xfe, 0x00, 0x0a, 0x75, 0x6e, 0x64, 0x6f, 0x0a), ['undo']],
  ['control sequences', 'undo\n\u001B[2Jboo\nredo\n', ['undo', 'redo']],
  ['a line without end', `${'x'.repeat(5000)}\nundo`, ['undo']],
  ['more than anybody types', 'x\n'.repeat(1_000_000), []],
  ['nothing', '', []],
])('a file with %s gives what is good in it, and takes new lines', (_, content, lines) => {
  const path = makePath(content);
  expect(openHistory(path).lines).toEqual(lines);
  openHistory(path).add('send');
  expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toEqual([...lines, 'send']);
});

test('where nothing can be written the game goes on', () => {
  const path = makePath('a file');
  const below = join(path, 'history');
  const history = openHistory(below);
  expect(() => history.add('undo')).not.toThrow();
  expect(history.lines).toEqual([]);
});

test('what is no line is not kept', () => {
  const path = makePath();
  const history = openHistory(path);
  for (const line of ['', '  ', 'a\nb']) history.add(line);
  expect(openHistory(path).lines).toEqual([]);
});
