// The lab's own: a route of the customer's router. No AWS call can write it, which is what is so often forgotten.

import type { World } from '../../cloud/world.ts';
import type { Cidr } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { cidr, flag, freeText, id, invalid, required } from '../parameter.ts';
import { draftSite, siteOf, waysOut } from '../site.ts';

export const setSiteRoute = defineOperation({
  service: 'lab',
  name: 'SetSiteRoute',
  effect: 'edit',
  summary: 'Writes a route of a customer’s router: to a VPN, a wire, or its internet provider',
  parameters: {
    SiteId: required(id('customer-site')),
    DestinationCidrBlock: required(cidr('IPv4')),
    Target: required(freeText('isp|vpn-…|dxvif-…')),
    Backup: flag(),
  },
  candidates: {
    DestinationCidrBlock: destinations,
    Target: (world, { SiteId }) => waysOut(world, SiteId),
  },
  isUseful: {
    Target: (world, { SiteId, DestinationCidrBlock }, text) =>
      siteOf(world, SiteId)?.routes.find(({ destination }) => destination === DestinationCidrBlock)?.target !== text,
  },
  check(world, { SiteId, Target }) {
    const ways = waysOut(world, SiteId);
    if (ways.includes(Target)) return undefined;
    return { ...invalid(`${SiteId} has no way out called ${Target}.`), remedy: `It has: ${ways.join(', ')}.` };
  },
  apply(draft, { SiteId, DestinationCidrBlock, Target, Backup }) {
    const { routes } = draftSite(draft, SiteId);
    const route = { destination: DestinationCidrBlock, target: Target, ...(Backup && { backup: true as const }) };
    const at = routes.findIndex(({ destination }) => destination === DestinationCidrBlock);
    if (at < 0) routes.push(route);
    else routes[at] = route;
    return undefined;
  },
});

/** Every VPC's blocks, what the router has already, and everything. */
function destinations(world: World, { SiteId }: { readonly SiteId?: string | undefined }): readonly string[] {
  const blocks = Object.values(world.vpcs).flatMap(({ cidrs }) => cidrs);
  const own = (siteOf(world, SiteId)?.routes ?? []).map(({ destination }) => destination);
  return [...new Set<string>([...blocks, ...own, '0.0.0.0/0' as Cidr])].filter((block) => !block.includes(':'));
}
