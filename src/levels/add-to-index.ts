// One level more at the end of a pack's index, with every comment of its author left where it is.

import { isMap, isSeq, parseDocument } from 'yaml';

export interface AddedLevel {
  readonly text: string;
  /** Of the chapter that it joins. */
  readonly chapterId: string;
  readonly number: number;
}

/** Undefined where the index has no chapter with a list of levels. */
export function addToIndex(index: string, id: string): AddedLevel | undefined {
  const document = parseDocument(index);
  const chapters = document.get('chapters');
  const chapter = isSeq(chapters) ? chapters.items.at(-1) : undefined;
  const levels = isMap(chapter) ? chapter.get('levels') : undefined;
  const chapterId = isMap(chapter) ? chapter.get('id') : undefined;
  if (document.errors.length > 0 || !isSeq(levels) || typeof chapterId !== 'string') return undefined;
  const numbers = levels.items.map((item) => Number((isMap(item) && item.get('number')) || 0));
  const number = Math.max(0, ...numbers) + 1;
  const entry = document.createNode({ number, id });
  entry.flow = true;
  levels.flow = false;
  levels.add(entry);
  return { text: document.toString({ lineWidth: 0 }), chapterId, number };
}
