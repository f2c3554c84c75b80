// The failure report: everything that stands between the ends of a goal, there and back, each with its code and a line of why.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { Finding } from '../../dataplane/diagnose.ts';
import { explainFault } from '../../dataplane/explain.ts';
import type { Catalog } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import { fillMessage } from '../../text/message.ts';
import { type Line, line, span } from '../lines.ts';

export function drawReport(
  world: World,
  findings: readonly Finding[],
  ends: Ends,
  catalog: Catalog,
  width: number,
): readonly Line[] {
  if (findings.length === 0) return [];
  const key = findings.length === 1 ? 'report.one' : 'report.many';
  const title = fillMessage(catalog.game[key], { count: findings.length, ...ends });
  return [
    ...wrapColumns(title, width - 1).map((row) => line(' ', span(row, 'heading'))),
    ...findings.flatMap((finding, index) => drawFinding(world, finding, index, catalog, width)),
  ];
}

export interface Ends {
  readonly from: string;
  readonly to: string;
}

function drawFinding(world: World, finding: Finding, index: number, catalog: Catalog, width: number): readonly Line[] {
  const direction = catalog.game[finding.direction === 'request' ? 'packet.request' : 'packet.reply'];
  const why = wrapColumns(`${explainFault(world, finding, catalog)} (${direction})`, width - 4);
  return [
    ...why.map((row, at) => line(span(at === 0 ? ` ${index + 1} ` : '   ', 'bad'), row)),
    ...wrapColumns(`${finding.code} · ${displayName(world, finding.at)}`, width - 4).map((row) =>
      line('   ', span(row, 'dim')),
    ),
  ];
}
