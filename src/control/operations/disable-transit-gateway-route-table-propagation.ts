// Source: D-TGW; code C-TF.

import { defineOperation } from '../operation.ts';
import { ATTACHMENT, attachedResource, draftTable, TABLE, transitTableAt } from '../transit-gateway.ts';

export const disableTransitGatewayRouteTablePropagation = defineOperation({
  service: 'ec2',
  name: 'DisableTransitGatewayRouteTablePropagation',
  effect: 'edit',
  summary: 'Takes an attachment’s blocks out of a transit gateway’s table',
  parameters: { TransitGatewayRouteTableId: TABLE, TransitGatewayAttachmentId: ATTACHMENT },
  candidates: {
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      TransitGatewayRouteTableId ? transitTableAt(world, TransitGatewayRouteTableId).propagations : [],
  },
  check(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const { propagations } = transitTableAt(world, TransitGatewayRouteTableId);
    if (propagations.some((each) => each === TransitGatewayAttachmentId)) return undefined;
    return {
      code: 'TransitGatewayRouteTablePropagation.NotFound',
      message: `${TransitGatewayAttachmentId} does not propagate to ${TransitGatewayRouteTableId}.`,
    };
  },
  apply(draft, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }, before) {
    const { propagations } = draftTable(draft, TransitGatewayRouteTableId);
    propagations.splice(propagations.indexOf(TransitGatewayAttachmentId), 1);
    return {
      Propagation: {
        TransitGatewayRouteTableId,
        ...attachedResource(before, TransitGatewayAttachmentId),
        State: 'disabled',
      },
    };
  },
});
