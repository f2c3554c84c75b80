// Source: D-VPN, D-VPNQ; EC2 API reference: the same pair again gives the connection that is there. BGP unless told StaticRoutesOnly.
// Simplified: up at once, if a router answers; AWS's ends of the tunnels come from the top of the public pool.

import * as v from 'valibot';
import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { findTunnelAddresses } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, id, required } from '../parameter.ts';
import { booleanSchema, structure } from '../structure.ts';
import { TAGGED } from '../tags.ts';
import { joinDefaults } from '../transit-gateway.ts';
import { vpnConnectionShape } from './describe-vpn-connections.ts';

const optionsSchema = v.strictObject({ StaticRoutesOnly: v.optional(booleanSchema, false) });

interface Input {
  readonly CustomerGatewayId: string;
  readonly VpnGatewayId?: string | undefined;
  readonly TransitGatewayId?: string | undefined;
}

export const createVpnConnection = defineOperation({
  service: 'ec2',
  name: 'CreateVpnConnection',
  effect: 'edit',
  summary: 'Makes two tunnels between a gateway of a VPC, or a transit gateway, and a customer’s router',
  parameters: {
    Type: choice('ipsec.1'),
    CustomerGatewayId: required(id('customer-gateway')),
    VpnGatewayId: id('vpn-gateway'),
    TransitGatewayId: id('transit-gateway'),
    Options: structure('StaticRoutesOnly=true|false', optionsSchema),
    ...TAGGED,
  },
  oneOf: [['VpnGatewayId', 'TransitGatewayId']],
  asks: ['Options'],
  candidates: { Options: () => ['StaticRoutesOnly=true', 'StaticRoutesOnly=false'] },
  isUseful: {
    VpnGatewayId: (world, { CustomerGatewayId = '' }, VpnGatewayId) =>
      !findSame(world, { CustomerGatewayId, VpnGatewayId }),
    TransitGatewayId: (world, { CustomerGatewayId = '' }, TransitGatewayId) =>
      !findSame(world, { CustomerGatewayId, TransitGatewayId }),
  },
  check(world, input) {
    const quota = quotaOf(world, 'vpnConnections');
    const own = listGateways<VpnConnection>(world, 'vpn-connection').filter(
      ([, { vpnGatewayId }]) => vpnGatewayId === input.VpnGatewayId,
    );
    if (input.TransitGatewayId) return undefined;
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
        ...(input.VpnGatewayId && { vpnGatewayId: input.VpnGatewayId }),
        ...(input.TransitGatewayId && { transitGatewayId: input.TransitGatewayId }),
        customerGatewayId: input.CustomerGatewayId,
        staticRoutesOnly: input.Options?.StaticRoutesOnly ?? false,
        routes: [],
        tunnels: findTunnelAddresses(before),
      };
    if (!existing && input.TransitGatewayId) attach(draft, input.TransitGatewayId, vpnId);
    return (after) => ({
      VpnConnection: { ...vpnConnectionShape(after, vpnId), ...(!existing && { State: 'pending' }) },
    });
  },
});

/** On a transit gateway a VPN connection is an attachment like any other. */
function attach(draft: WorldDraft, transitGatewayId: string, vpnConnectionId: string): void {
  const attachmentId = issueId(draft, 'tgw-attach');
  draft.gateways[attachmentId] = {
    kind: 'transit-gateway-attachment',
    transitGatewayId,
    vpnConnectionId,
    nodes: [],
    applianceMode: false,
    securityGroupReferencing: false,
  };
  joinDefaults(draft, transitGatewayId, attachmentId);
}

function findSame(world: World, { CustomerGatewayId, VpnGatewayId, TransitGatewayId }: Input): string | undefined {
  return listGateways<VpnConnection>(world, 'vpn-connection').find(
    ([, vpn]) =>
      vpn.customerGatewayId === CustomerGatewayId &&
      vpn.vpnGatewayId === VpnGatewayId &&
      vpn.transitGatewayId === TransitGatewayId,
  )?.[0];
}
