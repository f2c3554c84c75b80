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
  const free = Array.from({ length: 256 }, (_, step) => (octet + 100 + step) % 256).find((each) => !taken.has(each))!;
  const from = new RegExp(`\\b10\\.${octet}(?=\\.)`, 'g');
  const home = (subnetId: unknown) => world.subnets[String(subnetId)]?.vpcId === vpcId;
  const isIts = (id: string, of: Readonly<Record<string, unknown>>) =>
    id === vpcId || of.vpcId === vpcId || home(of.subnetId);
  const moved = Object.entries(world).map(([part, record]) => {
    if (typeof record !== 'object' || Array.isArray(record)) return [part, record];
    const entries = Object.entries(record as Readonly<Record<string, Readonly<Record<string, unknown>>>>);
    return [
      part,
      Object.fromEntries(
        entries.map(([id, of]) => [
          id,
          isIts(id, of) ? JSON.parse(JSON.stringify(of).replace(from, `10.${free}`)) : of,
        ]),
      ),
    ];
  });
  return Object.fromEntries(moved) as World;
}
