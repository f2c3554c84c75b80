// Source: D-RA, D-SG, D-LIM; codes C-EUCA (vpc-dataplane 5.2). One attribute in a call. Inferred: AuthFailure for a service's interface.

import { vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { flag, id, invalid, listOf, required } from '../parameter.ts';
import { checkNotManaged } from '../public-address.ts';

/** Security groups on one interface. Source: D-LIM. */
const QUOTA = 5;

export const modifyNetworkInterfaceAttribute = defineOperation({
  service: 'ec2',
  name: 'ModifyNetworkInterfaceAttribute',
  effect: 'edit',
  summary: 'Turns an interface’s source/destination check on or off, or sets its security groups',
  parameters: {
    NetworkInterfaceId: required(id('network-interface')),
    SourceDestCheck: flag(),
    Groups: listOf(id('security-group')),
  },
  oneOf: [['SourceDestCheck', 'Groups']],
  candidates: {
    NetworkInterfaceId: (world) =>
      Object.keys(world.networkInterfaces).filter((each) => !world.networkInterfaces[each]?.managedBy),
    Groups: () => [],
  },
  isUseful: {
    SourceDestCheck: (world, { NetworkInterfaceId }, text) =>
      String(world.networkInterfaces[NetworkInterfaceId ?? '']?.sourceDestCheck) !== text,
  },
  check: (world, { NetworkInterfaceId, Groups }) =>
    checkNotManaged(world, NetworkInterfaceId) ?? (Groups && checkGroups(world, NetworkInterfaceId, Groups)),
  apply(draft, { NetworkInterfaceId, SourceDestCheck, Groups }) {
    const networkInterface = draft.networkInterfaces[NetworkInterfaceId]!;
    if (SourceDestCheck !== undefined) networkInterface.sourceDestCheck = SourceDestCheck;
    if (Groups) networkInterface.groups = [...Groups] as `sg-${string}`[];
    return undefined;
  },
});

function checkGroups(world: World, networkInterfaceId: string, groups: readonly string[]): OperationError | undefined {
  if (groups.length > QUOTA)
    return {
      code: 'SecurityGroupsPerInterfaceLimitExceeded',
      message: `A network interface has at most ${QUOTA} security groups.`,
    };
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  const foreign = groups.find((group) => world.securityGroups[group]?.vpcId !== vpcId);
  if (!foreign) return undefined;
  return invalid(`The security group ${foreign} and ${networkInterfaceId} belong to different networks.`);
}
