// Source: D-SUB. A subnet has at most one IPv6 block. Inferred: the code for a second one.

import type { World } from '../../cloud/world.ts';
import { type Cidr, isIpv4Cidr, splitCidr } from '../../net/cidr.ts';
import { checkSubnetBlock } from '../block-rules.ts';
import { blockAssociationShape } from '../derived-id.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, required } from '../parameter.ts';

export const associateSubnetCidrBlock = defineOperation({
  service: 'ec2',
  name: 'AssociateSubnetCidrBlock',
  effect: 'edit',
  summary: 'Gives a subnet an IPv6 block out of its VPC’s',
  parameters: { SubnetId: required(id('subnet')), Ipv6CidrBlock: required(cidr('IPv6')) },
  candidates: { Ipv6CidrBlock: freeBlocks },
  check(world, { SubnetId, Ipv6CidrBlock }) {
    const { vpcId, ipv6Cidr } = world.subnets[SubnetId]!;
    if (!ipv6Cidr) return checkSubnetBlock(world, vpcId, Ipv6CidrBlock);
    return {
      code: 'CidrLimitExceeded',
      message: `The subnet '${SubnetId}' has an IPv6 block already: ${ipv6Cidr}.`,
    };
  },
  apply(draft, { SubnetId, Ipv6CidrBlock }) {
    draft.subnets[SubnetId]!.ipv6Cidr = Ipv6CidrBlock;
    return { SubnetId, Ipv6CidrBlockAssociation: blockAssociationShape(SubnetId, Ipv6CidrBlock, 'associating') };
  },
});

/** The first of the VPC's /64 that is free. */
function freeBlocks(world: World, { SubnetId = '' }: { readonly SubnetId?: string | undefined }): readonly string[] {
  const { vpcId = '', ipv6Cidr } = world.subnets[SubnetId] ?? {};
  const block = world.vpcs[vpcId]?.cidrs.find((each) => !isIpv4Cidr(each));
  if (!block || ipv6Cidr) return [];
  const candidate = `${splitCidr(block).base}/64` as Cidr;
  return checkSubnetBlock(world, vpcId, candidate) ? [] : [candidate];
}
