// A gateway in the World: its id, its kind and what that kind keeps. What a kind keeps and does is defined once, in dataplane/gateways.

import * as v from 'valibot';

export const gatewaySchema = v.looseObject({
  /** For example `internet-gateway` or `nat-gateway`. */
  kind: v.string(),
});

/** A gateway of any kind, before its kind has read it. */
export interface Gateway {
  readonly kind: string;
  readonly [attribute: string]: unknown;
}
