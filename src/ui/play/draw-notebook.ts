// The answers and tiles that the player has given so far.

import type { Session } from '../../game/session.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import { wrapColumns } from '../../text/columns.ts';
import { type Line, line, span } from '../lines.ts';

export function hasNotebook({ questions, puzzles }: Level): boolean {
  return questions.length + puzzles.length > 0;
}

export function drawNotebook({ level, present }: Session, text: LevelText, width: number): readonly Line[] {
  const { notebook } = present.world;
  const puzzles = level.puzzles.flatMap(({ id }) => {
    const tiles = (notebook[id] ?? []).map((tile, index) => `${index + 1} ${text.tiles[tile] ?? tile}`);
    const rows = wrapColumns(tiles.join('  →  ') || '…', width - 3).map((row) => line('   ', span(row, 'accent')));
    return [line(span(` ${text.puzzles[id] ?? id}`, 'dim')), ...rows];
  });
  const answers = level.questions.map(({ id }, index) => {
    const given = notebook[id]?.[0];
    return line(
      span(` ${index + 1}  `, 'dim'),
      span(given === undefined ? '…' : (text.choices[given] ?? given), given ? 'accent' : 'dim'),
      span(`   ${text.questions[id] ?? id}`, 'dim'),
    );
  });
  return [...puzzles, ...answers];
}
