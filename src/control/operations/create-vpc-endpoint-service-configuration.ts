// Source: D-IFE; code D-ERR. Inferred: InvalidParameter for a load balancer that another service has already. Simplified: one load balancer.

import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { flag, id, listOf, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { endpointServiceShape } from './describe-vpc-endpoint-service-configurations.ts';

export const createVpcEndpointServiceConfiguration = defineOperation({
  service: 'ec2',
  name: 'CreateVpcEndpointServiceConfiguration',
  effect: 'edit',
  summary: 'Offers a Network Load Balancer to other VPCs as an endpoint service',
  parameters: {
    NetworkLoadBalancerArns: required(listOf(id('load-balancer'))),
    AcceptanceRequired: flag(),
    ...TAGGED,
  },
  check(world, { NetworkLoadBalancerArns }) {
    if (NetworkLoadBalancerArns.length > 1)
      return { code: 'InvalidParameter', message: 'An endpoint service has one load balancer here.' };
    const other = Object.keys(world.gateways).find(
      (each) =>
        world.gateways[each]!.kind === 'endpoint-service' &&
        world.gateways[each]!.loadBalancerId === NetworkLoadBalancerArns[0],
    );
    if (!other) return undefined;
    return {
      code: 'InvalidParameter',
      message: `The load balancer ${NetworkLoadBalancerArns[0]} is already associated with the endpoint service ${other}.`,
    };
  },
  apply(draft, { NetworkLoadBalancerArns, AcceptanceRequired = true }) {
    const serviceId = issueId(draft, 'vpce-svc');
    draft.gateways[serviceId] = {
      kind: 'endpoint-service',
      loadBalancerId: NetworkLoadBalancerArns[0] as string,
      acceptanceRequired: AcceptanceRequired,
    };
    return (after) => ({ ServiceConfiguration: endpointServiceShape(after, serviceId) });
  },
});
