// Source: D-CIDR, D-LIM; codes C-MOTO, C-LOG, inferred where block-rules.ts says so. Every route table of the VPC gets the block's local route.

import { admitIpv6, fillLocalRoutes } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import { type Cidr, isIpv4Cidr } from '../../net/cidr.ts';
import { checkFurtherBlock, checkVpcBlock } from '../block-rules.ts';
import { blockAssociationShape } from '../derived-id.ts';
import { findFreeIpv6Block } from '../issue-address.ts';
import { defineOperation } from '../operation.ts';
import { cidr, flag, freeText, id, required } from '../parameter.ts';

interface Input {
  readonly CidrBlock?: Cidr | undefined;
  readonly Ipv6CidrBlock?: Cidr | undefined;
}

export const associateVpcCidrBlock = defineOperation({
  service: 'ec2',
  name: 'AssociateVpcCidrBlock',
  effect: 'edit',
  summary: 'Gives a VPC one more block, IPv4 or IPv6',
  parameters: {
    VpcId: required(id('vpc')),
    CidrBlock: cidr('IPv4'),
    AmazonProvidedIpv6CidrBlock: flag(),
    Ipv6CidrBlock: cidr('IPv6'),
    Ipv6Pool: freeText('POOL'),
  },
  oneOf: [['CidrBlock', 'AmazonProvidedIpv6CidrBlock', 'Ipv6CidrBlock']],
  candidates: {
    CidrBlock: (world, { VpcId }) => {
      const second = String(world.vpcs[VpcId ?? '']?.cidrs[0]).replace(/^10\.\d+\..*/, '10.250.0.0/16');
      return second === '10.250.0.0/16' && !world.vpcs[VpcId ?? '']?.cidrs.includes(second as Cidr) ? [second] : [];
    },
    AmazonProvidedIpv6CidrBlock: (world, { VpcId }) =>
      world.vpcs[VpcId ?? '']?.cidrs.every(isIpv4Cidr) ? ['true'] : [],
    Ipv6CidrBlock: () => [],
  },
  check(world, input) {
    const block = blockOf(world, input);
    return checkVpcBlock(block) ?? checkFurtherBlock(world, input.VpcId, block);
  },
  apply(draft, input, before) {
    const { VpcId } = input;
    const block = blockOf(before, input);
    draft.vpcs[VpcId]!.cidrs.push(block);
    fillLocalRoutes(draft, VpcId);
    if (!isIpv4Cidr(block)) admitIpv6(draft, VpcId);
    const key = isIpv4Cidr(block) ? 'CidrBlockAssociation' : 'Ipv6CidrBlockAssociation';
    return { VpcId, [key]: blockAssociationShape(VpcId, block, 'associating') };
  },
});

function blockOf(world: World, { CidrBlock, Ipv6CidrBlock }: Input): Cidr {
  return CidrBlock ?? Ipv6CidrBlock ?? findFreeIpv6Block(world);
}
