// Source: ELBv2 API reference, DescribeTargetGroupAttributes.

import type { World } from '../../cloud/world.ts';
import { AS_BALANCER, type Attribute, CROSS_ZONE, PRESERVES, PROXY } from '../elb-attributes.ts';
import { groupAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const describeTargetGroupAttributes = defineOperation({
  service: 'elbv2',
  name: 'DescribeTargetGroupAttributes',
  effect: 'look',
  summary: 'Shows what a target group’s targets see and which zones they serve',
  parameters: { TargetGroupArn: required(id('target-group')) },
  apply: (_draft, { TargetGroupArn }, world) => ({ Attributes: targetGroupAttributes(world, TargetGroupArn) }),
});

export function targetGroupAttributes(world: World, groupId: string): readonly Attribute[] {
  const { protocol, targetType, preservesClient, proxyProtocol, crossZone } = groupAt(world, groupId);
  const preserves = protocol !== 'TCP' || (preservesClient ?? targetType === 'instance');
  return [
    { Key: PRESERVES, Value: String(preserves) },
    { Key: PROXY, Value: String(proxyProtocol) },
    { Key: CROSS_ZONE, Value: crossZone === undefined ? AS_BALANCER : String(crossZone) },
  ];
}
