// An attachment to a transit gateway: of a VPN connection, or of a VPC, with one interface in one subnet of each enabled zone. What comes in by one is routed by the table
// that the attachment is associated with; what goes out by one is routed on by its subnet's own route table. The subnet's network ACL looks
// at what its own instances send to it, and not at what it sends to them. Source: D-TGW, D-TGWA, D-TGWN, D-RA (vpc-dataplane 7.4).
// Inferred: the attachment subnet's table routes what enters (from D-TGWX). Simplified: no time to live is spent.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { type GatewayNode, nodeSchema } from '../../cloud/gateway.ts';
import { idSchema } from '../../cloud/schema.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import { isIpv4 } from '../../net/address.ts';
import { type Packet, unwrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { findLink } from '../customer-links.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { routeOut } from '../leave.ts';
import { attachmentToward, egressAttachment } from '../likely-attachment.ts';
import { openLink, sealForTunnel } from '../link-crossing.ts';
import { TRANSIT_MTU } from '../packet-size.ts';
import {
  associatedTable,
  attachmentOf,
  BLACKHOLE,
  findTransitRoute,
  isTransitBlackhole,
  listAttachments,
  listTransitTables,
} from '../transit-routes.ts';
import { comesRound, drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';
import { lostZoneOf, zoneOf } from '../zones.ts';

const attributes = v.strictObject({
  transitGatewayId: idSchema('tgw'),
  /** What is attached: a VPC, by its nodes, or a VPN connection. */
  vpcId: v.optional(vpcIdSchema),
  nodes: v.optional(v.array(nodeSchema), []),
  vpnConnectionId: v.optional(idSchema('vpn')),
  /** Whether both directions of a flow use the same zone of this VPC. */
  applianceMode: v.optional(v.boolean(), false),
  /** Whether rules of this VPC may name groups of other VPCs, and know their members by them. */
  securityGroupReferencing: v.optional(v.boolean(), false),
});

export type TransitGatewayAttachment = v.InferOutput<typeof attributes>;

export const transitGatewayAttachment = defineGateway<TransitGatewayAttachment>({
  kind: 'transit-gateway-attachment',
  prefix: 'tgw-attach',
  label: 'transit gateway attachment',
  routeParameter: '',
  device: 'hyperplane',
  filtersNeighbours: true,
  attributes,
  references({ transitGatewayId, vpcId, nodes, vpnConnectionId }, world, path, report) {
    refersToKind(world, transitGatewayId, 'transit-gateway', [...path, 'transitGatewayId'], report);
    if (vpnConnectionId) refersToKind(world, vpnConnectionId, 'vpn-connection', [...path, 'vpnConnectionId'], report);
    if ((vpcId === undefined) === (vpnConnectionId === undefined) || (vpcId === undefined) !== (nodes.length === 0))
      report(path, 'an attachment is for a VPC, with at least one node, or for a VPN connection');
    nodes.forEach(({ subnetId, networkInterfaceId }, index) => {
      const home = world.subnets[subnetId]?.vpcId;
      if (home && home !== vpcId) report([...path, 'nodes', index, 'subnetId'], `${subnetId} is not in ${vpcId}`);
      const zone = zoneOf(world, networkInterfaceId);
      if (nodes.slice(0, index).some((other) => zoneOf(world, other.networkInterfaceId) === zone))
        report([...path, 'nodes', index], `${zone} has a subnet of this attachment already`);
    });
    const twin = listAttachments(world).find(
      ([, each]) => vpcId !== undefined && each.transitGatewayId === transitGatewayId && each.vpcId === vpcId,
    );
    if (twin && twin[0] !== path[1]) report([...path, 'vpcId'], `${twin[0]} already attaches ${vpcId}`);
  },
  blackhole: () => 'ROUTE_BLACKHOLE',
  forward: comeIn,
  receive: comeInByVpn,
});

function comeIn({ walk, id, packet }: Arrival<TransitGatewayAttachment>): Next {
  const { vpc } = readWraps(packet);
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, id);
  return routeThrough(walk, id, bare, zoneOf(walk.world, vpc.target));
}

/** Out of a tunnel. */
function comeInByVpn({ walk, id, packet }: Arrival<TransitGatewayAttachment>): Next {
  enter(walk, id, 'hyperplane');
  return routeThrough(walk, id, openLink(walk, id, packet), undefined);
}

/** The transit gateway routes what has come from an attachment, by the table that the attachment is associated with. */
function routeThrough(walk: Walk, from: string, packet: Packet, zone: string | undefined): Next {
  const { transitGatewayId } = attachmentOf(walk.world, from)!;
  enter(walk, transitGatewayId, 'hyperplane');
  const { bytes = 0 } = packet.ip.datagram ?? {};
  const isTooBig = bytes > TRANSIT_MTU;
  if (isTooBig && stops(walk, 'MTU_EXCEEDED', transitGatewayId, packet, `${bytes} > ${TRANSIT_MTU}`))
    return stoppedAt(walk, packet);
  const tableId = associatedTable(walk.world, from);
  if (!tableId && stops(walk, 'TGW_NO_ASSOCIATION', from, packet, transitGatewayId)) return stoppedAt(walk, packet);
  if (comesRound(walk, `${transitGatewayId} ${from}`, packet, true))
    return drop(walk, 'RT_LOOP', tableId ?? transitGatewayId, packet, from);
  const to = chooseAttachment(walk, { from, transitGatewayId, tableId: tableId ?? likelyTable(walk, from) }, packet);
  return to ? goOut(walk, to, packet, zone) : stoppedAt(walk, packet);
}

interface Place {
  readonly from: string;
  readonly transitGatewayId: string;
  readonly tableId: string | undefined;
}

/** The attachment that the packet leaves by; undefined when the walk ends here. */
function chooseAttachment(walk: Walk, place: Place, packet: Packet): string | undefined {
  const { tableId } = place;
  if (!tableId) return likelyAttachment(walk, place, packet);
  const { destination } = packet.ip;
  const route = findTransitRoute(walk.world, tableId, destination);
  if (!route) {
    if (stops(walk, 'TGW_NO_ROUTE', tableId, packet, destination)) return undefined;
    return likelyAttachment(walk, place, packet);
  }
  if (!isTransitBlackhole(walk.world, route)) {
    note(walk, 'matched-route', 'transit-route', packet, packet, tableId, route);
    return route.target;
  }
  if (stops(walk, 'TGW_BLACKHOLE', tableId, packet, destination, route)) return undefined;
  return route.target === BLACKHOLE ? undefined : likelyAttachment(walk, place, packet);
}

/** For a diagnosis: the table that an attachment should use, where its transit gateway has a default one or no other. */
function likelyTable({ world }: Walk, from: string): string | undefined {
  const { transitGatewayId } = attachmentOf(world, from)!;
  const { associationDefaultRouteTableId } = world.gateways[transitGatewayId] as {
    associationDefaultRouteTableId?: string;
  };
  const own = listTransitTables(world).filter(([, each]) => each.transitGatewayId === transitGatewayId);
  return associationDefaultRouteTableId ?? (own.length === 1 ? own[0]![0] : undefined);
}

/** For a diagnosis: the attachment that should lead on. */
function likelyAttachment({ world }: Walk, place: Place, { ip }: Packet): string | undefined {
  return attachmentToward(world, place, ip.destination) ?? egressAttachment(world, place, ip.destination);
}

/** Into the VPC by one of the attachment's interfaces, and on by the table of its subnet. */
function goOut(walk: Walk, id: string, packet: Packet, zone: string | undefined): Next {
  const { world } = walk;
  enter(walk, id, 'hyperplane');
  const attachment = attachmentOf(world, id)!;
  if (attachment.vpnConnectionId) return goOutByVpn(walk, attachment.vpnConnectionId, packet);
  const usable = attachment.nodes.filter(({ networkInterfaceId }) => !lostZoneOf(world, networkInterfaceId));
  const node = attachment.applianceMode ? pickForFlow(usable, packet) : nearest(world, usable, zone);
  if (!node && stops(walk, 'TGW_AZ_MISMATCH', id, packet, zone)) return stoppedAt(walk, packet);
  const { networkInterfaceId } = node ?? attachment.nodes[0]!;
  return routeOut(walk, networkInterfaceId, world.substrate.hyperplane, packet);
}

function goOutByVpn(walk: Walk, vpnId: string, packet: Packet): Next {
  const link = findLink(walk.world, vpnId)!;
  if (!link.siteId) return drop(walk, 'TGW_VPN_DOWN', vpnId, packet, packet.ip.destination);
  if (!isIpv4(packet.ip.destination)) return drop(walk, 'VPN_IPV4_ONLY', vpnId, packet, packet.ip.destination);
  if (!link.isUp && stops(walk, 'TGW_VPN_DOWN', vpnId, packet, packet.ip.destination)) return stoppedAt(walk, packet);
  return sealForTunnel(walk, link, packet, true);
}

/** The zone that the packet came from, where the attachment is in it: each direction of a flow judges for itself. */
function nearest(world: World, nodes: readonly GatewayNode[], zone: string | undefined): GatewayNode | undefined {
  return nodes.find(({ networkInterfaceId }) => zoneOf(world, networkInterfaceId) === zone) ?? nodes[0];
}

/** Appliance mode: a choice that is the same for both directions. Source: D-TGW. Simplified: it follows from the two addresses alone. */
function pickForFlow(nodes: readonly GatewayNode[], { ip }: Packet): GatewayNode | undefined {
  const ends = [ip.source, ip.destination].sort().join(' ');
  let sum = 0;
  for (let i = 0; i < ends.length; i++) sum = (sum * 31 + ends.charCodeAt(i)) >>> 0;
  return nodes[sum % nodes.length];
}
