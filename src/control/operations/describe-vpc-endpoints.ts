// Source: EC2 API reference, DescribeVpcEndpoints.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';
import { endpointAt, serviceNameOf, tablesWith } from '../endpoint.ts';
import { printPolicy } from '../policy-document.ts';

export const describeVpcEndpoints = defineLook({
  name: 'DescribeVpcEndpoints',
  summary: 'Lists endpoints, what they lead to and their state',
  resource: 'vpc-endpoint',
  ids: 'VpcEndpointIds',
  key: 'VpcEndpoints',
  shape: vpcEndpointShape,
  filters: {
    'vpc-id': (world, id) => [endpointAt(world, id).vpcId],
    'vpc-endpoint-id': (_world, id) => [id],
    'service-name': (world, id) => [serviceNameOf(world, id)],
    'vpc-endpoint-type': (world, id) => [typeOf(world, id)],
    'vpc-endpoint-state': (world, id) => [stateOf(world, id)],
  },
});

function typeOf(world: World, id: string): string {
  return endpointAt(world, id).kind === 'gateway-endpoint' ? 'Gateway' : 'Interface';
}

function stateOf(world: World, id: string): string {
  const endpoint = endpointAt(world, id);
  return endpoint.kind === 'gateway-endpoint' ? 'available' : endpoint.state;
}

export function vpcEndpointShape(world: World, id: string) {
  const endpoint = endpointAt(world, id);
  const nodes = endpoint.kind === 'interface-endpoint' ? endpoint.nodes : [];
  const groups = nodes.flatMap(({ networkInterfaceId }) => world.networkInterfaces[networkInterfaceId]?.groups ?? []);
  return {
    VpcEndpointId: id,
    VpcEndpointType: typeOf(world, id),
    VpcId: endpoint.vpcId,
    ServiceName: serviceNameOf(world, id),
    State: stateOf(world, id),
    PolicyDocument: printPolicy(endpoint.policy ?? {}),
    RouteTableIds: endpoint.kind === 'gateway-endpoint' ? tablesWith(world, id) : [],
    SubnetIds: nodes.map(({ subnetId }) => subnetId),
    Groups: [...new Set(groups)].map((GroupId) => ({ GroupId })),
    NetworkInterfaceIds: nodes.map(({ networkInterfaceId }) => networkInterfaceId),
  };
}
