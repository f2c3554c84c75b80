// Source: D-RT, D-CIDR; codes C-MOTO, C-OS (vpc-dataplane 5.2). What AWS made by itself goes with the VPC; whatever else is in it stands in the way.

import { isPeeringOver } from '../../cloud/joined-vpcs.ts';
import { isMainTable } from '../../cloud/lookup.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteVpc = defineOperation({
  service: 'ec2',
  name: 'DeleteVpc',
  effect: 'edit',
  summary: 'Deletes a VPC that has nothing in it but what AWS put there',
  parameters: { VpcId: required(id('vpc')) },
  check(world, { VpcId }) {
    const inside = contentsOf(world, VpcId);
    if (inside.length === 0) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The vpc '${VpcId}' has dependencies and cannot be deleted.`,
      remedy: `Still there: ${inside.slice(0, 8).join(', ')}.`,
    };
  },
  apply(draft, { VpcId }) {
    for (const part of ['routeTables', 'networkAcls', 'securityGroups'] as const) deleteOwned(draft, part, VpcId);
    for (const [associationId, { routeTableId }] of Object.entries(draft.routeAssociations))
      if (!draft.routeTables[routeTableId]) delete draft.routeAssociations[associationId];
    forgetOnSubstrate(draft, VpcId);
    for (const gateway of Object.values(draft.gateways))
      if (gateway.requesterVpcId === VpcId || gateway.accepterVpcId === VpcId) endPeering(gateway);
    delete draft.vpcs[VpcId];
    retireId(draft, VpcId);
    return undefined;
  },
});

/** A peering does not stand in the way of its VPC's end. Source: D-PEER. */
function endPeering(peering: WorldDraft['gateways'][string]): void {
  if (!isPeeringOver(peering.state)) peering.state = 'deleted';
}

function contentsOf(world: World, vpcId: string): readonly string[] {
  const owned = (record: Readonly<Record<string, object>>) =>
    Object.entries(record).flatMap(([each, thing]) => ((thing as { vpcId?: unknown }).vpcId === vpcId ? [each] : []));
  return [
    ...owned(world.subnets),
    ...owned(world.gateways),
    ...owned(world.routeTables).filter((each) => !isMainTable(world, each)),
    ...owned(world.securityGroups).filter((each) => !world.securityGroups[each]!.isDefault),
    ...owned(world.networkAcls).filter((each) => !world.networkAcls[each]!.isDefault),
  ];
}

function deleteOwned(draft: WorldDraft, part: 'routeTables' | 'networkAcls' | 'securityGroups', vpcId: string): void {
  for (const [each, { vpcId: owner }] of Object.entries(draft[part]))
    if (owner === vpcId) {
      delete draft[part][each];
      retireId(draft, each);
    }
}

/** Rows of the Mapping Service, and frames on the wire, that name the VPC. */
function forgetOnSubstrate(draft: WorldDraft, vpcId: string): void {
  for (const key of Object.keys(draft.mapping)) if (key.startsWith(`${vpcId}/`)) delete draft.mapping[key];
  for (const [frameId, frame] of Object.entries(draft.frames)) if (frame.vpcId === vpcId) delete draft.frames[frameId];
}
