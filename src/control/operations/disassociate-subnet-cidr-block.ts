// Source: D-SUB; code C-TF. Inferred: the code while interfaces hold addresses of the block.

import { cidrContains } from '../../net/cidr.ts';
import { blockAssociationShape, subnetIpv6Blocks } from '../derived-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const disassociateSubnetCidrBlock = defineOperation({
  service: 'ec2',
  name: 'DisassociateSubnetCidrBlock',
  effect: 'edit',
  summary: 'Takes a subnet’s IPv6 block away',
  parameters: { AssociationId: required(id('subnet-block')) },
  check(world, { AssociationId }) {
    const { ownerId, cidr } = subnetIpv6Blocks(world).get(AssociationId)!;
    const holder = Object.entries(world.networkInterfaces).find(
      ([, { subnetId, addresses }]) =>
        subnetId === ownerId && addresses.some(({ address }) => cidrContains(cidr, address)),
    );
    if (!holder) return undefined;
    return {
      code: 'InvalidCidrBlock.InUse',
      message: `An interface of ${ownerId} has an address within the CIDR block ${cidr}.`,
      remedy: `Unassign the addresses of ${holder[0]} first.`,
    };
  },
  apply(draft, { AssociationId }, before) {
    const { ownerId, cidr } = subnetIpv6Blocks(before).get(AssociationId)!;
    delete draft.subnets[ownerId]!.ipv6Cidr;
    return { SubnetId: ownerId, Ipv6CidrBlockAssociation: blockAssociationShape(ownerId, cidr, 'disassociating') };
  },
});
