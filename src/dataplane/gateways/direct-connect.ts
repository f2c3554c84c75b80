// Direct Connect's records: a connection is a port and a wire to one customer site; a Direct Connect gateway joins private virtual
// interfaces to the virtual private gateways of several VPCs. Source: D-DX (vpc-dataplane 7.2).
// Simplified: a Direct Connect gateway has no allowed-prefix lists; it offers the whole blocks of its VPCs.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { idSchema } from '../../cloud/schema.ts';
import { defineComponent } from '../gateway-kind.ts';

const connectionAttributes = v.strictObject({
  /** The customer site at the wire's other end; left out until the wire is laid. */
  siteId: v.optional(idSchema('site')),
  name: v.optional(v.string(), 'wire'),
  location: v.optional(v.string(), 'EqDC2'),
  bandwidth: v.optional(v.picklist(['1Gbps', '10Gbps']), '1Gbps'),
});

const gatewayAttributes = v.strictObject({
  name: v.optional(v.string(), 'gateway'),
  asn: v.optional(v.number(), 64512),
  virtualGatewayIds: v.optional(v.array(idSchema('vgw')), []),
});

export type DirectConnectConnection = v.InferOutput<typeof connectionAttributes>;
export type DirectConnectGateway = v.InferOutput<typeof gatewayAttributes>;

export const directConnectConnection = defineComponent<DirectConnectConnection>({
  kind: 'direct-connect-connection',
  prefix: 'dxcon',
  label: 'Direct Connect connection',
  attributes: connectionAttributes,
  references({ siteId }, world, path, report) {
    if (siteId) refersToKind(world, siteId, 'customer-site', [...path, 'siteId'], report);
  },
});

export const directConnectGateway = defineComponent<DirectConnectGateway>({
  kind: 'direct-connect-gateway',
  prefix: 'dxgw',
  label: 'Direct Connect gateway',
  attributes: gatewayAttributes,
  references({ virtualGatewayIds }, world, path, report) {
    virtualGatewayIds.forEach((id, index) => {
      refersToKind(world, id, 'vpn-gateway', [...path, 'virtualGatewayIds', index], report);
    });
  },
});
