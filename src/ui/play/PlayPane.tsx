import type { Session } from '../../game/session.ts';
import { worldAfter } from '../../levels/judge.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { drawPrediction } from './draw-notice.ts';
import { drawGoalReport, drawHelp, drawHints, drawOutput } from './draw-pane.ts';
import { drawScrubber } from './draw-scrubber.ts';
import type { PlayState } from './play-state.ts';
import { goalTaps } from './taps-of.ts';

interface PlayPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
}

/** How many rows the open pane would like, its frame left out. */
export function paneRows(session: Session, state: PlayState, game: Game): number {
  if (state.pane === 'none') return 0;
  if (state.pane === 'packet') return 12;
  return Math.max(6, drawContent(session, state, game, game.size.columns - 2).length);
}

export function PlayPane({ session, state, width, height }: PlayPaneProps) {
  const game = useGame();
  const inner = height - 2;
  const content =
    state.pane === 'packet'
      ? drawPacketPane(session, state, game, width - 2, inner)
      : drawContent(session, state, game, width - 2);
  const from = Math.max(0, Math.min(state.scroll, content.length - inner));
  const title = line(span(titleOf(session, state, game), 'heading'));
  return <Lines lines={frame(content.slice(from, from + inner), { width, height, title, border: game.border })} />;
}

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

function drawContent(
  session: Session,
  state: PlayState,
  { catalog, say, levelText }: Game,
  width: number,
): readonly Line[] {
  const text = levelText(session.level.id);
  const result = session.sent?.goals[state.goal];
  switch (state.pane) {
    case 'hints':
      return drawHints(session, text, catalog, width);
    case 'help':
      return drawHelp(catalog, width);
    case 'output':
      return drawOutput(session.notice?.kind === 'looked' ? session.notice.output : '', width);
    case 'solved':
      return [
        [],
        line(' ', span(say('solved.text'), 'good')),
        ...drawPrediction(session.prediction, text, catalog),
        [],
      ];
    case 'report':
      return result
        ? [
            ...drawGoalReport(session, result, text, catalog, width),
            ...drawPrediction(session.prediction, text, catalog),
          ]
        : [];
    default:
      return [];
  }
}

function drawPacketPane(
  session: Session,
  state: PlayState,
  { catalog, say, border, ascii }: Game,
  width: number,
  height: number,
): readonly Line[] {
  const result = session.sent?.goals[state.goal];
  const taps = goalTaps(session, state.goal);
  if (!session.sent || !result?.exchange || !taps) return [line(' ', span(say('packet.none'), 'dim'))];
  const world = worldAfter(session.level, session.sent.world, result.goal.after);
  return drawScrubber({
    world,
    exchange: result.exchange,
    taps,
    index: state.tap,
    catalog,
    width,
    height,
    border,
    ascii,
  });
}
