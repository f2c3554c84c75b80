import { Box } from 'ink';
import { useState } from 'react';
import { wrapColumns } from '../../text/columns.ts';
import { filledChapters, nextToPlay, turnChapter } from '../chapters-state.ts';
import { Framed } from '../components/Framed.tsx';
import { Lines } from '../components/Lines.tsx';
import { Menu } from '../components/Menu.tsx';
import { chapterListColumns, drawChapterList, drawLevelDetail, starsText } from '../draw-chapters.ts';
import { drawKeys } from '../draw-keys.ts';
import { useGame } from '../game-context.ts';
import { useKeys } from '../hooks/use-keys.ts';
import { frame, line, span } from '../lines.ts';

interface ChaptersScreenProps {
  readonly levelId?: string | undefined;
}

/** Title, what the chapter and the level are about, keys. */
const OWN_ROWS = 9;

/** The map of chapters: all of them by title, and the levels of one with their stars. */
export function ChaptersScreen({ levelId }: ChaptersScreenProps) {
  const game = useGame();
  const { library, say, size, goTo, progress, language, border } = game;
  const [chosen, setChosen] = useState(() => nextToPlay(library, progress, levelId));
  const chapter =
    library.chapters.find(({ entries }) => entries.some(({ id }) => id === chosen)) ?? library.chapters[0];
  const turn = (by: number) => setChosen(turnChapter(library.chapters, progress, chapter?.id, by));
  useKeys((key) => {
    if (key === 'q' || key === 'escape') goTo({ screen: 'title' });
    if (key === 'left' || key === 'h' || key === 'shift-tab') turn(-1);
    if (key === 'right' || key === 'l' || key === 'tab') turn(1);
  });
  if (!chapter) return null;
  const width = Math.min(size.columns, 110);
  const pack = library.packText(language);
  const left = chapterListColumns(game);
  const items = chapter.entries.map(({ id, position }) => ({
    value: id,
    label: `${position}  ${game.levelText(id).title}`,
    aside: starsText(game, id),
  }));
  const most = Math.max(...filledChapters(library.chapters).map(({ entries }) => entries.length));
  const height = Math.min(size.rows - OWN_ROWS, Math.max(most, filledChapters(library.chapters).length) + 2);
  const { title, about } = library.chapterText(chapter.id, language);
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      <Lines lines={[line(span(` ${say('chapters.title')}`, 'title'), span(pack ? `   ${pack.title}` : '', 'dim'))]} />
      <Box flexShrink={0}>
        <Lines lines={frame(drawChapterList(game, chapter.id, left - 2), { width: left, height, border })} />
        <Framed width={width - left} height={height} title={`${chapter.number}  ${title}`}>
          <Menu
            key={chapter.id}
            items={items}
            width={width - left - 4}
            height={height - 2}
            initialIndex={Math.max(
              0,
              items.findIndex(({ value }) => value === chosen),
            )}
            onSelect={(id) => goTo({ screen: 'briefing', levelId: id })}
            onHighlight={setChosen}
          />
        </Framed>
      </Box>
      <Box flexGrow={1} flexDirection="column" overflow="hidden">
        <Lines
          lines={[
            ...wrapColumns(about, width - 4).map((row) => line('  ', span(row, 'dim'))),
            [],
            ...drawLevelDetail(game, chosen, width),
          ]}
        />
      </Box>
      <Lines lines={[drawKeys(say('chapters.keys'), size.columns)]} />
    </Box>
  );
}
