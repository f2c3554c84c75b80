// Source: D-TGW; code D-ERR, C-TF. Only static routes can be deleted; a propagated one goes with its propagation.

import { defineOperation } from '../operation.ts';
import { cidr, required } from '../parameter.ts';
import { draftTable, missingTransitRoute, staticDestinations, TABLE, transitRouteShape } from '../transit-gateway.ts';

export const deleteTransitGatewayRoute = defineOperation({
  service: 'ec2',
  name: 'DeleteTransitGatewayRoute',
  effect: 'edit',
  summary: 'Removes a static route from a transit gateway’s table',
  parameters: { TransitGatewayRouteTableId: TABLE, DestinationCidrBlock: required(cidr('any')) },
  candidates: {
    DestinationCidrBlock: (world, { TransitGatewayRouteTableId }) =>
      staticDestinations(world, TransitGatewayRouteTableId),
  },
  check: (world, { TransitGatewayRouteTableId, DestinationCidrBlock }) =>
    missingTransitRoute(world, TransitGatewayRouteTableId, DestinationCidrBlock),
  apply(draft, { TransitGatewayRouteTableId, DestinationCidrBlock }, before) {
    const table = draftTable(draft, TransitGatewayRouteTableId);
    table.routes = table.routes.filter(({ destination }) => destination !== DestinationCidrBlock);
    return {
      Route: { ...transitRouteShape(before, TransitGatewayRouteTableId, DestinationCidrBlock), State: 'deleted' },
    };
  },
});
