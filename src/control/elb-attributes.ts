// Attributes of load balancers and target groups: `Key=preserve_client_ip.enabled,Value=false`. Source: D-NLB; ELBv2 API reference.
// Only those that a packet can feel.

import * as v from 'valibot';
import type { OperationError } from './operation.ts';
import { structure } from './structure.ts';

export const CROSS_ZONE = 'load_balancing.cross_zone.enabled';
export const PRESERVES = 'preserve_client_ip.enabled';
export const PROXY = 'proxy_protocol_v2.enabled';
/** A target group's word for "as its load balancer has it". */
export const AS_BALANCER = 'use_load_balancer_configuration';

const attributeSchema = v.strictObject({ Key: v.string(), Value: v.string() });

export type Attribute = v.InferOutput<typeof attributeSchema>;

export const attribute = () => structure('Key=…,Value=…', attributeSchema);

export const SWITCH = ['true', 'false'] as const;

/** Refuses keys and values that the resource does not know; `known` has the values of each key. */
export function checkAttributes(
  attributes: readonly Attribute[],
  known: Readonly<Record<string, readonly string[]>>,
): OperationError | undefined {
  for (const { Key, Value } of attributes) {
    const values = known[Key];
    if (!values)
      return {
        code: 'ValidationError',
        message: `The attribute '${Key}' is not recognized here.`,
        remedy: `Known: ${Object.keys(known).join(', ')}`,
      };
    if (!values.includes(Value))
      return {
        code: 'ValidationError',
        message: `The value '${Value}' is not valid for '${Key}': ${values.join(', ')}.`,
      };
  }
  return undefined;
}

/** Every setting as a command line has it, for a form to offer. */
export function settingsOf(
  known: Readonly<Record<string, readonly string[]>>,
  now: readonly Attribute[],
): readonly string[] {
  return Object.entries(known).flatMap(([Key, values]) =>
    values
      .filter((Value) => !now.some((each) => each.Key === Key && each.Value === Value))
      .map((Value) => `Key=${Key},Value=${Value}`),
  );
}
