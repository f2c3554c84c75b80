import { effectiveTableId, interfacesOf } from '../../cloud/lookup.ts';
import type { Session } from '../../game/session.ts';
import { Lines } from '../components/Lines.tsx';
import { useGame } from '../game-context.ts';
import { frame, line, span } from '../lines.ts';
import type { PlayState } from './play-state.ts';

interface ThingPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
}

export function ThingPane({ session, state, width, height }: ThingPaneProps) {
  const { border, say } = useGame();
  const { world } = session.present;
  const tables = Object.keys(world.routeTables);
  const id = tables[((state.thing % tables.length) + tables.length) % tables.length] as string;
  const rows = (world.routeTables[id]?.routes ?? []).map((route) =>
    line(` ${route.destination.padEnd(20)} ${route.target}`),
  );
  return (
    <Lines
      lines={frame(rows, {
        width,
        height,
        title: line(span(`${id} `, 'vpc'), span(say('play.looking'), 'dim')),
        border,
      })}
    />
  );
}
export { effectiveTableId, interfacesOf };
