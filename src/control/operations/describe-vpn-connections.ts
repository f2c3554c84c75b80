// Source: EC2 API reference, DescribeVpnConnections. A tunnel is UP while a router answers and nothing on its way is down.

import type { World } from '../../cloud/world.ts';
import { findLink, isTunnelUp } from '../../dataplane/customer-links.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { defineLook } from '../describe.ts';

export const describeVpnConnections = defineLook({
  name: 'DescribeVpnConnections',
  summary: 'Lists VPN connections: their ends, their static routes, and the state of both tunnels',
  resource: 'vpn-connection',
  ids: 'VpnConnectionIds',
  key: 'VpnConnections',
  shape: vpnConnectionShape,
  filters: {
    'vpn-connection-id': (_world, id) => [id],
    'customer-gateway-id': (world, id) => [vpnOf(world, id).customerGatewayId],
    'vpn-gateway-id': (world, id) => [vpnOf(world, id).vpnGatewayId],
    'transit-gateway-id': (world, id) => [vpnOf(world, id).transitGatewayId],
    'option.static-routes-only': (world, id) => [String(vpnOf(world, id).staticRoutesOnly)],
    'route.destination-cidr-block': (world, id) => vpnOf(world, id).routes,
    state: () => ['available'],
  },
});

function vpnOf(world: World, id: string): VpnConnection {
  return world.gateways[id] as unknown as VpnConnection;
}

export function vpnConnectionShape(world: World, id: string) {
  const { customerGatewayId, vpnGatewayId, transitGatewayId, staticRoutesOnly, routes, tunnels } = vpnOf(world, id);
  const siteId = findLink(world, id)?.siteId;
  return {
    VpnConnectionId: id,
    State: 'available',
    Type: 'ipsec.1',
    CustomerGatewayId: customerGatewayId,
    ...(vpnGatewayId && { VpnGatewayId: vpnGatewayId }),
    ...(transitGatewayId && { TransitGatewayId: transitGatewayId }),
    Options: { StaticRoutesOnly: staticRoutesOnly },
    Routes: routes.map((DestinationCidrBlock) => ({ DestinationCidrBlock, State: 'available' })),
    VgwTelemetry: tunnels.map((OutsideIpAddress, index) => ({
      OutsideIpAddress,
      Status: siteId && isTunnelUp(world, id, siteId, index + 1) ? 'UP' : 'DOWN',
    })),
  };
}
