// Source: D-API, D-EIP; codes C-LOG, C-OS, D-API (vpc-dataplane 5.2). An address in use in the default VPC is disassociated on the way.

import { vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, ipv4 } from '../parameter.ts';
import { checkNotManaged, checkNotRegional, endAssociation, findAllocation } from '../public-address.ts';

export const releaseAddress = defineOperation({
  service: 'ec2',
  name: 'ReleaseAddress',
  effect: 'edit',
  summary: 'Gives an Elastic IP back to the pool and ends its bill',
  parameters: { AllocationId: id('allocation'), PublicIp: ipv4() },
  oneOf: [['AllocationId', 'PublicIp']],
  candidates: { PublicIp: () => [] },
  check(world, { AllocationId, PublicIp }) {
    if (PublicIp) return byAddress(world, PublicIp);
    const association = world.elasticIps[AllocationId!]?.association;
    if (!association) return checkNotRegional(world, AllocationId!);
    const managed = checkNotManaged(world, association.networkInterfaceId);
    if (managed) return managed;
    const vpcId = vpcIdOfInterface(world, world.networkInterfaces[association.networkInterfaceId]!);
    if (world.vpcs[vpcId]?.isDefault) return undefined;
    return {
      code: 'InvalidIPAddress.InUse',
      message: `The address with allocation id '${AllocationId}' is in use by ${association.networkInterfaceId}.`,
      remedy: `Disassociate ${association.id} first.`,
    };
  },
  apply(draft, { AllocationId }) {
    endAssociation(draft, AllocationId!);
    delete draft.elasticIps[AllocationId!];
    retireId(draft, AllocationId!);
    return undefined;
  },
});

function byAddress(world: World, publicIp: string) {
  const allocationId = findAllocation(world, publicIp);
  return {
    ...invalid('An address for use in a VPC is released by its allocation id, not by the address itself.'),
    ...(allocationId && { remedy: `Use --allocation-id ${allocationId}.` }),
  };
}
