// Source: D-RT, D-RTW; codes C-LOG, C-OS, C-STK, D-ERR (vpc-dataplane 5.2). The same route again is a success.

import { quotaOf } from '../../cloud/quotas.ts';
import { defineOperation } from '../operation.ts';
import { byFamily, destinationCandidates, freeLists, targetCandidates } from '../route-candidates.ts';
import {
  checkRoute,
  DESTINATIONS,
  destinationOf,
  findFixedRoute,
  ROUTE,
  ROUTE_TARGETS,
  TARGETS,
  targetOf,
} from '../route-target.ts';

export const createRoute = defineOperation({
  service: 'ec2',
  name: 'CreateRoute',
  effect: 'edit',
  summary: 'Adds a route to a route table',
  parameters: { ...ROUTE, ...TARGETS },
  oneOf: [DESTINATIONS, ROUTE_TARGETS],
  candidates: { ...byFamily(destinationCandidates), DestinationPrefixListId: freeLists, ...targetCandidates },
  check(world, input) {
    const destination = destinationOf(input);
    const refusal = checkRoute(world, input.RouteTableId, destination, input);
    if (refusal) return refusal;
    const existing = findFixedRoute(world, input.RouteTableId, destination);
    if (existing?.target === targetOf(world, input)) return undefined;
    if (existing)
      return {
        code: 'RouteAlreadyExists',
        message: `The route identified by ${destination} already exists.`,
        remedy: `It goes to ${existing.target}. Replace it with replace-route, or delete it first.`,
      };
    const { routes } = world.routeTables[input.RouteTableId]!;
    const quota = quotaOf(world, 'routes');
    if (routes.filter(({ origin }) => origin !== 'EnableVgwRoutePropagation').length < quota) return undefined;
    return {
      code: 'RouteLimitExceeded',
      message: `The route table ${input.RouteTableId} has reached its limit of ${quota} routes.`,
    };
  },
  apply(draft, input, before) {
    const destination = destinationOf(input);
    if (!findFixedRoute(before, input.RouteTableId, destination))
      draft.routeTables[input.RouteTableId]!.routes.push({
        destination,
        target: targetOf(before, input),
        origin: 'CreateRoute',
      });
    return { Return: true };
  },
});
