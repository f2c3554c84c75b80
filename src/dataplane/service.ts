// AWS's own services, S3 and DynamoDB, as an endpoint reaches them: a packet with the endpoint's identity on it comes to the bucket or
// table that has its destination. Source: D-S3E, D-DDBE (vpc-dataplane 2.3, 6.1). Inferred: the transport; a refusal by policy is a 403.

import * as v from 'valibot';
import { internetIdSchema } from '../cloud/machine.ts';
import { endpointOf, type Packet } from '../net/packet.ts';
import { accept } from './guest.ts';
import { findInternetHost } from './internet.ts';
import { ended, enter, type Next, stops, type Walk } from './walk.ts';

/** What an endpoint lets through to its service: buckets and tables by the ids of the machines that they are here. */
export const policySchema = v.strictObject({
  /** Left out: everything. */
  allow: v.optional(v.array(internetIdSchema)),
  deny: v.optional(v.array(internetIdSchema)),
});

export type EndpointPolicy = Readonly<v.InferOutput<typeof policySchema>>;

/** The packet comes to the service's machine; an address of the service that the World does not name answers everybody. */
export function reachService(walk: Walk, packet: Packet, policy: EndpointPolicy | undefined, to?: string): Next {
  const { world } = walk;
  const { destination } = packet.ip;
  const id = to ?? findInternetHost(world, destination) ?? destination;
  enter(walk, id, 'outside');
  const endpointId = endpointOf(packet)?.endpointId as string;
  if (policy && !isLetThrough(policy, id) && stops(walk, 'VPCE_POLICY_DENY', endpointId, packet, id))
    return ended('refused', endpointId, packet);
  return accept(walk, id, world.internet[id]?.application ?? {}, packet);
}

function isLetThrough({ allow, deny }: EndpointPolicy, id: string): boolean {
  return (allow?.includes(id) ?? true) && !deny?.includes(id);
}
