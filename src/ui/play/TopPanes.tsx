import { memo } from 'react';
import { titleCode } from '../../dataplane/explain.ts';
import { isStale, type Session } from '../../game/session.ts';
import { worldAfter } from '../../levels/judge.ts';
import { Lines } from '../components/Lines.tsx';
import { useGame } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { drawMap } from '../map/draw-map.ts';
import type { MapMarks } from '../map/marks.ts';
import { drawGoals } from './draw-goals.ts';
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
  return (
    <Lines lines={drawMap(world, { width: layout.left, height: layout.map, border, labels: catalog.map, marks })} />
  );
});

/** While a packet is looked at, the map is that of the moment when it was sent. */
function lookedAt(session: Session, state: PlayState): { world: Session['present']['world']; marks: MapMarks } {
  const { level, sent, present } = session;
  const result = sent?.goals[state.goal];
  const taps = goalTaps(session, state.goal);
  const showsPacket = state.pane === 'packet' || state.pane === 'report' || state.pane === 'solved';
  const chosen = thingAt(session, state.thing);
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
  const { border, catalog, ascii, say, levelText } = useGame();
  const chosen = state.pane === 'packet' || state.pane === 'report' ? state.goal : undefined;
  const text = levelText(session.level.id);
  const goals = drawGoals({
    session,
    text,
    width: layout.right - 2,
    ascii,
    chosen,
    titleCode: (code) => titleCode(code, catalog),
  });
  const aside = isStale(session) ? say('play.stale') : session.sent ? '' : say('play.unsent');
  const title: Line = line(
    span(say('play.goals'), 'heading'),
    span(aside && `  ${aside}`, isStale(session) ? 'warn' : 'dim'),
  );
  return <Lines lines={frame(goals, { width: layout.right, height: layout.goals, title, border })} />;
});
