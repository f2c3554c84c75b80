// The transit gateway: a Regional router on Hyperplane. A VPC's route to it leads to the interface of the VPC's attachment in the sender's
// own zone; a zone without one cannot use it. What the router does with the packet stands in transit-gateway-attachment.ts.
// Source: D-TGW, D-TGWA, D-RA (vpc-dataplane 7.4). Simplified: one account and Region; no peering of transit gateways, no multicast.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { vpcIdOfInterface } from '../../cloud/lookup.ts';
import { idSchema } from '../../cloud/schema.ts';
import type { World } from '../../cloud/world.ts';
import { type Departure, defineGateway } from '../gateway-kind.ts';
import { encapsulate, mappingFor } from '../leave.ts';
import { attachmentToward } from '../likely-attachment.ts';
import { attachmentOf, findVpcAttachment, listAttachments } from '../transit-routes.ts';
import { type Next, stoppedAt, stops } from '../walk.ts';
import { zoneOf } from '../zones.ts';

const attributes = v.strictObject({
  /** The table that new attachments are associated with, and the one that they propagate to. */
  associationDefaultRouteTableId: v.optional(idSchema('tgw-rtb')),
  propagationDefaultRouteTableId: v.optional(idSchema('tgw-rtb')),
  amazonSideAsn: v.optional(v.number(), 64512),
});

export type TransitGateway = v.InferOutput<typeof attributes>;

export const transitGateway = defineGateway<TransitGateway>({
  kind: 'transit-gateway',
  prefix: 'tgw',
  label: 'transit gateway',
  routeParameter: 'TransitGatewayId',
  device: 'none',
  attributes,
  references({ associationDefaultRouteTableId, propagationDefaultRouteTableId }, world, path, report) {
    for (const [key, id] of Object.entries({ associationDefaultRouteTableId, propagationDefaultRouteTableId }))
      if (id) refersToKind(world, id, 'transit-gateway-route-table', [...path, key], report);
  },
  homes: (_gateway, id, world) => vpcsOf(world, id),
  blackhole: (_gateway, vpcId, world, id) => (findVpcAttachment(world, id, vpcId) ? undefined : 'ROUTE_BLACKHOLE'),
  leadsTo(_gateway, vpcId, destination, world, id) {
    const from = findVpcAttachment(world, id, vpcId);
    return from !== undefined && attachmentToward(world, { transitGatewayId: id, from }, destination) !== undefined;
  },
  take: enterAttachment,
});

/** The VPCs that are attached to a transit gateway. */
export function vpcsOf(world: World, id: string): readonly string[] {
  return listAttachments(world).flatMap(([, { transitGatewayId, vpcId }]) =>
    transitGatewayId === id && vpcId ? [vpcId] : [],
  );
}

function enterAttachment({ walk, id, packet, networkInterfaceId, underlay }: Departure<TransitGateway>): Next {
  const { world } = walk;
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  const attachmentId = findVpcAttachment(world, id, vpcId)!;
  const { nodes } = attachmentOf(world, attachmentId)!;
  const zone = zoneOf(world, networkInterfaceId);
  const near = nodes.find((node) => zoneOf(world, node.networkInterfaceId) === zone);
  if (!near && stops(walk, 'TGW_NO_AZ', attachmentId, packet, zone)) return stoppedAt(walk, packet);
  const { addresses } = world.networkInterfaces[(near ?? nodes[0]!).networkInterfaceId]!;
  const row = mappingFor(walk, vpcId, packet, addresses[0]!.address);
  return row ? encapsulate(walk, networkInterfaceId, underlay, packet, row) : stoppedAt(walk, packet);
}
