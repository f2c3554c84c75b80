// The lab's own: a customer's network with its router. AWS never sees it; it meets the router's public address only.

import { listGateways } from '../../cloud/lookup.ts';
import type { CustomerSite } from '../../dataplane/gateways/customer-site.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { cidr, integer, invalid, ipv4, listOf, required } from '../parameter.ts';

export const createSite = defineOperation({
  service: 'lab',
  name: 'CreateSite',
  effect: 'edit',
  summary: 'Adds a customer’s own network with a router; private and public blocks live there',
  parameters: { PublicIp: required(ipv4()), CidrBlocks: required(listOf(cidr('IPv4'))), BgpAsn: integer(1, 999999999) },
  candidates: { PublicIp: () => [] },
  check(world, { PublicIp }) {
    const other = listGateways<CustomerSite>(world, 'customer-site').find(([, { publicIp }]) => publicIp === PublicIp);
    return other && invalid(`The router of ${other[0]} has the address ${PublicIp}.`);
  },
  apply(draft, { PublicIp, CidrBlocks, BgpAsn = 65000 }) {
    const SiteId = issueId(draft, 'site');
    draft.gateways[SiteId] = {
      kind: 'customer-site',
      publicIp: PublicIp,
      asn: BgpAsn,
      cidrs: [...CidrBlocks],
      routes: [],
      advertises: [],
      aliases: [],
      translations: [],
    };
    return { SiteId };
  },
});
