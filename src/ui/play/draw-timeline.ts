// One exchange as a row of taps, there and back: where the packet is, where it died, where it has been.

import type { Tap, Taps } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns } from '../../text/columns.ts';
import { type Line, lineColumns, type Span, span } from '../lines.ts';

export interface TimelineOptions {
  readonly taps: Taps;
  readonly exchange: Exchange;
  /** Where the scrubber stands, over the request's taps and then the reply's; undefined on a goal that is not looked at. */
  readonly index: number | undefined;
  readonly ascii: boolean;
}

export function tapAt({ request, reply }: Taps, index: number): Tap | undefined {
  return index < request.length ? request[index] : reply[index - request.length];
}

/** Whether a packet ends at this tap though it should not have. */
export function isDeadEnd({ taps, exchange }: Pick<TimelineOptions, 'taps' | 'exchange'>, index: number): boolean {
  if (tapAt(taps, index)?.step.kind === 'dropped') return true;
  if (index === taps.request.length - 1) return exchange.request.disposition !== 'delivered';
  const { reply } = exchange;
  return (
    reply !== undefined && index === taps.request.length + taps.reply.length - 1 && reply.disposition !== 'delivered'
  );
}

/** `request ●━●━◉━○   reply ○━○`, its taps joined where there is room. */
export function drawTimeline(options: TimelineOptions, catalog: Catalog, width: number): Line {
  const { taps, index = 0 } = options;
  const { request, reply } = taps;
  const label = (key: 'packet.request' | 'packet.reply', isHere: boolean) =>
    span(` ${catalog.game[key]} `, isHere ? 'heading' : 'dim');
  const draw = (join: boolean): Line => [
    label('packet.request', index < request.length),
    ...drawDots(options, 0, request.length, join),
    span('  '),
    label('packet.reply', index >= request.length),
    ...(reply.length > 0
      ? drawDots(options, request.length, reply.length, join)
      : [span(catalog.game['packet.not-sent'], 'dim')]),
  ];
  const joined = draw(true);
  return lineColumns(joined) < width ? joined : draw(false);
}

/** The same in as few columns as it takes, without words. */
export function drawShortTimeline(options: TimelineOptions): Line {
  const { request, reply } = options.taps;
  return [
    ...drawDots(options, 0, request.length, false),
    span(' '),
    ...drawDots(options, request.length, reply.length, false),
  ];
}

const DOTS = ['●', '◉', '✗', 'o', '@', 'x', 'X'];
const LINKS = ['━', '-'];

/** Which tap stands in a column of a timeline that was drawn: its dot, or the link behind it. */
export function tapInTimeline(timeline: Line, column: number): number | undefined {
  let tap = -1;
  let end = 0;
  for (const { text } of timeline) {
    if (DOTS.includes(text)) tap++;
    end += columns(text);
    if (column < end) return DOTS.includes(text) || LINKS.includes(text) ? tap : undefined;
  }
  return undefined;
}

/** A link looks as the dot before it: it is passed when that is. */
function drawDots(options: TimelineOptions, from: number, count: number, join: boolean): Line {
  const dots = Array.from({ length: count }, (_, at) => drawDot(options, from + at));
  const link = options.ascii ? '-' : '━';
  return dots.flatMap((dot, at) => (join && at < count - 1 ? [dot, span(link, dot.style)] : [dot]));
}

function drawDot(options: TimelineOptions, at: number): Span {
  const { index, ascii } = options;
  const isDead = isDeadEnd(options, at);
  if (at === index) return span(ascii ? (isDead ? 'X' : '@') : isDead ? '✗' : '◉', isDead ? 'bad' : 'packet');
  if (isDead) return span(ascii ? 'x' : '✗', 'bad');
  return span(ascii ? 'o' : '●', index !== undefined && at < index ? 'accent' : 'dim');
}
