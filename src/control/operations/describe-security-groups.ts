// Source: EC2 API reference, DescribeSecurityGroups. A group's name is its id without the prefix, or `default`.

import type { SecurityGroupRule } from '../../cloud/filters.ts';
import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeSecurityGroups = defineLook({
  name: 'DescribeSecurityGroups',
  summary: 'Lists security groups and their rules',
  resource: 'security-group',
  ids: 'GroupIds',
  key: 'SecurityGroups',
  shape: securityGroupShape,
  filters: {
    'group-id': (_world, id) => [id],
    'group-name': (world, id) => [nameOf(world, id)],
    'vpc-id': (world, id) => [world.securityGroups[id]!.vpcId],
  },
});

function nameOf(world: World, id: string): string {
  return world.securityGroups[id]!.isDefault ? 'default' : id.slice('sg-'.length);
}

function securityGroupShape(world: World, id: string) {
  const { vpcId, inbound, outbound } = world.securityGroups[id]!;
  return {
    GroupId: id,
    GroupName: nameOf(world, id),
    VpcId: vpcId,
    IpPermissions: inbound.map(permissionShape),
    IpPermissionsEgress: outbound.map(permissionShape),
  };
}

/** Protocols go by name, except "all", which is -1. */
function permissionShape({ protocol, ports, peer }: SecurityGroupRule) {
  const isGroup = peer.startsWith('sg-');
  return {
    IpProtocol: protocol === 'all' ? '-1' : protocol,
    ...(ports && { FromPort: ports.from, ToPort: ports.to }),
    IpRanges: !isGroup && !peer.includes(':') ? [{ CidrIp: peer }] : [],
    Ipv6Ranges: !isGroup && peer.includes(':') ? [{ CidrIpv6: peer }] : [],
    UserIdGroupPairs: isGroup ? [{ GroupId: peer }] : [],
  };
}
