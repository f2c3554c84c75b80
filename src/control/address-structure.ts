// Structures that hold an address: `PrivateIpAddress=10.1.0.5,Primary=true`, `Ipv6Address=2001:db8::5`. Source: EC2 API reference.

import * as v from 'valibot';
import { ipv4Schema, ipv6Schema } from '../cloud/schema.ts';
import { booleanSchema, structure } from './structure.ts';

export const ipv6AddressSchema = v.strictObject({ Ipv6Address: ipv6Schema });

export const privateIpAddress = () =>
  structure(
    'PrivateIpAddress=ADDRESS',
    v.strictObject({ PrivateIpAddress: ipv4Schema, Primary: v.optional(booleanSchema, false) }),
  );

export const ipv6Address = () => structure('Ipv6Address=ADDRESS', ipv6AddressSchema);
