// Source: EC2 API reference, DescribeVpcEndpointServiceConfigurations: a provider's own services.

import type { World } from '../../cloud/world.ts';
import type { EndpointService } from '../../dataplane/gateways/endpoint-service.ts';
import { defineLook } from '../describe.ts';
import { nameOfService, zonesOfService } from '../endpoint.ts';

export const describeVpcEndpointServiceConfigurations = defineLook({
  name: 'DescribeVpcEndpointServiceConfigurations',
  summary: 'Lists the endpoint services that this account offers',
  resource: 'vpc-endpoint-service',
  ids: 'ServiceIds',
  key: 'ServiceConfigurations',
  shape: endpointServiceShape,
  filters: {
    'service-id': (_world, id) => [id],
    'service-name': (world, id) => [nameOfService(world, id)],
  },
});

export function endpointServiceShape(world: World, id: string) {
  const { loadBalancerId, acceptanceRequired } = world.gateways[id] as unknown as EndpointService;
  return {
    ServiceId: id,
    ServiceName: nameOfService(world, id),
    ServiceType: [{ ServiceType: 'Interface' }],
    ServiceState: 'Available',
    AvailabilityZones: zonesOfService(world, id),
    AcceptanceRequired: acceptanceRequired,
    NetworkLoadBalancerArns: [loadBalancerId],
  };
}
