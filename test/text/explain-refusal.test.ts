// Refusals in Korean: every sentence that the code can say has one of its own, and none is there that the code cannot say.

import { describe, expect, test } from 'vitest';
import { RESOURCE_KINDS } from '../../src/control/resource.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { translateSentence } from '../../src/text/explain-refusal.ts';
import { fillMessage } from '../../src/text/message.ts';
import { textsInControl } from './refusals-in-code.ts';

const korean: Readonly<Record<string, string>> = CATALOGS.ko.refusals;
const english = Object.keys(korean);
const inCode = textsInControl();
const labels = Object.values(RESOURCE_KINDS).map(({ label }): string => label);

/** Texts of several words that no refusal says, and why. */
const NO_REFUSALS: readonly (readonly [why: string, texts: RegExp])[] = [
  ['the English frame around each refusal, as the CLI prints it', /^An error occurred/],
  [
    'a command line, or a rule as it is shown: typed alike in every language',
    /^(?:aws \{\}|\{\} \{|\{\} \| |\{\}\{\}, )/,
  ],
  ['a list of names', /^\{\} (?:in|of|on) \{\}$|^those of \{\}$/],
  [
    'a field of what a call prints, which is English as the API is',
    /^(?:Expired after|Failed due|The subnet has no free|The network has no internet|The Elastic IP address (?:could|is)|The Vpc Endpoint Id|The VpcEndpointService|The endpoint connection|The service \{\} still)/,
  ],
];

/** Looked up by itself, and said by no text of ours: what the library that reads structures says. */
const OF_THE_LIBRARY = /^Invalid (?:key|type|value|integer|length): /;

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const WORDS = english.filter((key) => !key.includes('{')).map(literally);

/** Texts of the code that a key stands for: a place there stands for one here, or for one word; {kind} and {why} also for what is known. */
const patterns = new Map(
  english.map((key) => {
    const pieces = key.split(/\{(\w+)\}/);
    const known = ['\\{\\}', '\\w+', ...WORDS].join('|');
    const source = pieces.map((piece, index) =>
      index % 2 === 0 ? literally(piece) : `(${piece === 'kind' || piece === 'why' ? known : '\\{\\}|\\w+'})`,
    );
    return [key, new RegExp(`^${source.join('')}$`)] as const;
  }),
);

/** The key that says it, the one with most words of its own. */
function keyOf(text: string): string | undefined {
  const isLonger = (one: string, other: string) =>
    other.replace(/\{\w+\}/g, '').length - one.replace(/\{\w+\}/g, '').length;
  return english.filter((key) => patterns.get(key)!.test(text)).sort(isLonger)[0];
}

const sentences = inCode.filter(
  (text) => text.trim().split(/\s+/).length >= 3 && !NO_REFUSALS.some(([, texts]) => texts.test(text)),
);

test('every sentence that the code can say has a Korean one', () => {
  expect(sentences.length).toBeGreaterThan(300);
  expect(sentences.filter((text) => keyOf(text) === undefined)).toEqual([]);
});

test('every kind of thing has a Korean word', () => {
  expect(labels.filter((label) => !korean[label])).toEqual([]);
});

test('no Korean sentence stands for what the code never says', () => {
  const said = (key: string) => labels.includes(key) || inCode.some((text) => patterns.get(key)!.test(text));
  expect(english.filter((key) => !OF_THE_LIBRARY.test(key) && !said(key))).toEqual([]);
});

test('each is told by its own words, however many others would fit it', () => {
  const wrong = sentences.flatMap((text) => {
    const key = keyOf(text)!;
    let at = 0;
    const sentence = text.replaceAll('{}', () => `x-${++at}`);
    const given = patterns.get(key)!.exec(text)!.slice(1);
    at = 0;
    const values = given.map((value) => value.replace('{}', () => `x-${++at}`)).map((value) => korean[value] ?? value);
    const places = [...key.matchAll(/\{(\w+)\}/g)].map(([, place], index) => [place, values[index]!]);
    const expected = fillMessage(korean[key]!, Object.fromEntries(places));
    const told = translateSentence(sentence, korean);
    return told === expected ? [] : [{ sentence, told, expected }];
  });
  expect(wrong).toEqual([]);
});

test('every place is filled, with a name that both languages have', () => {
  const placesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)(?::[^}]+)?\}/g)].map(([, place]) => place));
  const unknown = english.filter((key) => [...placesIn(korean[key]!)].some((place) => !placesIn(key).has(place)));
  expect(unknown).toEqual([]);
});

describe('places are filled, with their particles', () => {
  test.each([
    [
      'The route identified by 0.0.0.0/0 already exists.',
      '목적지가 0.0.0.0/0인 경로가 이미 있습니다. 대상을 바꾸려면 replace-route를 쓰세요.',
    ],
    ["The internet gateway 'igw-2' does not exist.", '인터넷 게이트웨이 igw-2가 이 네트워크에 없습니다.'],
    ['The network ACL acl-a has no inbound rule 100.', '네트워크 ACL acl-a에는 100번 인바운드 규칙이 없습니다.'],
    ['the following arguments are required: --route-table-id, --x', '필요한 옵션이 빠졌습니다: --route-table-id, --x'],
    [
      '"10.1.0.0/99" is not an IPv4 CIDR block, such as 10.1.2.0/24 or 0.0.0.0/0',
      '10.1.0.0/99는 IPv4 CIDR 블록이 아닙니다. 예: 10.1.2.0/24, 0.0.0.0/0',
    ],
    [
      '"Name=x" cannot be read: Values: Invalid key: Expected "Values" but received undefined',
      'Name=x를 읽을 수 없습니다: Values: "Values" 항목이 빠졌습니다.',
    ],
  ])('%s', (sentence, told) => {
    expect(translateSentence(sentence, korean)).toBe(told);
  });
});

test('a sentence with signs of patterns in it is read as it stands', () => {
  expect(translateSentence('a (b) c?', { 'a (b) {x}?': '{x}!' })).toBe('c!');
  expect(translateSentence('axb', { 'a.b': 'no' })).toBeUndefined();
});

test('English needs no words beside its own', () => {
  expect(translateSentence('The route identified by x already exists.', CATALOGS.en.refusals)).toBeUndefined();
});
