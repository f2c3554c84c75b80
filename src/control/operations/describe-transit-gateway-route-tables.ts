// Source: EC2 API reference, DescribeTransitGatewayRouteTables.

import { defineLook } from '../describe.ts';
import { transitTableAt, transitTableShape } from '../transit-gateway.ts';

export const describeTransitGatewayRouteTables = defineLook({
  name: 'DescribeTransitGatewayRouteTables',
  summary: 'Lists the route tables of transit gateways',
  resource: 'transit-gateway-route-table',
  ids: 'TransitGatewayRouteTableIds',
  key: 'TransitGatewayRouteTables',
  shape: transitTableShape,
  filters: {
    'transit-gateway-route-table-id': (_world, id) => [id],
    'transit-gateway-id': (world, id) => [transitTableAt(world, id).transitGatewayId],
    'default-association-route-table': (world, id) => [
      String(transitTableShape(world, id).DefaultAssociationRouteTable),
    ],
    'default-propagation-route-table': (world, id) => [
      String(transitTableShape(world, id).DefaultPropagationRouteTable),
    ],
    state: () => ['available'],
  },
});
