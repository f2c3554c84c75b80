// Choosing a route: the longest prefix that holds the destination; among equals a static entry beats a propagated one;
// inside the VPC's own blocks propagated entries do not count. A route whose target is gone is a blackhole, and still wins.
// Source: D-RT, D-RTP, D-VPN (vpc-dataplane 5.1). Inferred: a blackhole does not fall through to a shorter prefix.

import { effectiveTableId, vpcIdOfInterface } from '../cloud/lookup.ts';
import { isBlock, type Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import type { Address } from '../net/address.ts';
import { cidrContains } from '../net/cidr.ts';
import { type LongestPrefixTable, makeLongestPrefixTable } from '../net/longest-prefix.ts';
import type { DropReason } from './codes.ts';
import { type GatewayKinds, kindOf } from './gateway-kind.ts';
import { routesOf } from './propagation.ts';

interface Tables {
  readonly all: LongestPrefixTable<Route>;
  /** Without propagated entries: what counts inside the VPC's own blocks. */
  readonly fixed: LongestPrefixTable<Route>;
}

const isPropagated = (route: Route) => route.origin === 'EnableVgwRoutePropagation';

/** Static blocks before prefix lists before propagated entries: the order among equal prefixes. Source: D-RTP. */
function preferenceOf(route: Route): number {
  if (isPropagated(route)) return 2;
  return isBlock(route.destination) ? 0 : 1;
}

const tablesFor = memoByIdentity((lists: World['prefixLists']) =>
  memoByIdentity((stored: readonly Route[]): Tables => {
    const byPreference = [...stored].sort((a, b) => preferenceOf(a) - preferenceOf(b));
    const blocksOf = ({ destination }: Route) =>
      isBlock(destination) ? [destination] : (lists[destination]?.cidrs ?? []);
    const tableOf = (routes: readonly Route[]) =>
      makeLongestPrefixTable(routes.flatMap((route) => blocksOf(route).map((cidr) => [cidr, route] as const)));
    const all = tableOf(byPreference);
    const fixed = byPreference.filter((route) => !isPropagated(route));
    return { all, fixed: fixed.length === byPreference.length ? all : tableOf(fixed) };
  }),
);

/** The route that a table chooses for a destination; undefined when none holds it. */
export function findRoute(world: World, routeTableId: string, destination: Address): Route | undefined {
  const table = world.routeTables[routeTableId];
  if (!table) return undefined;
  const { all, fixed } = tablesFor(world.prefixLists)(routesOf(world, routeTableId));
  if (all === fixed) return all.find(destination)?.[0];
  const inside = world.vpcs[table.vpcId]!.cidrs.some((cidr) => cidrContains(cidr, destination));
  return (inside ? fixed : all).find(destination)?.[0];
}

/** Whether a propagated route would win if the destination were not inside the VPC: the longer one that everybody expects. */
export function ignoresLearned(world: World, routeTableId: string, destination: Address): boolean {
  const { all, fixed } = tablesFor(world.prefixLists)(routesOf(world, routeTableId));
  return all.find(destination)?.[0] !== fixed.find(destination)?.[0];
}

/** The route that a subnet's packets to a destination take. */
export function findSubnetRoute(world: World, subnetId: string, destination: Address): Route | undefined {
  return findRoute(world, effectiveTableId(world, subnetId), destination);
}

/** Why a route is a blackhole; undefined while it is active. */
export function blackholeReason(
  world: World,
  kinds: GatewayKinds,
  routeTableId: string,
  route: Route,
): DropReason | undefined {
  if (route.target === 'local') return undefined;
  const vpcId = world.routeTables[routeTableId]?.vpcId as string;
  if (route.target.startsWith('eni-'))
    return interfaceIsUsable(world, route.target, vpcId) ? undefined : 'ROUTE_BLACKHOLE';
  const gateway = world.gateways[route.target];
  if (!gateway) return 'ROUTE_BLACKHOLE';
  return kindOf(kinds, gateway)!.blackhole(gateway, vpcId, world, route.target);
}

/** An interface carries its own VPC's routed traffic while it hangs on something that runs. Source: D-RT. */
function interfaceIsUsable(world: World, networkInterfaceId: string, vpcId: string): boolean {
  const networkInterface = world.networkInterfaces[networkInterfaceId];
  if (!networkInterface || vpcIdOfInterface(world, networkInterface) !== vpcId) return false;
  const { managedBy, instanceId = '' } = networkInterface;
  return managedBy !== undefined || world.instances[instanceId]?.state === 'running';
}
