// Source: D-RA, D-SG, D-LIM; codes C-EUCA (vpc-dataplane 5.2). One attribute in a call. Inferred: AuthFailure for a service's interface.

import { vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { checkGroups } from '../interface-groups.ts';
import { defineOperation } from '../operation.ts';
import { flag, id, listOf, required } from '../parameter.ts';
import { checkNotManaged } from '../public-address.ts';

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
    Groups: candidateGroups,
  },
  isUseful: {
    SourceDestCheck: (world, { NetworkInterfaceId }, text) =>
      String(world.networkInterfaces[NetworkInterfaceId ?? '']?.sourceDestCheck) !== text,
  },
  check: (world, { NetworkInterfaceId, Groups }) =>
    checkNotManaged(world, NetworkInterfaceId) ??
    (Groups && checkGroups(world, Groups, userOf(world, NetworkInterfaceId))),
  apply(draft, { NetworkInterfaceId, SourceDestCheck, Groups }) {
    const networkInterface = draft.networkInterfaces[NetworkInterfaceId]!;
    if (SourceDestCheck !== undefined) networkInterface.sourceDestCheck = SourceDestCheck;
    if (Groups) networkInterface.groups = [...Groups] as `sg-${string}`[];
    return undefined;
  },
});

function userOf(world: World, id: string) {
  return { id, vpcId: vpcIdOfInterface(world, world.networkInterfaces[id]!) };
}

/** Groups of the interface's own VPC, one at a time, where there is a choice. */
function candidateGroups(
  world: World,
  { NetworkInterfaceId = '' }: { readonly NetworkInterfaceId?: string | undefined },
) {
  const networkInterface = world.networkInterfaces[NetworkInterfaceId];
  const vpcId = networkInterface && vpcIdOfInterface(world, networkInterface);
  const own = Object.keys(world.securityGroups).filter((group) => world.securityGroups[group]?.vpcId === vpcId);
  return own.filter((group) => networkInterface?.groups.length !== 1 || networkInterface.groups[0] !== group);
}
