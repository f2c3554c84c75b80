// Source: D-NACL, D-LIM; code D-ERR. A custom network ACL denies everything both ways until it gets entries.

import { quotaOf } from '../../cloud/quotas.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { networkAclShape } from './describe-network-acls.ts';

export const createNetworkAcl = defineOperation({
  service: 'ec2',
  name: 'CreateNetworkAcl',
  effect: 'edit',
  summary: 'Makes a network ACL that denies everything and that no subnet uses yet',
  parameters: { VpcId: required(id('vpc')), ...TAGGED },
  check(world, { VpcId }) {
    const quota = quotaOf(world, 'networkAcls');
    if (Object.values(world.networkAcls).filter(({ vpcId }) => vpcId === VpcId).length < quota) return undefined;
    return {
      code: 'NetworkAclLimitExceeded',
      message: `The network ${VpcId} has reached its limit of ${quota} network ACLs.`,
    };
  },
  apply(draft, { VpcId }) {
    const networkAclId = issueId(draft, 'acl');
    draft.networkAcls[networkAclId] = {
      vpcId: VpcId as `vpc-${string}`,
      isDefault: false,
      inbound: [],
      outbound: [],
    };
    return (after) => ({ NetworkAcl: networkAclShape(after, networkAclId) });
  },
});
