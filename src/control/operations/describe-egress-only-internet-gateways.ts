// Source: EC2 API reference, DescribeEgressOnlyInternetGateways. Simplified: EC2 filters these by tags only; ours have none.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeEgressOnlyInternetGateways = defineLook({
  name: 'DescribeEgressOnlyInternetGateways',
  summary: 'Lists egress-only internet gateways and the VPCs they are attached to',
  resource: 'egress-only-internet-gateway',
  ids: 'EgressOnlyInternetGatewayIds',
  key: 'EgressOnlyInternetGateways',
  shape: egressOnlyShape,
  filters: { 'tag-key': () => [] },
});

export function egressOnlyShape(world: World, id: string) {
  return {
    EgressOnlyInternetGatewayId: id,
    Attachments: [{ State: 'attached', VpcId: world.gateways[id]!.vpcId }],
  };
}
