// The codex and the registry of wrong beliefs: nothing dangles, everything fits its place.

import { describe, expect, test } from 'vitest';
import { BELIEFS } from '../../src/levels/beliefs.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { cardWords, findCards, indexCards, knownFrom, listCards } from '../../src/levels/codex.ts';
import { CONCEPTS, TOLD_BY } from '../../src/levels/concepts.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { columns } from '../../src/text/columns.ts';
import { LANGUAGES } from '../../src/text/language.ts';
import { plainPicture } from '../../src/ui/codex/picture.ts';
import { plainText } from '../../src/ui/plain-text.ts';
import { makeSources, openLibrary } from './fixture.ts';

const library = builtInLibrary();
const cards = listCards(library);

describe('every card', () => {
  test('belongs to one concept, and every concept has one', () => {
    const concepts = cards.map(({ concept }) => concept);
    expect(new Set(concepts).size).toBe(concepts.length);
    expect(Object.keys(CONCEPTS).filter((concept) => !concepts.includes(concept))).toEqual([]);
  });

  test.each(cards.map((card) => [card.concept, card] as const))(
    '%s has a picture, marked sources, a name and a rule in every language',
    (concept, card) => {
      expect(CONCEPTS[concept], `add "${concept}" to src/levels/concepts.ts`).toBeDefined();
      expect(knownFrom(library, card).every(({ mark, sources }) => mark && sources.length > 0)).toBe(true);
      for (const language of LANGUAGES) {
        const { name, rule } = cardWords(library, card, language);
        expect(name).not.toBe(concept);
        // The list of the codex beside a card.
        expect(columns(name)).toBeLessThanOrEqual(41);
        expect(rule.length).toBeGreaterThan(0);
      }
    },
  );

  test.each(Object.entries(CONCEPTS))('%s is drawn within 44 columns and 6 rows, and plainly too', (_, { picture }) => {
    expect(picture.length).toBeLessThanOrEqual(6);
    for (const row of picture) {
      expect(columns(row), row).toBeLessThanOrEqual(44);
      const plain = plainText(plainPicture(row));
      expect(plain).toMatch(/^[\x20-\x7e]*$/);
      expect(columns(plain)).toBe(columns(row));
    }
  });
});

test('a concept that no level introduces is told by a level that is there', () => {
  const levels = library.entries.map(({ id }) => id);
  expect(Object.values(TOLD_BY).filter((level) => !levels.includes(level))).toEqual([]);
});

describe('the wrong beliefs', () => {
  test('are numbered as in the curriculum, 1 to 42, and each is named once', () => {
    expect(BELIEFS.map(({ number }) => number)).toEqual(Array.from({ length: 42 }, (_, index) => index + 1));
    expect(new Set(BELIEFS.map(({ id }) => id)).size).toBe(BELIEFS.length);
  });

  test.each(BELIEFS.map((belief) => [belief.id, belief] as const))('%s is corrected by a card', (_, belief) => {
    expect(cards.map(({ concept }) => concept)).toContain(belief.concept);
    expect(belief.rules.length).toBeGreaterThan(0);
  });

  // The refutation and its belief stand below a packet at 80 x 24.
  test.each(LANGUAGES)('fit the screen of a review in %s', (language) => {
    for (const { belief, so } of Object.values(CATALOGS[language].beliefs)) {
      expect(columns(belief), belief).toBeLessThanOrEqual(100);
      expect(columns(so), so).toBeLessThanOrEqual(270);
    }
  });
});

describe('searching', () => {
  const indexed = indexCards(library);
  const found = (query: string) => findCards(indexed, query).map(({ concept }) => concept);

  test.each([
    ['the beginning of a word of the name', 'blackh', 'blackhole-route'],
    ['several words', 'longest prefix', 'longest-prefix-match'],
    ['a failure code, in any letters', 'asymmetric_return', 'reply-path'],
    ['Korean', '블랙홀', 'blackhole-route'],
    ['an English term while playing in Korean', 'mapping service', 'mapping-service'],
  ])('finds %s', (_, query, concept) => {
    expect(found(query)).toContain(concept);
  });

  test('does not find the middle of a word: nat in destination', () => {
    expect(found('nat')).not.toContain('longest-prefix-match');
  });

  test('puts the cards that are called so first', () => {
    expect(found('nat gateway')[0]).toBe('nat-gateway');
  });

  test('finds all without a query, in the order of the levels, and nothing where there is nothing', () => {
    expect(found('')).toEqual(cards.map(({ concept }) => concept));
    expect(found('quantum')).toEqual([]);
  });
});

test('a pack’s card takes its sources from its level, and claims no mark', () => {
  const pack = openLibrary(
    makeSources(({ level, chapters }) => {
      level.introduces = ['house-rule'];
      level.sources = ['D-IGW', 'https://example.com/page'];
      chapters.concepts = { 'house-rule': 'The house rule' };
    }),
  );
  const [card] = listCards(pack);
  expect(card).toEqual({ concept: 'house-rule', levelId: 'first-road' });
  expect(card && knownFrom(pack, card)).toEqual([
    {
      sources: ['VPC User Guide, Connect to the internet using an internet gateway', 'https://example.com/page'],
    },
  ]);
});
