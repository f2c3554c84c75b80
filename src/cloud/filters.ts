// Security groups (stateful, on an interface, allow only) and network ACLs (stateless, on a subnet, numbered). Source: D-SG, D-NACL.

import * as v from 'valibot';
import { securityGroupIdSchema } from './network-interface.ts';
import { prefixListIdSchema } from './route-table.ts';
import { cidrSchema, idSchema, portRangeSchema, protocolOrAllSchema } from './schema.ts';
import { vpcIdSchema } from './vpc.ts';

export const networkAclIdSchema = idSchema('acl');

const byteSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255));

const icmpSchema = v.strictObject({
  type: v.pipe(byteSchema, v.description('The type of the message; 3 is destination unreachable, 8 an echo.')),
  code: v.optional(v.pipe(byteSchema, v.description('The code of that type; left out: every code of it.'))),
});

const icmp = v.optional(v.pipe(icmpSchema, v.description("Which of ICMP's messages; left out: all of them.")));

export const securityGroupRuleSchema = v.strictObject({
  protocol: v.optional(protocolOrAllSchema, 'all'),
  ports: v.optional(portRangeSchema),
  icmp,
  /** The other end: a block, the blocks of a prefix list, or the interfaces that hold a group. */
  peer: v.union([cidrSchema, securityGroupIdSchema, prefixListIdSchema]),
});

/** What EC2 takes as a group's name. Source: EC2 API reference, CreateSecurityGroup. */
export const groupNameSchema = v.pipe(
  v.string(),
  v.regex(
    /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    'expected 1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*',
  ),
);

export const securityGroupSchema = v.strictObject({
  vpcId: vpcIdSchema,
  /** Left out: the id without its prefix, or `default`. */
  name: v.optional(groupNameSchema),
  isDefault: v.optional(v.boolean(), false),
  inbound: v.optional(v.array(securityGroupRuleSchema), []),
  outbound: v.optional(v.array(securityGroupRuleSchema), []),
});

export const networkAclEntrySchema = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(32766, 'a rule number is 1 to 32766')),
  action: v.picklist(['allow', 'deny']),
  protocol: v.optional(protocolOrAllSchema, 'all'),
  ports: v.optional(portRangeSchema),
  icmp,
  cidr: cidrSchema,
});

export const networkAclSchema = v.strictObject({
  vpcId: vpcIdSchema,
  isDefault: v.optional(v.boolean(), false),
  inbound: v.optional(v.array(networkAclEntrySchema), []),
  outbound: v.optional(v.array(networkAclEntrySchema), []),
});

export type NetworkAclId = v.InferOutput<typeof networkAclIdSchema>;
export type SecurityGroupRule = Readonly<v.InferOutput<typeof securityGroupRuleSchema>>;
export type SecurityGroup = Readonly<v.InferOutput<typeof securityGroupSchema>>;
export type NetworkAclEntry = Readonly<v.InferOutput<typeof networkAclEntrySchema>>;
export type NetworkAcl = Readonly<v.InferOutput<typeof networkAclSchema>>;
