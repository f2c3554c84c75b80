// The chapter map: every chapter by its title, with how much of it is solved; and what the level under the cursor teaches.

import type { Chapter } from '../levels/library.ts';
import { columns, wrapColumns } from '../text/columns.ts';
import { filledChapters } from './chapters-state.ts';
import type { Game } from './game-context.ts';
import { type Line, line, padLine, span } from './lines.ts';

export function drawChapterList(game: Game, open: string, width: number): readonly Line[] {
  return filledChapters(game.library.chapters).map((chapter) => drawChapter(game, chapter, chapter.id === open, width));
}

function drawChapter(
  { library, language, progress, ascii }: Game,
  chapter: Chapter,
  isOpen: boolean,
  width: number,
): Line {
  const { id, number, entries } = chapter;
  const solved = entries.filter((entry) => progress.levels[entry.id]?.solved).length;
  const isDone = solved === entries.length;
  const mark = isDone ? (ascii ? 'x' : '✓') : isOpen ? (ascii ? '>' : '▸') : ' ';
  const tally = `${solved}/${entries.length} `;
  const title = line(
    span(`${mark} `, isDone ? 'good' : 'accent'),
    span(`${number}  ${library.chapterText(id, language).title}`, isOpen ? 'accent' : undefined),
  );
  return [...padLine(title, width - columns(tally)), span(tally, isDone ? 'good' : 'dim')];
}

/** As wide as the widest title needs. */
export function chapterListColumns({ library, language }: Game): number {
  const titles = filledChapters(library.chapters).map(({ id }) => columns(library.chapterText(id, language).title));
  return Math.max(...titles) + 13;
}

export function starsText({ progress, ascii }: Game, id: string): string {
  const stars = progress.levels[id]?.stars ?? 0;
  const [full, empty] = ascii ? ['*', '.'] : ['★', '☆'];
  return full.repeat(stars) + empty.repeat(3 - stars);
}

export function drawLevelDetail(game: Game, id: string | undefined, width: number): readonly Line[] {
  if (!id) return [];
  const { teaches } = game.levelText(id);
  const record = game.progress.levels[id];
  const best =
    record?.solved && record.moves !== undefined
      ? [line('  ', span(game.say('chapters.best', { moves: record.moves, par: game.level(id).par }), 'good'))]
      : [];
  const room = game.library.find(id)?.checkpoint ? [line('  ', span(game.say('chapters.checkpoint'), 'accent'))] : [];
  return [...wrapColumns(teaches, width - 4).map((row) => line('  ', row)), ...best, ...room];
}
