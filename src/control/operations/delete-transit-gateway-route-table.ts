// Source: D-TGW; code C-TF. Inferred: IncorrectState for a default table, too.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { TABLE, transitGatewayAt, transitTableAt, transitTableShape } from '../transit-gateway.ts';

export const deleteTransitGatewayRouteTable = defineOperation({
  service: 'ec2',
  name: 'DeleteTransitGatewayRouteTable',
  effect: 'edit',
  summary: 'Deletes a transit gateway’s route table that no attachment uses',
  parameters: { TransitGatewayRouteTableId: TABLE },
  check(world, { TransitGatewayRouteTableId }) {
    const { associations, transitGatewayId } = transitTableAt(world, TransitGatewayRouteTableId);
    const { associationDefaultRouteTableId, propagationDefaultRouteTableId } = transitGatewayAt(
      world,
      transitGatewayId,
    );
    if ([associationDefaultRouteTableId, propagationDefaultRouteTableId].includes(TransitGatewayRouteTableId as never))
      return {
        code: 'IncorrectState',
        message: `${TransitGatewayRouteTableId} is a default route table of ${transitGatewayId}.`,
      };
    if (associations.length === 0) return undefined;
    return {
      code: 'IncorrectState',
      message: `${TransitGatewayRouteTableId} has associations that are not deleted.`,
      remedy: `Disassociate ${associations.join(', ')} first.`,
    };
  },
  apply(draft, { TransitGatewayRouteTableId }, before) {
    delete draft.gateways[TransitGatewayRouteTableId];
    retireId(draft, TransitGatewayRouteTableId);
    return {
      TransitGatewayRouteTable: { ...transitTableShape(before, TransitGatewayRouteTableId), State: 'deleting' },
    };
  },
});
