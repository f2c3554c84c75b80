// What changes a level: an edit, a step back or forward, a hint, a prediction, a send. Each says what came of it.

import { reduceSession, type Session, type SessionEvent } from '../../game/session.ts';
import type { Library } from '../../levels/library.ts';
import { changeAfterSend } from '../../ui/change-after-send.ts';
import { drawHints } from '../../ui/play/draw-hints.ts';
import { drawMistake, drawNotice } from '../../ui/play/draw-notice.ts';
import { choose, type MenuState } from '../../ui/play/menu-items.ts';
import { afterChoice, START } from '../../ui/play/play-state.ts';
import { printHelp } from '../../ui/play/print-help.ts';
import { hostOf, runTyped } from '../../ui/play/run-typed.ts';
import { readTyped } from '../../ui/play/typed.ts';
import { type Answer, type Around, keep, type Open, withSession } from './linear.ts';
import { UNBROKEN, words } from './sentences.ts';
import { tellMenu, tellPrediction, tellScore } from './tell-level.ts';
import { tellSent } from './tell-packets.ts';

/** Sends the packets. Before the first time it asks what will happen; whoever sends again goes without a prediction. */
export function sendPackets(open: Open, around: Around): Answer {
  const { linear, session } = open;
  if (!mayPredict(session) || linear.offer.kind === 'prediction') return sendNow(open, around);
  return { linear: { ...linear, offer: { kind: 'prediction' } }, said: tellPrediction(open) };
}

export function mayPredict({ level, prediction, sends }: Session): boolean {
  return level.predict !== undefined && !prediction && sends === 0;
}

export function choosePrediction(open: Open, number: number, around: Around): Answer {
  const choice = open.level.predict?.choices[number - 1];
  if (choice === undefined) return { linear: open.linear, said: [open.say('no-choice', { number })] };
  return sendNow({ ...open, session: reduceSession(open.session, { type: 'predict', choice }) }, around);
}

function sendNow(open: Open, { library, now }: Around): Answer {
  const session = reduceSession(open.session, { type: 'send' });
  const change = changeAfterSend(session, now(), open.linear.save.daily);
  const linear = keep(withSession(open.linear, session), change);
  return { linear, change, said: tellSent({ ...open, linear, session }, nextEntry(library, open.entry.id)) };
}

export function nextEntry({ entries }: Library, id: string) {
  const at = entries.findIndex((entry) => entry.id === id);
  return at < 0 ? undefined : entries[at + 1];
}

/** The menu goes on where it makes sense to: with a puzzle's next step. */
export function operate(open: Open, event: SessionEvent, menu?: MenuState): Answer {
  const session = reduceSession(open.session, event);
  const after: Open = { ...open, session };
  const goesOn =
    menu && session.notice?.kind === 'done' ? afterChoice({ ...START, menu }, session, '').menu : undefined;
  return {
    linear: withSession(open.linear, session, goesOn),
    said: [...tellNotice(after), ...(goesOn ? tellMenu(after, goesOn) : [])],
  };
}

function tellNotice(open: Open): readonly string[] {
  const { session, text, catalog, say } = open;
  const { notice } = session;
  if (notice?.kind === 'looked') return tellOutput(notice.output);
  const told = words(drawNotice(session, text, catalog, UNBROKEN));
  if (notice?.kind === 'done' && !notice.unchanged) return [...told, say('done'), ...tellScore(open)];
  return told;
}

function tellOutput(output: unknown): readonly string[] {
  return (typeof output === 'string' ? output : JSON.stringify(output, null, 2)).split('\n');
}

/** Only the newest rung, and what opens the next; all of them when none opens. */
export function openHint(open: Open): Answer {
  const { session, linear, text, catalog } = open;
  const drawn = (of: Session) => words(drawHints(of, text, catalog, UNBROKEN));
  const next = reduceSession(session, { type: 'hint' });
  const known = session.hints < next.hints ? drawn(session).length - 1 : 0;
  return { linear: withSession(linear, next), said: drawn(next).slice(known) };
}

export function chooseItem(open: Open, menu: MenuState, value: string, around: Around): Answer {
  const { session, level, linear } = open;
  const chosen = choose(session.present.world, level.tools, menu, value);
  if (chosen.kind === 'send') return sendPackets(open, around);
  if (chosen.kind === 'operation') return operate(open, { type: 'operate', operation: chosen.operation }, menu);
  return { linear: { ...linear, offer: { kind: 'menu', menu: chosen.state } }, said: tellMenu(open, chosen.state) };
}

/** A command as one would type it for AWS, or a question about one. */
export function runCommand(open: Open, line: string, { search = (output) => output }: Around): Answer {
  const { linear, level, catalog } = open;
  const statements = readTyped(line);
  if (!statements.ok) return { linear, said: words(drawMistake(statements.error, catalog, UNBROKEN)) };
  let session = open.session;
  const dispatch = (event: SessionEvent) => {
    session = reduceSession(session, event);
    return session;
  };
  const variables = new Map(Object.entries(linear.variables));
  const { printed, mistake, next } = runTyped(statements.value, { ...hostOf(dispatch), search, variables });
  const help = next?.kind === 'help' ? [printHelp(next.words, level.tools, catalog)] : [];
  const wrong = mistake ? words(drawMistake(mistake, catalog, UNBROKEN)) : [];
  const said = [...[...printed, ...help].flatMap(tellOutput), ...wrong];
  return {
    linear: { ...withSession(linear, session), variables: Object.fromEntries(variables) },
    said: said.length > 0 ? said : tellNotice({ ...open, session }),
  };
}
