// Source: D-VPN, D-VPNQ; EC2 API reference: the same pair again gives the connection that is there. BGP unless told StaticRoutesOnly.
// Simplified: up at once, if a router answers; AWS's ends of the tunnels come from the top of the public pool.

import * as v from 'valibot';
import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { findTunnelAddresses } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, id, required } from '../parameter.ts';
import { booleanSchema, structure } from '../structure.ts';
import { TAGGED } from '../tags.ts';
import { vpnConnectionShape } from './describe-vpn-connections.ts';

const optionsSchema = v.strictObject({ StaticRoutesOnly: v.optional(booleanSchema, false) });

interface Input {
  readonly CustomerGatewayId: string;
  readonly VpnGatewayId: string;
}

export const createVpnConnection = defineOperation({
  service: 'ec2',
  name: 'CreateVpnConnection',
  effect: 'edit',
  summary: 'Makes two tunnels between a virtual private gateway and a customer’s router',
  parameters: {
    Type: choice('ipsec.1'),
    CustomerGatewayId: required(id('customer-gateway')),
    VpnGatewayId: required(id('vpn-gateway')),
    Options: structure('StaticRoutesOnly=true|false', optionsSchema),
    ...TAGGED,
  },
  asks: ['Options'],
  candidates: { Options: () => ['StaticRoutesOnly=true', 'StaticRoutesOnly=false'] },
  isUseful: {
    VpnGatewayId: (world, { CustomerGatewayId = '' }, VpnGatewayId) =>
      !findSame(world, { CustomerGatewayId, VpnGatewayId }),
  },
  check(world, input) {
    const quota = quotaOf(world, 'vpnConnections');
    const own = listGateways<VpnConnection>(world, 'vpn-connection').filter(
      ([, { vpnGatewayId }]) => vpnGatewayId === input.VpnGatewayId,
    );
    if (findSame(world, input) || own.length < quota) return undefined;
    return {
      code: 'VpnConnectionLimitExceeded',
      message: `The virtual private gateway ${input.VpnGatewayId} has reached its limit of ${quota} VPN connections.`,
    };
  },
  apply(draft, input, before) {
    const existing = findSame(before, input);
    const vpnId = existing ?? issueId(draft, 'vpn');
    if (!existing)
      draft.gateways[vpnId] = {
        kind: 'vpn-connection',
        vpnGatewayId: input.VpnGatewayId,
        customerGatewayId: input.CustomerGatewayId,
        staticRoutesOnly: input.Options?.StaticRoutesOnly ?? false,
        routes: [],
        tunnels: findTunnelAddresses(before),
      };
    return (after) => ({
      VpnConnection: { ...vpnConnectionShape(after, vpnId), ...(!existing && { State: 'pending' }) },
    });
  },
});

function findSame(world: World, { CustomerGatewayId, VpnGatewayId }: Input): string | undefined {
  return listGateways<VpnConnection>(world, 'vpn-connection').find(
    ([, vpn]) => vpn.customerGatewayId === CustomerGatewayId && vpn.vpnGatewayId === VpnGatewayId,
  )?.[0];
}
