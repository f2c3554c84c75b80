// A route table as rows to read. Whether a row is active is worked out as the simulator does it, never stored.

import type { Route } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { codeOf, type DropReason } from '../../dataplane/codes.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { routesOf } from '../../dataplane/propagation.ts';
import { blackholeReason } from '../../dataplane/routing.ts';

export interface RouteRow {
  readonly destination: string;
  readonly target: string;
  readonly state: 'active' | 'blackhole';
  /** Why it is a blackhole, as the simulator names it and as players see it. */
  readonly reason?: DropReason;
  readonly code?: string;
  readonly propagated: boolean;
  /** Whether it is the row that decided. */
  readonly decides: boolean;
  /** Whether the table had no such row before the last edit. */
  readonly isNew: boolean;
}

interface RouteMarks {
  readonly deciding?: Route | undefined;
  /** The network before the last edit. */
  readonly before?: World | undefined;
}

/** The rows in the order in which the table holds them; the order decides nothing. */
export function routeRows(
  world: World,
  routeTableId: string,
  { deciding, before }: RouteMarks = {},
): readonly RouteRow[] {
  const rowsIn = (each: World) => (Object.hasOwn(each.routeTables, routeTableId) ? routesOf(each, routeTableId) : []);
  const old = before ? rowsIn(before) : [];
  return rowsIn(world).map((route) => {
    const reason = blackholeReason(world, GATEWAY_KINDS, routeTableId, route);
    return {
      destination: route.destination,
      target: route.target,
      state: reason ? 'blackhole' : 'active',
      ...(reason && { reason, code: codeOf(reason) }),
      propagated: route.origin === 'EnableVgwRoutePropagation',
      decides: deciding !== undefined && isSameRoute(route, deciding),
      isNew: before !== undefined && !old.some((each) => isSameRoute(each, route)),
    };
  });
}

/** A trace may have been made on an equal World that is another object. */
function isSameRoute(a: Route, b: Route): boolean {
  return a.destination === b.destination && a.target === b.target && a.origin === b.origin;
}
