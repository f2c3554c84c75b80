// Source: EC2 API reference, DescribeVpcs.

import type { World } from '../../cloud/world.ts';
import { isIpv4Cidr } from '../../net/cidr.ts';
import { blockAssociationShape } from '../derived-id.ts';
import { defineLook } from '../describe.ts';

export const describeVpcs = defineLook({
  name: 'DescribeVpcs',
  summary: 'Lists VPCs and their CIDR blocks',
  resource: 'vpc',
  ids: 'VpcIds',
  key: 'Vpcs',
  shape: vpcShape,
  filters: {
    'vpc-id': (_world, id) => [id],
    cidr: (world, id) => world.vpcs[id]!.cidrs.slice(0, 1),
    'cidr-block-association.cidr-block': (world, id) => world.vpcs[id]!.cidrs,
    'is-default': (world, id) => [String(world.vpcs[id]!.isDefault)],
    state: () => ['available'],
  },
});

export function vpcShape(world: World, id: string) {
  const { cidrs, isDefault } = world.vpcs[id]!;
  const blocks = cidrs.filter(isIpv4Cidr);
  const ipv6Blocks = cidrs.filter((cidr) => !isIpv4Cidr(cidr));
  return {
    VpcId: id,
    State: 'available',
    CidrBlock: blocks[0],
    CidrBlockAssociationSet: blocks.map((cidr) => blockAssociationShape(id, cidr)),
    ...(ipv6Blocks.length > 0 && {
      Ipv6CidrBlockAssociationSet: ipv6Blocks.map((cidr) => blockAssociationShape(id, cidr)),
    }),
    IsDefault: isDefault,
  };
}
