// Source: EC2 API reference, DescribeTransitGateways.

import { defineLook } from '../describe.ts';
import { transitGatewayShape } from '../transit-gateway.ts';

export const describeTransitGateways = defineLook({
  name: 'DescribeTransitGateways',
  summary: 'Lists transit gateways and their default route tables',
  resource: 'transit-gateway',
  ids: 'TransitGatewayIds',
  key: 'TransitGateways',
  shape: transitGatewayShape,
  filters: { 'transit-gateway-id': (_world, id) => [id], state: () => ['available'] },
});
