// Source: ELBv2 API reference, DeleteLoadBalancer: its listeners go with it, its Elastic IPs are free again; refused while an endpoint
// service offers it. Targets and target groups stay.

import { retireId } from '../issue-id.ts';
import { balancerAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { removeNodes } from '../service-node.ts';

export const deleteLoadBalancer = defineOperation({
  service: 'elbv2',
  name: 'DeleteLoadBalancer',
  effect: 'edit',
  summary: 'Deletes a load balancer and its listeners; target groups stay',
  parameters: { LoadBalancerArn: required(id('load-balancer')) },
  check(world, { LoadBalancerArn }) {
    const service = Object.keys(world.gateways).find(
      (each) => world.gateways[each]!.loadBalancerId === LoadBalancerArn,
    );
    if (!service) return undefined;
    return {
      code: 'ResourceInUse',
      message: `The load balancer ${LoadBalancerArn} is used by the endpoint service ${service}.`,
    };
  },
  apply(draft, { LoadBalancerArn }, before) {
    for (const listener of balancerAt(before, LoadBalancerArn).listeners) retireId(draft, listener.id);
    removeNodes(draft, LoadBalancerArn);
    delete draft.gateways[LoadBalancerArn];
    retireId(draft, LoadBalancerArn);
    return undefined;
  },
});
