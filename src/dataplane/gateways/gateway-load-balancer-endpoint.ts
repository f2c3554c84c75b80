// The Gateway Load Balancer endpoint: an interface of a service's in a subnet, to which route tables send what an inspection appliance is to
// see first. What comes back from the appliance comes back unchanged, and goes on by the endpoint's own subnet's table.
// Source: D-RT, D-RTO (vpc-dataplane 3.4, 5.1). Simplified: the appliances behind it pass everything and are not drawn.
// Inferred: like the other services with an interface it lives on Hyperplane.

import * as v from 'valibot';
import { effectiveTableId } from '../../cloud/lookup.ts';
import { networkInterfaceIdSchema } from '../../cloud/network-interface.ts';
import { subnetIdSchema, vpcIdSchema } from '../../cloud/vpc.ts';
import { unwrap } from '../../net/packet.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { routeOut } from '../leave.ts';
import { comesRound, drop, type Next, note } from '../walk.ts';

const attributes = v.strictObject({
  vpcId: vpcIdSchema,
  subnetId: subnetIdSchema,
  networkInterfaceId: networkInterfaceIdSchema,
});

type GatewayLoadBalancerEndpoint = v.InferOutput<typeof attributes>;

export const gatewayLoadBalancerEndpoint = defineGateway<GatewayLoadBalancerEndpoint>({
  kind: 'gateway-load-balancer-endpoint',
  prefix: 'vpce',
  label: 'Gateway Load Balancer endpoint',
  routeParameter: 'VpcEndpointId',
  device: 'hyperplane',
  attributes,
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'ROUTE_BLACKHOLE'),
  interfaceOf: ({ networkInterfaceId }) => networkInterfaceId,
  forward: inspect,
});

function inspect({ walk, id, gateway, packet }: Arrival<GatewayLoadBalancerEndpoint>): Next {
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, id);
  if (comesRound(walk, id, bare, true))
    return drop(walk, 'RT_LOOP', effectiveTableId(walk.world, gateway.subnetId), bare, id);
  return routeOut(walk, gateway.networkInterfaceId, walk.world.substrate.hyperplane, bare);
}
