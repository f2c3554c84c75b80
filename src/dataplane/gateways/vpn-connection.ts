// A Site-to-Site VPN connection: two IPsec tunnels between a virtual private gateway, or a transit gateway, and a customer's router. It is up while one of them is.
// Static connections hold the customer's prefixes themselves; the others learn them by BGP. Source: D-VPN, D-VPNQ (vpc-dataplane 7.2).

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { idSchema, ipv4CidrSchema, ipv4Schema } from '../../cloud/schema.ts';
import { defineComponent } from '../gateway-kind.ts';

const attributes = v.strictObject({
  /** AWS's end: one of the two. */
  vpnGatewayId: v.optional(idSchema('vgw')),
  transitGatewayId: v.optional(idSchema('tgw')),
  customerGatewayId: idSchema('cgw'),
  staticRoutesOnly: v.optional(v.boolean(), false),
  /** The customer's prefixes, of a static connection. */
  routes: v.optional(v.array(ipv4CidrSchema), []),
  /** AWS's ends of the two tunnels. Links of that name, `vpn-1/1` and `vpn-1/2`, may be down. */
  tunnels: v.pipe(v.array(ipv4Schema), v.length(2, 'a VPN connection has two tunnels')),
});

export type VpnConnection = v.InferOutput<typeof attributes>;

export const vpnConnection = defineComponent<VpnConnection>({
  kind: 'vpn-connection',
  prefix: 'vpn',
  label: 'VPN connection',
  attributes,
  references({ vpnGatewayId, transitGatewayId, customerGatewayId, staticRoutesOnly, routes }, world, path, report) {
    if (vpnGatewayId) refersToKind(world, vpnGatewayId, 'vpn-gateway', [...path, 'vpnGatewayId'], report);
    if (transitGatewayId)
      refersToKind(world, transitGatewayId, 'transit-gateway', [...path, 'transitGatewayId'], report);
    if ((vpnGatewayId === undefined) === (transitGatewayId === undefined))
      report(path, 'a VPN connection ends at one gateway of AWS', 'give vpnGatewayId or transitGatewayId');
    refersToKind(world, customerGatewayId, 'customer-gateway', [...path, 'customerGatewayId'], report);
    if (!staticRoutesOnly && routes.length > 0)
      report([...path, 'routes'], 'only a static connection has routes of its own', 'set staticRoutesOnly: true');
  },
});
