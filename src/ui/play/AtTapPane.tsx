import { memo } from 'react';
import type { Session } from '../../game/session.ts';
import { Lines } from '../components/Lines.tsx';
import { useGame } from '../game-context.ts';
import { frame, line, span } from '../lines.ts';
import { drawAtTap } from './draw-at-tap.ts';
import { tapAt } from './draw-timeline.ts';
import { lookAt } from './look-at.ts';
import type { PlayState } from './play-state.ts';

interface AtTapPaneProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly width: number;
  readonly height: number;
}

/** Beside the scrubber, where there is room: the tables in force where the packet is. */
export const AtTapPane = memo(function AtTapPane({ session, state, width, height }: AtTapPaneProps) {
  const { border, catalog } = useGame();
  const looked = lookAt(session, state);
  const tap = looked && tapAt(looked.taps, looked.index);
  const content = tap ? drawAtTap({ ...looked, tap, catalog, border, width: width - 2, height: height - 2 }) : [];
  const title = line(span(catalog.packet['at.title'], 'heading'));
  return <Lines lines={frame(content, { width, height, title, border })} />;
});
