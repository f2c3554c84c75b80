import { Box } from 'ink';
import { memo } from 'react';
import type { Session } from '../../game/session.ts';
import { fillMessage } from '../../text/message.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { useClick } from '../hooks/use-mouse.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { drawGoalReport } from './draw-goal-report.ts';
import { drawHelp } from './draw-help.ts';
import { drawHints } from './draw-hints.ts';
import { drawPrediction } from './draw-notice.ts';
import { drawOutput } from './draw-output.ts';
import { drawScrubber, scrubberRows } from './draw-scrubber.ts';
import { tapInTimeline } from './draw-timeline.ts';
import { lookAt, sendDepth } from './look-at.ts';
import { paragraph } from './paragraph.ts';
import type { PlayState } from './play-state.ts';
import type { Clicks } from './TopPanes.tsx';

interface PlayPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
  readonly onClick: Pick<Clicks, 'tap'>;
}

/** The report's frame, the screen's own rows, and as much map as it takes to see where the packet ended. */
const ROWS_BESIDE_REPORT = 2 + 2 + 9;

/** How many rows the open pane would like, its frame left out. */
export function paneRows(session: Session, state: PlayState, game: Game): number {
  if (state.pane === 'none') return 0;
  if (state.pane === 'packet') return scrubberRows(sendDepth(session), game.size);
  const rows = Math.max(4, drawContent(session, state, game, game.size.columns - 2).length);
  return state.pane === 'report' ? Math.min(rows, game.size.rows - ROWS_BESIDE_REPORT) : rows;
}

export const PlayPane = memo(function PlayPane({ session, state, width, height, onClick }: PlayPaneProps) {
  const game = useGame();
  const inner = height - 2;
  const content =
    state.pane === 'packet'
      ? drawPacketPane(session, state, game, { width: width - 2, height: inner })
      : drawContent(session, state, game, width - 2);
  const from = Math.max(0, Math.min(state.scroll, content.length - inner));
  const title = line(span(titleOf(session, state, game), 'heading'));
  const below = content.length - inner - from;
  const more = state.pane === 'report' ? game.catalog.packet['report.more'] : `↓ ${game.catalog.game['menu.more']}`;
  const aside = below > 0 ? line(span(fillMessage(more, { count: below }), 'dim')) : undefined;
  // The scrubber's timeline is its first row.
  const box = useClick((column, row) => {
    const tap = state.pane === 'packet' && row === 1 ? tapInTimeline(content[0] ?? [], column - 1) : undefined;
    if (tap !== undefined) onClick.tap(state.goal, tap);
  });
  return (
    <Box ref={box} flexShrink={0}>
      <Lines lines={frame(content.slice(from, from + inner), { width, height, title, aside, border: game.border })} />
    </Box>
  );
});

function titleOf(session: Session, { pane, goal }: PlayState, { say, levelText }: Game): string {
  const goalId = session.level.goals[goal]?.id ?? '';
  if (pane === 'packet') return levelText(session.level.id).goals[goalId] ?? goalId;
  const keys = {
    report: 'report.title',
    hints: 'hint.title',
    help: 'help.title',
    output: 'output.title',
    solved: 'solved.title',
  } as const;
  return pane === 'none' ? '' : say(keys[pane]);
}

function drawContent(session: Session, state: PlayState, game: Game, width: number): readonly Line[] {
  const { catalog, say, levelText, ascii } = game;
  const text = levelText(session.level.id);
  const result = session.sent?.goals[state.goal];
  const prediction = () => drawPrediction(session, text, catalog, width);
  switch (state.pane) {
    case 'hints':
      return drawHints(session, text, catalog, width);
    case 'help':
      return drawHelp(session, catalog, width, game.keys);
    case 'output':
      return state.printed.flatMap((each) => drawOutput(each, width));
    case 'solved':
      return [...paragraph(say('solved.text'), width, 'good'), ...prediction()];
    case 'report':
      return result
        ? [...drawGoalReport({ session, result, text, catalog, width, screen: { ascii } }), ...prediction()]
        : [];
    default:
      return [];
  }
}

function drawPacketPane(
  session: Session,
  state: PlayState,
  { catalog, say, border, ascii }: Game,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Line[] {
  const looked = lookAt(session, state);
  if (!looked) return [line(' ', span(say('packet.none'), 'dim'))];
  const look = { ...looked, depth: sendDepth(session), showsTables: state.tables };
  return drawScrubber({ ...look, catalog, width, height, border, ascii });
}
