// Source: ELBv2 API reference, DescribeLoadBalancerAttributes.

import type { World } from '../../cloud/world.ts';
import { type Attribute, CROSS_ZONE } from '../elb-attributes.ts';
import { balancerAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const describeLoadBalancerAttributes = defineOperation({
  service: 'elbv2',
  name: 'DescribeLoadBalancerAttributes',
  effect: 'look',
  summary: 'Shows whether a load balancer balances across zones',
  parameters: { LoadBalancerArn: required(id('load-balancer')) },
  apply: (_draft, { LoadBalancerArn }, world) => ({ Attributes: loadBalancerAttributes(world, LoadBalancerArn) }),
});

export function loadBalancerAttributes(world: World, id: string): readonly Attribute[] {
  return [{ Key: CROSS_ZONE, Value: String(balancerAt(world, id).crossZone) }];
}
