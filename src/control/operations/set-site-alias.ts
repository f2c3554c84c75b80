// The lab's own: one-to-one translation of a whole block on the customer's router, for a block that overlaps with a VPC's, say.

import { cidrsOverlap, splitCidr } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, invalid, required } from '../parameter.ts';
import { draftSite, siteOf } from '../site.ts';

export const setSiteAlias = defineOperation({
  service: 'lab',
  name: 'SetSiteAlias',
  effect: 'edit',
  summary: 'Shows a block of a customer’s site to AWS as another block of the same size, address for address',
  parameters: {
    SiteId: required(id('customer-site')),
    OwnCidrBlock: required(cidr('IPv4')),
    AliasCidrBlock: required(cidr('IPv4')),
  },
  candidates: { OwnCidrBlock: (world, { SiteId }) => siteOf(world, SiteId)?.cidrs ?? [] },
  check(world, { SiteId, OwnCidrBlock, AliasCidrBlock }) {
    if (splitCidr(OwnCidrBlock).length !== splitCidr(AliasCidrBlock).length)
      return invalid(`${OwnCidrBlock} and ${AliasCidrBlock} are not equally large.`);
    const own = siteOf(world, SiteId)?.cidrs ?? [];
    if (own.some((block) => cidrsOverlap(block, OwnCidrBlock))) return undefined;
    return { ...invalid(`${OwnCidrBlock} is not a block of ${SiteId}.`), remedy: `It has: ${own.join(', ')}.` };
  },
  apply(draft, { SiteId, OwnCidrBlock, AliasCidrBlock }) {
    const site = draftSite(draft, SiteId);
    site.aliases = [
      ...site.aliases.filter(({ own }) => own !== OwnCidrBlock),
      { own: OwnCidrBlock, alias: AliasCidrBlock },
    ];
    return undefined;
  },
});
