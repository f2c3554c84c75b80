// Edge route tables: a table that a gateway uses steers what comes in, to local or through a middlebox's interface. Nothing else acts on
// entry. Source: D-RT, D-RTO (vpc-dataplane 3.4).

import { edgeTableId } from '../cloud/lookup.ts';
import type { Packet } from '../net/packet.ts';
import { lookUpMapping } from './mapping.ts';
import { findRoute } from './routing.ts';
import type { MappingRow } from './step.ts';
import { note, type Walk } from './walk.ts';

/** The middlebox's row of the mapping where the gateway's table sends the packet through one. */
export function redirectAtEdge(walk: Walk, gatewayId: string, vpcId: string, packet: Packet): MappingRow | undefined {
  const { world } = walk;
  const tableId = edgeTableId(world, gatewayId);
  const route = tableId && findRoute(world, tableId, packet.ip.destination);
  if (!route) return undefined;
  note(
    walk,
    'matched-route',
    route.target === 'local' ? 'local-route' : 'longest-prefix',
    packet,
    packet,
    tableId,
    route,
  );
  const middlebox = world.networkInterfaces[route.target]?.addresses[0];
  return middlebox && lookUpMapping(world, vpcId, middlebox.address);
}
