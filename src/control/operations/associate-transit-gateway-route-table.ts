// Source: D-TGW; codes C-TF (vpc-dataplane 7.4). An attachment has one table.

import { associatedTable } from '../../dataplane/transit-routes.ts';
import { defineOperation } from '../operation.ts';
import {
  ATTACHMENT,
  attachedResource,
  attachmentsFor,
  checkSameGateway,
  draftTable,
  TABLE,
} from '../transit-gateway.ts';

export const associateTransitGatewayRouteTable = defineOperation({
  service: 'ec2',
  name: 'AssociateTransitGatewayRouteTable',
  effect: 'edit',
  summary: 'Lets a transit gateway’s table route what comes from an attachment',
  parameters: { TransitGatewayRouteTableId: TABLE, TransitGatewayAttachmentId: ATTACHMENT },
  candidates: {
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      attachmentsFor(world, TransitGatewayRouteTableId).filter((each) => !associatedTable(world, each)),
  },
  check(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const stranger = checkSameGateway(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId);
    if (stranger) return stranger;
    const other = associatedTable(world, TransitGatewayAttachmentId);
    if (!other) return undefined;
    return {
      code: 'Resource.AlreadyAssociated',
      message: `The transit gateway attachment ${TransitGatewayAttachmentId} is already associated to a route table.`,
      remedy: `It uses ${other}; disassociate it first.`,
    };
  },
  apply(draft, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }, before) {
    draftTable(draft, TransitGatewayRouteTableId).associations.push(TransitGatewayAttachmentId);
    return {
      Association: {
        TransitGatewayRouteTableId,
        ...attachedResource(before, TransitGatewayAttachmentId),
        State: 'associating',
      },
    };
  },
});
