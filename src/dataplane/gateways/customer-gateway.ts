// The customer gateway: AWS's note of a customer's router, by its public address. It carries nothing itself; the router stands in a
// customer site with that address, if one does. Source: D-VPN.

import * as v from 'valibot';
import { ipv4Schema } from '../../cloud/schema.ts';
import { defineComponent } from '../gateway-kind.ts';

const attributes = v.strictObject({
  ipAddress: ipv4Schema,
  asn: v.optional(v.number(), 65000),
});

export type CustomerGateway = v.InferOutput<typeof attributes>;

export const customerGateway = defineComponent<CustomerGateway>({
  kind: 'customer-gateway',
  prefix: 'cgw',
  label: 'customer gateway',
  attributes,
});
