// Source: D-CIDR, D-LIM; codes C-MOTO, C-OS, C-EUCA, D-ERR (vpc-dataplane 5.2). The main route table, the default network ACL and the default
// security group come with it. Simplified: Amazon's IPv6 block is there at once, and comes in order from documentation's range.

import { quotaOf } from '../../cloud/quotas.ts';
import { fillVpc } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import type { Cidr } from '../../net/cidr.ts';
import { checkVpcBlock } from '../block-rules.ts';
import { findFreeIpv6Block } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, cidr, flag, freeText, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { vpcShape } from './describe-vpcs.ts';

interface Input {
  readonly CidrBlock: Cidr;
  readonly AmazonProvidedIpv6CidrBlock?: boolean | undefined;
  readonly Ipv6CidrBlock?: Cidr | undefined;
}

export const createVpc = defineOperation({
  service: 'ec2',
  name: 'CreateVpc',
  effect: 'edit',
  summary: 'Makes a VPC, with a main route table, a default network ACL and a default security group',
  parameters: {
    CidrBlock: required(cidr('IPv4')),
    AmazonProvidedIpv6CidrBlock: flag(),
    Ipv6CidrBlock: cidr('IPv6'),
    Ipv6Pool: freeText('POOL'),
    InstanceTenancy: choice('default'),
    ...TAGGED,
  },
  candidates: { CidrBlock: freeBlocks },
  check: (world, input) =>
    checkVpcBlock(input.CidrBlock) ?? (input.Ipv6CidrBlock && checkVpcBlock(input.Ipv6CidrBlock)) ?? checkQuota(world),
  apply(draft, input, before) {
    const id = issueId(draft, 'vpc');
    const ipv6 = ipv6BlockOf(before, input);
    draft.vpcs[id] = { cidrs: ipv6 ? [input.CidrBlock, ipv6] : [input.CidrBlock], isDefault: false };
    fillVpc(draft, id);
    return (after) => ({ Vpc: { ...vpcShape(after, id), State: 'pending' } });
  },
});

function ipv6BlockOf(world: World, { Ipv6CidrBlock, AmazonProvidedIpv6CidrBlock }: Input): Cidr | undefined {
  return Ipv6CidrBlock ?? (AmazonProvidedIpv6CidrBlock ? findFreeIpv6Block(world) : undefined);
}

/** A few that no VPC has yet. */
function freeBlocks({ vpcs }: World): readonly string[] {
  const held = new Set<string>(Object.values(vpcs).flatMap(({ cidrs }) => cidrs));
  return ['10.0.0.0/16', '10.1.0.0/16', '10.2.0.0/16'].filter((block) => !held.has(block)).slice(0, 1);
}

function checkQuota(world: World): OperationError | undefined {
  const quota = quotaOf(world, 'vpcs');
  if (Object.keys(world.vpcs).length < quota) return undefined;
  return {
    code: 'VpcLimitExceeded',
    message: `The account has reached its limit of ${quota} VPCs in this region.`,
    remedy: 'Delete one that nobody needs.',
  };
}
