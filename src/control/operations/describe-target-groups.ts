// Source: ELBv2 API reference, DescribeTargetGroups.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { balancersOf, groupAt } from '../load-balancer.ts';

export const describeTargetGroups = defineLook({
  service: 'elbv2',
  name: 'DescribeTargetGroups',
  summary: 'Lists target groups and the load balancers that send to them',
  resource: 'target-group',
  ids: 'TargetGroupArns',
  key: 'TargetGroups',
  shape: targetGroupShape,
});

export function targetGroupShape(world: World, id: string) {
  const { name = id, protocol, port, vpcId, targetType } = groupAt(world, id);
  return {
    TargetGroupArn: id,
    TargetGroupName: name,
    Protocol: protocol,
    Port: port,
    VpcId: vpcId,
    TargetType: targetType,
    LoadBalancerArns: balancersOf(world, id),
  };
}
