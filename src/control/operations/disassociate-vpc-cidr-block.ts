// Source: D-CIDR; codes C-TF, C-MOTO, C-LOG. The block's local routes go with it. Inferred: also where they were sent to another target.

import type { World } from '../../cloud/world.ts';
import { cidrCovers } from '../../net/cidr.ts';
import { blockAssociationShape, vpcBlocks } from '../derived-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const disassociateVpcCidrBlock = defineOperation({
  service: 'ec2',
  name: 'DisassociateVpcCidrBlock',
  effect: 'edit',
  summary: 'Takes a block away from a VPC; never the first one',
  parameters: { AssociationId: required(id('vpc-block')) },
  isUseful: { AssociationId: (world, _input, associationId) => !isPrimary(world, associationId) },
  check: (world, { AssociationId }) => checkPrimary(world, AssociationId) ?? checkSubnets(world, AssociationId),
  apply(draft, { AssociationId }, before) {
    const { ownerId, cidr } = vpcBlocks(before).get(AssociationId)!;
    const vpc = draft.vpcs[ownerId]!;
    vpc.cidrs = vpc.cidrs.filter((each) => each !== cidr);
    for (const table of Object.values(draft.routeTables))
      if (table.vpcId === ownerId)
        table.routes = table.routes.filter(
          ({ destination, origin }) => destination !== cidr || origin !== 'CreateRouteTable',
        );
    const key = cidr.includes(':') ? 'Ipv6CidrBlockAssociation' : 'CidrBlockAssociation';
    return { VpcId: ownerId, [key]: blockAssociationShape(ownerId, cidr, 'disassociating') };
  },
});

function isPrimary(world: World, associationId: string): boolean {
  const { ownerId, cidr } = vpcBlocks(world).get(associationId)!;
  return world.vpcs[ownerId]?.cidrs[0] === cidr;
}

function checkPrimary(world: World, associationId: string): OperationError | undefined {
  if (!isPrimary(world, associationId)) return undefined;
  return {
    code: 'OperationNotPermitted',
    message: `The association ${associationId} holds the VPC's primary IPv4 block, which cannot be taken away.`,
  };
}

function checkSubnets(world: World, associationId: string): OperationError | undefined {
  const { ownerId, cidr } = vpcBlocks(world).get(associationId)!;
  const inside = Object.entries(world.subnets).filter(
    ([, subnet]) =>
      subnet.vpcId === ownerId && [subnet.cidr, subnet.ipv6Cidr].some((block) => block && cidrCovers(cidr, block)),
  );
  if (inside.length === 0) return undefined;
  return {
    code: 'InvalidCidrBlock.InUse',
    message: `The vpc ${ownerId} has a subnet within the CIDR block ${cidr}.`,
    remedy: `Delete first: ${inside.map(([subnetId]) => subnetId).join(', ')}.`,
  };
}
