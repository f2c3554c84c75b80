import { Box } from 'ink';
import { useState } from 'react';
import { wrapColumns } from '../../text/columns.ts';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { drawKeys } from '../draw-keys.ts';
import { type Game, useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { type Line, line, span } from '../lines.ts';

interface ChaptersScreenProps {
  readonly levelId?: string | undefined;
}

/** The map of chapters: one chapter at a time, its levels with their stars. */
export function ChaptersScreen({ levelId }: ChaptersScreenProps) {
  const game = useGame();
  const { library, say, size, goTo } = game;
  const [chosen, setChosen] = useState(levelId ?? firstUnsolved(game));
  const chapter =
    library.chapters.find(({ entries }) => entries.some(({ id }) => id === chosen)) ?? library.chapters[0];
  const turn = (by: number) => {
    const filled = library.chapters.filter(({ entries }) => entries.length > 0);
    const at = filled.findIndex(({ id }) => id === chapter?.id);
    setChosen(filled[(at + by + filled.length) % filled.length]?.entries[0]?.id);
  };
  useKeys((key) => {
    if (key === 'q' || key === 'escape') goTo({ screen: 'title' });
    if (key === 'left' || key === 'h') turn(-1);
    if (key === 'right' || key === 'l' || key === 'tab') turn(1);
  });
  if (!chapter) return null;
  const width = Math.min(size.columns, 100);
  const items = chapter.entries.map(({ id, position }) => ({
    value: id,
    label: `${position}  ${game.levelText(id).title}`,
    aside: starsText(game, id),
  }));
  const about = wrapColumns(library.chapterText(chapter.id, game.language).about, width - 4);
  const menuRows = size.rows - 8 - about.length;
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines
        lines={[
          line(span(` ${say('chapters.title')}`, 'title')),
          drawChapters(game, chapter.id),
          [],
          ...about.map((row) => line('  ', span(row, 'dim'))),
          [],
        ]}
      />
      <Framed width={width} height={Math.min(menuRows, items.length + 3)} title={chapterTitle(game, chapter.id)}>
        <Menu
          key={chapter.id}
          items={items}
          width={width - 4}
          height={Math.min(menuRows - 2, items.length)}
          initialIndex={Math.max(
            0,
            items.findIndex(({ value }) => value === chosen),
          )}
          onSelect={(id) => goTo({ screen: 'briefing', levelId: id })}
          onHighlight={setChosen}
        />
      </Framed>
      <Box flexGrow={1} flexDirection="column" paddingTop={1}>
        <Lines lines={drawDetail(game, chosen, width)} />
      </Box>
      <Lines lines={[drawKeys(say('chapters.keys'), size.columns)]} />
    </Box>
  );
}

function firstUnsolved({ library, progress }: Game): string | undefined {
  return (library.entries.find(({ id }) => !progress.levels[id]?.solved) ?? library.entries[0])?.id;
}

function chapterTitle({ library, language }: Game, id: string): string {
  const chapter = library.chapters.find((candidate) => candidate.id === id);
  return `${chapter?.number}  ${library.chapterText(id, language).title}`;
}

function starsText({ progress, ascii }: Game, id: string): string {
  const stars = progress.levels[id]?.stars ?? 0;
  const [full, empty] = ascii ? ['*', '.'] : ['★', '☆'];
  return full.repeat(stars) + empty.repeat(3 - stars);
}

/** Every chapter by number, the open one marked, with how much of it is solved. */
function drawChapters(game: Game, open: string): Line {
  const { library, progress } = game;
  const filled = library.chapters.filter(({ entries }) => entries.length > 0);
  return filled.flatMap(({ id, number, entries }) => {
    const solved = entries.filter((entry) => progress.levels[entry.id]?.solved).length;
    const label = ` ${number} ${solved}/${entries.length} `;
    return [
      span(' '),
      span(
        id === open ? `[${label.trim()}]` : label,
        id === open ? 'accent' : solved === entries.length ? 'good' : 'dim',
      ),
    ];
  });
}

function drawDetail(game: Game, id: string | undefined, width: number): readonly Line[] {
  if (!id) return [];
  const { teaches } = game.levelText(id);
  const record = game.progress.levels[id];
  const par = game.level(id).par;
  const best =
    record?.solved && record.moves !== undefined
      ? [line('  ', span(game.say('chapters.best', { moves: record.moves, par }), 'good'))]
      : [];
  return [...wrapColumns(teaches, width - 4).map((row) => line('  ', row)), ...best];
}
