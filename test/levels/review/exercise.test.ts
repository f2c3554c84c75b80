// Every belief that play can show can be asked about, in every language, and the answer is what the packet or EC2 says.

import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../../src/control/apply.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { BELIEFS } from '../../../src/levels/beliefs.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { chanceOf } from '../../../src/levels/daily/chance.ts';
import { worldAfter } from '../../../src/levels/judge.ts';
import type { Exercise } from '../../../src/levels/review/asking.ts';
import { listClues } from '../../../src/levels/review/clues.ts';
import { askAbout, makeExercise } from '../../../src/levels/review/exercise.ts';
import { observe } from '../../../src/levels/review/observe.ts';
import { LANGUAGES } from '../../../src/text/language.ts';

const library = builtInLibrary();
const clues = BELIEFS.flatMap(({ number }) => listClues(library, number).map((clue) => ({ number, ...clue })));
const named = clues.map((clue) => [clue.number, clue.levelId, clue.wrong ?? 'its own', clue] as const);

/** Asked again, from what the exercise shows. */
function answerOf({ asks, world, level, answer }: Exercise): string {
  if (asks.kind === 'question') return answer;
  if (asks.kind === 'refusal') {
    const applied = applyOperation(world, asks.operation);
    if (!applied.ok) return 'refused';
    return applied.value.world === world ? 'unchanged' : 'accepted';
  }
  const then = worldAfter(level, world, asks.event);
  return observe(asks.kind, traceExchange(then, asks.probe, { openedIn: world }), then);
}

describe('a question', () => {
  test.each(named)('about belief %i from %s, wrong answer %s: has its answer among different choices', (...row) => {
    for (const seed of ['one', 'two', 'three']) {
      const [inEnglish, inKorean] = LANGUAGES.map((language) => askAbout(library, row[3], language, chanceOf(seed)));
      expect(inKorean?.answer).toBe(inEnglish?.answer);
      // Some wrong answers leave nothing that one packet could be asked about: an order of tiles, a bill.
      if (!inEnglish) continue;
      expect(inEnglish.choices).toContain(inEnglish.answer);
      expect(new Set(inEnglish.choices).size).toBe(inEnglish.choices.length);
      expect(inEnglish.choices.length).toBeGreaterThan(1);
      expect(answerOf(inEnglish)).toBe(inEnglish.answer);
    }
  });
});

/** What filed wrong answers and wrong predictions can bring into the save. */
function isShownByPlay(number: number): boolean {
  return library.entries.some(({ id }) => {
    const level = library.level(id);
    return level.ok && [level.value.breaks[0], ...level.value.wrong.map(({ breaks }) => breaks)].includes(number);
  });
}

test.each(BELIEFS.filter(({ number }) => isShownByPlay(number)).map(({ number, id }) => [number, id] as const))(
  'belief %i (%s) has a question',
  (number) => {
    for (const language of LANGUAGES)
      expect(makeExercise(library, { number, seed: 'any', language, isMet: () => false })).toBeDefined();
  },
);

describe('a belief is asked about', () => {
  const wish = { number: 1, language: 'en', isMet: () => true };

  test('in the same way until it is answered, and in another way afterwards', () => {
    const ask = (seed: string) => JSON.stringify(makeExercise(library, { ...wish, seed }));
    expect(ask('a 2026-01-01')).toBe(ask('a 2026-01-01'));
    expect(new Set(['b', 'c', 'd', 'e'].map(ask)).size).toBeGreaterThan(1);
  });

  test('in networks of levels that the player has met, as long as there are any', () => {
    for (const seed of ['a', 'b', 'c', 'd', 'e', 'f']) {
      const asked = makeExercise(library, { ...wish, seed, isMet: (id) => id === 'three-missing-things' });
      expect(asked?.level.id).toBe('three-missing-things');
    }
  });

  test('under other addresses, the same in the network and in the words', () => {
    const asked = makeExercise(library, { ...wish, seed: 'x', isMet: (id) => id === 'three-missing-things' });
    const [, block] = /"vpc-red":\{"cidrs":\["(10\.\d+)/.exec(JSON.stringify(asked?.world)) ?? [];
    expect(block).not.toBe('10.1');
    expect(JSON.stringify(asked?.text)).toContain(`${block}.0.5`);
    expect(JSON.stringify([asked?.world, asked?.text])).not.toMatch(/\b10\.1\./);
  });

  test('as EC2 sees it, where EC2 refuses', () => {
    // RouteNotSupported: rows to a gateway endpoint are written by the endpoint alone (D-GWE).
    const clue = { levelId: 'lane-for-one-zone', wrong: 0 };
    const asked = askAbout(library, clue, 'en', chanceOf('any'));
    expect(asked).toMatchObject({
      asks: { kind: 'refusal' },
      answer: 'refused',
      refusal: { code: 'RouteNotSupported' },
    });
  });
});
