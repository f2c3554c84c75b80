// Below the VPCs: the feet of the edge boxes, the internet with its machines, and what hangs loose.

import { columns } from '../../text/columns.ts';
import { type Line, lineColumns, span } from '../lines.ts';
import { shortPublic } from './detail.ts';
import { drawEdgeBox, drawEdgeLine, layOn } from './edge-box.ts';
import { flowItems } from './flow.ts';
import type { JoinScene } from './join-scene.ts';
import type { Pen } from './pen.ts';
import type { Scene } from './scene.ts';
import type { SiteScene } from './site-scene.ts';

export interface OutsideOptions {
  readonly width: number;
  readonly boxes: boolean;
  /** Whether the machines' addresses are shortened. */
  readonly short: boolean;
  /** The feet of the boxes of the lowest row of VPCs. */
  readonly feet: Line | undefined;
  readonly pen: Pen;
}

type InternetOptions = Omit<OutsideOptions, 'boxes'>;

export function drawOutside(scene: Scene, { width, boxes, short, feet, pen }: OutsideOptions): readonly Line[] {
  const drawn = boxes && !feet ? scene.loose.map((edge) => drawEdgeBox(edge, pen)) : [];
  const lay = (parts: readonly Line[]) => layOn(parts, { width: 0, from: 3, fill: ' ' });
  const middle = [...lay(drawn.map(({ closed }) => closed)), span(` ${pen.labels.detached}`, 'warn')];
  // What is cut off at the right would be the box's own side.
  const asBoxes = drawn.length > 0 && lineColumns(middle) <= width;
  const tops: readonly Line[] = asBoxes ? [lay(drawn.map(({ top }) => top)), middle] : [];
  const stand = asBoxes ? lay(drawn.map(({ foot }) => foot)) : feet;
  return [
    ...tops,
    ...drawInternet(scene, { feet: stand, width, short, pen }),
    ...scene.joins.flatMap((join) => drawJoin(join, width, pen)),
    ...scene.sites.flatMap((site) => drawSite(site, width, pen)),
    ...drawLoose(scene, !asBoxes, width, pen),
  ];
}

function drawInternet(scene: Scene, { feet, width, short, pen }: InternetOptions): readonly Line[] {
  if (!scene.hasInternet) return [];
  const word = [pen.slot(['internet']), pen.thing('internet', pen.labels.internet, 'outside')];
  const items = machineItems(scene, short, pen);
  const beside: Line = [...(feet ?? []), ...word];
  const fitsBeside = !feet || lineColumns(beside) + lineColumns(items[0] ?? []) <= width;
  const indent = feet && fitsBeside ? lineColumns(feet) + 1 : 1;
  const lead = fitsBeside ? beside : word;
  const lines = flowItems(items, { width, lead, indent: indent > width / 2 ? 1 : indent, separator: [] });
  return fitsBeside ? lines : [feet, ...lines];
}

function machineItems({ outside }: Scene, short: boolean, pen: Pen): readonly Line[] {
  const link = span(` ${pen.glyphs.link}`, 'border');
  const items = outside.map(
    ({ id, name, address }): Line => [
      link,
      pen.slot([id]),
      pen.thing(id, name, 'outside'),
      span(` ${short ? shortPublic(address) : address}`),
    ],
  );
  const stranger = pen.note('internet');
  return stranger ? [[link, span(' '), ...stranger], ...items] : items;
}

/** What joins VPCs in a line: `pcx-1 ══ vpc-red ══ vpc-blue pending-acceptance`. */
function drawJoin(join: JoinScene, width: number, pen: Pen): readonly Line[] {
  const lead: Line = [pen.slot([join.id]), pen.thing(join.id, join.id, 'edge')];
  return flowItems(joinItems(join, pen), { width, lead, indent: 3, separator: [] });
}

function joinItems({ ends, state, tables }: JoinScene, pen: Pen): readonly Line[] {
  const cable = span(` ${pen.glyphs.box.horizontal.repeat(2)} `, 'edge');
  return [
    ...ends.map((end): Line => [cable, span(end, 'vpc')]),
    ...(state ? [[span(` ${state}`, 'warn')]] : []),
    ...tables.map((id): Line => [span(' '), pen.slot([id]), pen.thing(id, id)]),
  ];
}

/** A customer's network in a line: `site-hq ══ vpn-1 ══ dxvif-1 ── hq 172.16.0.9`. */
function drawSite(site: SiteScene, width: number, pen: Pen): readonly Line[] {
  const lead: Line = [pen.slot([site.id]), pen.thing(site.id, site.id, 'outside')];
  return flowItems(siteItems(site, pen), { width, lead, indent: 3, separator: [] });
}

function siteItems({ links, machines }: SiteScene, pen: Pen): readonly Line[] {
  const cable = span(` ${pen.glyphs.box.horizontal.repeat(2)}`, 'edge');
  const link = span(` ${pen.glyphs.link}`, 'border');
  return [
    ...links.map(
      ({ id, isUp }): Line => [
        cable,
        pen.slot([id]),
        pen.thing(id, id, 'edge'),
        ...(isUp ? [] : [span(` ${pen.labels.down}`, 'warn')]),
      ],
    ),
    ...machines.map(
      ({ id, name, address }): Line => [link, pen.slot([id]), pen.thing(id, name, 'outside'), span(` ${address}`)],
    ),
  ];
}

/** The columns that the internet takes with all its machines on its line, and with the widest one. */
export function outsideWidths(
  scene: Scene,
  short: boolean,
  pen: Pen,
): { readonly all: number; readonly least: number } {
  const word = 1 + columns(pen.labels.internet);
  const items = machineItems(scene, short, pen).map(lineColumns);
  const sites = scene.sites.map((site) => 1 + columns(site.id) + Math.max(0, ...siteItems(site, pen).map(lineColumns)));
  const joins = scene.joins.map((join) => 1 + columns(join.id) + Math.max(0, ...joinItems(join, pen).map(lineColumns)));
  return {
    all: items.reduce((sum, item) => sum + item, word),
    least: Math.max(Math.max(0, ...items) + word, ...sites, ...joins),
  };
}

function drawLoose({ loose, free }: Scene, withGateways: boolean, width: number, pen: Pen): readonly Line[] {
  const gateways = loose.map(
    (edge): Line => [
      span(' '),
      ...drawEdgeLine(edge, pen, width - columns(pen.labels.detached) - 2),
      span(` ${pen.labels.detached}`, 'warn'),
    ],
  );
  const addresses = free.map(
    ({ id, publicIp }): Line => [
      pen.slot([id]),
      span(publicIp, 'edge'),
      span(' '),
      pen.thing(id, id, 'dim'),
      span(` ${pen.labels.free}`, 'dim'),
    ],
  );
  const items = [...(withGateways ? gateways : []), ...addresses];
  if (items.length === 0) return [];
  return flowItems(items, { width, lead: [], indent: 0, separator: [span('  ')] });
}
