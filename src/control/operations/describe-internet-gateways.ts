// Source: EC2 API reference, DescribeInternetGateways.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeInternetGateways = defineLook({
  name: 'DescribeInternetGateways',
  summary: 'Lists internet gateways and the VPCs they are attached to',
  resource: 'internet-gateway',
  ids: 'InternetGatewayIds',
  key: 'InternetGateways',
  shape: internetGatewayShape,
  filters: {
    'internet-gateway-id': (_world, id) => [id],
    'attachment.vpc-id': (world, id) => [world.gateways[id]!.vpcId as string | undefined],
    'attachment.state': (world, id) => (world.gateways[id]!.vpcId ? ['available'] : []),
  },
});

export function internetGatewayShape(world: World, id: string) {
  const vpcId = world.gateways[id]!.vpcId as string | undefined;
  return { InternetGatewayId: id, Attachments: vpcId ? [{ State: 'available', VpcId: vpcId }] : [] };
}
