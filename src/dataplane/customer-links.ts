// The wires between AWS and a customer's sites, each as one link whatever it is made of: a VPN connection or a private virtual interface.
// A link is up while nothing on its way is down. Source: D-VPN, D-DX. Inferred: a customer gateway whose address no site has never comes up.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity, memoByParts } from '../memo.ts';
import type { Address, Ipv4 } from '../net/address.ts';
import { type Cidr, cidrContains, scopeOf } from '../net/cidr.ts';
import type { CustomerGateway } from './gateways/customer-gateway.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import type { DirectConnectConnection, DirectConnectGateway } from './gateways/direct-connect.ts';
import type { VirtualInterface } from './gateways/virtual-interface.ts';
import type { VpnConnection } from './gateways/vpn-connection.ts';

export interface Link {
  readonly id: string;
  readonly medium: 'vpn' | 'direct-connect';
  /** The site at its customer's end; undefined when no router answers there. */
  readonly siteId: string | undefined;
  /** The virtual private gateways at AWS's end: one, or those behind a Direct Connect gateway. */
  readonly vgwIds: readonly string[];
  /** A VPN's attachment to a transit gateway, where that is AWS's end. */
  readonly attachmentId?: string | undefined;
  /** Whether a Direct Connect gateway stands between. */
  readonly isShared: boolean;
  readonly isBgp: boolean;
  /** A static VPN's own entries. */
  readonly routes: readonly Cidr[];
  readonly isUp: boolean;
}

interface Links {
  readonly byId: ReadonlyMap<string, Link>;
  readonly all: readonly Link[];
}

const linksIn = memoByParts<World, Links>(['gateways', 'conditions'], (world) => {
  const vpns = listGateways<VpnConnection>(world, 'vpn-connection').map(([id, vpn]) => vpnLink(world, id, vpn));
  const wires = listGateways<VirtualInterface>(world, 'virtual-interface')
    .filter(([, { interfaceType }]) => interfaceType === 'private')
    .map(([id, vif]) => wireLink(world, id, vif));
  const all = [...vpns, ...wires];
  return { all, byId: new Map(all.map((link) => [link.id, link])) };
});

export function listLinks(world: World): readonly Link[] {
  return linksIn(world).all;
}

export function findLink(world: World, id: string): Link | undefined {
  return linksIn(world).byId.get(id);
}

function vpnLink(world: World, id: string, vpn: VpnConnection): Link {
  const { vpnGatewayId, staticRoutesOnly, routes } = vpn;
  const siteId = siteAt(world, customerAddress(world, vpn));
  return {
    id,
    medium: 'vpn',
    siteId,
    vgwIds: vpnGatewayId ? [vpnGatewayId] : [],
    attachmentId: findVpnAttachment(world, id),
    isShared: false,
    isBgp: !staticRoutesOnly,
    routes,
    isUp: siteId !== undefined && findOpenTunnel(world, id, siteId) !== undefined,
  };
}

const vpnAttachments = memoByIdentity((gateways: World['gateways']) => {
  // Nothing but an attachment names one.
  return new Map(Object.entries(gateways).map(([id, { vpnConnectionId }]) => [vpnConnectionId, id]));
});

/** The attachment by which a VPN connection ends at a transit gateway. */
export function findVpnAttachment({ gateways }: World, vpnId: string): string | undefined {
  return vpnAttachments(gateways).get(vpnId);
}

function wireLink(world: World, id: string, vif: VirtualInterface): Link {
  const { virtualGatewayId, directConnectGatewayId } = vif;
  const shared = directConnectGatewayId && (world.gateways[directConnectGatewayId] as unknown as DirectConnectGateway);
  return {
    id,
    medium: 'direct-connect',
    siteId: siteOfInterface(world, vif),
    vgwIds: shared ? shared.virtualGatewayIds : [virtualGatewayId!],
    isShared: Boolean(shared),
    isBgp: true,
    routes: [],
    isUp: isInterfaceUp(world, id, vif),
  };
}

export function siteOfInterface(world: World, { connectionId }: VirtualInterface): string | undefined {
  return (world.gateways[connectionId] as unknown as DirectConnectConnection).siteId;
}

export function isInterfaceUp(world: World, id: string, vif: VirtualInterface): boolean {
  const isLaid = siteOfInterface(world, vif) !== undefined;
  return isLaid && !isDown(world, id) && !isDown(world, vif.connectionId);
}

export function isDown({ conditions }: World, link: string): boolean {
  return conditions.downLinks.includes(link);
}

/** The customer's end of a VPN connection. */
export function customerAddress(world: World, { customerGatewayId }: VpnConnection): Ipv4 {
  return (world.gateways[customerGatewayId] as unknown as CustomerGateway).ipAddress;
}

/** The tunnel that carries the traffic, 1 or 2: one at a time, the first that is up. Source: D-VPN (no ECMP on a VGW). */
export function findOpenTunnel(world: World, vpnId: string, siteId: string): 1 | 2 | undefined {
  if (isTunnelUp(world, vpnId, siteId, 1)) return 1;
  return isTunnelUp(world, vpnId, siteId, 2) ? 2 : undefined;
}

export function isTunnelUp(world: World, vpnId: string, siteId: string, tunnel: number): boolean {
  return ![vpnId, `${vpnId}/${tunnel}`, `${siteId}/isp`].some((link) => isDown(world, link));
}

const sitesByAddress = memoByIdentity((gateways: World['gateways']) => {
  const sites = listGateways<CustomerSite>({ gateways } as World, 'customer-site');
  return new Map(sites.map(([id, { publicIp }]) => [publicIp as string, id]));
});

/** The site whose router has this public address. */
export function siteAt(world: World, publicIp: string): string | undefined {
  return sitesByAddress(world.gateways).get(publicIp);
}

const publicInterfaces = memoByIdentity((gateways: World['gateways']) =>
  listGateways<VirtualInterface>({ gateways } as World, 'virtual-interface').filter(
    ([, { interfaceType }]) => interfaceType === 'public',
  ),
);

/** The public virtual interface over which AWS answers a customer's own public address. Source: D-DX. */
export function publicInterfaceFor(world: World, address: Address): string | undefined {
  return publicInterfaces(world.gateways).find(
    ([id, vif]) =>
      isInterfaceUp(world, id, vif) && vif.routeFilterPrefixes.some((prefix) => cidrContains(prefix, address)),
  )?.[0];
}

const sitesOnInternet = memoByIdentity((gateways: World['gateways']) =>
  listGateways<CustomerSite>({ gateways } as World, 'customer-site'),
);

/** The site that the internet finds behind an address: its router's, or one of its public blocks. */
export function siteOnInternet(world: World, address: Address): string | undefined {
  const holds = ({ publicIp, cidrs, translations }: CustomerSite) =>
    publicIp === address ||
    translations.some((each) => each.over === 'isp' && each.address === address) ||
    (scopeOf(address) === 'public' && cidrs.some((cidr) => cidrContains(cidr, address)));
  return sitesOnInternet(world.gateways).find(([, site]) => holds(site))?.[0];
}
