import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyChange,
  type Change,
  countStars,
  EMPTY_SAVE,
  mergeSaves,
  parseSave,
  recordOf,
  SAVE_VERSION,
  type Save,
} from '../../src/progress/progress.ts';

const saved = (change: Change): Save => applyChange(EMPTY_SAVE, change);

describe('a level’s record only gets better', () => {
  const first = saved({
    levels: {
      'unused-gate': {
        solved: true,
        moves: 3,
        dollars: 36.5,
        exposure: 0,
        stars: 2,
        solvedAt: '2026-01-02T03:04:05.000Z',
      },
    },
  });

  test('each best figure stands for itself', () => {
    const worse = applyChange(first, { levels: { 'unused-gate': { moves: 1, dollars: 40, exposure: 2, stars: 1 } } });
    expect(recordOf(worse, 'unused-gate')).toMatchObject({
      solved: true,
      moves: 1,
      dollars: 36.5,
      exposure: 0,
      stars: 2,
    });
  });

  test('the first time it was solved stays', () => {
    const later = { 'unused-gate': { solvedAt: '2027-01-01T00:00:00.000Z' } };
    const earlier = { 'unused-gate': { solvedAt: '2025-01-01T00:00:00.000Z' } };
    expect(recordOf(applyChange(first, { levels: later }), 'unused-gate').solvedAt).toBe('2026-01-02T03:04:05.000Z');
    expect(recordOf(applyChange(first, { levels: earlier }), 'unused-gate').solvedAt).toBe('2025-01-01T00:00:00.000Z');
  });

  test('the first prediction stays, and the most hints', () => {
    const once = saved({ levels: { a: { hints: 2, prediction: { choice: 'igw-1', right: false } } } });
    const twice = applyChange(once, { levels: { a: { hints: 1, prediction: { choice: 'local', right: true } } } });
    expect(recordOf(twice, 'a')).toMatchObject({ hints: 2, prediction: { choice: 'igw-1', right: false } });
  });

  test('a level that was never opened has an empty record', () => {
    expect(recordOf(first, 'elsewhere')).toEqual({ solved: false, stars: 0, hints: 0 });
    expect(recordOf(first, 'constructor')).toEqual({ solved: false, stars: 0, hints: 0 });
  });
});

test('a setting is replaced, and the others stay', () => {
  const chosen = saved({ settings: { language: 'ko', ascii: true } });
  expect(applyChange(chosen, { settings: { language: 'en' } }).settings).toEqual({ language: 'en', ascii: true });
});

describe('a review', () => {
  const at = (time: string, rung: number) => ({ reviews: { 'top-to-bottom': { rung, at: `${time}T12:00:00.000Z` } } });

  test('the latest counts, whichever comes first', () => {
    const [early, late] = [saved(at('2026-01-01', 3)), saved(at('2026-01-02', 0))];
    expect(mergeSaves(early, late).reviews).toEqual(late.reviews);
    expect(mergeSaves(late, early).reviews).toEqual(late.reviews);
  });

  test('of two at the same moment the one that is asked sooner', () => {
    const [low, high] = [saved(at('2026-01-01', 1)), saved(at('2026-01-01', 2))];
    expect(mergeSaves(low, high).reviews).toEqual(low.reviews);
    expect(mergeSaves(high, low).reviews).toEqual(low.reviews);
  });

  test('a save from before there were reviews opens without any', () => {
    expect(parseSave({ version: 1, levels: { a: { stars: 1 } }, settings: {} })).toMatchObject({
      ok: true,
      value: { damaged: false, save: { reviews: {} } },
    });
  });
});

test('stars are counted over all levels', () => {
  expect(countStars(saved({ levels: { a: { stars: 2 }, b: { stars: 3 } } }))).toBe(5);
});

describe('reading a save', () => {
  const read = (input: unknown) => {
    const result = parseSave(input);
    return result.ok ? result.value : result.error;
  };

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'hello'],
    ['a list', []],
    ['no version', { levels: {} }],
    ['a version that is no number', { version: 'one' }],
    ['a version below zero', { version: -1 }],
  ])('%s is no save', (_, input) => {
    expect(read(input)).toEqual({ kind: 'broken' });
  });

  test('an empty object, as conf makes it, is a save of somebody who has not played', () => {
    expect(read({})).toEqual({ save: EMPTY_SAVE, damaged: false });
  });

  test('a newer format is told by its number', () => {
    expect(read({ version: SAVE_VERSION + 1, levels: {} })).toEqual({ kind: 'newer', version: SAVE_VERSION + 1 });
  });

  test('the oldest format opens: a list of solved levels', () => {
    const result = read({ version: 0, solved: ['unused-gate'], settings: { language: 'ko' } });
    const record = { solved: true, stars: 1, hints: 0 };
    const save = { ...EMPTY_SAVE, levels: { 'unused-gate': record }, settings: { language: 'ko' } };
    expect(result).toEqual({ save, damaged: false });
  });

  test.each([
    ['a record', { levels: { good: { stars: 2 }, bad: { stars: 'many' } } }],
    ['a level’s id', { levels: { good: { stars: 2 }, '../../etc': { stars: 1 } } }],
    ['more stars than there are', { levels: { good: { stars: 2 }, bad: { stars: 4 } } }],
    ['the settings', { levels: { good: { stars: 2 } }, settings: { language: 'xx' } }],
    ['a review', { levels: { good: { stars: 2 } }, reviews: { 'top-to-bottom': { rung: 9, at: 'yesterday' } } }],
    ['all reviews', { levels: { good: { stars: 2 } }, reviews: 'many' }],
  ])('%s that makes no sense is left out, and the rest is kept', (_, part) => {
    const result = read({ version: 1, ...part });
    const levels = { good: { solved: false, stars: 2, hints: 0 } };
    expect(result).toEqual({ save: { ...EMPTY_SAVE, levels }, damaged: true });
  });

  test('a level that this game does not have is kept', () => {
    expect(read({ version: 1, levels: { 'from-a-pack': { solved: true, stars: 3 } } })).toMatchObject({
      save: { levels: { 'from-a-pack': { solved: true, stars: 3 } } },
    });
  });
});

describe('any two saves', () => {
  const record = fc.record(
    {
      solved: fc.boolean(),
      moves: fc.nat(20),
      dollars: fc.nat(100),
      exposure: fc.nat(5),
      stars: fc.nat(3),
      hints: fc.nat(4),
      solvedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
    },
    { requiredKeys: [] },
  );
  const review = fc.record({
    rung: fc.nat(4),
    at: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
  });
  const byName = <T>(of: fc.Arbitrary<T>) =>
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), of, { noNullPrototype: true });
  const anySave = fc.record({ levels: byName(record), reviews: byName(review) }).map(saved);

  test('merge to the same in either order, lose nothing, and again with either to itself', () => {
    fc.assert(
      fc.property(anySave, anySave, (mine, theirs) => {
        const merged = mergeSaves(mine, theirs);
        expect(mergeSaves(theirs, mine)).toEqual(merged);
        expect(Object.keys(merged.reviews)).toEqual(expect.arrayContaining(Object.keys(mine.reviews)));
        expect(mergeSaves(merged, mine)).toEqual(merged);
        expect(countStars(merged)).toBeGreaterThanOrEqual(Math.max(countStars(mine), countStars(theirs)));
      }),
    );
  });

  test('read back from JSON as they are', () => {
    fc.assert(
      fc.property(anySave, (save) => {
        expect(parseSave(JSON.parse(JSON.stringify(save)))).toEqual({ ok: true, value: { save, damaged: false } });
      }),
    );
  });
});
