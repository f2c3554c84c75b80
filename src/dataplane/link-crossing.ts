// What goes around a packet between AWS and a customer's router: IPsec ESP in tunnel mode over the internet for a VPN, an 802.1Q tag on
// the wire of a Direct Connect. Source: D-VPN, D-FAQ, D-DX, T17 (vpc-dataplane 2.2).
// Simplified: a dead link that a diagnosis goes past carries the packet as if it were up.

import type { World } from '../cloud/world.ts';
import type { Ipv4 } from '../net/address.ts';
import { type EspHeader, type Packet, unwrap, type VlanHeader, wrap } from '../net/packet.ts';
import { customerAddress, findOpenTunnel, type Link } from './customer-links.ts';
import type { VirtualInterface } from './gateways/virtual-interface.ts';
import type { VpnConnection } from './gateways/vpn-connection.ts';
import { INTERNET_MTU } from './packet-size.ts';
import { type Next, note, type Walk } from './walk.ts';

/** Seals a packet for a tunnel, from AWS's end or from the customer's; the internet carries it by its outer addresses. */
export function sealForTunnel(walk: Walk, { id, siteId }: Link, packet: Packet, fromAws: boolean): Next {
  const { world } = walk;
  const vpn = world.gateways[id] as unknown as VpnConnection;
  const tunnel = findOpenTunnel(world, id, siteId!) ?? 1;
  const [aws, customer] = [vpn.tunnels[tunnel - 1] as Ipv4, customerAddress(world, vpn)];
  const [source, destination] = fromAws ? [aws, customer] : [customer, aws];
  const sealed = wrap(packet, { layer: 'esp', source, destination, tunnel: `${id}/${tunnel}` });
  note(walk, 'encapsulated', 'ipsec', packet, sealed, `${id}/${tunnel}`);
  return { to: 'internet', packet: sealed };
}

/** Puts a virtual interface's tag on a packet. */
export function tagForWire(walk: Walk, link: string, packet: Packet): Packet {
  const { vlan } = walk.world.gateways[link] as unknown as VirtualInterface;
  const tagged = wrap(packet, { layer: 'vlan', vlan, link });
  note(walk, 'encapsulated', 'vlan-tag', packet, tagged, link);
  return tagged;
}

/** Through a VPN tunnel; nobody is told the limit. Source: D-VPNQ. */
const VPN_MTU = 1446;

/** The biggest packet that a link carries: of a virtual interface 1500, or 9001 where jumbo frames are on. Source: D-DX. */
export function linkMtu({ gateways }: World, linkId: string): number {
  const link = gateways[linkId]!;
  return link.kind === 'vpn-connection' ? VPN_MTU : ((link as unknown as VirtualInterface).mtu ?? INTERNET_MTU);
}

/** Takes off what the link put on; a bare packet came by no link. */
export function openLink(walk: Walk, at: string, packet: Packet): Packet {
  const wrapped = linkHeader(packet);
  if (!wrapped) return packet;
  const bare = unwrap(packet);
  note(walk, 'decapsulated', wrapped.layer === 'esp' ? 'ipsec-open' : 'vlan-open', packet, bare, at);
  return bare;
}

/** The link that a packet has come over. */
export function linkOf(packet: Packet): string {
  const wrapped = linkHeader(packet)!;
  return wrapped.layer === 'esp' ? wrapped.tunnel.slice(0, wrapped.tunnel.indexOf('/')) : wrapped.link;
}

/** Nothing else is around a packet that comes in from a customer. */
function linkHeader({ wraps: [outermost] }: Packet): EspHeader | VlanHeader | undefined {
  return outermost as EspHeader | VlanHeader | undefined;
}
