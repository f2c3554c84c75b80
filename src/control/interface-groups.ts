// Which security groups an interface may have. Source: D-SG, D-LIM; codes C-EUCA (vpc-dataplane 5.2). For a launch, which names a subnet,
// code C-LOG: InvalidParameter.

import { quotaOf } from '../cloud/quotas.ts';
import type { World } from '../cloud/world.ts';
import type { OperationError } from './operation.ts';

/** `user` is what the groups are for: an interface, or the subnet that it will stand in. */
export function checkGroups(
  world: World,
  groups: readonly string[],
  user: { readonly id: string; readonly vpcId: string },
): OperationError | undefined {
  const quota = quotaOf(world, 'groupsPerInterface');
  if (groups.length > quota)
    return {
      code: 'SecurityGroupsPerInterfaceLimitExceeded',
      message: `A network interface has at most ${quota} security groups.`,
    };
  const foreign = groups.find((group) => world.securityGroups[group]?.vpcId !== user.vpcId);
  if (!foreign) return undefined;
  return {
    code: user.id.startsWith('subnet-') ? 'InvalidParameter' : 'InvalidParameterValue',
    message: `The security group ${foreign} and ${user.id} belong to different networks.`,
    remedy: `${foreign} belongs to ${world.securityGroups[foreign]?.vpcId}, ${user.id} to ${user.vpcId}.`,
  };
}
