// The lab's own: the customer's router stops telling AWS a prefix; without a link named, over whichever it told it.

import { defineOperation } from '../operation.ts';
import { cidr, freeText, id, invalid, required } from '../parameter.ts';
import { draftSite, siteOf } from '../site.ts';

export const withdrawPrefix = defineOperation({
  service: 'lab',
  name: 'WithdrawPrefix',
  effect: 'edit',
  summary: 'Lets a customer’s router stop advertising a prefix',
  parameters: {
    SiteId: required(id('customer-site')),
    Prefix: required(cidr('IPv4')),
    Over: freeText('vpn-…|dxvif-…'),
  },
  asks: ['Over'],
  candidates: {
    Prefix: (world, { SiteId }) => [...new Set((siteOf(world, SiteId)?.advertises ?? []).map(({ prefix }) => prefix))],
    Over(world, { SiteId, Prefix }) {
      const told = (siteOf(world, SiteId)?.advertises ?? []).filter(({ prefix }) => prefix === Prefix);
      return told.length > 1 ? told.flatMap(({ over }) => over ?? []) : [];
    },
  },
  check(world, { SiteId, Prefix, Over }) {
    const told = siteOf(world, SiteId)!.advertises;
    if (told.some(({ prefix, over }) => prefix === Prefix && (Over === undefined || over === Over))) return undefined;
    return invalid(
      Over
        ? `The router of ${SiteId} does not advertise ${Prefix} over ${Over}.`
        : `The router of ${SiteId} does not advertise ${Prefix}.`,
    );
  },
  apply(draft, { SiteId, Prefix, Over }) {
    const site = draftSite(draft, SiteId);
    site.advertises = site.advertises.filter(
      ({ prefix, over }) => prefix !== Prefix || (Over !== undefined && over !== Over),
    );
    return undefined;
  },
});
