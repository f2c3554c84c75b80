// Edge route tables: a table that a gateway uses steers what comes in, to local or through a middlebox's interface. Nothing else acts on
// entry. What a gateway sends in through a middlebox must come out through it as well. Source: D-RT, D-RTO, D-RA (vpc-dataplane 3.4).
// Inferred: the middlebox's public address is asked for where the packet would go to it.

import { edgeTableId } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import { isIpv4 } from '../net/address.ts';
import type { Packet, VpcHeader } from '../net/packet.ts';
import { encapsulate, mappingFor } from './leave.ts';
import { interfaceBehind, middleboxBefore } from './middlebox.ts';
import { pairOf } from './pretence.ts';
import { blackholeReason, findRoute } from './routing.ts';
import type { MappingRow } from './step.ts';
import { type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** Into a VPC by a gateway on the edge: to whoever holds the destination, or first through the middlebox that the gateway's table names. */
export function enterByEdge(walk: Walk, gatewayId: string, vpcId: string, packet: Packet): Next {
  const { world } = walk;
  const { destination } = packet.ip;
  const tableId = edgeTableId(world, gatewayId);
  const route = tableId && findRoute(world, tableId, destination);
  const row = route
    ? steer(walk, { gatewayId, tableId, route, vpcId, packet })
    : mappingFor(walk, vpcId, packet, destination);
  return row ? encapsulate(walk, gatewayId, world.substrate.blackfoot, packet, row) : stoppedAt(walk, packet);
}

interface Steering {
  readonly gatewayId: string;
  readonly tableId: string;
  readonly route: Route;
  readonly vpcId: string;
  readonly packet: Packet;
}

/** The row of the mapping that the table's route leads to; undefined when the walk ends here. */
function steer(walk: Walk, { gatewayId, tableId, route, vpcId, packet }: Steering): MappingRow | undefined {
  const { destination } = packet.ip;
  const dead = blackholeReason(walk.world, walk.kinds, tableId, route);
  if (dead && stops(walk, dead, tableId, packet, destination, route)) return undefined;
  note(walk, 'matched-route', 'edge-table', packet, packet, tableId, route);
  const eni = interfaceBehind(walk, route.target);
  const middlebox = eni && walk.world.networkInterfaces[eni];
  if (!middlebox) return mappingFor(walk, vpcId, packet, destination);
  const needsPublicIp = eni === route.target && walk.world.gateways[gatewayId]!.kind === 'internet-gateway';
  const isSeen = !needsPublicIp || hasPublicIp(walk, vpcId, eni, packet);
  if (!isSeen && stops(walk, 'EDGE_MIDDLEBOX_NO_PUBLIC_IP', eni, packet, gatewayId)) return undefined;
  return mappingFor(walk, vpcId, packet, middlebox.addresses[0]!.address);
}

/** Traffic of the internet goes through an appliance's interface only if that has a public address of its own; of IPv6 every address is one. */
function hasPublicIp(walk: Walk, vpcId: string, eni: string, packet: Packet): boolean {
  if (!isIpv4(packet.ip.destination)) return true;
  return walk.world.networkInterfaces[eni]!.addresses.some(({ address }) => pairOf(walk, vpcId, address));
}

/** The middlebox that stands between a sender and this gateway, where the sender has gone past it. */
export function missedMiddlebox(walk: Walk, gatewayId: string, vpc: VpcHeader, packet: Packet): string | undefined {
  return middleboxBefore(walk, gatewayId, packet.ip.source, vpc.from);
}
