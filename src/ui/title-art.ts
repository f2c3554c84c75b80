// The mascot, a black-footed penguin, and the game's name.

import { columns } from '../text/columns.ts';
import { type Line, line, span } from './lines.ts';

const PENGUIN = [
  '    .--.    ',
  '   / oo \\   ',
  '   | <> |   ',
  '  /|.--.|\\  ',
  ' ( |    | ) ',
  '  \\|`--´|/  ',
  '    \\__/    ',
] as const;

const FEET = '   ▟▙  ▟▙   ';
const ASCII_FEET = '   /#  #\\   ';

function drawPenguin(ascii: boolean): readonly Line[] {
  const body = PENGUIN.map((row) => line(span(ascii ? row.replace('´', "'") : row, 'title')));
  return [...body, line(span(ascii ? ASCII_FEET : FEET, 'edge'))];
}

/** The penguin beside the name and what it says; every row equally wide. */
export function drawWordmark(ascii: boolean, says: string): readonly Line[] {
  const name = 'B L A C K F O O T';
  const width = Math.max(columns(name), columns(says));
  const beside: Readonly<Record<number, Line>> = {
    2: line(span(name, 'title')),
    3: line(span((ascii ? '-' : '─').repeat(columns(name)), 'edge')),
    4: line(span(says, 'dim')),
  };
  return drawPenguin(ascii).map((row, index) => {
    const words = beside[index] ?? [];
    const gap = width - words.reduce((sum, { text }) => sum + columns(text), 0);
    return [...row, span('   '), ...words, span(' '.repeat(gap))];
  });
}
