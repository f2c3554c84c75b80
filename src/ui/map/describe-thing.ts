// What a thing of the map is set to, as facts to read in a detail pane: a label and a value each, and the route table that it goes by.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { columns } from '../../text/columns.ts';
import { type Line, span } from '../lines.ts';
import { describeFrame, describeHost, describeInstance, describeMapping, describeOutside } from './describe-machine.ts';
import {
  describeAddress,
  describeGateway,
  describeInterface,
  describeSubnet,
  describeTable,
  describeVpc,
} from './describe-network.ts';
import type { Found, Thing } from './fact.ts';
import type { MapLabels } from './pen.ts';

type Describe = (world: World, id: string, labels: MapLabels) => Found;

/** Which record of the World holds the id, and how its things are described. */
const DESCRIBED: readonly (readonly [keyof World, Describe])[] = [
  ['vpcs', describeVpc],
  ['subnets', describeSubnet],
  ['routeTables', describeTable],
  ['instances', describeInstance],
  ['networkInterfaces', describeInterface],
  ['gateways', describeGateway],
  ['elasticIps', describeAddress],
  ['internet', describeOutside],
  ['hosts', describeHost],
  ['frames', describeFrame],
  ['mapping', describeMapping],
];

export function describeThing(world: World, id: string, labels: MapLabels): Thing {
  const known = DESCRIBED.find(([record]) => Object.hasOwn(world[record] as object, id));
  const describe = known?.[1] ?? (id.startsWith('vpc-') ? describeMapping : undefined);
  return { id, name: displayName(world, id), ...(describe?.(world, id, labels) ?? { facts: [] }) };
}

/** The facts as lines, their values aligned. */
export function drawFacts({ facts }: Thing, labels: MapLabels): readonly Line[] {
  const widest = Math.max(0, ...facts.map(({ label }) => columns(labels[label])));
  return facts.map(({ label, value, warns }) => {
    const name = labels[label];
    const gap = ' '.repeat(widest - columns(name) + 2);
    return [span(` ${name}${gap}`, 'dim'), span(value, warns ? 'warn' : undefined)];
  });
}
