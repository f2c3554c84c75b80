// One subnet: its heading (name, block, route table) and below it a line for each address of its interfaces.

import { columns, fitColumns } from '../../text/columns.ts';
import { type Line, type Span, span } from '../lines.ts';
import type { Style } from '../theme.ts';
import { type Detail, shortCidr, shortPrivate, shortPublic } from './detail.ts';
import { flowItems } from './flow.ts';
import type { Pen } from './pen.ts';
import type { Note, RowScene, SubnetScene } from './scene.ts';

/** With a `rowsWidth`, interfaces stand beside each other as far as it goes. */
export function drawSubnet(subnet: SubnetScene, detail: Detail, pen: Pen, rowsWidth = 0): readonly Line[] {
  const rows = subnet.rows.flatMap((row) => drawRow(row, columnsOf(subnet.rows, detail), detail, pen));
  const empty: Line = [span('  '), span(pen.labels.empty, 'dim')];
  return [...drawHeading(subnet, detail, pen), ...(rows.length > 0 ? besideEachOther(rows, rowsWidth) : [empty])];
}

function besideEachOther(rows: readonly Line[], width: number): readonly Line[] {
  if (width === 0) return rows;
  return flowItems(rows, { width, lead: [], indent: 0, separator: [] });
}

function drawHeading(subnet: SubnetScene, detail: Detail, pen: Pen): readonly Line[] {
  const name = [pen.slot([subnet.id]), pen.thing(subnet.id, subnet.name, 'heading'), ...drawBlock(subnet, detail)];
  const table = drawTable(subnet, detail, pen);
  return detail.tableBelow ? [name, [span(' '), ...table]] : [[...name, span(' '), ...table]];
}

function drawBlock({ cidr, vpcCidr }: SubnetScene, detail: Detail): readonly Span[] {
  if (detail.cidr === 'none') return [];
  return [span(` ${detail.cidr === 'short' ? shortCidr(cidr, vpcCidr) : cidr}`, 'dim')];
}

function drawTable({ tableId, byDefault }: SubnetScene, { tableLimit, saysMain }: Detail, pen: Pen): Line {
  const table = [pen.slot([tableId]), pen.thing(tableId, fitColumns(tableId, tableLimit))];
  return byDefault && saysMain ? [...table, span(` ${pen.labels.main}`, 'dim')] : table;
}

interface Columns {
  readonly name: number;
  readonly address: number;
}

function columnsOf(rows: readonly RowScene[], detail: Detail): Columns {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(columns));
  return {
    name: Math.min(detail.nameLimit, widest(rows.map(({ name }) => name))),
    address: widest(rows.flatMap(({ addresses }) => addresses.map(({ address }) => privateText(address, detail)))),
  };
}

function privateText(address: string, detail: Detail): string {
  return detail.address === 'short' ? shortPrivate(address) : address;
}

/** The first address stands beside the name, more of them below it. */
function drawRow(row: RowScene, widths: Columns, detail: Detail, pen: Pen): readonly Line[] {
  const name = fitColumns(row.name, widths.name);
  const gap = ' '.repeat(Math.max(0, widths.name - columns(name)));
  const style: Style | undefined = row.isGateway ? 'nat' : undefined;
  const head = [pen.slot(row.ids), span(' '), pen.thing(row.id, name, style)];
  const notes = row.notes.flatMap((note) => [span(' '), span(pen.labels[wordFor(note, detail)], NOTE_STYLES[note])]);
  if (row.addresses.length === 0) return [[...head, ...notes]];
  return row.addresses.map((address, index) => {
    const lead = index === 0 ? [...head, span(gap)] : [span(' '.repeat(2 + widths.name))];
    return [...lead, ...drawAddress(address, widths.address, detail, pen), ...(index === 0 ? notes : [])];
  });
}

function drawAddress(
  { address, publicIp }: RowScene['addresses'][number],
  width: number,
  detail: Detail,
  { glyphs }: Pen,
): Line {
  const text = privateText(address, detail);
  if (!publicIp) return [span(` ${text}`)];
  const shown = detail.publicAddress === 'short' ? shortPublic(publicIp) : publicIp;
  return [span(` ${text.padEnd(width)} ${glyphs.pair} `), span(shown, 'edge')];
}

function wordFor(note: Note, { shortNotes }: Detail): Note | 'checkOffShort' {
  return shortNotes && note === 'checkOff' ? 'checkOffShort' : note;
}

const NOTE_STYLES: Readonly<Record<Note, Style>> = {
  stopped: 'warn',
  zoneLost: 'bad',
  checkOff: 'warn',
  router: 'dim',
  nat: 'dim',
  pending: 'warn',
  failed: 'bad',
  deleting: 'dim',
  deleted: 'dim',
  pendingAcceptance: 'warn',
  rejected: 'bad',
  private: 'dim',
};
