// Source: EC2 API reference, DescribeVpcEndpointConnections: who uses a provider's services.

import type { World } from '../../cloud/world.ts';
import { filter, passesFilter } from '../filter.ts';
import { defineOperation } from '../operation.ts';
import { listOf } from '../parameter.ts';

export const describeVpcEndpointConnections = defineOperation({
  service: 'ec2',
  name: 'DescribeVpcEndpointConnections',
  effect: 'look',
  summary: 'Lists the endpoints that use or want to use this account’s endpoint services',
  parameters: { Filters: listOf(filter(['service-id', 'vpc-endpoint-id', 'vpc-endpoint-state'])) },
  apply(_draft, { Filters = [] }, world) {
    const found = connectionsIn(world).filter((each) =>
      Filters.every((one) => passesFilter(one, [fieldOf(each, one.Name)])),
    );
    return { VpcEndpointConnections: found };
  },
});

type Connection = ReturnType<typeof connectionsIn>[number];

function connectionsIn(world: World) {
  return Object.entries(world.gateways).flatMap(([id, { endpointServiceId, state }]) =>
    typeof endpointServiceId === 'string'
      ? [{ ServiceId: endpointServiceId, VpcEndpointId: id, VpcEndpointState: String(state) }]
      : [],
  );
}

function fieldOf({ ServiceId, VpcEndpointId, VpcEndpointState }: Connection, name: string): string {
  if (name === 'service-id') return ServiceId;
  return name === 'vpc-endpoint-id' ? VpcEndpointId : VpcEndpointState;
}
