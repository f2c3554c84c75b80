// Elastic network interfaces and the Elastic IPs that may be mapped to their private addresses.
// The interface holds private addresses only; a public one lives at the edge as a pair (private, public). Source: D-EIP, D-IGW.

import * as v from 'valibot';
import { addressSchema, idSchema, ipv4Schema } from './schema.ts';
import { subnetIdSchema } from './vpc.ts';

export const networkInterfaceIdSchema = idSchema('eni');
export const instanceIdSchema = idSchema('i');
export const allocationIdSchema = idSchema('eipalloc');
const addressAssociationIdSchema = idSchema('eipassoc');
export const securityGroupIdSchema = idSchema('sg');

const interfaceAddressSchema = v.strictObject({
  address: addressSchema,
  /** A public address that AWS lent at launch; it goes back to the pool when the instance stops or an Elastic IP takes its place. */
  autoPublicIp: v.optional(ipv4Schema),
  /** AWS has taken its lent address back and owes another: at the next start, or when the Elastic IP leaves. */
  publicIpOwed: v.optional(v.boolean()),
});

export const networkInterfaceSchema = v.strictObject({
  subnetId: subnetIdSchema,
  /** The first address is the primary one. */
  addresses: v.pipe(v.array(interfaceAddressSchema), v.minLength(1, 'an interface has at least its primary address')),
  groups: v.optional(v.array(securityGroupIdSchema), []),
  sourceDestCheck: v.optional(v.boolean(), true),
  instanceId: v.optional(instanceIdSchema),
  /** The service resource (a NAT gateway, say) that owns an interface which no instance has. */
  managedBy: v.optional(v.string()),
});

export const elasticIpSchema = v.strictObject({
  publicIp: ipv4Schema,
  association: v.optional(
    v.strictObject({
      id: addressAssociationIdSchema,
      networkInterfaceId: networkInterfaceIdSchema,
      privateIp: ipv4Schema,
    }),
  ),
});

export type NetworkInterfaceId = v.InferOutput<typeof networkInterfaceIdSchema>;
export type InstanceId = v.InferOutput<typeof instanceIdSchema>;
export type SecurityGroupId = v.InferOutput<typeof securityGroupIdSchema>;
export type NetworkInterface = Readonly<v.InferOutput<typeof networkInterfaceSchema>>;
export type ElasticIp = Readonly<v.InferOutput<typeof elasticIpSchema>>;
