import { memo } from 'react';
import type { Session } from '../../game/session.ts';
import { Lines } from '../components/Lines.tsx';
import { type Game, useGame } from '../game-context.ts';
import { frame, type Line, line, span } from '../lines.ts';
import { drawNotebook, hasNotebook } from './draw-notebook.ts';
import { drawTables, type Room } from './draw-tables.ts';
import { drawThing, titleThing } from './draw-thing.ts';
import { idsInHand } from './menu-items.ts';
import type { PlayState } from './play-state.ts';
import { thingIdAt, thingOf } from './things.ts';

interface ThingPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
}

/** Under the map: the route tables, or the answers given so far; with Tab, whatever the player looks at. */
export const ThingPane = memo(function ThingPane({ session, state, width, height }: ThingPaneProps) {
  const game = useGame();
  const { border, catalog, say } = game;
  const { world } = session.present;
  const id = thingAt(session, state);
  const room = { width: width - 2, height: height - 2 };
  const content = id ? drawThing(world, id, catalog, border, room, session.before) : drawUsual(session, game, room);
  const usual = line(span(say(hasNotebook(session.level) ? 'play.notebook' : 'play.tables'), 'heading'));
  const title = id ? titleThing(world, id, catalog) : usual;
  const hidden = content.length - room.height;
  const more = hidden > 0 ? `${say('menu.more', { count: hidden })}  ` : '';
  const keys = state.pane !== 'none' ? '' : say(state.thing !== 0 ? 'play.looking' : 'play.look');
  const aside = more || keys ? line(span(more + keys, 'dim')) : undefined;
  return <Lines lines={frame(content, { width, height, title, aside, border })} />;
});

/** What stands there while nothing is looked at. */
function drawUsual(session: Session, { catalog, border, levelText }: Game, room: Room): readonly Line[] {
  return hasNotebook(session.level)
    ? drawNotebook(session, levelText(session.level.id), room)
    : drawTables(session.present.world, catalog, border, room, session.before);
}

/** How many rows that would take, so that the panes stay where they are while things are looked at. */
export function thingRows(session: Session, game: Game, width: number): number {
  return drawUsual(session, game, { width, height: Number.POSITIVE_INFINITY }).length;
}

/** What is looked at; else what the menu is about. */
export function thingAt(session: Session, { thing, menu, highlighted }: PlayState): string | undefined {
  const inHand = idsInHand(session.present.world, menu, highlighted);
  return thingIdAt(session, thing) ?? inHand.find((id) => thingOf(session, id) > 0);
}
