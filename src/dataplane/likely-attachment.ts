// What a diagnosis takes for the attachment that should lead on from a transit gateway, where no table says so: of the VPC or the site
// that has the address; for an address of the internet, of a VPC with a NAT gateway (centralised egress, D-TGWX).

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { cidrContains, scopeOf } from '../net/cidr.ts';
import { linksOf, siteWith } from './likely-link.ts';
import { blocksOf, listAttachments } from './transit-routes.ts';

interface Entry {
  readonly transitGatewayId: string;
  /** The attachment that the packet has come by. */
  readonly from: string;
}

/** The attachment of whoever has the address. */
export function attachmentToward(world: World, entry: Entry, address: Address): string | undefined {
  const links = linksOf(world, siteWith(world, address));
  return othersOf(world, entry).find(
    ([id]) =>
      blocksOf(world, id, true).some((cidr) => cidrContains(cidr, address)) ||
      links.some(({ attachmentId }) => attachmentId === id),
  )?.[0];
}

/** The attachment by which VPCs without a gateway of their own come to the internet. */
export function egressAttachment(world: World, entry: Entry, address: Address): string | undefined {
  if (scopeOf(address) !== 'public') return undefined;
  const homes = listGateways(world, 'nat-gateway').map(([, { vpcId }]) => vpcId);
  return othersOf(world, entry).find(([, { vpcId }]) => homes.includes(vpcId))?.[0];
}

function othersOf(world: World, { transitGatewayId, from }: Entry) {
  return listAttachments(world).filter(([id, each]) => id !== from && each.transitGatewayId === transitGatewayId);
}
