// Three small histograms side by side: moves, dollars and exposure of all right answers, the player's place marked with a word.

import type { Score } from '../../game/session.ts';
import type { KnownAnswers, PriceName } from '../../levels/answers.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { beside, type Line, line, span } from '../lines.ts';
import { type Bar, barLength, makeBars } from './histogram.ts';

const FIGURES: readonly PriceName[] = ['moves', 'dollars', 'exposure'];
const PLACE = { moves: 0, dollars: 1, exposure: 2 } as const;

interface HistogramOptions {
  readonly score: Score;
  /** Undefined while they are looked for. */
  readonly known: KnownAnswers | undefined;
  readonly catalog: Catalog;
  readonly width: number;
  readonly ascii: boolean;
  /** Bars of each. */
  readonly rows: number;
}

export function drawHistograms(options: HistogramOptions): readonly Line[] {
  const { known, score, catalog, width } = options;
  const { result } = catalog;
  if (!known) return [line('  ', span(result.looking, 'dim'))];
  const count = known.prices.reduce((sum, price) => sum + price[3], 0);
  const isWhole = known.completeTo >= score.par;
  const among = fillMessage(result[isWhole ? 'among' : 'among-first'], { moves: known.completeTo, count });
  const each = Math.floor((width - 2) / FIGURES.length);
  return [
    line('  ', span(among, 'dim')),
    ...beside(
      { lines: [], width: 2 },
      ...FIGURES.map((name) => ({ lines: drawHistogram(name, known, options, each), width: each })),
    ),
  ];
}

function drawHistogram(
  name: PriceName,
  { prices }: KnownAnswers,
  { score, catalog, ascii, rows }: HistogramOptions,
  width: number,
): readonly Line[] {
  const counted = prices.map((price) => ({ value: price[PLACE[name]], count: price[3] }));
  const yours = name === 'dollars' ? score.cost : score[name];
  const bars = makeBars(counted, yours, rows, name === 'dollars' ? (value) => value.toFixed(2) : String);
  const labels = Math.max(...bars.map(({ label }) => label.length));
  const counts = Math.max(...bars.map(({ count }) => String(count).length));
  const mark = ` ${ascii ? '<' : '◂'} ${catalog.result.you}`;
  const room = Math.max(3, width - labels - counts - columns(mark) - 4);
  const most = Math.max(...bars.map(({ count }) => count));
  const drawBar = ({ label, count, isYours }: Bar): Line => [
    span(`${label.padStart(labels)} `, isYours ? 'accent' : undefined),
    span((ascii ? '#' : '█').repeat(barLength(count, most, room)), isYours ? 'accent' : 'dim'),
    span(` ${count}`, 'dim'),
    span(isYours ? mark : '', 'accent'),
  ];
  return [line(span(catalog.result[name], 'heading')), ...bars.map(drawBar)];
}
