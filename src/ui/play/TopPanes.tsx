import { memo } from 'react';
import { isStale, type Session } from '../../game/session.ts';
import { type GoalResult, worldAfter } from '../../levels/judge.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { frame, line, span } from '../lines.ts';
import { drawMap } from '../map/draw-map.ts';
import type { MapMarks } from '../map/marks.ts';
import { drawGoals, type GoalsOptions, goalRowsAtMost, sayWhy } from './draw-goals.ts';
import { tapAt } from './draw-scrubber.ts';
import type { Layout } from './layout.ts';
import type { PlayState } from './play-state.ts';
import { thingAt } from './ThingPane.tsx';
import { goalTaps } from './taps-of.ts';

interface TopPanesProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly layout: Layout;
}

/** The map, with the packet on it while one is looked at. */
export const MapPane = memo(function MapPane({ session, state, layout }: TopPanesProps) {
  const { border, catalog } = useGame();
  const { world, marks } = lookedAt(session, state);
  const { start } = session.level;
  const options = { width: layout.left, height: layout.map, border, labels: catalog.map, marks, start };
  return <Lines lines={drawMap(world, options)} />;
});

/** While a packet is looked at, the map is that of the moment when it was sent. */
function lookedAt(session: Session, state: PlayState): { world: Session['present']['world']; marks: MapMarks } {
  const { level, sent, present } = session;
  const result = sent?.goals[state.goal];
  const taps = goalTaps(session, state.goal);
  const showsPacket = state.pane === 'packet' || state.pane === 'report' || state.pane === 'solved';
  const chosen = thingAt(session, state);
  if (!sent || !result || !taps || !showsPacket) return { world: present.world, marks: { chosen } };
  const all = [...taps.request, ...taps.reply];
  const tap = tapAt(taps, state.tap);
  const isLast = state.tap === all.length - 1;
  const fault = result.exchange?.reply?.fault ?? result.exchange?.request.fault;
  const path = all.slice(0, state.tap).map(({ node }) => node);
  return {
    world: worldAfter(level, sent.world, result.goal.after),
    marks: { path, ...(tap && { packetAt: tap.node }), ...(isLast && fault && { failedAt: fault.at }) },
  };
}

/** The goals' checklist. */
export const GoalsPane = memo(function GoalsPane({ session, state, layout }: TopPanesProps) {
  const game = useGame();
  const { border, say } = game;
  const chosen = state.pane === 'packet' || state.pane === 'report' ? state.goal : undefined;
  const goals = drawGoals({ ...goalsOptions(session, layout.right - 2, game), chosen });
  const aside = isStale(session)
    ? span(say('play.stale'), 'warn')
    : session.sent
      ? undefined
      : span(say('play.unsent'), 'dim');
  const title = line(span(say('play.goals'), 'heading'));
  return (
    <Lines
      lines={frame(goals, { width: layout.right, height: layout.goals, title, aside: aside && line(aside), border })}
    />
  );
});

function goalsOptions(session: Session, width: number, { ascii, catalog, levelText }: Game): GoalsOptions {
  const { level } = session;
  const why = (result: GoalResult) => sayWhy(result, level.start, catalog);
  return { session, text: levelText(level.id), width, ascii, why };
}

/** How many rows the goals take now, and when all of them have failed. */
export function goalRows(session: Session, width: number, game: Game): { goals: number; goalsAtMost: number } {
  const options = goalsOptions(session, width, game);
  return { goals: drawGoals(options).length, goalsAtMost: goalRowsAtMost(options) };
}
