// Route tables, their routes, and which subnet or gateway uses which table.
// Whether a route is active or a blackhole is not stored: it follows from its target. Source: D-RT, D-RTW.

import * as v from 'valibot';
import type { Cidr } from '../net/cidr.ts';
import { cidrSchema, idSchema } from './schema.ts';
import { subnetIdSchema, vpcIdSchema } from './vpc.ts';

export const routeTableIdSchema = idSchema('rtb');
export const routeAssociationIdSchema = idSchema('rtbassoc');

export const prefixListIdSchema = idSchema('pl');

/** A named set of blocks: a service's addresses, or a customer's own. */
export const prefixListSchema = v.strictObject({
  name: v.string(),
  cidrs: v.array(cidrSchema),
});

export const routeSchema = v.strictObject({
  destination: v.union([cidrSchema, prefixListIdSchema]),
  /** `local`, a gateway's id, or a network interface's id. */
  target: v.pipe(
    v.string(),
    v.regex(/^(?:local|[a-z]+-[a-z0-9-]+)$/, 'expected local, or the id of a gateway or network interface'),
  ),
  origin: v.optional(v.picklist(['CreateRouteTable', 'CreateRoute', 'EnableVgwRoutePropagation']), 'CreateRoute'),
});

export const routeTableSchema = v.strictObject({
  vpcId: vpcIdSchema,
  routes: v.optional(v.array(routeSchema), []),
  /** Virtual private gateways whose routes the table takes over; what they know now is not stored. */
  propagatingVgws: v.optional(v.array(idSchema('vgw'))),
});

/** A table is used by one subnet, by one gateway for inbound traffic, or, as the main table, by every subnet without its own. */
export const routeAssociationSchema = v.strictObject({
  routeTableId: routeTableIdSchema,
  subnetId: v.optional(subnetIdSchema),
  gatewayId: v.optional(v.string()),
  main: v.optional(v.boolean(), false),
});

export type RouteTableId = v.InferOutput<typeof routeTableIdSchema>;
export type PrefixList = Readonly<v.InferOutput<typeof prefixListSchema>>;
export type Route = Readonly<v.InferOutput<typeof routeSchema>>;
export type RouteTable = Readonly<Omit<v.InferOutput<typeof routeTableSchema>, 'routes' | 'propagatingVgws'>> & {
  readonly routes: readonly Route[];
  readonly propagatingVgws?: readonly `vgw-${string}`[] | undefined;
};
export type RouteAssociation = Readonly<v.InferOutput<typeof routeAssociationSchema>>;

/** Whether a route's destination is one block, and not a prefix list. */
export function isBlock(destination: Route['destination']): destination is Cidr {
  return !destination.startsWith('pl-');
}
