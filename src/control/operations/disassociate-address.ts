// Source: D-EIP; codes D-ERR, C-OS (vpc-dataplane 5.2). Inferred: AuthFailure for a NAT gateway's association.

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { id, ipv4 } from '../parameter.ts';
import { checkNotManaged, checkOwnAddress, endAssociation, findAllocation } from '../public-address.ts';

export const disassociateAddress = defineOperation({
  service: 'ec2',
  name: 'DisassociateAddress',
  effect: 'edit',
  summary: 'Ends the mapping of an Elastic IP; the address stays allocated',
  parameters: { AssociationId: id('address-association'), PublicIp: ipv4() },
  oneOf: [['AssociationId', 'PublicIp']],
  candidates: {
    PublicIp: () => [],
    AssociationId: (world) =>
      Object.values(world.elasticIps).flatMap(({ association }) =>
        association && !world.networkInterfaces[association.networkInterfaceId]?.managedBy ? [association.id] : [],
      ),
  },
  check(world, input) {
    const foreign = input.PublicIp && checkOwnAddress(world, input.PublicIp);
    if (foreign) return foreign;
    const association = world.elasticIps[allocationOf(world, input)]?.association;
    if (association) return checkNotManaged(world, association.networkInterfaceId);
    return {
      code: 'InvalidAssociationID.NotFound',
      message: `The address ${input.PublicIp} is not associated with anything.`,
    };
  },
  apply(draft, input, before) {
    endAssociation(draft, allocationOf(before, input));
    return undefined;
  },
});

function allocationOf(
  world: World,
  { AssociationId, PublicIp }: { readonly AssociationId?: string | undefined; readonly PublicIp?: string | undefined },
): string {
  if (PublicIp) return findAllocation(world, PublicIp) as string;
  return Object.keys(world.elasticIps).find(
    (allocationId) => world.elasticIps[allocationId]?.association?.id === AssociationId,
  ) as string;
}
