// The World: everything that a packet can meet, as plain JSON. A level's start, a save and a snapshot are all this one shape.
// Records are keyed by id. What follows from other parts (a route's blackhole, the mapping of an interface) is not stored.

import * as v from 'valibot';
import type { Ipv4 } from '../net/address.ts';
import type { Cidr } from '../net/cidr.ts';
import {
  type NetworkAcl,
  networkAclIdSchema,
  networkAclSchema,
  type SecurityGroup,
  securityGroupSchema,
} from './filters.ts';
import { type Gateway, gatewaySchema } from './gateway.ts';
import {
  type Host,
  hostIdSchema,
  hostSchema,
  type Instance,
  instanceSchema,
  internetIdSchema,
  type OutsideHost,
  outsideHostSchema,
} from './machine.ts';
import {
  allocationIdSchema,
  type ElasticIp,
  elasticIpSchema,
  instanceIdSchema,
  type NetworkInterface,
  networkInterfaceIdSchema,
  networkInterfaceSchema,
  securityGroupIdSchema,
} from './network-interface.ts';
import { type Quotas, quotasSchema } from './quotas.ts';
import {
  type PrefixList,
  prefixListIdSchema,
  prefixListSchema,
  type RouteAssociation,
  type RouteTable,
  routeAssociationIdSchema,
  routeAssociationSchema,
  routeTableIdSchema,
  routeTableSchema,
} from './route-table.ts';
import { idSchema, ipv4CidrSchema, ipv4Schema, nameSchema, portSchema, protocolSchema, recordOf } from './schema.ts';
import { type Subnet, subnetIdSchema, subnetSchema, type Vpc, vpcIdSchema, vpcSchema } from './vpc.ts';

/** A frame already on the substrate's wire: a host claims to carry a packet for a VPC. */
export const frameSchema = v.strictObject({
  /** The physical host that sent it. */
  fromHost: hostIdSchema,
  toHost: hostIdSchema,
  vpcId: vpcIdSchema,
  source: ipv4Schema,
  destination: ipv4Schema,
  protocol: v.optional(protocolSchema, 'tcp'),
  port: v.optional(portSchema, 443),
  /** The player, standing in for the receive check, has thrown it away. */
  discarded: v.optional(v.boolean(), false),
});

/** `vpc-red/10.1.0.9`: the Mapping Service's key. */
const mappingKeySchema = v.pipe(
  v.string(),
  v.regex(
    /^vpc-[a-z0-9-]+\/[0-9a-f.:]+$/,
    'expected a VPC id, a slash and a private address, such as vpc-red/10.1.0.9',
  ),
);

export const worldSchema = v.strictObject({
  region: v.optional(v.string(), 'us-east-1'),
  /** The substrate addresses of the edge fleet and of Hyperplane. */
  substrate: v.optional(
    v.strictObject({
      blackfoot: v.optional(ipv4Schema, '100.64.255.1'),
      hyperplane: v.optional(ipv4Schema, '100.64.254.1'),
    }),
    {},
  ),
  hosts: recordOf(hostIdSchema, hostSchema),
  vpcs: recordOf(vpcIdSchema, vpcSchema),
  subnets: recordOf(subnetIdSchema, subnetSchema),
  routeTables: recordOf(routeTableIdSchema, routeTableSchema),
  routeAssociations: recordOf(routeAssociationIdSchema, routeAssociationSchema),
  gateways: recordOf(v.string(), gatewaySchema),
  networkInterfaces: recordOf(networkInterfaceIdSchema, networkInterfaceSchema),
  instances: recordOf(instanceIdSchema, instanceSchema),
  elasticIps: recordOf(allocationIdSchema, elasticIpSchema),
  securityGroups: recordOf(securityGroupIdSchema, securityGroupSchema),
  networkAcls: recordOf(networkAclIdSchema, networkAclSchema),
  /** Rows of the Mapping Service that differ from what the interfaces say: another host, or null for no row. */
  mapping: recordOf(mappingKeySchema, v.nullable(hostIdSchema)),
  /** Machines on the internet, by a plain id such as `client`. */
  internet: recordOf(internetIdSchema, outsideHostSchema),
  frames: recordOf(idSchema('frame'), frameSchema),
  /** Named sets of blocks that a route may have for its destination. */
  prefixLists: recordOf(prefixListIdSchema, prefixListSchema),
  /** What has happened to the world outside anybody's control: zones lost, links down, seconds without a packet. */
  conditions: v.optional(
    v.strictObject({
      lostZones: v.optional(v.array(v.string()), []),
      downLinks: v.optional(v.array(v.string()), []),
      idleSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
    }),
    {},
  ),
  /** Where new public addresses come from, in order. */
  publicPool: v.optional(
    v.strictObject({ cidr: v.optional(ipv4CidrSchema, '203.0.113.0/24'), next: v.optional(v.number(), 100) }),
    {},
  ),
  /** What the region grants this account, where it is not what AWS grants everybody. */
  quotas: v.optional(quotasSchema, {}),
  /** Answers the player has given, by puzzle. No packet reads them. */
  notebook: recordOf(nameSchema, v.array(v.string())),
  /** The last number given to a new resource of each kind, so that an id never comes back. */
  issued: recordOf(v.string(), v.number()),
});

export type Frame = Readonly<v.InferOutput<typeof frameSchema>>;

type ById<T> = Readonly<Record<string, T>>;

export interface World {
  readonly region: string;
  readonly substrate: { readonly blackfoot: Ipv4; readonly hyperplane: Ipv4 };
  readonly hosts: ById<Host>;
  readonly vpcs: ById<Vpc>;
  readonly subnets: ById<Subnet>;
  readonly routeTables: ById<RouteTable>;
  readonly routeAssociations: ById<RouteAssociation>;
  readonly gateways: ById<Gateway>;
  readonly networkInterfaces: ById<NetworkInterface>;
  readonly instances: ById<Instance>;
  readonly elasticIps: ById<ElasticIp>;
  readonly securityGroups: ById<SecurityGroup>;
  readonly networkAcls: ById<NetworkAcl>;
  readonly mapping: ById<string | null>;
  readonly internet: ById<OutsideHost>;
  readonly frames: ById<Frame>;
  readonly prefixLists: ById<PrefixList>;
  readonly conditions: {
    readonly lostZones: readonly string[];
    readonly downLinks: readonly string[];
    readonly idleSeconds: number;
  };
  readonly publicPool: { readonly cidr: Cidr; readonly next: number };
  readonly quotas: Quotas;
  readonly notebook: ById<readonly string[]>;
  readonly issued: ById<number>;
}

type Loose<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [K in keyof T]: Loose<T[K]> };

/** A World while one operation is changing it. */
export type WorldDraft = Loose<World>;
