// What the dollars are made of: each thing that stands or passes, how much of it, at which price.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { type Charge, monthlyBill } from '../../levels/bill.ts';
import type { Level, LevelText } from '../../levels/level.ts';
import { PRICES } from '../../levels/prices.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, padLine, span } from '../lines.ts';
import { paragraph } from '../play/paragraph.ts';

interface BillOptions {
  readonly level: Level;
  readonly world: World;
  readonly reference: number;
  readonly text: LevelText;
  readonly catalog: Catalog;
  readonly width: number;
}

export function drawBill({ level, world, reference, text, catalog, width }: BillOptions): readonly Line[] {
  const { result } = catalog;
  const { charges, total } = monthlyBill(level, world);
  if (charges.length === 0) return paragraph(result['bill.none'], width);
  const rows = charges.map((charge) => describe(charge, world, text, result));
  const amounts = Math.max(...rows.map(({ amount }) => columns(amount)));
  const row = (what: string, amount: string, dollars: number, style?: 'heading' | 'dim'): Line => [
    ...padLine(line(' ', span(what, style)), width - amounts - 14),
    ...padLine([span(amount, 'dim')], amounts),
    span(`$${dollars.toFixed(2)}`.padStart(11), style),
  ];
  return [
    ...rows.map(({ what, amount, dollars }) => row(what, amount, dollars)),
    [],
    row(result['bill.total'], '', total, 'heading'),
    ...(reference === total ? [] : [row(result['bill.reference'], '', reference, 'dim')]),
    [],
    ...paragraph(fillMessage(result['bill.prices'], { region: PRICES.region, dated: PRICES.dated }), width, 'dim'),
  ];
}

function describe(
  { item, at, goal, unit, amount, rate, dollars }: Charge,
  world: World,
  text: LevelText,
  result: Catalog['result'],
) {
  const thing = at === undefined ? '' : `  ${displayName(world, at)}`;
  const traffic = goal === undefined ? '' : `  ${text.goals[goal] ?? goal}`;
  const form = result[unit === 'hour' ? 'bill.hours' : 'bill.gigabytes'];
  return {
    what: result[`item.${item}`] + thing + traffic,
    amount: fillMessage(form, { amount, rate: `$${rate}` }),
    dollars,
  };
}
