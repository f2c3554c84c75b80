import { Box } from 'ink';
import type { Exercise } from '../../levels/review/asking.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { Lines } from '../components/Lines.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { frame, type Line, line, lineColumns, span } from '../lines.ts';
import { drawMap } from '../map/draw-map.ts';
import { type Asked, AskPane, askRows } from '../play/AskPane.tsx';
import { drawTable, drawTables } from '../play/draw-tables.ts';
import { drawThing, listThings, titleThing } from '../play/draw-thing.ts';
import { columnsOf } from '../play/layout.ts';
import { drawHead } from './draw-head.ts';
import { drawQuestion, sayChoice } from './draw-question.ts';
import type { ReviewState } from './review-state.ts';

interface QuestionProps {
  readonly exercise: Exercise;
  readonly state: ReviewState;
  onSelect(choice: string): void;
}

/** Columns that a map wants at the least. */
const LEAST_MAP = 34;

/** The network above, the question below. */
export function Question({ exercise, state, onSelect }: QuestionProps) {
  const game = useGame();
  const { size, language, border, catalog } = game;
  const { review } = CATALOGS[language];
  const { world, level } = exercise;
  const asked: Asked = {
    title: review['ask.question'],
    lines: drawQuestion(game, exercise, size.columns - 4),
    items: exercise.choices.map((value) => ({ value, label: sayChoice(game, exercise, value) })),
  };
  const below = Math.min(askRows(asked, size.columns) + 2, size.rows - 10);
  const height = size.rows - 2 - below;
  const right = tablesWidth(game, exercise);
  const left = size.columns - right;
  const map = drawMap(world, { width: left, height, border, labels: catalog.map, marks: {}, start: level.start });
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[drawHead(game, state)]} />
      <Box flexShrink={0}>
        <Lines lines={map} />
        <Lines lines={drawLooked(game, exercise, state.thing, { width: right, height })} />
      </Box>
      <AskPane key={state.at} asked={asked} width={size.columns} height={below} onSelect={onSelect} />
      <Lines lines={[drawKeys(review['keys.ask'], size.columns)]} />
    </Box>
  );
}

/** The map takes what the rows of the tables leave: whether a row is a blackhole may be the whole question. */
function tablesWidth({ size, catalog, border }: Game, { world }: Exercise): number {
  const needed = Object.keys(world.routeTables).flatMap((id) => drawTable(world, id, catalog, border).map(lineColumns));
  return Math.max(columnsOf(size).right, Math.min(Math.max(...needed) + 2, size.columns - LEAST_MAP));
}

/** The route tables, or with Tab one thing after another. */
function drawLooked(
  { border, catalog, say }: Game,
  { world, level }: Exercise,
  thing: number,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Line[] {
  const things = listThings(world, level.start);
  const count = things.length + 1;
  const id = things[(((thing % count) + count) % count) - 1];
  const room = { width: width - 2, height: height - 2 };
  const content = id ? drawThing(world, id, catalog, border, room) : drawTables(world, catalog, border, room);
  const title = id ? titleThing(world, id, catalog) : line(span(say('play.tables'), 'heading'));
  const hidden = content.length - room.height;
  const aside = line(span(hidden > 0 ? say('menu.more', { count: hidden }) : say('play.look'), 'dim'));
  return frame(content, { width, height, title, aside, border });
}
