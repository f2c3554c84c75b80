import { Box } from 'ink';
import { memo } from 'react';
import { isSandbox } from '../../game/sandbox.ts';
import { isStale, type Session } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import { wrapColumns } from '../../text/columns.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { useClick } from '../hooks/use-mouse.ts';
import { frame, type Line, line, lineColumns, span } from '../lines.ts';
import { changedIds } from '../map/changes.ts';
import { drawMap } from '../map/draw-map.ts';
import { thingAtPlace } from '../map/map-nodes.ts';
import type { MapMarks } from '../map/marks.ts';
import { drawGoals, fitGoals, type GoalsOptions, goalRowsAtMost, sayWhy } from './draw-goals.ts';
import { drawShortTimeline, isDeadEnd, tapAt, tapInTimeline } from './draw-timeline.ts';
import type { Layout } from './layout.ts';
import { lookAt } from './look-at.ts';
import type { PlayState } from './play-state.ts';
import { thingAt } from './ThingPane.tsx';

interface TopPanesProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly layout: Layout;
  readonly onClick: Clicks;
}

/** What clicks do: they choose a thing of the map, a goal, or a tap of its packet. */
export interface Clicks {
  thing(id: string): void;
  goal(index: number): void;
  tap(goal: number, tap: number): void;
}

/** The map, with the packet on it while one is looked at. */
export const MapPane = memo(function MapPane({ session, state, layout, onClick }: TopPanesProps) {
  const { border, catalog } = useGame();
  const { world, marks } = lookedAt(session, state);
  const { start } = session.level;
  const options = { width: layout.left, height: layout.map, border, labels: catalog.map, marks, start };
  const lines = drawMap(world, options);
  const box = useClick((column, row) => {
    const id = thingAtPlace(lines, { row, column });
    if (id !== undefined) onClick.thing(id);
  });
  return (
    <Box ref={box}>
      <Lines lines={lines} />
    </Box>
  );
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
export const GoalsPane = memo(function GoalsPane({ session, state, layout, onClick }: TopPanesProps) {
  const game = useGame();
  const { border, say } = game;
  const { right: width, goals: height } = layout;
  const chosen = state.pane === 'packet' || state.pane === 'report' ? state.goal : undefined;
  const options = goalsOptions(session, state, width - 2, game);
  const goals = session.level.goals.length > 0 ? drawGoals({ ...options, chosen }) : [drawNoPackets(width - 2, game)];
  const { lines, hidden, owners } = fitGoals(goals, height - 2, chosen);
  const box = useClick((column, row) => {
    const goal = owners[row - 1];
    if (goal === undefined) return;
    const isTimeline = options.timeline !== undefined && lines[row - 1] === goals[goal]?.at(-1);
    const tap = isTimeline ? tapInTimeline(lines[row - 1] ?? [], column - 1) : undefined;
    if (tap === undefined) onClick.goal(goal);
    else onClick.tap(goal, tap);
  });
  const more = hidden > 0 ? [span(say('menu.more', { count: hidden }), 'dim')] : [];
  const news = isStale(session)
    ? [span(say('play.stale'), 'warn')]
    : session.sent || session.level.goals.length === 0
      ? []
      : [span(say('play.unsent'), 'dim')];
  const title = line(span(isSandbox(session) ? game.catalog.sandbox['play.probes'] : say('play.goals'), 'heading'));
  const both = more.length > 0 && news.length > 0 ? [...more, span('  '), ...news] : [...news, ...more];
  const aside = lineColumns(both) + lineColumns(title) + EDGE_COLUMNS > width ? news : both;
  const framing = { width, height, title, aside: aside.length > 0 ? aside : undefined, border };
  return (
    <Box ref={box}>
      <Lines lines={frame(lines, framing)} />
    </Box>
  );
});

/** What the top edge takes for itself: its corners, and blanks round the title and what stands at the right. */
const EDGE_COLUMNS = 8;

/** A sandbox before its first packet. */
function drawNoPackets(width: number, { catalog }: Game): readonly Line[] {
  return wrapColumns(catalog.sandbox['play.none'], width - 2).map((row) => line(' ', span(row, 'dim')));
}

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
  const none = session.level.goals.length === 0 ? drawNoPackets(width, game).length : 0;
  return { goals: none || drawGoals(options).flat().length, goalsAtMost: none || goalRowsAtMost(options) };
}
