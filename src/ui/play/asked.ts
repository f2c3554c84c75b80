// What is asked over the whole width of the play screen: the prediction before the first send, and the questions and puzzles of levels
// that are won by answering.

import type { Tool } from '../../control/form.ts';
import type { Session } from '../../game/session.ts';
import { wrapColumns } from '../../text/columns.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';
import type { Asked } from './AskPane.tsx';
import { drawTiles } from './draw-notebook.ts';
import { listPage, type MenuState } from './menu-items.ts';

/** The question before the first send, and a tick for how sure the player is. */
export function askPrediction({ level, present }: Session, isSure: boolean, { say, levelText, size }: Game): Asked {
  const text = levelText(level.id);
  const choices = (level.predict?.choices ?? []).map((value) => ({ value, label: text.choices[value] ?? value }));
  return {
    title: say(present.world === level.start ? 'predict.title' : 'predict.title-of-start'),
    lines: [
      ...paragraph(text.predict ?? '', size.columns),
      line(span('← → ', 'key'), span(`${isSure ? '[x]' : '[ ]'} ${say('predict.tick')}`, isSure ? 'accent' : 'dim')),
    ],
    items: [...choices, { value: '', label: say('predict.skip') }],
  };
}

/** Whether the menu asks something that needs the whole width to be read. */
export function asksWide(tool: Tool | undefined): tool is Tool {
  return tool?.values?.Question !== undefined || tool?.name === 'PlaceTile';
}

export function askAnswer(session: Session, menu: MenuState, { levelText, catalog, size }: Game): Asked {
  const text = levelText(session.level.id);
  const { title, items } = listPage(session.present.world, session.level.tools, menu, catalog, text);
  const puzzle = menu.tool?.values?.Puzzle?.[0];
  if (puzzle === undefined) return { title: catalog.game['ask.Answer'], lines: paragraph(title, size.columns), items };
  return {
    title: `${text.puzzles[puzzle] ?? puzzle}  ${catalog.game['ask.Tile']}`,
    lines: drawTiles(session, puzzle, text, size.columns - 4),
    items,
  };
}

function paragraph(words: string, columns: number): readonly Line[] {
  return wrapColumns(words, columns - 4).map((row) => line(span(row)));
}
