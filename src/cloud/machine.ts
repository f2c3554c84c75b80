// What runs: substrate hosts, instances on them, and machines outside the VPC; and what their software is set to do.
// Simplified: an instance that states no listeners answers every request, so that a level about routes need not name ports.

import * as v from 'valibot';
import { addressSchema, cidrSchema, idSchema, ipv4Schema, nameSchema, portSchema, protocolSchema } from './schema.ts';

export const hostIdSchema = idSchema('host');

/** Machines outside AWS have no AWS id: a plain word such as `client`. */
export const internetIdSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,31}$/, 'expected a lower-case word such as client'),
);

/** A physical server of the substrate. `checksFrames` is false only where a level lets the player stand in for the receive check. */
export const hostSchema = v.strictObject({
  underlay: ipv4Schema,
  checksFrames: v.optional(v.boolean(), true),
});

export const listenerSchema = v.strictObject({
  protocol: v.optional(protocolSchema, 'tcp'),
  port: v.optional(portSchema),
  /** The address that the program binds; `any` takes every address of the machine. */
  bind: v.optional(v.union([v.literal('any'), addressSchema]), 'any'),
});

export const applicationSchema = v.strictObject({
  /** Left out: every request is answered. */
  listeners: v.optional(v.array(listenerSchema)),
  /** How often its open connections send something when they have nothing to say; left out: never. */
  keepAliveSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Left out: everybody is let in. An endpoint or a VPC stands for what came through it, as in a bucket's policy. */
  allowedSources: v.optional(v.array(v.union([cidrSchema, idSchema('vpce'), idSchema('vpc')]))),
  /** The addresses under which this machine looks for others, by name. */
  records: v.optional(v.record(nameSchema, addressSchema)),
});

export const instanceSchema = v.strictObject({
  name: v.optional(nameSchema),
  hostId: hostIdSchema,
  state: v.optional(v.picklist(['running', 'stopped']), 'running'),
  /** What its kernel does with a packet that is not for it. */
  forwarding: v.optional(v.picklist(['none', 'router', 'nat']), 'none'),
  application: v.optional(applicationSchema, {}),
});

/** A machine outside AWS: on the internet, or in a customer's own network behind a gateway of that id. */
export const outsideHostSchema = v.strictObject({
  name: v.optional(nameSchema),
  address: addressSchema,
  site: v.optional(v.string()),
  /** The AWS service that it belongs to: a bucket, a table. Its address may stand in that service's prefix list. */
  service: v.optional(v.picklist(['s3', 'dynamodb'])),
  application: v.optional(applicationSchema, {}),
});

export type Host = Readonly<v.InferOutput<typeof hostSchema>>;
export type Listener = Readonly<v.InferOutput<typeof listenerSchema>>;
export type Application = Readonly<v.InferOutput<typeof applicationSchema>>;
export type Instance = Readonly<v.InferOutput<typeof instanceSchema>>;
export type OutsideHost = Readonly<v.InferOutput<typeof outsideHostSchema>>;
