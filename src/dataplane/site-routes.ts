// What a customer's router knows: what its owner wrote, and what AWS announces to it by BGP: the blocks of the VPCs behind a link, other
// sites' prefixes by way of the same gateway (CloudHub), and over a public virtual interface AWS's own public blocks. A configured route
// over a dead link does not count. Source: D-VPN, D-VPNQ, D-DX (vpc-dataplane 7.2). Simplified: every site prefers as AWS does.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByParts } from '../memo.ts';
import type { Address } from '../net/address.ts';
import type { Cidr } from '../net/cidr.ts';
import { type LongestPrefixTable, makeLongestPrefixTable } from '../net/longest-prefix.ts';
import { findLink, isDown, isInterfaceUp, type Link, listLinks, siteOfInterface } from './customer-links.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import type { VirtualInterface } from './gateways/virtual-interface.ts';
import { listAwsBlocks } from './internet.ts';
import type { LinkRoute } from './step.ts';
import { advertisedByTransit } from './transit-routes.ts';
import { routesOfVgw } from './vgw-routes.ts';

interface SiteRoutes {
  /** The preferred first. */
  readonly known: readonly LinkRoute[];
  readonly table: LongestPrefixTable<LinkRoute>;
  /** Configured over links that are down. */
  readonly dead: LongestPrefixTable<LinkRoute>;
}

const PREFERENCE = ['configured', 'direct-connect', 'vpn-static', 'vpn-bgp', 'backup'];

const routesBySite = memoByParts<World, ReadonlyMap<string, SiteRoutes>>(
  ['gateways', 'conditions', 'vpcs', 'prefixLists', 'internet', 'elasticIps', 'publicPool'],
  (world) =>
    new Map(listGateways<CustomerSite>(world, 'customer-site').map(([id, site]) => [id, collect(world, id, site)])),
);

function collect(world: World, siteId: string, site: CustomerSite): SiteRoutes {
  const configured = site.routes.map(
    ({ destination, target, backup }): LinkRoute => ({
      destination,
      target,
      learned: backup ? 'backup' : 'configured',
      pathLength: 0,
    }),
  );
  const works = ({ target }: LinkRoute) => isSiteLinkUp(world, siteId, target);
  const learned = [
    ...listLinks(world).flatMap((link) => learnedOver(world, siteId, link)),
    ...overPublic(world, siteId),
  ];
  const known = [...configured.filter(works), ...learned].sort(
    (a, b) => PREFERENCE.indexOf(a.learned) - PREFERENCE.indexOf(b.learned) || a.pathLength - b.pathLength,
  );
  const tableOf = (routes: readonly LinkRoute[]) =>
    makeLongestPrefixTable(routes.map((route) => [route.destination, route] as const));
  return { known, table: tableOf(known), dead: tableOf(configured.filter((route) => !works(route))) };
}

/** Whether one of a site's ways out works: its own internet access, a VPN, a wire. */
function isSiteLinkUp(world: World, siteId: string, target: string): boolean {
  if (target === 'isp') return !isDown(world, `${siteId}/isp`);
  const link = findLink(world, target);
  return link ? link.isUp : isInterfaceUp(world, target, world.gateways[target] as unknown as VirtualInterface);
}

function learnedOver(world: World, siteId: string, link: Link): readonly LinkRoute[] {
  if (link.siteId !== siteId || !link.isBgp || !link.isUp) return [];
  const learned = link.medium === 'vpn' ? 'vpn-bgp' : 'direct-connect';
  if (link.attachmentId)
    return advertisedByTransit(world, link.attachmentId).map((destination) => ({
      destination,
      target: link.id,
      learned,
      pathLength: 1,
    }));
  return link.vgwIds.flatMap((vgwId) => {
    const blocks = (world.vpcs[world.gateways[vgwId]!.vpcId as string]?.cidrs ?? []).map((cidr) => [cidr, 1] as const);
    const others = link.isShared ? [] : othersBehind(world, vgwId, siteId);
    return [...blocks, ...others].map(([destination, pathLength]) => ({
      destination,
      target: link.id,
      learned,
      pathLength,
    }));
  });
}

/** CloudHub: what the gateway has learned from other sites. */
function othersBehind(world: World, vgwId: string, siteId: string): readonly (readonly [Cidr, number])[] {
  return routesOfVgw(world, vgwId)!
    .known.filter(({ target }) => {
      const link = findLink(world, target)!;
      return link.siteId !== siteId && !link.isShared;
    })
    .map(({ destination, pathLength }) => [destination, pathLength + 1]);
}

function overPublic(world: World, siteId: string): readonly LinkRoute[] {
  return listGateways<VirtualInterface>(world, 'virtual-interface')
    .filter(
      ([id, vif]) =>
        vif.interfaceType === 'public' && siteOfInterface(world, vif) === siteId && isInterfaceUp(world, id, vif),
    )
    .flatMap(([id]) =>
      listAwsBlocks(world).map((destination) => ({
        destination,
        target: id,
        learned: 'direct-connect' as const,
        pathLength: 1,
      })),
    );
}

export function routesOfSite(world: World, siteId: string): readonly LinkRoute[] {
  return routesBySite(world).get(siteId)!.known;
}

export function findSiteRoute(world: World, siteId: string, destination: Address): LinkRoute | undefined {
  return routesBySite(world).get(siteId)!.table.find(destination)?.[0];
}

/** A configured route that would lead there if its link were up. */
export function findDeadSiteRoute(world: World, siteId: string, destination: Address): LinkRoute | undefined {
  return routesBySite(world).get(siteId)!.dead.find(destination)?.[0];
}
