// Route propagation: a table that takes routes from a virtual private gateway shows what the gateway knows now. The rows are derived and
// never stored, so a link that fails takes its rows along. Source: D-VPN, D-RT, D-LIM (vpc-dataplane 7.2).
// Simplified: prefixes beyond the hundredth are left out; AWS may drop the BGP session instead.

import type { Route, RouteTable } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import { routesOfVgw, type VgwRoutes } from './vgw-routes.ts';

/** Propagated routes in one table. Source: D-LIM. */
const LIMIT = 100;

/** The routes of a table, stored and propagated; the stored array itself while nothing is propagated. */
export function routesOf(world: World, routeTableId: string): readonly Route[] {
  const table = world.routeTables[routeTableId]!;
  const vgwId = table.propagatingVgws?.find((id) => world.gateways[id]?.vpcId === table.vpcId);
  const known = vgwId && routesOfVgw(world, vgwId);
  return known ? withPropagated(known)(table) : table.routes;
}

const withPropagated = memoByIdentity(({ vgwId, known }: VgwRoutes) =>
  memoByIdentity((table: RouteTable): readonly Route[] => {
    const origin = 'EnableVgwRoutePropagation' as const;
    const destinations = [...new Set(known.map(({ destination }) => destination))].slice(0, LIMIT);
    const propagated = destinations.map((destination): Route => ({ destination, target: vgwId, origin }));
    const isStored = (route: Route) => table.routes.some((each) => isSame(each, route));
    return [...table.routes, ...propagated.filter((route) => !isStored(route))];
  }),
);

function isSame(a: Route, b: Route): boolean {
  return a.destination === b.destination && a.target === b.target && a.origin === b.origin;
}
