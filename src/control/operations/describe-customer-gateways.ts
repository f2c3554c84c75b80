// Source: EC2 API reference, DescribeCustomerGateways. The API gives the BGP number as text.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeCustomerGateways = defineLook({
  name: 'DescribeCustomerGateways',
  summary: 'Lists customer gateways: what AWS knows of customers’ routers',
  resource: 'customer-gateway',
  ids: 'CustomerGatewayIds',
  key: 'CustomerGateways',
  shape: customerGatewayShape,
  filters: {
    'customer-gateway-id': (_world, id) => [id],
    'ip-address': (world, id) => [world.gateways[id]!.ipAddress as string],
    'bgp-asn': (world, id) => [String(world.gateways[id]!.asn)],
    state: () => ['available'],
  },
});

export function customerGatewayShape(world: World, id: string) {
  const { ipAddress, asn } = world.gateways[id]!;
  return { CustomerGatewayId: id, State: 'available', Type: 'ipsec.1', IpAddress: ipAddress, BgpAsn: String(asn) };
}
