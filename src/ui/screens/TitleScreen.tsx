import { Box } from 'ink';
import { columns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, span } from '../lines.ts';
import { drawWordmark } from '../title-art.ts';
import { TITLE_MENU } from '../title-menu.ts';

/** The first screen: a greeting, and one key to the next packet. */
export function TitleScreen() {
  const game = useGame();
  const { say, size, goTo, quit, titleEntry } = game;
  useKeys((key) => {
    if (key === 'q' || key === 'escape') quit();
  });
  const items = TITLE_MENU.map(({ value, label }) => ({ value, label: label(game) }));
  const from = TITLE_MENU.findIndex(({ value }) => value === titleEntry.current);
  const onSelect = (chosen: string) => {
    titleEntry.current = chosen;
    const route = TITLE_MENU.find(({ value }) => value === chosen)?.route(game);
    return route ? goTo(route) : quit();
  };
  const isNew = Object.keys(game.progress.levels).length === 0;
  const art = drawWordmark(game.ascii, isNew ? say('app.hello') : '');
  const hello = [...art, [], line(span(say('app.tagline'), 'dim')), []];
  const width = 46;
  const height = size.rows - hello.length - 5;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Box flexDirection="column" flexGrow={1} alignItems="center" justifyContent="center">
        <Lines lines={centred(hello)} />
        <Box width={width}>
          <Menu {...{ items, width, onSelect }} height={Math.max(3, height)} initialIndex={Math.max(0, from)} />
        </Box>
        <Lines lines={[[], drawTally(game)]} />
      </Box>
      <Lines lines={[drawKeys(say('title.keys'), size.columns)]} />
    </Box>
  );
}

function drawTally({ say, progress, library }: Game): Line {
  const records = library.entries.flatMap(({ id }) => progress.levels[id] ?? []);
  const solved = records.filter((record) => record.solved).length;
  const stars = records.reduce((sum, record) => sum + record.stars, 0);
  return solved === 0 ? [] : line(span(say('title.progress', { solved, total: library.entries.length, stars }), 'dim'));
}

/** All lines moved right by what centres the widest. */
function centred(lines: readonly Line[]): readonly Line[] {
  const widths = lines.map((row) => row.reduce((sum, { text }) => sum + columns(text), 0));
  const widest = Math.max(...widths);
  return lines.map((row, index) =>
    row.length === 0 ? row : [span(' '.repeat(Math.floor((widest - (widths[index] ?? 0)) / 2))), ...row],
  );
}
