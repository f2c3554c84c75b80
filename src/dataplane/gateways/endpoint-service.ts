// An endpoint service: a load balancer that its owner offers to other VPCs. It is no place that a packet passes; the load balancer is.
// Source: D-IFE, D-NLB (vpc-dataplane 6.2). Simplified: anybody may ask for it; there are no principals.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { defineComponent } from '../gateway-kind.ts';

const attributes = v.strictObject({
  loadBalancerId: v.string(),
  /** Whether each new endpoint waits for the owner's consent. */
  acceptanceRequired: v.optional(v.boolean(), true),
});

export type EndpointService = v.InferOutput<typeof attributes>;

export const endpointService = defineComponent<EndpointService>({
  kind: 'endpoint-service',
  prefix: 'vpce-svc',
  label: 'endpoint service',
  attributes,
  references({ loadBalancerId }, world, path, report) {
    refersToKind(world, loadBalancerId, 'network-load-balancer', [...path, 'loadBalancerId'], report);
  },
});
