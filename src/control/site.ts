// A customer's site as operations see it: its blocks, its ways out, and what goes when a link goes.

import { listGateways } from '../cloud/lookup.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import { listLinks, siteOfInterface } from '../dataplane/customer-links.ts';
import type { CustomerSite } from '../dataplane/gateways/customer-site.ts';
import type { VirtualInterface } from '../dataplane/gateways/virtual-interface.ts';

export function siteOf(world: World, id: string | undefined): CustomerSite | undefined {
  return world.gateways[id ?? ''] as CustomerSite | undefined;
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/** A site while an operation is changing it. */
export function draftSite(draft: WorldDraft, id: string): Mutable<CustomerSite> {
  return draft.gateways[id] as unknown as Mutable<CustomerSite>;
}

/** Every block that some site has or shows. */
export function siteBlocks(world: World): readonly string[] {
  const blocks = listGateways<CustomerSite>(world, 'customer-site').flatMap(([, { cidrs, aliases }]) => [
    ...cidrs,
    ...aliases.map(({ alias }) => alias),
  ]);
  return [...new Set<string>(blocks)];
}

/** A site's ways out: `isp`, its VPN connections, its virtual interfaces. */
export function waysOut(world: World, siteId: string | undefined): readonly string[] {
  const links = listLinks(world).flatMap((link) => (link.siteId === siteId ? [link.id] : []));
  const wires = listGateways<VirtualInterface>(world, 'virtual-interface').flatMap(([id, vif]) =>
    siteOfInterface(world, vif) === siteId && !links.includes(id) ? [id] : [],
  );
  return ['isp', ...links, ...wires];
}

/** The customer's router drops what names a link that is gone. */
export function forgetLink(draft: WorldDraft, linkId: string): void {
  for (const [id, { kind }] of Object.entries(draft.gateways)) {
    if (kind !== 'customer-site') continue;
    const site = draftSite(draft, id);
    site.routes = site.routes.filter(({ target }) => target !== linkId);
    site.translations = site.translations.filter(({ over }) => over !== linkId);
    site.advertises = site.advertises.filter(({ over }) => over !== linkId);
  }
  const down = draft.conditions.downLinks;
  draft.conditions.downLinks = down.filter((each) => each !== linkId && !each.startsWith(`${linkId}/`));
}
