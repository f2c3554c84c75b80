import { describe, expect, test } from 'vitest';
import { commands as en } from '../../src/text/en/commands.ts';
import { commands as ko } from '../../src/text/ko/commands.ts';

const keys = Object.keys(en) as (keyof typeof en)[];
const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

describe('what the commands say', () => {
  test('has the same places to fill in every language', () => {
    const filled = keys.filter((key) => !key.startsWith('help.'));
    expect(filled.filter((key) => String(places(en[key])) !== String(places(ko[key])))).toEqual([]);
  });

  test('never says a value twice for the sake of its particle', () => {
    expect(keys.filter((key) => /\{(\w+)\}"?\{\1:/.test(ko[key]))).toEqual([]);
  });

  test('is in Korean where it is Korean', () => {
    const hasWords = (key: (typeof keys)[number]) =>
      key !== 'prove.ms' && /[a-z]/i.test(ko[key].replaceAll(/\{.*?\}/g, ''));
    expect(keys.filter((key) => hasWords(key) && !/[가-힣]/.test(ko[key]))).toEqual([]);
  });
});
