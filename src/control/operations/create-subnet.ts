// Source: D-SUB, D-LIM; codes D-ERR, C-MOTO, C-OS (vpc-dataplane 5.2). A new subnet follows the main route table and the default network ACL.

import { quotaOf } from '../../cloud/quotas.ts';
import { findDefaultAcl } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import { checkSubnetBlock } from '../block-rules.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { cidr, freeText, id, invalid, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { subnetShape } from './describe-subnets.ts';

export const createSubnet = defineOperation({
  service: 'ec2',
  name: 'CreateSubnet',
  effect: 'edit',
  summary: 'Makes a subnet in one Availability Zone of a VPC',
  parameters: {
    VpcId: required(id('vpc')),
    CidrBlock: required(cidr('IPv4')),
    AvailabilityZone: freeText('ZONE'),
    Ipv6CidrBlock: cidr('IPv6'),
    ...TAGGED,
  },
  candidates: { CidrBlock: freeBlocks },
  check: (world, { VpcId, CidrBlock, AvailabilityZone, Ipv6CidrBlock }) =>
    checkZone(world, AvailabilityZone) ??
    checkSubnetBlock(world, VpcId, CidrBlock) ??
    (Ipv6CidrBlock && checkSubnetBlock(world, VpcId, Ipv6CidrBlock)) ??
    checkQuota(world, VpcId),
  apply(draft, { VpcId, CidrBlock, AvailabilityZone, Ipv6CidrBlock }, { region }) {
    const subnetId = issueId(draft, 'subnet');
    const networkAclId = findDefaultAcl(draft, VpcId);
    draft.subnets[subnetId] = {
      vpcId: VpcId as `vpc-${string}`,
      cidr: CidrBlock,
      ...(Ipv6CidrBlock && { ipv6Cidr: Ipv6CidrBlock }),
      availabilityZone: AvailabilityZone ?? `${region}a`,
      ...(networkAclId && { networkAclId }),
      mapPublicIpOnLaunch: false,
    };
    return (after) => ({ Subnet: subnetShape(after, subnetId) });
  },
});

/** The first of the VPC's /24 that is free. */
function freeBlocks(world: World, { VpcId = '' }: { readonly VpcId?: string | undefined }): readonly string[] {
  const [, prefix] = /^(\d+\.\d+)\.0\.0\/16$/.exec(world.vpcs[VpcId]?.cidrs[0] ?? '') ?? [];
  if (!prefix) return [];
  const blocks = Array.from({ length: 8 }, (_, index) => `${prefix}.${index}.0/24`);
  return blocks.filter((block) => !checkSubnetBlock(world, VpcId, block as never)).slice(0, 1);
}

function checkZone({ region, subnets }: World, zone: string | undefined): OperationError | undefined {
  if (zone === undefined || new RegExp(`^${region}[a-f]$`).test(zone)) return undefined;
  if (Object.values(subnets).some(({ availabilityZone }) => availabilityZone === zone)) return undefined;
  return {
    ...invalid(`Value (${zone}) for parameter availabilityZone is invalid.`),
    remedy: `Zones of this region: ${[...'abcdef'].map((letter) => region + letter).join(', ')}.`,
  };
}

function checkQuota(world: World, vpcId: string): OperationError | undefined {
  const quota = quotaOf(world, 'subnets');
  if (Object.values(world.subnets).filter((subnet) => subnet.vpcId === vpcId).length < quota) return undefined;
  return { code: 'SubnetLimitExceeded', message: `The network ${vpcId} has reached its limit of ${quota} subnets.` };
}
