// Source: D-TGW; codes C-TF, D-ERR (vpc-dataplane 7.4). A static route hides an equal propagated one; a blackhole is one that drops.
// Inferred: a second static route for the same block is refused, whatever its target.

import type { World } from '../../cloud/world.ts';
import type { Cidr } from '../../net/cidr.ts';
import { defineOperation } from '../operation.ts';
import { cidr, flag, id, required } from '../parameter.ts';
import {
  attachmentsFor,
  checkSameGateway,
  draftTable,
  TABLE,
  transitRouteShape,
  transitTableAt,
} from '../transit-gateway.ts';

export const createTransitGatewayRoute = defineOperation({
  service: 'ec2',
  name: 'CreateTransitGatewayRoute',
  effect: 'edit',
  summary: 'Adds a static route to a transit gateway’s table: to an attachment, or a blackhole',
  parameters: {
    DestinationCidrBlock: required(cidr('any')),
    TransitGatewayRouteTableId: TABLE,
    TransitGatewayAttachmentId: id('transit-gateway-attachment'),
    Blackhole: flag(),
  },
  oneOf: [['TransitGatewayAttachmentId', 'Blackhole']],
  candidates: {
    DestinationCidrBlock: (world, { TransitGatewayRouteTableId }) => destinations(world, TransitGatewayRouteTableId),
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      attachmentsFor(world, TransitGatewayRouteTableId),
    Blackhole: () => ['true'],
  },
  check(world, { DestinationCidrBlock, TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const stranger =
      TransitGatewayAttachmentId && checkSameGateway(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId);
    if (stranger) return stranger;
    const { routes } = transitTableAt(world, TransitGatewayRouteTableId);
    if (!routes.some(({ destination }) => destination === DestinationCidrBlock)) return undefined;
    return {
      code: 'RouteAlreadyExists',
      message: `The static route ${DestinationCidrBlock} already exists in ${TransitGatewayRouteTableId}.`,
      remedy: 'Delete it first, or use replace-transit-gateway-route.',
    };
  },
  apply(draft, { DestinationCidrBlock, TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    draftTable(draft, TransitGatewayRouteTableId).routes.push({
      destination: DestinationCidrBlock,
      ...(TransitGatewayAttachmentId && { attachmentId: TransitGatewayAttachmentId as `tgw-attach-${string}` }),
    });
    return (after) => ({ Route: transitRouteShape(after, TransitGatewayRouteTableId, DestinationCidrBlock) });
  },
});

/** Everything, and what the attached VPCs own; not what the table has. */
function destinations(world: World, tableId: string | undefined): readonly Cidr[] {
  if (!tableId) return [];
  const blocks = attachmentsFor(world, tableId).flatMap(
    (each) => world.vpcs[String(world.gateways[each]!.vpcId)]?.cidrs ?? [],
  );
  const all = new Set(['0.0.0.0/0' as string as Cidr, ...blocks]);
  return [...all].filter(
    (each) => !transitTableAt(world, tableId).routes.some(({ destination }) => destination === each),
  );
}
