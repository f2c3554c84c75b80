// Source: EC2 API reference, DescribeSubnets; D-SUB (five addresses of each block are AWS's own).

import type { World } from '../../cloud/world.ts';
import { cidrSize } from '../../net/cidr.ts';
import { blockAssociationShape } from '../derived-id.ts';
import { defineLook } from '../describe.ts';
import { heldAddresses } from '../issue-address.ts';

const RESERVED = 5;

export const describeSubnets = defineLook({
  name: 'DescribeSubnets',
  summary: 'Lists subnets, their blocks and whether new instances get a public address',
  resource: 'subnet',
  ids: 'SubnetIds',
  key: 'Subnets',
  shape: subnetShape,
  filters: {
    'subnet-id': (_world, id) => [id],
    'vpc-id': (world, id) => [world.subnets[id]!.vpcId],
    'cidr-block': (world, id) => [world.subnets[id]!.cidr],
    'availability-zone': (world, id) => [world.subnets[id]!.availabilityZone],
    'map-public-ip-on-launch': (world, id) => [String(world.subnets[id]!.mapPublicIpOnLaunch)],
    'default-for-az': (world, id) => [String(isDefault(world, id))],
    state: () => ['available'],
  },
});

function isDefault(world: World, id: string): boolean {
  return world.vpcs[world.subnets[id]!.vpcId]?.isDefault ?? false;
}

export function subnetShape(world: World, id: string) {
  const { vpcId, cidr, ipv6Cidr, availabilityZone, mapPublicIpOnLaunch } = world.subnets[id]!;
  const held = [...heldAddresses(world, id)].filter((address) => !address.includes(':'));
  return {
    SubnetId: id,
    VpcId: vpcId,
    State: 'available',
    AvailabilityZone: availabilityZone,
    CidrBlock: cidr,
    ...(ipv6Cidr && { Ipv6CidrBlockAssociationSet: [blockAssociationShape(id, ipv6Cidr)] }),
    AvailableIpAddressCount: cidrSize(cidr) - RESERVED - held.length,
    DefaultForAz: isDefault(world, id),
    MapPublicIpOnLaunch: mapPublicIpOnLaunch,
  };
}
