// Every belief that play can show can be asked about, in every language, and the answer is what the packet or EC2 says.

import { describe, expect, test } from 'vitest';
import { applyOperation } from '../../../src/control/apply.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { BELIEFS } from '../../../src/levels/beliefs.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { chanceOf } from '../../../src/levels/daily/chance.ts';
import { worldAfter } from '../../../src/levels/judge.ts';
import type { Exercise } from '../../../src/levels/review/asking.ts';
import { listClues } from '../../../src/levels/review/clues.ts';
import { askAbout, makeExercise } from '../../../src/levels/review/exercise.ts';
import { observe } from '../../../src/levels/review/observe.ts';
import { cidrsOverlap } from '../../../src/net/cidr.ts';
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
});

/** Of all clues, those about what EC2 says, as often as the seeds ask. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const toEc2 = clues.flatMap((clue) => {
  const asked = SEEDS.flatMap((seed) => askAbout(library, clue, 'en', chanceOf(seed)) ?? []);
  return asked[0]?.asks.kind === 'refusal' ? [[clue.levelId, clue.wrong, asked] as const] : [];
});

describe('EC2 is asked', () => {
  test('in several levels', () => {
    expect(toEc2.length).toBeGreaterThan(5);
  });

  test.each(toEc2)(
    'about %s, wrong answer %s: what it refuses here goes through elsewhere, so the form tells nothing',
    (...row) => {
      const [, , asked] = row;
      expect(new Set(asked.map(({ answer }) => answer))).toEqual(new Set(['refused', 'accepted']));
      expect(new Set(asked.map(({ choices }) => choices.join())).size).toBe(1);
      for (const { answer, refusal } of asked) expect(refusal !== undefined).toBe(answer === 'refused');
    },
  );

  test('for a row to a gateway endpoint, which the endpoint alone writes', () => {
    // RouteNotSupported: D-GWE.
    const [, , asked] = toEc2.find(([levelId]) => levelId === 'lane-for-one-zone')!;
    expect(asked.find(({ answer }) => answer === 'refused')?.refusal?.code).toBe('RouteNotSupported');
  });

  test('for a second internet gateway, in a network that has one and in one that has none', () => {
    const [, , asked] = toEc2.find(([levelId]) => levelId === 'nameless-at-the-edge')!;
    const attached = ({ world }: Exercise) =>
      Object.values(world.gateways).filter(({ kind, vpcId }) => kind === 'internet-gateway' && vpcId !== undefined);
    for (const exercise of asked) expect(attached(exercise).length).toBe(exercise.answer === 'refused' ? 1 : 0);
  });

  test('for a peering of VPCs, in a network in which their blocks overlap and in one in which they do not', () => {
    const [, , asked] = toEc2.find(([levelId]) => levelId === 'publish-dont-peer')!;
    for (const { world, answer } of asked) {
      const [one, other] = Object.values(world.vpcs).map(({ cidrs }) => cidrs[0]!);
      expect(cidrsOverlap(one!, other!)).toBe(answer === 'refused');
      expect(readWorld(JSON.parse(JSON.stringify(world))).ok).toBe(true);
    }
  });
});
