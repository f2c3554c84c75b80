// Source: D-IFE, EC2 API reference. Inferred: the code of a service that endpoints still use, which the answer tells.

import type { World } from '../../cloud/world.ts';
import { unsuccessful } from '../endpoint.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';

export const deleteVpcEndpointServiceConfigurations = defineOperation({
  service: 'ec2',
  name: 'DeleteVpcEndpointServiceConfigurations',
  effect: 'edit',
  summary: 'Takes endpoint services back; refused while endpoints use them',
  parameters: { ServiceIds: required(listOf(id('vpc-endpoint-service'))) },
  unchecked: ['ServiceIds'],
  apply(draft, { ServiceIds }, before) {
    const problems = ServiceIds.flatMap((each) => problemOf(before, each) ?? []);
    for (const each of new Set(ServiceIds)) {
      if (problemOf(before, each)) continue;
      delete draft.gateways[each];
      retireId(draft, each);
    }
    return { Unsuccessful: problems };
  },
});

function problemOf(world: World, id: string) {
  if (world.gateways[id]?.kind !== 'endpoint-service')
    return unsuccessful(id, 'InvalidVpcEndpointService.NotFound', `The VpcEndpointService Id '${id}' does not exist`);
  const user = Object.keys(world.gateways).find((each) => world.gateways[each]!.endpointServiceId === id);
  if (!user) return undefined;
  return unsuccessful(
    id,
    'ExistingVpcEndpointConnections',
    `The service ${id} still has the endpoint connection of ${user}.`,
  );
}
