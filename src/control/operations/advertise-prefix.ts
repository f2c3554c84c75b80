// The lab's own: what the customer's router tells AWS by BGP, over every link or one.

import { defineOperation } from '../operation.ts';
import { cidr, freeText, id, integer, invalid, required } from '../parameter.ts';
import { draftSite, siteBlocks, siteOf, waysOut } from '../site.ts';

export const advertisePrefix = defineOperation({
  service: 'lab',
  name: 'AdvertisePrefix',
  effect: 'edit',
  summary: 'Lets a customer’s router advertise a prefix to AWS by BGP, over every link or one',
  parameters: {
    SiteId: required(id('customer-site')),
    Prefix: required(cidr('IPv4')),
    Over: freeText('vpn-…|dxvif-…'),
    Prepend: integer(0, 10),
  },
  candidates: { Prefix: siteBlocks, Over: (world, { SiteId }) => waysOut(world, SiteId).slice(1) },
  isUseful: {
    Prefix: (world, { SiteId }, text) =>
      !siteOf(world, SiteId)?.advertises.some(({ prefix, over }) => prefix === text && over === undefined),
  },
  check(world, { SiteId, Over }) {
    if (Over === undefined || waysOut(world, SiteId).slice(1).includes(Over)) return undefined;
    return invalid(`${SiteId} has no link called ${Over}.`);
  },
  apply(draft, { SiteId, Prefix, Over, Prepend = 0 }) {
    const { advertises } = draftSite(draft, SiteId);
    const existing = advertises.find(({ prefix, over }) => prefix === Prefix && over === Over);
    if (existing) existing.prepend = Prepend;
    else advertises.push({ prefix: Prefix, ...(Over && { over: Over }), prepend: Prepend });
    return undefined;
  },
});
