// Source: EC2 API reference, DescribeVpcEndpointServices: everything that an endpoint can be made for.

import type { World } from '../../cloud/world.ts';
import { findService, findServiceList, listServiceNames, zonesOfService } from '../endpoint.ts';
import { filter, passesFilter } from '../filter.ts';
import { defineOperation } from '../operation.ts';
import { freeText, listOf } from '../parameter.ts';

export const describeVpcEndpointServices = defineOperation({
  service: 'ec2',
  name: 'DescribeVpcEndpointServices',
  effect: 'look',
  summary: 'Lists the services that endpoints can be made for, and in which zones',
  parameters: { ServiceNames: listOf(freeText('NAME')), Filters: listOf(filter(['service-name'])) },
  check(world, { ServiceNames = [] }) {
    const unknown = ServiceNames.find((name) => !listServiceNames(world).includes(name));
    if (!unknown) return undefined;
    return { code: 'InvalidServiceName', message: `The Vpc Endpoint Service '${unknown}' does not exist` };
  },
  apply(_draft, { ServiceNames, Filters = [] }, world) {
    const names = listServiceNames(world)
      .filter((name) => ServiceNames?.includes(name) ?? true)
      .filter((name) => Filters.every((one) => passesFilter(one, [name])));
    return { ServiceNames: names, ServiceDetails: names.map((name) => detail(world, name)) };
  },
});

function detail(world: World, name: string) {
  const serviceId = findService(world, name);
  const zones = [...new Set(Object.values(world.subnets).map(({ availabilityZone }) => availabilityZone))];
  const types = findServiceList(world, name) ? ['Gateway', 'Interface'] : ['Interface'];
  return {
    ServiceName: name,
    ...(serviceId && { ServiceId: serviceId }),
    ServiceType: types.map((ServiceType) => ({ ServiceType })),
    AvailabilityZones: serviceId ? zonesOfService(world, serviceId) : zones,
    AcceptanceRequired: serviceId ? world.gateways[serviceId]!.acceptanceRequired === true : false,
  };
}
