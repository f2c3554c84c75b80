// What the last edit, or undo, has changed on the map: things that are new or otherwise, and what stands for those that are not drawn.

import type { World } from '../../cloud/world.ts';

/** Parts of a World that are records of things by their ids. */
const RECORDS = [
  'vpcs',
  'subnets',
  'routeTables',
  'gateways',
  'networkInterfaces',
  'instances',
  'elasticIps',
  'securityGroups',
  'networkAcls',
  'mapping',
  'internet',
  'frames',
  'hosts',
] as const satisfies readonly (keyof World)[];

/** Ids of what is in the one network and not, or otherwise, in the other. */
export function changedIds(before: World, after: World): readonly string[] {
  if (before === after) return [];
  const records = RECORDS.flatMap((name) => differing(before[name], after[name]));
  return [...records, ...newlyAssociated(before, after), ...newlyPaired(before, after)];
}

function differing(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly string[] {
  if (before === after) return [];
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].filter((id) => before[id] !== after[id]);
}

/** Subnets and gateways that go by another table, and that table. */
function newlyAssociated(before: World, after: World): readonly string[] {
  const changed = differing(before.routeAssociations, after.routeAssociations);
  return changed.flatMap((id) =>
    [before, after].flatMap(({ routeAssociations }) => {
      const { routeTableId, subnetId, gatewayId } = routeAssociations[id] ?? {};
      return [routeTableId, subnetId, gatewayId].filter((each) => each !== undefined);
    }),
  );
}

/** Interfaces that have got an Elastic IP, or lost one. */
function newlyPaired(before: World, after: World): readonly string[] {
  const changed = differing(before.elasticIps, after.elasticIps);
  return changed.flatMap((id) =>
    [before, after].flatMap(({ elasticIps }) => elasticIps[id]?.association?.networkInterfaceId ?? []),
  );
}
