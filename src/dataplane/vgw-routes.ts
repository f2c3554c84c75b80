// What a virtual private gateway knows: the prefixes of a static VPN's entries and those that customers advertise by BGP. It carries
// nothing else. Among equal prefixes: Direct Connect before static VPN before BGP VPN, then the shorter AS path.
// Source: D-VPN (vpc-dataplane 5.1, 7.2). Simplified: no MED; a prepended path is a number of extra hops.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByParts } from '../memo.ts';
import type { Address } from '../net/address.ts';
import type { Cidr } from '../net/cidr.ts';
import { type LongestPrefixTable, makeLongestPrefixTable } from '../net/longest-prefix.ts';
import { type Link, listLinks } from './customer-links.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import type { LinkRoute } from './step.ts';

export interface VgwRoutes {
  readonly vgwId: string;
  /** Over links that are up, the preferred first. */
  readonly known: readonly LinkRoute[];
  readonly table: LongestPrefixTable<LinkRoute>;
  /** As it would be if every link were up. */
  readonly withDownLinks: LongestPrefixTable<LinkRoute>;
}

const PREFERENCE = ['direct-connect', 'vpn-static', 'vpn-bgp'];

const routesByVgw = memoByParts<World, ReadonlyMap<string, VgwRoutes>>(['gateways', 'conditions'], (world) => {
  const links = listLinks(world);
  return new Map(
    listGateways(world, 'vpn-gateway').map(([id]) => [
      id,
      collect(
        world,
        id,
        links.filter(({ vgwIds }) => vgwIds.includes(id)),
      ),
    ]),
  );
});

function collect(world: World, vgwId: string, links: readonly Link[]): VgwRoutes {
  const all = links
    .flatMap((link) => routesOver(world, link))
    .sort((a, b) => PREFERENCE.indexOf(a.learned) - PREFERENCE.indexOf(b.learned) || a.pathLength - b.pathLength);
  const up = new Set(links.filter(({ isUp }) => isUp).map(({ id }) => id));
  const known = all.filter(({ target }) => up.has(target));
  const tableOf = (routes: readonly LinkRoute[]) =>
    makeLongestPrefixTable(routes.map((route) => [route.destination, route] as const));
  return { vgwId, known, table: tableOf(known), withDownLinks: tableOf(all) };
}

/** What a link brings, up or not. */
export function routesOver(world: World, link: Link): readonly LinkRoute[] {
  const { id: target, medium, isBgp, routes } = link;
  if (!isBgp) return routes.map((destination) => ({ destination, target, learned: 'vpn-static', pathLength: 0 }));
  const learned = medium === 'vpn' ? 'vpn-bgp' : 'direct-connect';
  return advertisedOver(world, link).map(({ prefix, prepend }) => ({
    destination: prefix as Cidr,
    target,
    learned,
    pathLength: 1 + prepend,
  }));
}

function advertisedOver(world: World, { id, siteId }: Link) {
  if (!siteId) return [];
  const { advertises, aliases } = world.gateways[siteId] as unknown as CustomerSite;
  const told = advertises.filter(({ over }) => over === undefined || over === id);
  // A block that has an alias is announced as its alias, since that is where packets must be sent.
  return told.map(({ prefix, prepend }) => ({
    prefix: aliases.find(({ own }) => own === prefix)?.alias ?? prefix,
    prepend,
  }));
}

export function routesOfVgw(world: World, vgwId: string): VgwRoutes | undefined {
  return routesByVgw(world).get(vgwId);
}

/** The link that a gateway chooses for a destination. */
export function findLinkRoute(world: World, vgwId: string, destination: Address): LinkRoute | undefined {
  return routesOfVgw(world, vgwId)!.table.find(destination)?.[0];
}

/** The link that it would choose if none were down. */
export function findDownRoute(world: World, vgwId: string, destination: Address): LinkRoute | undefined {
  return routesOfVgw(world, vgwId)!.withDownLinks.find(destination)?.[0];
}
