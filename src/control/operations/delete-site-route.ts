// The lab's own: takes a route out of the customer's router.

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, invalid, required } from '../parameter.ts';
import { draftSite, siteOf } from '../site.ts';

export const deleteSiteRoute = defineOperation({
  service: 'lab',
  name: 'DeleteSiteRoute',
  effect: 'edit',
  summary: 'Takes a route out of a customer’s router',
  parameters: { SiteId: required(id('customer-site')), DestinationCidrBlock: required(cidr('IPv4')) },
  candidates: { DestinationCidrBlock: (world, { SiteId }) => destinations(world, SiteId) },
  check(world, { SiteId, DestinationCidrBlock }) {
    if (destinations(world, SiteId).includes(DestinationCidrBlock)) return undefined;
    return invalid(`The router of ${SiteId} has no route for ${DestinationCidrBlock} that somebody wrote.`);
  },
  apply(draft, { SiteId, DestinationCidrBlock }) {
    const site = draftSite(draft, SiteId);
    site.routes = site.routes.filter(({ destination }) => destination !== DestinationCidrBlock);
    return undefined;
  },
});

function destinations(world: World, siteId: string | undefined): readonly string[] {
  return (siteOf(world, siteId)?.routes ?? []).map(({ destination }) => destination);
}
