import { expect, test } from 'vitest';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { TITLE_MENU } from '../../src/ui/title-menu.ts';
import { openGame } from './open-game.tsx';

const library = builtInLibrary();

test.each(['levels', 'review', 'sandbox', 'settings'])(
  'whoever comes back from %s finds the cursor where they left it',
  async (entry) => {
    const game = await openGame({ library, columns: 80, rows: 24 });
    const downs = TITLE_MENU.findIndex(({ value }) => value === entry);
    await game.press(...Array.from({ length: downs }, () => 'down'));
    const there = chosenRow(game.text());
    await game.press('enter', 'q');
    expect(chosenRow(game.text())).toBe(there);
  },
);

function chosenRow(text: string): string | undefined {
  return text.split('\n').find((row) => row.includes('❯'));
}
