// The mascot, a black-footed penguin, and the game's name.

import { type Line, line, span } from './lines.ts';

const PENGUIN = [
  '    .--.    ',
  '   / oo \\   ',
  '  |  <>  |  ',
  ' /| .--. |\\ ',
  '( |(    )| )',
  ' \\| `--´ |/ ',
  '  \\______/  ',
] as const;

const FEET = '  ▟▙    ▟▙  ';
const ASCII_FEET = '  /#    #\\  ';

export function drawPenguin(ascii: boolean): readonly Line[] {
  const body = PENGUIN.map((row) => line(span(ascii ? row.replace('´', "'") : row, 'title')));
  return [...body, line(span(ascii ? ASCII_FEET : FEET, 'edge'))];
}

/** The penguin beside the name. */
export function drawWordmark(ascii: boolean): readonly Line[] {
  const name = [
    [],
    [],
    line(span('B L A C K F O O T', 'title')),
    line(span(ascii ? '-----------------' : '─────────────────', 'edge')),
  ];
  return drawPenguin(ascii).map((row, index) => [...row, span('   '), ...(name[index] ?? [span(' '.repeat(17))])]);
}
