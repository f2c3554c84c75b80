// VPCs with their blocks, and subnets.

import { isIpv4Cidr } from '../../net/cidr.ts';
import {
  declare,
  type Fields,
  type Inventory,
  idOf,
  leaveOut,
  nameTags,
  type Reference,
  type Value,
} from './resource.ts';

export function declareVpcs(inventory: Inventory): void {
  for (const [id, { cidrs }] of Object.entries(inventory.world.vpcs)) {
    const [first, ...others] = cidrs.filter(isIpv4Cidr);
    const hasIpv6 = cidrs.some((cidr) => !isIpv4Cidr(cidr));
    const { tags, Tags } = nameTags(id);
    declare(inventory, id, {
      terraform: {
        type: 'aws_vpc',
        fields: { cidr_block: first, assign_generated_ipv6_cidr_block: hasIpv6 || undefined, tags },
      },
      cloudFormation: { type: 'AWS::EC2::VPC', fields: { CidrBlock: first, Tags } },
    });
    for (const cidr of others) declareFurtherBlock(inventory, id, cidr);
    if (hasIpv6) declareIpv6Block(inventory, id);
  }
}

function declareFurtherBlock(inventory: Inventory, vpcId: string, cidr: string): void {
  declare(inventory, `${vpcId}/${cidr}`, {
    terraform: {
      type: 'aws_vpc_ipv4_cidr_block_association',
      fields: { vpc_id: idOf(vpcId), cidr_block: cidr },
    },
    cloudFormation: { type: 'AWS::EC2::VPCCidrBlock', fields: { VpcId: idOf(vpcId), CidrBlock: cidr } },
  });
}

/** A block of IPv6 is Amazon's to give; the game's own stands in documentation space, where nothing is routed. */
function declareIpv6Block(inventory: Inventory, vpcId: string): void {
  leaveOut(inventory, 'own-ipv6', vpcId);
  declare(inventory, `${vpcId}/ipv6`, {
    cloudFormation: {
      type: 'AWS::EC2::VPCCidrBlock',
      fields: { VpcId: idOf(vpcId), AmazonProvidedIpv6CidrBlock: true },
    },
  });
}

export function declareSubnets(inventory: Inventory): void {
  const { subnets } = inventory.world;
  for (const [id, { vpcId, cidr, ipv6Cidr, availabilityZone, mapPublicIpOnLaunch }] of Object.entries(subnets)) {
    const { tags, Tags } = nameTags(id);
    const ipv6 = ipv6Cidr ? ipv6BlockOf(inventory, id) : undefined;
    const after = blocksOf(inventory, vpcId);
    const isPublic = mapPublicIpOnLaunch || undefined;
    declare(inventory, id, {
      terraform: {
        type: 'aws_subnet',
        fields: {
          vpc_id: idOf(vpcId),
          cidr_block: cidr,
          ipv6_cidr_block: ipv6?.terraform,
          availability_zone: availabilityZone,
          map_public_ip_on_launch: isPublic,
          tags,
        },
        after,
      },
      cloudFormation: {
        type: 'AWS::EC2::Subnet',
        fields: {
          VpcId: idOf(vpcId),
          CidrBlock: cidr,
          Ipv6CidrBlock: ipv6?.cloudFormation,
          AvailabilityZone: availabilityZone,
          MapPublicIpOnLaunch: isPublic,
          Tags,
        },
        after,
      },
    });
  }
}

/** The VPC's blocks beside its first: a subnet may stand in one of them, and does not say so. */
function blocksOf({ resources }: Inventory, vpcId: string): readonly string[] {
  return resources.flatMap(({ key }) => (key.startsWith(`${vpcId}/`) ? [key] : []));
}

/** Each subnet takes the next /64 of what Amazon gives the VPC. */
function ipv6BlockOf(
  { world }: Inventory,
  subnetId: string,
): { readonly terraform: Value; readonly cloudFormation: Fields } {
  const { vpcId } = world.subnets[subnetId]!;
  const peers = Object.entries(world.subnets).filter(([, each]) => each.vpcId === vpcId && each.ipv6Cidr);
  const index = peers.findIndex(([id]) => id === subnetId);
  const block: Reference = { to: vpcId, terraform: 'ipv6_cidr_block', cloudFormation: 'Ipv6CidrBlocks' };
  const blocks = { 'Fn::Cidr': [{ 'Fn::Select': [0, block] }, peers.length, 64] };
  return {
    terraform: { expression: ['cidrsubnet(', block, `, 8, ${index})`] },
    cloudFormation: { 'Fn::Select': [index, blocks] },
  };
}
