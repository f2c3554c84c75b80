import { describe, expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { dealFault } from '../../src/progress/deal-fault.ts';
import { applyChange, EMPTY_SAVE, mergeSaves, type Save } from '../../src/progress/progress.ts';

const faults = [{ id: 'row-gone', breaks: 4 }, { id: 'stopped' }, { id: 'no-address', breaks: 1 }];
const library = { faults: (id: string) => (id === 'ticket' ? faults : []) };

const mended = (save: Save, ...ids: readonly string[]): Save =>
  applyChange(save, { levels: { ticket: { solved: true, faults: [...ids] } } });

const shown = (id: string, rung: number): Save =>
  applyChange(EMPTY_SAVE, { reviews: { [id]: { rung, at: '2026-11-24T09:00:00.000Z' } } });

describe('the fault that a level comes with', () => {
  test('is the first of the file for whoever begins', () => {
    expect(dealFault(library, 'ticket', EMPTY_SAVE)).toBe('row-gone');
  });

  test('is another once one has been mended', () => {
    expect(dealFault(library, 'ticket', mended(EMPTY_SAVE, 'row-gone'))).toBe('stopped');
    expect(dealFault(library, 'ticket', mended(EMPTY_SAVE, 'row-gone', 'stopped'))).toBe('no-address');
  });

  test('shows the weakest belief first', () => {
    expect(dealFault(library, 'ticket', shown('public-subnet-is-enough', 0))).toBe('no-address');
    expect(dealFault(library, 'ticket', shown('public-subnet-is-enough', 4))).toBe('row-gone');
  });

  test('comes round again when all have been mended', () => {
    expect(dealFault(library, 'ticket', mended(EMPTY_SAVE, 'row-gone', 'stopped', 'no-address'))).toBe('row-gone');
  });

  test('is none where a level has none', () => {
    expect(dealFault(library, 'elsewhere', EMPTY_SAVE)).toBeUndefined();
  });

  test('is forgotten by neither of two saves', () => {
    const both = mergeSaves(mended(EMPTY_SAVE, 'stopped'), mended(EMPTY_SAVE, 'row-gone'));
    expect(both.levels.ticket?.faults).toEqual(['row-gone', 'stopped']);
  });
});

test('every fault of the game that shows a belief can be dealt for it', () => {
  const game = builtInLibrary();
  for (const { id } of game.entries)
    for (const fault of game.faults(id)) {
      const others = game.faults(id).flatMap((other) => (other.id === fault.id ? [] : [other.id]));
      const save = applyChange(EMPTY_SAVE, { levels: { [id]: { faults: others } } });
      expect(dealFault(game, id, save)).toBe(fault.id);
    }
});
