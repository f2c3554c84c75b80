// The virtual private gateway: a function of the Blackfoot edge fleet. Outbound it strips the VPC wrap, changes no address, and chooses a
// link by what it knows; inbound it opens the link's wrap and wraps for a host again. It serves its own VPC's interfaces only: that is
// all there is to "no edge-to-edge". Source: D-RA, D-VPN, D-DX, T15, T17 (vpc-dataplane 2.2, 7.1, 7.2).

import * as v from 'valibot';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import { type Address, isIpv4 } from '../../net/address.ts';
import { type Packet, unwrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { findLink, type Link } from '../customer-links.ts';
import { enterByEdge } from '../edge-redirect.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { likelyLink, likelyVgw } from '../likely-link.ts';
import { linkMtu, linkOf, openLink, sealForTunnel, tagForWire } from '../link-crossing.ts';
import { lookUpMapping, trueMapping } from '../mapping.ts';
import { fitPacket, tooBigFromEdge } from '../packet-size.ts';
import type { LinkRoute } from '../step.ts';
import { findDownRoute, findLinkRoute } from '../vgw-routes.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';

const attributes = v.strictObject({
  /** The VPC it is attached to; left out while detached. */
  vpcId: v.optional(vpcIdSchema),
  amazonSideAsn: v.optional(v.number(), 64512),
});

export type VpnGateway = v.InferOutput<typeof attributes>;

export const vpnGateway = defineGateway<VpnGateway>({
  kind: 'vpn-gateway',
  prefix: 'vgw',
  label: 'virtual private gateway',
  routeParameter: 'GatewayId',
  device: 'blackfoot',
  attributes,
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'ROUTE_BLACKHOLE'),
  leadsTo: (_gateway, vpcId, destination, world, id) => likelyVgw(world, vpcId, destination) === id,
  forward: sendOut,
  receive: takeIn,
});

function sendOut({ walk, id, gateway, packet }: Arrival<VpnGateway>): Next {
  const { vpc } = readWraps(packet);
  enter(walk, id, 'blackfoot');
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'strip', packet, bare, id);
  if (!isAttached(walk, id, gateway, vpc.vpcId) && stops(walk, 'GATEWAY_DETACHED', id, bare, vpc.vpcId))
    return stoppedAt(walk, bare);
  const { source } = bare.ip;
  if (!lookUpMapping(walk.world, vpc.vpcId, source) && stops(walk, 'VGW_FOREIGN_SOURCE', id, bare, source))
    return stoppedAt(walk, bare);
  return sendOverLink(walk, id, bare);
}

/** A blackhole to a detached gateway has been listed; the gateway need not be listed again. */
function isAttached({ faults }: Walk, id: string, gateway: VpnGateway, vpcId: string): boolean {
  if (gateway.vpcId === vpcId) return true;
  return faults.some(({ row }) => row && 'target' in row && row.target === id);
}

/** On by the link that leads to the destination. */
function sendOverLink(walk: Walk, id: string, packet: Packet): Next {
  const link = chooseLink(walk, id, packet);
  if (!link) return stoppedAt(walk, packet);
  enter(walk, link.id, 'blackfoot');
  if (link.medium === 'vpn' && !isIpv4(packet.ip.destination))
    return drop(walk, 'VPN_IPV4_ONLY', link.id, packet, packet.ip.destination);
  const fitting = fitToLink(walk, id, link, packet);
  if (!fitting || !link.siteId) return stoppedAt(walk, packet);
  if (link.medium === 'vpn') return sealForTunnel(walk, link, fitting, true);
  return { to: 'gateway', id: link.siteId, packet: tagForWire(walk, link.id, fitting) };
}

/** A wire tells the sender what is too big for it; a tunnel does not. */
function fitToLink(walk: Walk, id: string, link: Link, packet: Packet): Packet | undefined {
  const vpcId = String(walk.world.gateways[id]!.vpcId);
  const tell = (limit: number) => tooBigFromEdge(walk, link.id, vpcId, packet, limit);
  const mayTell = link.medium === 'direct-connect';
  return fitPacket(walk, link.id, packet, linkMtu(walk.world, link.id), mayTell ? tell : undefined);
}

function chooseLink(walk: Walk, id: string, packet: Packet): Link | undefined {
  const { world } = walk;
  const { destination } = packet.ip;
  const route = findLinkRoute(world, id, destination);
  if (route) return followRoute(walk, id, packet, route);
  const down = findDownRoute(world, id, destination);
  if (down) {
    const reason = findLink(world, down.target)!.medium === 'vpn' ? 'TUNNEL_DOWN' : 'WIRE_DOWN';
    return stops(walk, reason, down.target, packet, destination, down) ? undefined : findLink(world, down.target);
  }
  if (stops(walk, 'VGW_NO_PREFIX', id, packet, destination)) return undefined;
  return likelyLink(world, destination, id);
}

function followRoute(walk: Walk, id: string, packet: Packet, route: LinkRoute): Link | undefined {
  note(walk, 'matched-route', 'vgw-route', packet, packet, id, route);
  return findLink(walk.world, route.target);
}

function takeIn({ walk, id, gateway, packet }: Arrival<VpnGateway>): Next {
  const { world } = walk;
  const cameBy = linkOf(packet);
  enter(walk, cameBy, 'blackfoot');
  const bare = openLink(walk, cameBy, packet);
  enter(walk, id, 'blackfoot');
  const { destination } = bare.ip;
  const { vpcId } = gateway;
  if (vpcId && holds(world, vpcId, destination)) return enterByEdge(walk, id, vpcId, bare);
  const onward = findLinkRoute(world, id, destination);
  if (onward && onward.target !== cameBy && !findLink(world, onward.target)!.isShared)
    return sendOverLink(walk, id, bare);
  if (vpcId) return drop(walk, 'VGW_FOREIGN_DEST', id, bare, destination);
  return missVpc(walk, id, bare);
}

/** Whether an interface of the VPC has the address, though its row of the mapping may be broken. */
function holds(world: World, vpcId: string, address: Address): boolean {
  return (lookUpMapping(world, vpcId, address) ?? trueMapping(world, vpcId, address)) !== undefined;
}

/** A gateway without a VPC: a diagnosis goes on into the one where the receiver is. */
function missVpc(walk: Walk, id: string, packet: Packet): Next {
  const { world } = walk;
  const meant = Object.keys(world.vpcs).find((vpcId) => trueMapping(world, vpcId, packet.ip.destination));
  if (!meant) return drop(walk, 'VGW_FOREIGN_DEST', id, packet, packet.ip.destination);
  return stops(walk, 'GATEWAY_DETACHED', id, packet, meant)
    ? stoppedAt(walk, packet)
    : enterByEdge(walk, id, meant, packet);
}
