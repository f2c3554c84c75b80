import type { Row, Trace } from '../../src/dataplane/step.ts';
import { destinationPortOf, type Packet, sourcePortOf } from '../../src/net/packet.ts';

/** One line a hop, then one a step of it: kind, rule, table, the row that decided, and the packet where the step has changed it. */
export function showSteps({ hops }: Trace): string[] {
  return hops.flatMap(({ node, place, steps }) => [
    `${place} ${node}`,
    ...steps.map(({ kind, rule, table, row, before, after }) =>
      ['-', kind, rule, table, row && showRow(row), before === after ? undefined : showPacket(after)]
        .filter((part) => part !== undefined)
        .join(' '),
    ),
  ]);
}

function showRow(row: Row): string {
  if ('action' in row) return `#${row.number}`;
  if ('peer' in row) return `{${row.protocol} ${row.peer}}`;
  if ('key' in row) return `{${row.key} ${row.device}}`;
  if ('publicIp' in row) return `{${row.publicIp} ${row.privateIp}}`;
  if ('destination' in row) return `{${row.destination} ${row.target}}`;
  if ('alias' in row) return `{${row.own} ${row.alias}}`;
  if ('chosen' in row) return `{${row.owner} ${row.chosen.address}}`;
  return `{${row.owner} ${row.inside.address}:${row.inside.port} ${row.outside.address}}`;
}

/** The wraps from outside to inside, then the ends. */
function showPacket({ wraps, ip, transport }: Packet): string {
  const layers = wraps.map((wrap) => {
    if (wrap.layer === 'vpc') return `[${wrap.vpcId} ${wrap.from} ${wrap.target}]`;
    return 'source' in wrap ? `[${wrap.source} ${wrap.destination}]` : `[${wrap.layer}]`;
  });
  const ends = `${ip.source}:${sourcePortOf(transport)} → ${ip.destination}:${destinationPortOf(transport)}`;
  return ['=>', ...layers, ends].join(' ');
}
