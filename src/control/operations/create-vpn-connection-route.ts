// Source: D-VPN; codes C-OS (vpc-dataplane 5.2). The same route again is a success. Inferred: the code for a connection that uses BGP.

import type { World } from '../../cloud/world.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { defineOperation } from '../operation.ts';
import { cidr, id, invalid, required } from '../parameter.ts';
import { siteBlocks } from '../site.ts';

export const createVpnConnectionRoute = defineOperation({
  service: 'ec2',
  name: 'CreateVpnConnectionRoute',
  effect: 'edit',
  summary: 'Tells a static VPN connection a prefix of the customer’s',
  parameters: { VpnConnectionId: required(id('vpn-connection')), DestinationCidrBlock: required(cidr('IPv4')) },
  candidates: { DestinationCidrBlock: siteBlocks },
  isUseful: {
    VpnConnectionId: (world, _input, text) => vpnOf(world, text)?.staticRoutesOnly ?? false,
    DestinationCidrBlock: (world, { VpnConnectionId }, text) =>
      !vpnOf(world, VpnConnectionId)?.routes.some((each) => each === text),
  },
  check(world, { VpnConnectionId }) {
    if (vpnOf(world, VpnConnectionId)?.staticRoutesOnly) return undefined;
    return {
      ...invalid(`The VPN connection ${VpnConnectionId} learns its routes by BGP and takes no static ones.`),
      remedy: 'Let the customer’s router advertise the prefix.',
    };
  },
  apply(draft, { VpnConnectionId, DestinationCidrBlock }) {
    const vpn = draft.gateways[VpnConnectionId] as unknown as { routes: string[] };
    if (!vpn.routes.includes(DestinationCidrBlock)) vpn.routes.push(DestinationCidrBlock);
    return undefined;
  },
});

function vpnOf(world: World, id: string | undefined): VpnConnection | undefined {
  return world.gateways[id ?? ''] as VpnConnection | undefined;
}
