// A gateway in the World: its id, its kind and what that kind keeps. What a kind keeps and does is defined once, in dataplane/gateways.

import * as v from 'valibot';
import { networkInterfaceIdSchema } from './network-interface.ts';
import { subnetIdSchema } from './vpc.ts';

export const gatewaySchema = v.looseObject({
  /** For example `internet-gateway` or `nat-gateway`. */
  kind: v.string(),
});

/** One of several interfaces by which a service stands in a VPC: in one subnet, and so in one zone. */
export const nodeSchema = v.strictObject({ subnetId: subnetIdSchema, networkInterfaceId: networkInterfaceIdSchema });

export type GatewayNode = Readonly<v.InferOutput<typeof nodeSchema>>;

/** A gateway of any kind, before its kind has read it. */
export interface Gateway {
  readonly kind: string;
  readonly [attribute: string]: unknown;
}

/** The interfaces that a gateway names: its only one, or one for each of its nodes. */
export function nodesOf({ networkInterfaceId, subnetId, nodes = [] }: Gateway): readonly GatewayNode[] {
  const only = typeof networkInterfaceId === 'string' ? [{ networkInterfaceId, subnetId }] : [];
  return [...only, ...(nodes as readonly GatewayNode[])] as readonly GatewayNode[];
}
