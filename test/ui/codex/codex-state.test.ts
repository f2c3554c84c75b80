import { describe, expect, test } from 'vitest';
import { type CodexState, codexStep } from '../../../src/ui/codex/codex-state.ts';

const LIST: CodexState = { query: '', index: 0, isReading: false, scroll: 0 };
const CARD: CodexState = { ...LIST, isReading: true };
const ROOM = { count: 5, hidden: 3 };

describe('in the list', () => {
  test.each<[string, CodexState, string, Partial<CodexState>]>([
    ['a letter searches, from the top', { ...LIST, index: 3 }, 'n', { query: 'n', index: 0 }],
    ['a Korean syllable searches', LIST, '블', { query: '블' }],
    ['a space parts words', { ...LIST, query: 'nat' }, 'space', { query: 'nat ' }],
    ['a space alone is no search', LIST, 'space', { query: '' }],
    ['backspace takes the last letter back', { ...LIST, query: '블랙' }, 'backspace', { query: '블' }],
    ['Escape forgets the search first', { ...LIST, query: 'nat' }, 'escape', { query: '' }],
    ['the last card is the last', { ...LIST, index: 4 }, 'down', { index: 4 }],
    ['the first card is the first', LIST, 'page-up', { index: 0 }],
    ['Enter reads', LIST, 'enter', { isReading: true, scroll: 0 }],
    ['a key without a letter does nothing', LIST, 'ctrl-a', LIST],
  ])('%s', (_, state, key, expected) => {
    expect(codexStep(state, key, ROOM)).toMatchObject(expected);
  });

  test('Escape without a search leaves', () => {
    expect(codexStep(LIST, 'escape', ROOM)).toBeUndefined();
  });

  test('nothing is read where nothing is found', () => {
    expect(codexStep(LIST, 'enter', { count: 0, hidden: 0 })).toEqual(LIST);
  });
});

describe('in a card', () => {
  test.each<[string, CodexState, string, Partial<CodexState>]>([
    ['down scrolls as far as rows are hidden', CARD, 'page-down', { scroll: 3 }],
    ['up stops at the top', CARD, 'up', { scroll: 0 }],
    ['right turns to the next, from its top', { ...CARD, scroll: 2 }, 'right', { index: 1, scroll: 0 }],
    ['left goes round to the last', CARD, 'left', { index: 4 }],
    ['Escape shows all cards', CARD, 'escape', { isReading: false }],
  ])('%s', (_, state, key, expected) => {
    expect(codexStep(state, key, ROOM)).toMatchObject(expected);
  });

  test.each(['q', 'c'])('%s leaves', (key) => {
    expect(codexStep(CARD, key, ROOM)).toBeUndefined();
  });
});
