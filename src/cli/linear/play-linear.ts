// The transcript mode at work: lines from standard input, lines to standard output, and what is won into the save.

import { createInterface } from 'node:readline';
import { loadSearch } from '../../control/query.ts';
import { explainNotice } from '../../progress/explain-notice.ts';
import { openStore } from '../../progress/store.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { readTyped } from '../../ui/play/typed.ts';
import type { Invocation } from '../arguments.ts';
import { EXIT } from '../exit.ts';
import { openPlay } from '../open-play.ts';
import { print, printError, write } from '../output.ts';
import { greet } from './greet.ts';
import { type Answer, type Around, type Linear, sayIn, startLinear } from './linear.ts';
import { respond } from './respond.ts';
import { breakLines, spoken } from './sentences.ts';

const PROMPT = '> ';

export async function playLinear(invocation: Invocation): Promise<number> {
  const { language, library, levelId } = await openPlay(invocation);
  await library.prepare?.();
  const store = openStore();
  const around: Around = { library, now: () => new Date().toISOString() };
  let linear: Linear = startLinear(language, { version: 1, ...store.progress, settings: store.settings });
  let told = '';
  const take = ({ linear: next, said, change }: Answer) => {
    linear = next;
    const say = sayIn(linear);
    for (const line of said) print(breakLines(spoken(line, say), lineWidth()));
    if (change) store.save(change);
    const notice = store.notice ? explainNotice(store.notice, CATALOGS[linear.language]) : '';
    if (notice !== told) printError(notice);
    told = notice;
  };
  take(greet(linear, levelId, around));
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  write(PROMPT);
  for await (const line of lines) {
    // What comes from a pipe is written down too, so that the transcript has both sides.
    if (!process.stdin.isTTY) print(line);
    const answer = respond(linear, line, { ...around, search: await searchFor(line) });
    take(answer);
    if (answer.isOver) return leave();
    write(linear.begun ? '' : PROMPT);
  }
  print('');
  return leave();
}

function searchFor(line: string) {
  const statements = readTyped(line);
  return loadSearch(statements.ok ? statements.value : []);
}

/** A terminal that is still listened to would keep the program from ending. */
function leave(): number {
  process.stdin.destroy();
  return EXIT.yes;
}

/** A terminal breaks lines in the middle of words; who reads aloud must not be stopped by breaks at all. */
function lineWidth(): number | undefined {
  return process.stdout.isTTY && !process.env.INK_SCREEN_READER ? process.stdout.columns || undefined : undefined;
}
