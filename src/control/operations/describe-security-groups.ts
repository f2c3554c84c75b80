// Source: EC2 API reference, DescribeSecurityGroups. A group's name is what it was given, else its id without the prefix; or `default`.

import type { SecurityGroupRule } from '../../cloud/filters.ts';
import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { ruleShape } from '../group-rules.ts';

export const describeSecurityGroups = defineLook({
  name: 'DescribeSecurityGroups',
  summary: 'Lists security groups and their rules',
  resource: 'security-group',
  ids: 'GroupIds',
  key: 'SecurityGroups',
  shape: securityGroupShape,
  filters: {
    'group-id': (_world, id) => [id],
    'group-name': (world, id) => [groupName(world, id)],
    'vpc-id': (world, id) => [world.securityGroups[id]!.vpcId],
  },
});

export function groupName(world: World, id: string): string {
  const { isDefault, name } = world.securityGroups[id]!;
  return isDefault ? 'default' : (name ?? id.slice('sg-'.length));
}

function securityGroupShape(world: World, id: string) {
  const { vpcId, inbound, outbound } = world.securityGroups[id]!;
  return {
    GroupId: id,
    GroupName: groupName(world, id),
    VpcId: vpcId,
    IpPermissions: inbound.map(permissionShape),
    IpPermissionsEgress: outbound.map(permissionShape),
  };
}

function permissionShape(rule: SecurityGroupRule) {
  return { IpRanges: [], Ipv6Ranges: [], UserIdGroupPairs: [], PrefixListIds: [], ...ruleShape(rule) };
}
