// What a diagnosis takes for the link that should lead on, where no table says so: the one between the site that has an address and the
// gateway at hand, or between a site and the VPC that has it.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { cidrContains } from '../net/cidr.ts';
import { type Link, listLinks } from './customer-links.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import { trueMapping } from './mapping.ts';

/** The site whose own blocks, or whose alias, hold an address. */
export function siteWith(world: World, address: Address): string | undefined {
  return listGateways<CustomerSite>(world, 'customer-site').find(([, { cidrs, aliases }]) =>
    [...cidrs, ...aliases.map(({ alias }) => alias)].some((cidr) => cidrContains(cidr, address)),
  )?.[0];
}

/** The links of a site; none of none. */
export function linksOf(world: World, siteId: string | undefined): readonly Link[] {
  return siteId ? listLinks(world).filter((link) => link.siteId === siteId) : [];
}

/** A gateway's link to the site that has an address: one that is up before one that is down. */
export function likelyLink(world: World, address: Address, vgwId: string): Link | undefined {
  return preferUp(linksOf(world, siteWith(world, address)).filter(({ vgwIds }) => vgwIds.includes(vgwId)));
}

/** The virtual private gateway that a VPC would use for an address: its own, else any that reaches the site. */
export function likelyVgw(world: World, vpcId: string, address: Address): string | undefined {
  const reaching = linksOf(world, siteWith(world, address)).flatMap(({ vgwIds }) => vgwIds);
  const homeOf = (id: string) => world.gateways[id]!.vpcId;
  return reaching.find((id) => homeOf(id) === vpcId) ?? reaching.find((id) => !homeOf(id));
}

/** A site's link to the VPC, or by way of one gateway to the other site, that has an address. */
export function likelyLinkFrom(world: World, siteId: string, address: Address): Link | undefined {
  const other = siteWith(world, address);
  const isBehind = (vgwId: string) => {
    const { vpcId } = world.gateways[vgwId]!;
    if (typeof vpcId !== 'string' || trueMapping(world, vpcId, address) !== undefined) return true;
    return other !== siteId && linksOf(world, other).some(({ vgwIds }) => vgwIds.includes(vgwId));
  };
  const isTransit = ({ attachmentId }: Link) => attachmentId !== undefined && isOfAnyVpc(world, address);
  return preferUp(linksOf(world, siteId).filter((link) => link.vgwIds.some(isBehind) || isTransit(link)));
}

function isOfAnyVpc({ vpcs }: World, address: Address): boolean {
  return Object.values(vpcs).some(({ cidrs }) => cidrs.some((cidr) => cidrContains(cidr, address)));
}

function preferUp(links: readonly Link[]): Link | undefined {
  return links.find(({ isUp }) => isUp) ?? links[0];
}

/** The gateway behind a link that a packet to an address goes to. */
export function vgwToward(world: World, { vgwIds }: Link, address: Address): string | undefined {
  const blocksOf = (id: string) => world.vpcs[world.gateways[id]!.vpcId as string]?.cidrs;
  return vgwIds.find((id) => blocksOf(id)?.some((cidr) => cidrContains(cidr, address))) ?? vgwIds[0];
}
