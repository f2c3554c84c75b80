// Source: D-TGW; codes C-TF (vpc-dataplane 7.4). The VPC's blocks appear in the table, and follow the VPC.

import { defineOperation } from '../operation.ts';
import {
  ATTACHMENT,
  attachedResource,
  attachmentsFor,
  checkSameGateway,
  draftTable,
  TABLE,
  transitTableAt,
} from '../transit-gateway.ts';

export const enableTransitGatewayRouteTablePropagation = defineOperation({
  service: 'ec2',
  name: 'EnableTransitGatewayRouteTablePropagation',
  effect: 'edit',
  summary: 'Lets an attachment’s blocks appear in a transit gateway’s table',
  parameters: { TransitGatewayRouteTableId: TABLE, TransitGatewayAttachmentId: ATTACHMENT },
  candidates: {
    TransitGatewayAttachmentId: (world, { TransitGatewayRouteTableId }) =>
      attachmentsFor(world, TransitGatewayRouteTableId).filter(
        (each) => !transitTableAt(world, TransitGatewayRouteTableId!).propagations.some((other) => other === each),
      ),
  },
  check(world, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }) {
    const stranger = checkSameGateway(world, TransitGatewayRouteTableId, TransitGatewayAttachmentId);
    if (stranger) return stranger;
    const { propagations } = transitTableAt(world, TransitGatewayRouteTableId);
    if (!propagations.some((each) => each === TransitGatewayAttachmentId)) return undefined;
    return {
      code: 'TransitGatewayRouteTablePropagation.Duplicate',
      message: `Propagation of ${TransitGatewayAttachmentId} to ${TransitGatewayRouteTableId} already exists.`,
    };
  },
  apply(draft, { TransitGatewayRouteTableId, TransitGatewayAttachmentId }, before) {
    draftTable(draft, TransitGatewayRouteTableId).propagations.push(TransitGatewayAttachmentId);
    return {
      Propagation: {
        TransitGatewayRouteTableId,
        ...attachedResource(before, TransitGatewayAttachmentId),
        State: 'enabled',
      },
    };
  },
});
