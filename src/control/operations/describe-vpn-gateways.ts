// Source: EC2 API reference, DescribeVpnGateways.

import type { World } from '../../cloud/world.ts';
import { defineLook } from '../describe.ts';

export const describeVpnGateways = defineLook({
  name: 'DescribeVpnGateways',
  summary: 'Lists virtual private gateways and the VPCs they are attached to',
  resource: 'vpn-gateway',
  ids: 'VpnGatewayIds',
  key: 'VpnGateways',
  shape: vpnGatewayShape,
  filters: {
    'vpn-gateway-id': (_world, id) => [id],
    'attachment.vpc-id': (world, id) => [world.gateways[id]!.vpcId as string | undefined],
    'attachment.state': (world, id) => (world.gateways[id]!.vpcId ? ['attached'] : []),
    state: () => ['available'],
  },
});

export function vpnGatewayShape(world: World, id: string) {
  const { vpcId, amazonSideAsn } = world.gateways[id]!;
  return {
    VpnGatewayId: id,
    State: 'available',
    Type: 'ipsec.1',
    AmazonSideAsn: amazonSideAsn,
    VpcAttachments: vpcId ? [{ State: 'attached', VpcId: vpcId }] : [],
  };
}
