// Source: D-RT, D-RTW; codes C-MOTO, C-OS, C-STK (vpc-dataplane 5.1, 5.2). A local route may be sent through an appliance and brought back.

import { isBlock } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { flag, invalid } from '../parameter.ts';
import { byFamily, listedRoutes, type RouteInput, targetCandidates } from '../route-candidates.ts';
import {
  checkEndpointRoute,
  checkRoute,
  DESTINATIONS,
  destinationOf,
  findFixedRoute,
  ROUTE,
  ROUTE_TARGETS,
  TARGETS,
  targetOf,
} from '../route-target.ts';

export const replaceRoute = defineOperation({
  service: 'ec2',
  name: 'ReplaceRoute',
  effect: 'edit',
  summary: 'Gives a route of a table another target',
  parameters: { ...ROUTE, ...TARGETS, LocalTarget: flag() },
  oneOf: [DESTINATIONS, [...ROUTE_TARGETS, 'LocalTarget']],
  candidates: {
    ...byFamily(replaceable),
    DestinationPrefixListId: listedRoutes,
    ...targetCandidates,
    LocalTarget: (world, input) => (isSentAway(world, input) ? ['true'] : []),
  },
  check(world, input) {
    const destination = destinationOf(input);
    const route = findFixedRoute(world, input.RouteTableId, destination);
    const made = checkEndpointRoute(world, route);
    if (made) return made;
    const refusal = input.LocalTarget === undefined && checkRoute(world, input.RouteTableId, destination, input);
    if (refusal) return refusal;
    if (!route)
      return {
        ...invalid(`There is no route for the destination ${destination} in ${input.RouteTableId}.`),
        remedy: 'Use create-route to add one.',
      };
    if (input.LocalTarget === undefined || (input.LocalTarget && route.origin === 'CreateRouteTable')) return undefined;
    return invalid(`The target local cannot be used for the destination ${destination}.`);
  },
  apply(draft, input, before) {
    const { routes } = draft.routeTables[input.RouteTableId]!;
    const destination = destinationOf(input);
    const route = routes.find(
      (each) => each.destination === destination && each.origin !== 'EnableVgwRoutePropagation',
    )!;
    route.target = input.LocalTarget ? 'local' : targetOf(before, input);
    return undefined;
  },
});

/** What somebody wrote; and local routes, where there is something to send them through. */
function replaceable(world: World, input: RouteInput) {
  const routes = world.routeTables[input.RouteTableId ?? '']?.routes ?? [];
  return routes.flatMap(({ destination, origin, target }) => {
    if (!isBlock(destination)) return [];
    if (origin === 'CreateRoute') return [destination];
    const canLeave = targetCandidates.NetworkInterfaceId(world, input).length > 0;
    return origin === 'CreateRouteTable' && (canLeave || target !== 'local') ? [destination] : [];
  });
}

function isSentAway(world: World, input: RouteInput): boolean {
  const route = findFixedRoute(world, input.RouteTableId ?? '', destinationOf(input));
  return route?.origin === 'CreateRouteTable' && route.target !== 'local';
}
