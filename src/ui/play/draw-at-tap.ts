// What is in force where the packet is: the table that decided with its row marked, the flow tables, the rows of the Mapping Service,
// and what filters let it through on the way. What comes and goes stands last, so that the rest stays where it is.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { describeRow } from '../../dataplane/explain.ts';
import { type FlowRow, flowTablesAt } from '../../dataplane/flow-table.ts';
import { listMapping } from '../../dataplane/mapping.ts';
import type { MappingRow, Step } from '../../dataplane/step.ts';
import type { Tap, Taps } from '../../dataplane/taps.ts';
import type { Exchange } from '../../dataplane/trace.ts';
import type { Catalog } from '../../text/catalog.ts';
import { columns, wrapColumns } from '../../text/columns.ts';
import { fillMessage, type Values } from '../../text/message.ts';
import { type Border, type Line, line, lineColumns, span } from '../lines.ts';
import { drawRoutes } from '../map/draw-route-table.ts';
import { glyphsOf } from '../map/glyphs.ts';
import { routeRows } from '../map/route-rows.ts';

export interface AtTapOptions {
  readonly world: World;
  readonly exchange: Exchange;
  readonly taps: Taps;
  readonly index: number;
  readonly tap: Tap;
  readonly catalog: Catalog;
  readonly border: Border;
  readonly width: number;
  readonly height: number;
}

export function drawAtTap(options: AtTapOptions): readonly Line[] {
  const { catalog, width, height } = options;
  const sections = [drawDeciding(options), drawFlows(options), drawMapping(options), drawFilters(options)].flat();
  const lines = sections.length > 0 ? sections : [line(span(` ${catalog.packet['at.nothing']}`, 'dim'))];
  const wrapped = lines.flatMap((each) => wrapLine(each, width));
  if (wrapped.length <= height) return wrapped;
  const more = fillMessage(catalog.game['menu.more'], { count: wrapped.length - height + 1 });
  return [...wrapped.slice(0, height - 1), line(span(` ${more}`, 'dim'))];
}

function sayer({ catalog }: AtTapOptions) {
  return (key: keyof Catalog['packet'], values: Values = {}) => fillMessage(catalog.packet[key], values);
}

/** A line too long goes on below, indented; what it is made of keeps its look. */
function wrapLine(whole: Line, width: number): readonly Line[] {
  const [last, before] = [whole.at(-1), whole.slice(0, -1)];
  const lead = lineColumns(before);
  if (!last || lead + columns(last.text) <= width) return [whole];
  const rows = wrapColumns(last.text, Math.max(8, width - lead));
  return rows.map((row, at) => [...(at === 0 ? before : [span(' '.repeat(lead))]), span(row, last.style)]);
}

function drawTitle({ world }: AtTapOptions, id: string, what: string): Line {
  return line(span(` ${displayName(world, id)}`, 'vpc'), span(`  ${what}`, 'dim'));
}

/** The route table whole, also where none of its rows decided; of any other table the row that did. */
function drawDeciding(options: AtTapOptions): readonly Line[] {
  const { world, tap, catalog, border } = options;
  const { table, row } = tap.step;
  if (!table || (row && (isFlow(row) || 'underlay' in row))) return [];
  const say = sayer(options);
  if (Object.hasOwn(world.routeTables, table)) {
    const rows = routeRows(world, table, row && 'origin' in row ? { deciding: row } : {});
    const routes = drawRoutes(rows, catalog.map, glyphsOf(border)).map((each) => line(' ', ...each));
    return [drawTitle(options, table, say(row ? 'at.decides' : 'at.no-row')), ...routes];
  }
  return row ? [drawTitle(options, table, say('at.decides')), drawRow(options, describeRow(row), true)] : [];
}

function isFlow(row: NonNullable<Step['row']>): boolean {
  return 'inside' in row || 'front' in row;
}

/** A row of a table; the one that decided has a pointer before it. */
function drawRow({ border }: AtTapOptions, text: string, decides: boolean, style?: 'dim' | 'warn'): Line {
  const pointer = decides ? span(glyphsOf(border).pointer, 'accent') : span(' ');
  return line(' ', pointer, span(text, decides ? 'accent' : style));
}

/** Security groups and network ACLs that the packet has passed since the tap before. */
function drawFilters(options: AtTapOptions): readonly Line[] {
  const say = sayer(options);
  const passed = options.tap.also.filter(({ kind }) => kind === 'filtered');
  return passed.flatMap(({ table = '', row }) => [
    drawTitle(options, table, say('at.passed')),
    drawRow(options, row ? describeRow(row) : say('at.tracked'), true),
  ]);
}

function drawFlows(options: AtTapOptions): readonly Line[] {
  const { world, exchange, taps, index, tap } = options;
  const say = sayer(options);
  const passed = [...taps.request, ...taps.reply].slice(0, index + 1);
  const { nat, balanced, tracked } = flowTablesAt(world, exchange, passed);
  const groups = tracked.map((row) => ({
    ...row,
    text: `${row.flow.protocol} ${endOf(row.flow.local)} ⇄ ${endOf(row.flow.remote)}`,
  }));
  return [
    ...[...nat, ...balanced].flatMap((row) => [
      drawTitle(options, row.flow.owner, say('at.flows')),
      drawFlow(options, row, describeRow(row.flow), tap.step.row === row.flow),
      ...drawAge(options, row),
    ]),
    ...groups.flatMap((row) => [
      drawTitle(options, row.flow.owner, say('at.tracks')),
      drawFlow(options, row, row.text, false),
    ]),
  ];
}

function endOf({ address, port }: { readonly address: string; readonly port: number }): string {
  return port === 0 ? address : address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

function drawFlow(options: AtTapOptions, { state }: FlowRow<unknown>, text: string, decides: boolean): Line {
  return drawRow(options, text, decides, state === 'forgotten' ? 'dim' : undefined);
}

/** How long a flow that stood before has been idle, or that it has been forgotten. */
function drawAge(options: AtTapOptions, { state, idleSeconds, lifeSeconds }: FlowRow<unknown>): readonly Line[] {
  if (state === 'opened') return [];
  const key = state === 'forgotten' ? 'at.forgotten' : 'at.idle';
  const words = sayer(options)(key, { idle: idleSeconds, life: lifeSeconds });
  return [line('   ', span(words, state === 'forgotten' ? 'warn' : 'dim'))];
}

/** The rows of the VPC that the packet is in. */
function drawMapping(options: AtTapOptions): readonly Line[] {
  const { world, tap } = options;
  const vpcId = vpcAt(tap);
  const decided = tap.step.row;
  const rows = listMapping(world).filter((row) => row.vpcId === vpcId);
  const gateway = decided && 'underlay' in decided && !rows.some(({ key }) => key === decided.key) ? [decided] : [];
  if (vpcId === undefined || rows.length + gateway.length === 0) return [];
  const title = drawTitle(options, vpcId, options.catalog.map.mappingService);
  const decides = (row: MappingRow) => decided !== undefined && 'underlay' in decided && decided.key === row.key;
  const draw = (row: MappingRow) => drawRow(options, `${row.key} → ${row.device} ${row.underlay}`, decides(row));
  // The one that decided first: the others may be many.
  const ordered = [...gateway, ...rows].sort((a, b) => Number(decides(b)) - Number(decides(a)));
  return [title, ...ordered.map(draw)];
}

/** The VPC that the packet's wrap names, or whose mapping was asked. */
function vpcAt({ step: { row, before, after, reason, table } }: Tap): string | undefined {
  if (row && 'underlay' in row) return row.vpcId;
  if (reason === 'MAPPING_MISS') return table;
  const wrap = [...after.wraps, ...before.wraps].find(({ layer }) => layer === 'vpc');
  return wrap?.layer === 'vpc' ? wrap.vpcId : undefined;
}
