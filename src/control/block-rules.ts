// Which blocks a VPC and a subnet may have. Source: D-CIDR, D-SUB (vpc-dataplane 10); codes C-MOTO, C-OS, C-EUCA, C-LOG (5.2).
// Inferred: the codes for IPv6 blocks, for overlaps inside one VPC and for blocks that routes stand in the way of.

import { arePeered } from '../cloud/joined-vpcs.ts';
import { quotaOf } from '../cloud/quotas.ts';
import type { World } from '../cloud/world.ts';
import { type Cidr, cidrCovers, cidrsOverlap, isIpv4Cidr, splitCidr } from '../net/cidr.ts';
import type { OperationError } from './operation.ts';

/** Blocks that no VPC may overlap. Source: D-CIDR. */
const FORBIDDEN = ['0.0.0.0/8', '127.0.0.0/8', '169.254.0.0/16', '224.0.0.0/4'] as readonly string[] as readonly Cidr[];

/** The three ranges of RFC 1918; a VPC keeps to the one that it began with. */
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'] as readonly string[] as readonly Cidr[];

export function checkVpcBlock(cidr: Cidr): OperationError | undefined {
  if (!isRightSize(cidr, 16, 28, 44, 60))
    return { code: 'InvalidVpc.Range', message: `The CIDR '${cidr}' is invalid.`, remedy: sizesOf(cidr, 'a VPC') };
  const forbidden = FORBIDDEN.find((block) => cidrsOverlap(block, cidr));
  if (!forbidden) return undefined;
  return {
    code: 'InvalidVpc.Range',
    message: `The CIDR '${cidr}' is restricted.`,
    remedy: `It overlaps ${forbidden}, which no network may use; private blocks are 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.`,
  };
}

/** IPv6 blocks come in steps of four bits. */
function isRightSize(cidr: Cidr, ...[from, to, from6, to6]: readonly [number, number, number, number]): boolean {
  const { length } = splitCidr(cidr);
  return isIpv4Cidr(cidr) ? length >= from && length <= to : length >= from6 && length <= to6 && length % 4 === 0;
}

function sizesOf(cidr: Cidr, owner: string): string {
  if (isIpv4Cidr(cidr)) return `A block of ${owner} is from /16 to /28.`;
  return owner === 'a VPC' ? 'AWS gives a VPC a /56.' : 'AWS gives a subnet a /64.';
}

/** One more block for a VPC that has some. */
export function checkFurtherBlock(world: World, vpcId: string, cidr: Cidr): OperationError | undefined {
  const { cidrs } = world.vpcs[vpcId]!;
  const quota = quotaOf(world, 'cidrBlocks');
  if (cidrs.filter((each) => isIpv4Cidr(each) === isIpv4Cidr(cidr)).length >= quota)
    return {
      code: 'CidrLimitExceeded',
      message: `The network '${vpcId}' has reached its limit of ${quota} CIDR blocks.`,
    };
  const obstacle = obstacleTo(world, vpcId, cidr);
  if (obstacle === undefined) return undefined;
  return { code: 'InvalidVpc.Range', message: `The CIDR '${cidr}' cannot be added to ${vpcId}.`, remedy: obstacle };
}

function obstacleTo(world: World, vpcId: string, cidr: Cidr): string | undefined {
  const { cidrs } = world.vpcs[vpcId]!;
  const other = cidrs.find((each) => cidrsOverlap(each, cidr));
  if (other) return `It overlaps ${other}, which the network has.`;
  const peer = Object.keys(world.vpcs).find(
    (each) => arePeered(world, vpcId, each, true) && world.vpcs[each]!.cidrs.some((block) => cidrsOverlap(block, cidr)),
  );
  if (peer) return `It overlaps a block of ${peer}, with which the network is peered.`;
  const [family, own] = [cidr, cidrs[0] as Cidr].map((each) => PRIVATE.find((block) => cidrCovers(block, each)));
  if (family && family !== own) return `Use a CIDR from the same private range as ${cidrs[0]}, or a public one.`;
  const inTheWay = Object.entries(world.routeTables).flatMap(([id, table]) =>
    table.vpcId === vpcId
      ? table.routes.flatMap(({ destination }) => (isCovered(cidr, destination) ? [`${destination} in ${id}`] : []))
      : [],
  );
  return inTheWay.length > 0 ? `It is as wide as a route's destination, or wider: ${inTheWay.join(', ')}.` : undefined;
}

function isCovered(cidr: Cidr, destination: string): boolean {
  return !destination.startsWith('pl-') && cidrCovers(cidr, destination as Cidr);
}

/** A block for a subnet of a VPC. */
export function checkSubnetBlock(world: World, vpcId: string, cidr: Cidr): OperationError | undefined {
  const { cidrs } = world.vpcs[vpcId]!;
  const inside = cidrs.some((block) => cidrCovers(block, cidr));
  if (!inside || !isRightSize(cidr, 16, 28, 44, 64))
    return {
      code: 'InvalidSubnet.Range',
      message: `The CIDR '${cidr}' is invalid.`,
      remedy: inside ? sizesOf(cidr, 'a subnet') : `It must lie inside a block of ${vpcId}: ${cidrs.join(', ')}.`,
    };
  const other = Object.entries(world.subnets).find(
    ([, subnet]) =>
      subnet.vpcId === vpcId && [subnet.cidr, subnet.ipv6Cidr].some((block) => block && cidrsOverlap(block, cidr)),
  );
  if (!other) return undefined;
  const [id, subnet] = other;
  return {
    code: 'InvalidSubnet.Conflict',
    message: `The CIDR '${cidr}' conflicts with another subnet.`,
    remedy: `${id} has ${isIpv4Cidr(cidr) ? subnet.cidr : subnet.ipv6Cidr}.`,
  };
}
