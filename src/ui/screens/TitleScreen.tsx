import { Box } from 'ink';
import { LANGUAGES } from '../../text/catalog.ts';
import { columns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { Menu, type MenuItem } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, span } from '../lines.ts';
import { drawWordmark } from '../title-art.ts';

/** The first screen: a greeting, and one key to the next packet. */
export function TitleScreen() {
  const game = useGame();
  const { say, size, goTo, quit } = game;
  const next = nextLevel(game);
  useKeys((key) => {
    if (key === 'q' || key === 'escape') quit();
  });
  const onSelect = (value: string) => {
    if (value === 'quit') quit();
    else if (value === 'start' && next) goTo({ screen: 'briefing', levelId: next });
    else if (value === 'settings') goTo({ screen: 'settings' });
    else goTo({ screen: 'chapters' });
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
          <Menu items={listItems(game, next)} width={width} height={Math.max(3, height)} onSelect={onSelect} />
        </Box>
        <Lines lines={[[], drawTally(game)]} />
      </Box>
      <Lines lines={[drawKeys(say('title.keys'), size.columns)]} />
    </Box>
  );
}

function listItems({ say, progress, library, levelText }: Game, next: string | undefined): readonly MenuItem[] {
  const entry = next ? library.find(next) : undefined;
  const begun = Object.values(progress.levels).some(({ solved }) => solved);
  const start =
    begun && entry
      ? say('title.continue', { position: entry.position, title: levelText(entry.id).title })
      : say('title.start');
  const settings = LANGUAGES.length > 1 ? `${say('title.settings')} · Language · 언어` : say('title.settings');
  return [
    { value: 'start', label: start },
    { value: 'levels', label: say('title.levels') },
    { value: 'settings', label: settings },
    { value: 'quit', label: say('title.quit') },
  ];
}

/** The first level that has not been solved; the first of all when all are. */
function nextLevel({ library, progress }: Game): string | undefined {
  return (library.entries.find(({ id }) => !progress.levels[id]?.solved) ?? library.entries[0])?.id;
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
