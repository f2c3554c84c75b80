import type { Session } from '../../game/session.ts';
import type { LevelText } from '../../levels/level.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { type Game, useGame } from '../game-context.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import { hasNotebook } from '../play/draw-notebook.ts';
import { commandLines, drawNotice } from '../play/draw-notice.ts';
import { listPage, previewCommand } from '../play/menu-items.ts';
import type { PlayState } from '../play/play-state.ts';
import type { Play } from '../play/use-play.ts';
import { CommandLine } from './CommandLine.tsx';
import { Lines } from './Lines.tsx';

interface CommandRowsProps {
  readonly session: Session;
  readonly play: Play;
  /** Lines typed before, oldest first. */
  readonly history: readonly string[];
}

const COMMAND_ROWS = 3;

/** What the menu is about to do as a command, and what the last event had to say; or the line being typed. */
export function CommandRows({ session, play, history }: CommandRowsProps) {
  const game = useGame();
  const { state, message } = play;
  if (state.asking === 'command')
    return (
      <CommandLine
        world={session.present.world}
        tools={session.level.tools}
        history={history}
        width={game.size.columns}
        message={message}
        onRun={play.run}
        onClose={play.closeCommand}
      />
    );
  const text = game.levelText(session.level.id);
  const said = message
    ? wrapColumns(message, game.size.columns - 2).map((row) => line(' ', span(row, 'warn')))
    : drawNotice(session, text, game.catalog, game.size.columns);
  const preview = drawPreview(session, state, text, game);
  // Inside the menu what was done before would be taken for what is about to be.
  const rows = state.menu.tool ? preview : [...preview, ...said];
  const shown = rows.length > 0 || session.sends > 0 ? rows : drawTip(session, game);
  return (
    <Lines lines={Array.from({ length: COMMAND_ROWS }, (_, index) => padLine(shown[index] ?? [], game.size.columns))} />
  );
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

/** Before anything has been done: what to do. */
function drawTip({ level, past }: Session, { say, size, library }: Game): readonly Line[] {
  if (past.length > 0) return [];
  const tip = say(hasNotebook(level) ? 'tip.look' : 'tip.start');
  const figures = library.entries[0]?.id === level.id ? say('tip.figures') : '';
  const rows = (words: string) => (words === '' ? [] : wrapColumns(words, size.columns - 2));
  return [...rows(tip).map((row) => line(' ', row)), ...rows(figures).map((row) => line(' ', span(row, 'dim')))];
}
