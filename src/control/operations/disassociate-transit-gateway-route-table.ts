// Source: D-TGW; code C-TF. What comes from the attachment then dies: it has no table.

import { associatedTable } from '../../dataplane/transit-routes.ts';
import { defineOperation } from '../operation.ts';
import { ATTACHMENT, attachedResource, draftTable, TABLE, transitTableAt } from '../transit-gateway.ts';

export const disassociateTransitGatewayRouteTable = defineOperation({
  service: 'ec2',
  name: 'DisassociateTransitGatewayRouteTable',
  effect: 'edit',
  summary: 'Takes an attachment off a transit gateway’s table',
  parameters: { TransitGatewayRouteTableId: TABLE, TransitGatewayAttachmentId: ATTACHMENT },
  candidates: {
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      TransitGatewayRouteTableId ? transitTableAt(world, TransitGatewayRouteTableId).associations : [],
  },
  check(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    if (associatedTable(world, TransitGatewayAttachmentId) === TransitGatewayRouteTableId) return undefined;
    return {
      code: 'InvalidAssociation.NotFound',
      message: `${TransitGatewayAttachmentId} is not associated with ${TransitGatewayRouteTableId}.`,
    };
  },
  apply(draft, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }, before) {
    const { associations } = draftTable(draft, TransitGatewayRouteTableId);
    associations.splice(associations.indexOf(TransitGatewayAttachmentId), 1);
    return {
      Association: {
        TransitGatewayRouteTableId,
        ...attachedResource(before, TransitGatewayAttachmentId),
        State: 'disassociating',
      },
    };
  },
});
