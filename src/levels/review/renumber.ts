// A network in which one of two VPCs that share a block has another: what depends on the overlap comes out otherwise there.

import type { World } from '../../cloud/world.ts';
import { cidrsOverlap } from '../../net/cidr.ts';

/** Each VPC of 10/8 that overlaps another, moved aside. */
export function listRenumbered(world: World): readonly World[] {
  const vpcs = Object.entries(world.vpcs);
  const overlapping = vpcs.filter(([id, { cidrs }]) =>
    vpcs.some(([other, vpc]) => other !== id && vpc.cidrs.some((block) => cidrsOverlap(block, cidrs[0]!))),
  );
  return overlapping.flatMap(([id, { cidrs }]) => {
    const [, octet] = /^10\.(\d+)\./.exec(cidrs[0]!) ?? [];
    return octet === undefined ? [] : [renumber(world, id, Number(octet))];
  });
}

/** Everything that says it is of the VPC, or of one of its subnets, with another second octet. */
function renumber(world: World, vpcId: string, octet: number): World {
  const taken = new Set(Object.values(world.vpcs).map(({ cidrs }) => Number(cidrs[0]!.split('.')[1])));
  const free = Array.from({ length: 256 }, (_, step) => (octet + 100 + step) % 256).find((each) => !taken.has(each));
  const from = new RegExp(`\\b10\\.${octet}(?=\\.)`, 'g');
  const isIts = (id: string, part: Part) =>
    id === vpcId || part.vpcId === vpcId || world.subnets[part.subnetId ?? '']?.vpcId === vpcId;
  const moved = JSON.stringify(world, (id, part: Part | null) =>
    part && isIts(id, part) ? JSON.parse(JSON.stringify(part).replace(from, `10.${free}`)) : part,
  );
  return JSON.parse(moved);
}

/** Whatever stands in a World, as far as it says where it belongs. */
interface Part {
  readonly vpcId?: string;
  readonly subnetId?: string;
}
