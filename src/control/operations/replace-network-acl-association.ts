// Source: D-NACL; codes C-EUCA (vpc-dataplane 5.2). A subnet always has exactly one network ACL, so it is only ever replaced.

import type { World } from '../../cloud/world.ts';
import { aclAssociationId, originOf } from '../derived-id.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const replaceNetworkAclAssociation = defineOperation({
  service: 'ec2',
  name: 'ReplaceNetworkAclAssociation',
  effect: 'edit',
  summary: 'Makes a subnet use another network ACL',
  parameters: { AssociationId: required(id('acl-association')), NetworkAclId: required(id('network-acl')) },
  candidates: {
    NetworkAclId: (world, { AssociationId }) =>
      Object.keys(world.networkAcls).filter(
        (each) => world.networkAcls[each]?.vpcId === world.subnets[subnetOf(world, AssociationId) ?? '']?.vpcId,
      ),
  },
  isUseful: {
    NetworkAclId: (world, { AssociationId }, networkAclId) =>
      world.subnets[subnetOf(world, AssociationId) ?? '']?.networkAclId !== networkAclId,
  },
  check(world, { AssociationId, NetworkAclId }) {
    const subnetId = subnetOf(world, AssociationId)!;
    if (world.subnets[subnetId]?.vpcId === world.networkAcls[NetworkAclId]?.vpcId) return undefined;
    return invalid(`The network ACL ${NetworkAclId} and ${subnetId} belong to different networks.`);
  },
  apply(draft, { AssociationId, NetworkAclId }, before) {
    draft.subnets[subnetOf(before, AssociationId)!]!.networkAclId = NetworkAclId as `acl-${string}`;
    return { NewAssociationId: AssociationId };
  },
});

function subnetOf({ subnets }: World, associationId: string | undefined): string | undefined {
  return originOf(subnets, aclAssociationId, associationId ?? '');
}
