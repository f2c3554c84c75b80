// Source: D-VPN; codes C-OS (vpc-dataplane 5.2).

import type { World } from '../../cloud/world.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, required } from '../parameter.ts';

export const deleteVpnConnectionRoute = defineOperation({
  service: 'ec2',
  name: 'DeleteVpnConnectionRoute',
  effect: 'edit',
  summary: 'Takes a prefix away from a static VPN connection',
  parameters: { VpnConnectionId: required(id('vpn-connection')), DestinationCidrBlock: required(cidr('IPv4')) },
  candidates: { DestinationCidrBlock: (world, { VpnConnectionId }) => routesOf(world, VpnConnectionId) },
  isUseful: { VpnConnectionId: (world, _input, text) => routesOf(world, text).length > 0 },
  check(world, { VpnConnectionId, DestinationCidrBlock }) {
    if (routesOf(world, VpnConnectionId).includes(DestinationCidrBlock)) return undefined;
    return {
      code: 'InvalidRoute.NotFound',
      message: `There is no route for the destination ${DestinationCidrBlock} in the VPN connection ${VpnConnectionId}.`,
    };
  },
  apply(draft, { VpnConnectionId, DestinationCidrBlock }) {
    const vpn = draft.gateways[VpnConnectionId] as unknown as { routes: string[] };
    vpn.routes = vpn.routes.filter((each) => each !== DestinationCidrBlock);
    return undefined;
  },
});

function routesOf(world: World, id: string | undefined): readonly string[] {
  return (world.gateways[id ?? ''] as VpnConnection | undefined)?.routes ?? [];
}
