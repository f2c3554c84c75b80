// Source: ELBv2 API reference, DescribeListeners.

import type { World } from '../../cloud/world.ts';
import { balancerAt, findListener } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf } from '../parameter.ts';

export const describeListeners = defineOperation({
  service: 'elbv2',
  name: 'DescribeListeners',
  effect: 'look',
  summary: 'Lists the listeners of a load balancer',
  parameters: { LoadBalancerArn: id('load-balancer'), ListenerArns: listOf(id('listener')) },
  oneOf: [['LoadBalancerArn', 'ListenerArns']],
  apply(_draft, { LoadBalancerArn, ListenerArns }, world) {
    const ids = LoadBalancerArn ? balancerAt(world, LoadBalancerArn).listeners.map((each) => each.id) : ListenerArns;
    return { Listeners: (ids ?? []).map((each) => listenerShape(world, each)) };
  },
});

export function listenerShape(world: World, listenerId: string) {
  const { balancerId, listener } = findListener(world, listenerId)!;
  const { protocol, port, targetGroupId } = listener;
  return {
    ListenerArn: listenerId,
    LoadBalancerArn: balancerId,
    Protocol: protocol,
    Port: port,
    DefaultActions: targetGroupId ? [{ Type: 'forward', TargetGroupArn: targetGroupId }] : [],
  };
}
