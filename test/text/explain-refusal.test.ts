// Refusals in Korean: every key is a sentence that the code can say, and no code of a refusal is without words.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../src/control/apply.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { explainRefusal, matchTemplate, translateSentence } from '../../src/text/explain-refusal.ts';

const control = fileURLToPath(new URL('../../src/control/', import.meta.url));
const code = readdirSync(control, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(control, file), 'utf8'))
  .join('\n');

/** The sentence as it stands in the code, with an expression in each of its places. */
function standsInCode(key: string): boolean {
  const text = key.split(/\{\w\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll("'", "\\\\?'"));
  return new RegExp(`[\`'"]${text.join('\\$\\{[^\n]+?\\}')}[\`'"]`).test(code);
}

/** Put together out of several texts, so that none of them is the whole. */
const COMPOSED = [
  /is not an operation of/,
  /^The parameters \{a\} cannot/,
  /is opened and never closed/,
  /^close it with/,
];

const { refusal } = CATALOGS.ko;

test.each(Object.keys(refusal.refusals).filter((key) => !COMPOSED.some((pattern) => pattern.test(key))))(
  'the code can say: %s',
  (key) => {
    expect(standsInCode(key)).toBe(true);
  },
);

test('every code has words, if only its kind’s', () => {
  const codes = [...code.matchAll(/\bcode: '([\w.]+)'/g)].map(([, name]) => name as string);
  expect(codes.length).toBeGreaterThan(50);
  expect(codes.filter((name) => !explainRefusal(name, 'A sentence that nobody wrote.', refusal))).toEqual([]);
});

test('English needs no words beside its own', () => {
  expect(
    explainRefusal('RouteAlreadyExists', 'The route identified by x already exists.', CATALOGS.en.refusal),
  ).toBeUndefined();
});

describe('places are filled, with their particles', () => {
  test.each([
    [
      'The route identified by 0.0.0.0/0 already exists.',
      '목적지가 0.0.0.0/0인 경로가 이미 있습니다. 대상을 바꾸려면 replace-route를 쓰세요.',
    ],
    ["The gateway 'igw-2' does not exist.", 'igw-2라는 것이 이 네트워크에 없습니다.'],
    ['the following arguments are required: --route-table-id, --x', '필요한 옵션이 빠졌습니다: --route-table-id, --x'],
    [
      '"10.1.0.0/99" is not an IPv4 CIDR block, such as 10.1.2.0/24 or 0.0.0.0/0',
      '10.1.0.0/99는 IPv4 CIDR이 아닙니다. 예: 10.1.2.0/24 or 0.0.0.0/0',
    ],
  ])('%s', (english, korean) => {
    expect(translateSentence(english, refusal)).toBe(korean);
  });
});

test('a sentence with signs of patterns in it is read as it stands', () => {
  expect(matchTemplate('a (b) {x}?', 'a (b) c?')).toEqual({ x: 'c' });
  expect(matchTemplate('a.b', 'axb')).toBeUndefined();
});

test('what levels expect to be refused is told in a sentence of its own', () => {
  const library = builtInLibrary();
  const refused = library.entries.flatMap(({ id }) => {
    const level = library.level(id);
    if (!level.ok) return [];
    return level.value.wrong.flatMap(({ operations }) => {
      let world = level.value.start;
      for (const operation of operations) {
        const applied = applyOperation(world, operation);
        if (!applied.ok) return [applied.error.message];
        world = applied.value.world;
      }
      return [];
    });
  });
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.filter((message) => translateSentence(message, refusal) === undefined)).toEqual([]);
});
