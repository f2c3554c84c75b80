import { countStars, recordOf } from '../../progress/progress.ts';
import { type Answer, type Around, type Linear, sayIn } from './linear.ts';
import { openLevel, playNext } from './words.ts';

/** The first lines, and at once a level: the one that was named, or the next. */
export function greet(linear: Linear, levelId: string | undefined, around: Around): Answer {
  const say = sayIn(linear);
  const { entries, find } = around.library;
  const solved = entries.filter(({ id }) => recordOf(linear.save, id).solved).length;
  const hello = [
    say('hello'),
    say('hello.progress', { solved, total: entries.length, stars: countStars(linear.save) }),
  ];
  const named = levelId === undefined ? undefined : find(levelId);
  const opened = named ? openLevel(linear, named, around) : playNext(linear, around);
  return { ...opened, said: [...hello, ...opened.said] };
}
