// Source: D-TGW; codes C-TF. Inferred: InvalidRoute.NotFound for a block without a static route.

import { defineOperation } from '../operation.ts';
import { cidr, flag, id, required } from '../parameter.ts';
import {
  attachmentsFor,
  checkSameGateway,
  draftTable,
  missingTransitRoute,
  staticDestinations,
  TABLE,
  transitRouteShape,
} from '../transit-gateway.ts';

export const replaceTransitGatewayRoute = defineOperation({
  service: 'ec2',
  name: 'ReplaceTransitGatewayRoute',
  effect: 'edit',
  summary: 'Gives a static route of a transit gateway’s table another attachment, or makes it a blackhole',
  parameters: {
    DestinationCidrBlock: required(cidr('any')),
    TransitGatewayRouteTableId: TABLE,
    TransitGatewayAttachmentId: id('transit-gateway-attachment'),
    Blackhole: flag(),
  },
  oneOf: [['TransitGatewayAttachmentId', 'Blackhole']],
  candidates: {
    DestinationCidrBlock: (world, { TransitGatewayRouteTableId }) =>
      staticDestinations(world, TransitGatewayRouteTableId),
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      attachmentsFor(world, TransitGatewayRouteTableId),
    Blackhole: () => ['true'],
  },
  check: (world, { DestinationCidrBlock, TransitGatewayRouteTableId, TransitGatewayAttachmentId }) =>
    (TransitGatewayAttachmentId
      ? checkSameGateway(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId)
      : undefined) ?? missingTransitRoute(world, TransitGatewayRouteTableId, DestinationCidrBlock),
  apply(draft, { DestinationCidrBlock, TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const table = draftTable(draft, TransitGatewayRouteTableId);
    const attachmentId = TransitGatewayAttachmentId as `tgw-attach-${string}` | undefined;
    table.routes = table.routes.map((route) =>
      route.destination === DestinationCidrBlock
        ? { destination: DestinationCidrBlock, ...(attachmentId && { attachmentId }) }
        : route,
    );
    return (after) => ({ Route: transitRouteShape(after, TransitGatewayRouteTableId, DestinationCidrBlock) });
  },
});
