// Keys out of reads: a read may hold several, or a part of one.

import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { describe, expect, test } from 'vitest';
import { KeyByKey, splitKeys } from '../../src/ui/key-by-key.ts';

const ESCAPE = '\u001B';

describe('a read is split into', () => {
  test.each([
    ['letters', 'jj', ['j', 'j']],
    ['letters of two code units, whole', '한😀', ['한', '😀']],
    ['control characters and letters', 'a\r\tb\u0003', ['a', '\r', '\t', 'b', '\u0003']],
    ['arrows', `${ESCAPE}[A${ESCAPE}[1;5Bj`, [`${ESCAPE}[A`, `${ESCAPE}[1;5B`, 'j']],
    ['function keys', `${ESCAPE}OP${ESCAPE}[[A${ESCAPE}[15~`, [`${ESCAPE}OP`, `${ESCAPE}[[A`, `${ESCAPE}[15~`]],
    ['Escape and what was typed after it', `${ESCAPE}q`, [ESCAPE, 'q']],
    ['Escape twice', `${ESCAPE}${ESCAPE}`, [ESCAPE, ESCAPE]],
    [
      'a paste as one, whatever is in it',
      `x${ESCAPE}[200~a\nb${ESCAPE}[201~y`,
      ['x', `${ESCAPE}[200~a\nb${ESCAPE}[201~`, 'y'],
    ],
  ])('%s', (_, input, keys) => {
    expect(splitKeys(input)).toEqual({ keys, rest: '' });
  });

  test('reports of the mouse, of either form, each as one', () => {
    const reports = [`${ESCAPE}[<0;12;5M`, `${ESCAPE}[<0;12;5m`, `${ESCAPE}[M !!`];
    expect(splitKeys(`a${reports.join('')}b`)).toEqual({ keys: ['a', ...reports, 'b'], rest: '' });
  });

  test.each([`${ESCAPE}[<`, `${ESCAPE}[<0;12`, `${ESCAPE}[M`, `${ESCAPE}[M !`])('a begun report waits: %j', (begun) => {
    expect(splitKeys(`a${begun}`)).toEqual({ keys: ['a'], rest: begun });
  });

  test('a paste that has not come whole waits for its end', () => {
    const input = `j${ESCAPE}[200~aws ec2`;
    expect(splitKeys(input)).toEqual({ keys: ['j'], rest: `${ESCAPE}[200~aws ec2` });
  });
});

/** All keys that a listener has been given, once `count` of them have come. */
function takeKeys(keys: KeyByKey, count: number): Promise<readonly string[]> {
  const taken: string[] = [];
  return new Promise((resolve) => {
    keys.on('readable', () => {
      for (let key = keys.read(); key !== null; key = keys.read()) taken.push(key);
      if (taken.length === count) resolve(taken);
    });
  });
}

function open(controls: Readonly<Record<string, () => void>> = {}) {
  const source = new PassThrough({ encoding: 'utf8' });
  return { source, keys: new KeyByKey(source as unknown as ReadStream, controls) };
}

describe('a listener is given', () => {
  test('one key at a time, and none is lost when it changes between two', async () => {
    const { source, keys } = open();
    const first: string[] = [];
    const listen = () => {
      first.push(keys.read() as string);
      keys.off('readable', listen);
    };
    keys.on('readable', listen);
    source.write(':send');
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    expect(first).toEqual([':']);
    expect(await takeKeys(keys, 4)).toEqual(['s', 'e', 'n', 'd']);
  });

  test('held keys once they are let go, in their order', async () => {
    const { source, keys } = open();
    const release = keys.hold();
    const taken = takeKeys(keys, 3);
    source.write('ab');
    source.write('c');
    release();
    expect(await taken).toEqual(['a', 'b', 'c']);
  });

  test('a key after an Escape apart from it', async () => {
    const { source, keys } = open();
    const taken = takeKeys(keys, 2);
    source.write(`${ESCAPE}j`);
    expect(await taken).toEqual([ESCAPE, 'j']);
  });
});

test('a control is carried out in its turn and told to no listener, but inside a paste it is text', async () => {
  const taken: string[] = [];
  const { source, keys } = open({ '\u001A': () => taken.push('stop') });
  const paste = `${ESCAPE}[200~x\u001Ay${ESCAPE}[201~`;
  const all = new Promise<void>((resolve) => {
    keys.on('readable', () => {
      for (let key = keys.read(); key !== null; key = keys.read()) taken.push(key);
      if (taken.includes('b')) resolve();
    });
  });
  source.write(`a\u001A${paste}\u001Ab`);
  await all;
  expect(taken).toEqual(['a', 'stop', paste, 'stop', 'b']);
});

describe('the mouse', () => {
  const click = `${ESCAPE}[<0;12;5M`;
  /** Keys and clicks in the order in which they come, until there are `count`. */
  const takeAll = (keys: KeyByKey, count: number) =>
    new Promise<readonly unknown[]>((resolve) => {
      const taken: unknown[] = [];
      const take = (one: unknown) => taken.push(one) === count && resolve(taken);
      keys.watchMouse(take);
      keys.on('readable', () => take(keys.read()));
    });

  test('has its turn among the keys', async () => {
    const { source, keys } = open();
    const taken = takeAll(keys, 3);
    source.write(`a${click}b`);
    expect(await taken).toEqual(['a', { kind: 'click', column: 11, row: 4 }, 'b']);
  });

  test.each([1, 2, 3, 6, 9])('is whole when its report comes in two reads, cut after %i characters', async (cut) => {
    const { source, keys } = open();
    const taken = takeAll(keys, 2);
    source.write(click.slice(0, cut));
    await new Promise((resolve) => setImmediate(resolve));
    source.write(`${click.slice(cut)}b`);
    expect(await taken).toEqual([{ kind: 'click', column: 11, row: 4 }, 'b']);
  });

  test('is never a key, also where nobody listens to it', async () => {
    const { source, keys } = open();
    const taken = takeKeys(keys, 2);
    source.write(`${click}a${ESCAPE}[<64;1;1M${ESCAPE}[<35;1;1Mb`);
    expect(await taken).toEqual(['a', 'b']);
  });

  test('leaves a lone Escape a key', async () => {
    const { source, keys } = open();
    const taken = takeAll(keys, 1);
    source.write(ESCAPE);
    expect(await taken).toEqual([ESCAPE]);
  });
});
