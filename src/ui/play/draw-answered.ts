// The rows under the map: what the menu is about to do and what the last event had to say; or, below the line being typed, what the
// last one was answered with.

import { isSandbox } from '../../game/sandbox.ts';
import { isSolved, isStale, type Session } from '../../game/session.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import type { Library } from '../../levels/library.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import type { Game } from '../game-context.ts';
import { type Line, line, span } from '../lines.ts';
import { hasNotebook } from './draw-notebook.ts';
import { commandLines, drawMistake, drawNotice } from './draw-notice.ts';
import { listPage, previewCommand } from './menu-items.ts';
import { paragraph } from './paragraph.ts';
import type { PlayState } from './play-state.ts';
import type { Said } from './use-commands.ts';
import type { Play } from './use-play.ts';

const ROWS = { least: 3, most: 7 } as const;

/** What is said there now; above it stands the line being typed, while there is one. */
export function drawSaid(session: Session, play: Play, game: Game): readonly Line[] {
  return play.state.asking === 'command'
    ? drawAnswered(session, play.commands.said, game)
    : drawBelowMenu(session, play, game);
}

/** How many rows it takes to say all of it. */
export function saidRows(said: readonly Line[], { asking }: PlayState): number {
  return Math.max(ROWS.least, Math.min(ROWS.most, said.length + (asking === 'command' ? 1 : 0)));
}

/** What stands below the line being typed. */
function drawAnswered(session: Session, { mistake, isRefused, progress }: Said, game: Game): readonly Line[] {
  const { catalog, size, levelText } = game;
  const stopped = progress ? paragraph(fillMessage(catalog.prompt.stopped, progress), size.columns, 'dim') : [];
  if (mistake) return [...drawMistake(mistake, catalog, size.columns), ...stopped];
  if (isRefused) return [...drawNotice(session, levelText(session.level.id), catalog, size.columns), ...stopped];
  return paragraph(catalog.prompt.help, size.columns, 'dim').slice(0, 2);
}

/** Below the map while the menu has the keys. */
function drawBelowMenu(session: Session, { state, message }: Play, game: Game): readonly Line[] {
  const text = game.levelText(session.level.id);
  const said = message
    ? paragraph(message, game.size.columns, 'warn')
    : drawNotice(session, text, game.catalog, game.size.columns);
  const preview = drawPreview(session, state, text, game);
  // Inside the menu what was done before would be taken for what is about to be.
  const rows = state.menu.tool ? preview : [...preview, ...said, ...drawNextStep(session, game)];
  return rows.length > 0 || session.sends > 0 ? rows : drawTip(session, game);
}

/** Inside the menu, the command that it is about to make; at its top, a choice too long for its row is told whole. */
function drawPreview(session: Session, state: PlayState, text: LevelText, { catalog, size }: Game): readonly Line[] {
  const { tools } = session.level;
  const { world } = session.present;
  const { items } = listPage(world, tools, state.menu, catalog, text);
  const at = items.find(({ value }) => value === state.highlighted) ?? items[0];
  if (state.menu.tool)
    return commandLines(previewCommand(world, tools, state.menu, at?.value) ?? '', size.columns).slice(0, 2);
  const isLong = state.highlighted !== undefined && columns(at?.label ?? '') > 26;
  return isLong ? [line(' ', span(at?.label ?? '', 'dim'))] : [];
}

function isFirst({ id }: Level, { entries }: Library): boolean {
  return entries[0]?.id === id;
}

function tipOf(level: Level, library: Library) {
  return hasNotebook(level) ? 'tip.look' : isFirst(level, library) ? 'tip.first' : 'tip.start';
}

/** The first level teaches its keys one by one, each when it is time for it. */
function drawNextStep(session: Session, game: Game): readonly Line[] {
  if (!isFirst(session.level, game.library) || isSolved(session) || isUntouched(session)) return [];
  const isToSend = session.sent === undefined || isStale(session);
  return paragraph(game.say(isToSend ? 'tip.again' : 'tip.mend'), game.size.columns);
}

function isUntouched({ past, sends }: Session): boolean {
  return past.length === 0 && sends === 0;
}

/** Before anything has been done: what to do. */
function drawTip(session: Session, { say, size, library, catalog }: Game): readonly Line[] {
  const { level, past } = session;
  if (past.length > 0) return [];
  const tip = isSandbox(session) ? catalog.sandbox.tip : say(tipOf(level, library));
  const figures = isFirst(level, library) ? say('tip.figures') : '';
  const rows = (words: string) => (words === '' ? [] : wrapColumns(words, size.columns - 2));
  return [...rows(tip).map((row) => line(' ', row)), ...rows(figures).map((row) => line(' ', span(row, 'dim')))];
}
