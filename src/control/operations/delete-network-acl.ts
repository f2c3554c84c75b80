// Source: D-NACL; codes C-MOTO, C-EUCA (vpc-dataplane 5.2).

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';
import { subnetsOfAcl } from './describe-network-acls.ts';

export const deleteNetworkAcl = defineOperation({
  service: 'ec2',
  name: 'DeleteNetworkAcl',
  effect: 'edit',
  summary: 'Deletes a network ACL that no subnet uses',
  parameters: { NetworkAclId: required(id('network-acl')) },
  isUseful: { NetworkAclId: (world, _input, networkAclId) => !world.networkAcls[networkAclId]?.isDefault },
  check(world, { NetworkAclId }) {
    if (world.networkAcls[NetworkAclId]?.isDefault)
      return invalid(`The network ACL '${NetworkAclId}' is a VPC's default one and cannot be deleted.`);
    const users = subnetsOfAcl(world, NetworkAclId);
    if (users.length === 0) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The network ACL '${NetworkAclId}' has dependencies and cannot be deleted.`,
      remedy: `Used by ${users.join(', ')}; give them another with replace-network-acl-association.`,
    };
  },
  apply(draft, { NetworkAclId }) {
    delete draft.networkAcls[NetworkAclId];
    retireId(draft, NetworkAclId);
    return undefined;
  },
});
