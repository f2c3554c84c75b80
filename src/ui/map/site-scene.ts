// Customers' own networks on the map: each with the links that lead to it, and its machines.

import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { findLink, isInterfaceUp, siteOfInterface } from '../../dataplane/customer-links.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import type { MachineScene } from './scene.ts';

export interface SiteScene {
  readonly id: string;
  readonly links: readonly LinkScene[];
  readonly machines: readonly MachineScene[];
}

interface LinkScene {
  readonly id: string;
  readonly isUp: boolean;
}

/** The machines outside AWS that stand in a site, or on the internet. */
export function machinesAt(world: World, siteId: string | undefined): readonly MachineScene[] {
  return Object.entries(world.internet).flatMap(([id, { name, address, site }]) =>
    site === siteId ? [{ id, name: name ?? id, address }] : [],
  );
}

export function listSites(world: World): readonly SiteScene[] {
  return listGateways(world, 'customer-site').map(([id]) => ({
    id,
    links: [...vpnsOf(world, id), ...wiresOf(world, id)],
    machines: machinesAt(world, id),
  }));
}

function vpnsOf(world: World, siteId: string): readonly LinkScene[] {
  return listGateways(world, 'vpn-connection').flatMap(([id]) => {
    const link = findLink(world, id);
    return link?.siteId === siteId ? [{ id, isUp: link.isUp }] : [];
  });
}

function wiresOf(world: World, siteId: string): readonly LinkScene[] {
  return listGateways<VirtualInterface>(world, 'virtual-interface').flatMap(([id, vif]) =>
    siteOfInterface(world, vif) === siteId ? [{ id, isUp: isInterfaceUp(world, id, vif) }] : [],
  );
}
