import type { Chapter, Entry, Library } from '../../levels/library.ts';
import { recordOf, type Save } from '../../progress/progress.ts';
import { readSaveFile, saveIn } from '../../progress/read-save.ts';
import { savePath } from '../../progress/saved-file.ts';
import { EXIT } from '../exit.ts';
import { openTitles } from '../library.ts';
import { print, printJson } from '../output.ts';
import type { Call } from '../run-command.ts';

const STARS = 3;

export async function levels(call: Call): Promise<number> {
  const library = await openTitles(call);
  const save = saveIn(readSaveFile(savePath()));
  if (call.flags.json) {
    await library.prepare?.();
    printJson({ chapters: library.chapters.map((chapter) => describeChapter(library, chapter, save)) });
  } else {
    const { title, about } = library.packText(call.language) ?? {};
    const chapters = library.chapters.map((chapter) => writeChapter(library, chapter, save, call));
    print([...(title ? [`${title}\n${about}`] : []), ...chapters].join('\n\n'));
  }
  return EXIT.yes;
}

function titleOf(library: Library, id: string, language: string): string {
  const text = library.text(id, language);
  return text.ok ? text.value.title : id;
}

function describeChapter(library: Library, { id, number, entries }: Chapter, save: Save) {
  const { title } = library.chapterText(id, 'en');
  return { id, number, title, levels: entries.map((entry) => describeEntry(library, entry, save)) };
}

function describeEntry(library: Library, { id, position }: Entry, save: Save) {
  const { solved, stars, moves, dollars, exposure } = recordOf(save, id);
  const level = library.level(id);
  return {
    id,
    position,
    title: titleOf(library, id, 'en'),
    par: level.ok ? level.value.par : null,
    solved,
    stars,
    best: { moves: moves ?? null, dollars: dollars ?? null, exposure: exposure ?? null },
  };
}

function writeChapter(library: Library, { id, number, entries }: Chapter, save: Save, { language, say }: Call): string {
  const { title } = library.chapterText(id, language);
  const widest = Math.max(0, ...entries.map(({ position }) => position.length));
  const rows = entries.flatMap((entry) => {
    const { stars } = recordOf(save, entry.id);
    const marks = '★'.repeat(stars) + '·'.repeat(STARS - stars);
    const row = `  ${entry.position.padEnd(widest)}  ${marks}  ${titleOf(library, entry.id, language)}  (${entry.id})`;
    return entry.checkpoint ? [row, say('levels.checkpoint')] : [row];
  });
  return [`${number}. ${title}`, ...rows].join('\n');
}
