// Draws the smallest parts of the map: a thing by its id, and the one column before it that is kept free for a mark, so that nothing
// moves when the packet does.

import type { map } from '../../text/en/map.ts';
import type { Line, Span } from '../lines.ts';
import { span } from '../lines.ts';
import type { Style } from '../theme.ts';
import type { Glyphs } from './glyphs.ts';
import type { ResolvedMarks } from './marks.ts';

export type MapLabels = Readonly<Record<keyof typeof map, string>>;

/** A span that shows a thing which a cursor can stand on. */
export interface ThingSpan extends Span {
  readonly id: string;
}

export interface Pen {
  readonly glyphs: Glyphs;
  readonly labels: MapLabels;
  /** The column for a mark of any of these. */
  slot(ids: readonly string[], blank?: Span): Span;
  thing(id: string, text: string, style?: Style): ThingSpan;
  /** What is marked at a place and drawn nowhere: `✗ sg-app`. */
  note(place: string): Line | undefined;
}

export function makePen(glyphs: Glyphs, labels: MapLabels, marks: ResolvedMarks): Pen {
  const { packet, passed, failed, changed, chosen, notes } = marks;
  const failure = span(glyphs.failed, 'bad');
  const here = span(glyphs.packet, 'packet');
  const trail = span(glyphs.passed, 'dim');
  const edited = span(glyphs.changed, 'packet');
  return {
    glyphs,
    labels,
    slot(ids, blank = BLANK) {
      if (ids.some((id) => failed.has(id))) return failure;
      if (ids.some((id) => packet.has(id))) return here;
      if (ids.some((id) => passed.has(id))) return trail;
      return ids.some((id) => changed.has(id)) ? edited : blank;
    },
    thing(id, text, style) {
      const look = id === chosen ? 'chosen' : failed.has(id) ? 'bad' : style;
      return look ? { id, text, style: look } : { id, text };
    },
    note(place) {
      const note = notes.get(place);
      return note && [note.failed ? failure : here, span(` ${note.id}`, note.failed ? 'bad' : 'packet')];
    },
  };
}

const BLANK = span(' ');

export const NO_MARKS: ResolvedMarks = {
  packet: new Set(),
  passed: new Set(),
  failed: new Set(),
  changed: new Set(),
  chosen: undefined,
  notes: new Map(),
};
