// The gateway endpoint for S3 or DynamoDB: a function of the Blackfoot edge fleet. It strips the wrap, leaves the private source as it is,
// attaches the endpoint's and the VPC's identity and hands the packet to the service. What comes back is wrapped for the asking host.
// Source: D-GWE, D-S3E, D-DDBE, D-RA (vpc-dataplane 2.2, 2.3, 6.1). Inferred: how the identity travels, and that the policy is judged
// where the service stands, by a 403. Simplified: a policy names what it lets through or refuses, never actions or principals.

import * as v from 'valibot';
import { isListed } from '../../cloud/lookup.ts';
import { refers } from '../../cloud/report.ts';
import { prefixListIdSchema } from '../../cloud/route-table.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import { type EndpointHeader, endpointOf, type Packet, unwrap, wrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { encapsulate, mappingFor } from '../leave.ts';
import { lookUpMapping } from '../mapping.ts';
import { policySchema, reachService } from '../service.ts';
import { enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';

const attributes = v.strictObject({
  vpcId: vpcIdSchema,
  /** The service's addresses, as each chosen table's route has them for its destination. */
  prefixListId: prefixListIdSchema,
  /** Left out: everything is let through. */
  policy: v.optional(policySchema),
});

export type GatewayEndpoint = v.InferOutput<typeof attributes>;

export const gatewayEndpoint = defineGateway<GatewayEndpoint>({
  kind: 'gateway-endpoint',
  prefix: 'vpce',
  label: 'gateway endpoint',
  routeParameter: 'GatewayId',
  device: 'blackfoot',
  attributes,
  references: ({ prefixListId }, world, path, report) => {
    refers(world.prefixLists, prefixListId, [...path, 'prefixListId'], report);
  },
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'ROUTE_BLACKHOLE'),
  leadsTo: (gateway, vpcId, destination, world) =>
    gateway.vpcId === vpcId && isListed(world, gateway.prefixListId, destination),
  forward: handOver,
  receive: bringBack,
});

function handOver(arrival: Arrival<GatewayEndpoint>): Next {
  const { walk, id, gateway, packet } = arrival;
  const { vpc } = readWraps(packet);
  enter(walk, id, 'blackfoot');
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'strip', packet, bare, id);
  if (!admits(walk, id, gateway, vpc.vpcId, bare)) return stoppedAt(walk, bare);
  const identity: EndpointHeader = { layer: 'endpoint', endpointId: id, vpcId: vpc.vpcId };
  const known = wrap(bare, identity);
  note(walk, 'encapsulated', 'endpoint-identity', bare, known, id);
  return reachService(walk, known, gateway.policy);
}

/** The answer's source is the request's destination, so that one look at the list serves both directions. */
function admits(walk: Walk, id: string, { prefixListId }: GatewayEndpoint, vpcId: string, packet: Packet): boolean {
  const { source, destination } = packet.ip;
  if (!isCarried(packet) && stops(walk, 'VPCE_PROTOCOL', id, packet, packet.transport.protocol.toUpperCase()))
    return false;
  if (!lookUpMapping(walk.world, vpcId, source) && stops(walk, 'VPCE_FOREIGN_SOURCE', id, packet, source)) return false;
  if (!isListed(walk.world, prefixListId, destination) && stops(walk, 'VPCE_PREFIX', id, packet, destination))
    return false;
  note(walk, 'checked', 'endpoint-admission', packet, packet, prefixListId);
  return true;
}

function isCarried({ transport }: Packet): boolean {
  return transport.protocol === 'tcp' || transport.protocol === 'icmp';
}

function bringBack({ walk, id, packet }: Arrival<GatewayEndpoint>): Next {
  enter(walk, id, 'blackfoot');
  const identity = endpointOf(packet)!;
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'endpoint-return', packet, bare, id);
  const row = mappingFor(walk, identity.vpcId, bare, bare.ip.destination);
  return row ? encapsulate(walk, id, walk.world.substrate.blackfoot, bare, row) : stoppedAt(walk, bare);
}
