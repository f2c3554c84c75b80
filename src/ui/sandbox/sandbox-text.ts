import type { LevelText } from '../../levels/level.ts';
import type { Catalog } from '../../text/catalog.ts';

/** A sandbox as a level has hardly any words: its packets are called what they are. */
export function sandboxText({ sandbox }: Catalog): LevelText {
  return {
    title: sandbox.title,
    ...{ teaches: '', story: [], goals: {}, hints: [], choices: {}, questions: {}, puzzles: {}, tiles: {}, events: {} },
    ...{ wrong: {}, card: [], tickets: {} },
  };
}
