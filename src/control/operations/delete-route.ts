// Source: D-RTW; codes D-ERR, C-TF, C-OS, C-EUCA (vpc-dataplane 5.2). Inferred: InvalidParameterValue for a propagated route.

import { isBlock } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { routesOf } from '../../dataplane/propagation.ts';
import { defineOperation } from '../operation.ts';
import { invalid } from '../parameter.ts';
import { byFamily, listedRoutes, type RouteInput } from '../route-candidates.ts';
import { checkEndpointRoute, DESTINATIONS, destinationOf, findFixedRoute, ROUTE } from '../route-target.ts';

export const deleteRoute = defineOperation({
  service: 'ec2',
  name: 'DeleteRoute',
  effect: 'edit',
  summary: 'Removes a route from a route table',
  parameters: ROUTE,
  oneOf: [DESTINATIONS],
  candidates: { ...byFamily(deletable), DestinationPrefixListId: listedRoutes },
  check(world, input) {
    const destination = destinationOf(input);
    const route = findFixedRoute(world, input.RouteTableId, destination);
    if (route?.origin === 'CreateRoute') return checkEndpointRoute(world, route);
    if (route)
      return {
        ...invalid(`The local route for ${destination} cannot be removed.`),
        remedy: 'A local route may be replaced, but never deleted.',
      };
    if (routesOf(world, input.RouteTableId).some((each) => each.destination === destination))
      return {
        ...invalid(`The route for ${destination} is propagated and cannot be removed.`),
        remedy: 'Turn route propagation off instead.',
      };
    return {
      code: 'InvalidRoute.NotFound',
      message: `There is no route for the destination ${destination} in the route table ${input.RouteTableId}.`,
    };
  },
  apply(draft, input) {
    const table = draft.routeTables[input.RouteTableId]!;
    const destination = destinationOf(input);
    table.routes = table.routes.filter((route) => route.destination !== destination || route.origin !== 'CreateRoute');
    return undefined;
  },
});

function deletable(world: World, { RouteTableId }: RouteInput) {
  const routes = world.routeTables[RouteTableId ?? '']?.routes ?? [];
  return routes.flatMap(({ destination, origin }) =>
    origin === 'CreateRoute' && isBlock(destination) ? [destination] : [],
  );
}
