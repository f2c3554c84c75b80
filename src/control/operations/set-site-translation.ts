// The lab's own: the address that a customer's router shows for everything that leaves over one way.

import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import { addressAt } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { freeText, id, invalid, ipv4, required } from '../parameter.ts';
import { draftSite, waysOut } from '../site.ts';

export const setSiteTranslation = defineOperation({
  service: 'lab',
  name: 'SetSiteTranslation',
  effect: 'edit',
  summary: 'Lets a customer’s router swap every source for one address on a way out',
  parameters: {
    SiteId: required(id('customer-site')),
    Over: required(freeText('isp|vpn-…|dxvif-…')),
    Address: required(ipv4()),
  },
  candidates: {
    Over: (world, { SiteId }) => waysOut(world, SiteId),
    Address: (world, { Over }) => announcedAddresses(world, Over),
  },
  check(world, { SiteId, Over }) {
    if (waysOut(world, SiteId).includes(Over)) return undefined;
    return invalid(`${SiteId} has no way out called ${Over}.`);
  },
  apply(draft, { SiteId, Over, Address }) {
    const site = draftSite(draft, SiteId);
    site.translations = [...site.translations.filter(({ over }) => over !== Over), { over: Over, address: Address }];
    return undefined;
  },
});

/** An address out of each block that a public virtual interface announces: the eighth, clear of its ends. */
function announcedAddresses(world: World, over: string | undefined): readonly string[] {
  return listGateways<VirtualInterface>(world, 'virtual-interface').flatMap(([vifId, { routeFilterPrefixes }]) =>
    vifId === over ? routeFilterPrefixes.flatMap((block) => addressAt(block, 8) ?? []) : [],
  );
}
