// What a diagnosis takes for the link that should lead on, where no table says so: the one between the site that has an address and the
// gateway at hand, or between a site and the VPC that has it.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { cidrContains } from '../net/cidr.ts';
import { findLink, type Link, listLinks } from './customer-links.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import { trueMapping } from './mapping.ts';

/** The site whose own blocks, or whose alias, hold an address. */
export function siteWith(world: World, address: Address): string | undefined {
  return listGateways<CustomerSite>(world, 'customer-site').find(([, { cidrs, aliases }]) =>
    [...cidrs, ...aliases.map(({ alias }) => alias)].some((cidr) => cidrContains(cidr, address)),
  )?.[0];
}

/** A gateway's link to the site that has an address: one that is up before one that is down. */
export function likelyLink(world: World, address: Address, vgwId: string): Link | undefined {
  const siteId = siteWith(world, address);
  return preferUp(listLinks(world).filter((link) => link.siteId === siteId && siteId && link.vgwIds.includes(vgwId)));
}

/** The virtual private gateway that a VPC would use for an address: its own, else any that reaches the site. */
export function likelyVgw(world: World, vpcId: string, address: Address): string | undefined {
  const siteId = siteWith(world, address);
  const reaching = listLinks(world).flatMap((link) => (siteId && link.siteId === siteId ? link.vgwIds : []));
  return (
    reaching.find((id) => world.gateways[id]?.vpcId === vpcId) ?? reaching.find((id) => !world.gateways[id]?.vpcId)
  );
}

/** A site's link to the VPC, or by way of one gateway to the other site, that has an address. */
export function likelyLinkFrom(world: World, siteId: string, address: Address): Link | undefined {
  const other = siteWith(world, address);
  const leads = ({ vgwIds }: Link) =>
    vgwIds.some((id) => {
      const vpcId = world.gateways[id]?.vpcId;
      if (typeof vpcId !== 'string' || trueMapping(world, vpcId, address) !== undefined) return true;
      return listLinks(world).some((link) => link.siteId === other && other !== siteId && link.vgwIds.includes(id));
    });
  const isTransit = ({ attachmentId }: Link) =>
    attachmentId !== undefined &&
    Object.values(world.vpcs).some(({ cidrs }) => cidrs.some((cidr) => cidrContains(cidr, address)));
  return preferUp(listLinks(world).filter((link) => link.siteId === siteId && (leads(link) || isTransit(link))));
}

function preferUp(links: readonly Link[]): Link | undefined {
  return links.find(({ isUp }) => isUp) ?? links[0];
}

/** The gateway behind a link that a packet to an address goes to. */
export function vgwToward(world: World, linkId: string, address: Address): string | undefined {
  const vgwIds = findLink(world, linkId)?.vgwIds ?? [];
  if (vgwIds.length < 2) return vgwIds[0];
  return (
    vgwIds.find((id) =>
      world.vpcs[String(world.gateways[id]?.vpcId)]?.cidrs.some((cidr) => cidrContains(cidr, address)),
    ) ?? vgwIds[0]
  );
}
