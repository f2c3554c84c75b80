// A VPC and its subnets: address space inside the overlay. The VPC's id is part of every mapping key, so two VPCs may own the same block.
// Source: D-CIDR, D-SUB. Simplified: no DHCP options and no DNS resolver; a subnet has one IPv4 block and at most one IPv6 block.

import * as v from 'valibot';
import type { Address } from '../net/address.ts';
import { addressAt, type Cidr, cidrSize, isIpv4Cidr } from '../net/cidr.ts';
import { cidrSchema, idSchema, ipv4CidrSchema } from './schema.ts';

export const vpcIdSchema = idSchema('vpc');
export const subnetIdSchema = idSchema('subnet');

export const vpcSchema = v.strictObject({
  cidrs: v.pipe(v.array(cidrSchema), v.minLength(1, 'a VPC has at least one CIDR block')),
  isDefault: v.optional(v.boolean(), false),
});

export const subnetSchema = v.strictObject({
  vpcId: vpcIdSchema,
  cidr: ipv4CidrSchema,
  ipv6Cidr: v.optional(cidrSchema),
  availabilityZone: v.optional(v.string(), 'us-east-1a'),
  networkAclId: v.optional(idSchema('acl')),
  mapPublicIpOnLaunch: v.optional(v.boolean(), false),
});

export type VpcId = v.InferOutput<typeof vpcIdSchema>;
export type Vpc = Readonly<v.InferOutput<typeof vpcSchema>>;
export type Subnet = Readonly<v.InferOutput<typeof subnetSchema>>;

/** AWS keeps five addresses of a subnet: base, +1 router, +2 DNS, +3 future and, in an IPv4 block, the last. Source: D-SUB. */
export function isReserved(block: Cidr, address: Address): boolean {
  for (let offset = 0; offset < 4; offset++) if (addressAt(block, offset) === address) return true;
  return isIpv4Cidr(block) && addressAt(block, cidrSize(block) - 1) === address;
}
