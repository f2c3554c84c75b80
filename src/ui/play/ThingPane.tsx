import { memo } from 'react';
import type { Session } from '../../game/session.ts';
import { Lines } from '../components/Lines.tsx';
import { useGame } from '../game-context.ts';
import { frame, line, span } from '../lines.ts';
import { drawNotebook, hasNotebook } from './draw-notebook.ts';
import { drawTables } from './draw-tables.ts';
import { drawThing, listThings } from './draw-thing.ts';
import type { PlayState } from './play-state.ts';

interface ThingPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
}

/** Under the map: the route tables, or the answers given so far; with Tab, whatever the player looks at. */
export const ThingPane = memo(function ThingPane({ session, state, width, height }: ThingPaneProps) {
  const { border, catalog, levelText, say } = useGame();
  const { world } = session.present;
  const id = thingAt(session, state.thing);
  const inner = { width: width - 2, height: height - 2 };
  const text = levelText(session.level.id);
  const aside = span(` ${say('play.looking')}`, 'dim');
  const content = id
    ? drawThing(world, id, catalog, border)
    : hasNotebook(session.level)
      ? drawNotebook(session, text, inner.width)
      : drawTables(world, catalog, border, inner);
  const label = id ?? say(hasNotebook(session.level) ? 'play.notebook' : 'play.tables');
  return <Lines lines={frame(content, { width, height, title: line(span(label, 'heading'), aside), border })} />;
});

/** Nothing at first; then one thing after another, and round. */
export function thingAt({ present }: Session, index: number): string | undefined {
  const things = listThings(present.world);
  const count = things.length + 1;
  return things[(((index % count) + count) % count) - 1];
}
