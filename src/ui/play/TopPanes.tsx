import { memo } from 'react';
import { isStale, type Session } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { changedIds } from '../map/changes.ts';
import { drawMap } from '../map/draw-map.ts';
import type { MapMarks } from '../map/marks.ts';
import { drawGoals, fitGoals, type GoalsOptions, goalRowsAtMost, sayWhy } from './draw-goals.ts';
import { drawShortTimeline, isDeadEnd, tapAt } from './draw-timeline.ts';
import type { Layout } from './layout.ts';
import { lookAt } from './look-at.ts';
import type { PlayState } from './play-state.ts';
import { thingAt } from './ThingPane.tsx';

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
  const looked = lookAt(session, state);
  const showsPacket = state.pane === 'packet' || state.pane === 'report' || state.pane === 'solved';
  const chosen = thingAt(session, state);
  if (!looked || !showsPacket) {
    const { world } = session.present;
    return { world, marks: { chosen, changed: session.before && changedIds(session.before, world) } };
  }
  const { exchange, taps, index, world } = looked;
  const path = [...taps.request, ...taps.reply].slice(0, index).map(({ node }) => node);
  const fault = exchange.reply?.fault ?? exchange.request.fault;
  const isDead = isDeadEnd({ taps, exchange }, index);
  return { world, marks: { path, packetAt: tapAt(taps, index)?.node, ...(isDead && fault && { failedAt: fault.at }) } };
}

/** The goals' checklist. */
export const GoalsPane = memo(function GoalsPane({ session, state, layout }: TopPanesProps) {
  const game = useGame();
  const { border, say } = game;
  const { right: width, goals: height } = layout;
  const chosen = state.pane === 'packet' || state.pane === 'report' ? state.goal : undefined;
  const goals = drawGoals({ ...goalsOptions(session, state, width - 2, game), chosen });
  const { lines, hidden } = fitGoals(goals, height - 2, chosen);
  const more = hidden > 0 ? [span(say('menu.more', { count: hidden }), 'dim')] : [];
  const aside = isStale(session)
    ? [span(say('play.stale'), 'warn')]
    : session.sent
      ? more
      : [span(say('play.unsent'), 'dim')];
  const title = line(span(say('play.goals'), 'heading'));
  return <Lines lines={frame(lines, { width, height, title, aside: aside.length > 0 ? aside : undefined, border })} />;
});

function goalsOptions(session: Session, state: PlayState, width: number, game: Game): GoalsOptions {
  const { ascii, catalog, levelText } = game;
  const { level } = session;
  const why = (result: GoalResult) => sayWhy(result, level.start, catalog);
  const timeline = state.pane === 'packet' ? (goal: number) => timelineOf(session, state, goal, ascii) : undefined;
  return { session, text: levelText(level.id), width, ascii, why, timeline };
}

function timelineOf(
  session: Session,
  { goal: chosen, tap }: PlayState,
  goal: number,
  ascii: boolean,
): Line | undefined {
  const looked = lookAt(session, { goal, tap });
  return looked && drawShortTimeline({ ...looked, index: goal === chosen ? tap : undefined, ascii });
}

/** How many rows the goals take now, and when all of them have failed. */
export function goalRows(
  session: Session,
  state: PlayState,
  width: number,
  game: Game,
): { goals: number; goalsAtMost: number } {
  const options = goalsOptions(session, state, width, game);
  return { goals: drawGoals(options).flat().length, goalsAtMost: goalRowsAtMost(options) };
}
