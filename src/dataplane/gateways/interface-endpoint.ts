// The interface endpoint: a service of another VPC, or of AWS, behind an interface in each chosen subnet, reached by ordinary local routing
// and from everywhere that can reach the subnet. Its security group applies. Calls go one way. The provider's load balancer takes the flow
// over, so that neither side ever sees the other's addresses. Source: D-IFE, D-RA (vpc-dataplane 6.2).
// Inferred: like any interface that checks addresses it refuses what a route brings to it for somebody else.
// Simplified: for S3 and DynamoDB it leads to the first bucket or table that the World names in this Region; no private DNS.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { nodeSchema } from '../../cloud/gateway.ts';
import { isListed, nodeHolding } from '../../cloud/lookup.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import { destinationPortOf, type EndpointHeader, readdress, sourcePortOf, unwrap, wrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { findAnswered, openBalanced } from '../balanced-flow.ts';
import { passesGroups } from '../filters.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { routeOut } from '../leave.ts';
import { policySchema, reachService } from '../service.ts';
import { drop, enter, type Next, note, stoppedAt, stops } from '../walk.ts';

export const interfaceEndpointStates = ['pendingAcceptance', 'pending', 'available', 'rejected', 'failed'] as const;

const attributes = v.strictObject({
  vpcId: vpcIdSchema,
  /** An endpoint service of this World; else `serviceName` names AWS's own. */
  endpointServiceId: v.optional(v.string()),
  serviceName: v.optional(v.string()),
  nodes: v.array(nodeSchema),
  state: v.optional(v.picklist(interfaceEndpointStates), 'available'),
  policy: v.optional(policySchema),
});

export type InterfaceEndpoint = v.InferOutput<typeof attributes>;

export const interfaceEndpoint = defineGateway<InterfaceEndpoint>({
  kind: 'interface-endpoint',
  prefix: 'vpce',
  label: 'interface endpoint',
  routeParameter: 'GatewayId',
  device: 'hyperplane',
  attributes,
  references({ endpointServiceId, serviceName }, world, path, report) {
    if (endpointServiceId)
      refersToKind(world, endpointServiceId, 'endpoint-service', [...path, 'endpointServiceId'], report);
    else if (serviceName === undefined)
      report(path, 'an interface endpoint is for some service', 'give endpointServiceId or serviceName');
  },
  blackhole: () => 'ROUTE_BLACKHOLE',
  forward: handOver,
  receive: bringBack,
});

function handOver({ walk, id, gateway, packet }: Arrival<InterfaceEndpoint>): Next {
  const { vpc } = readWraps(packet);
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, id);
  const { destination } = bare.ip;
  if (!nodeHolding(walk.world, id, destination)) return drop(walk, 'SRC_DST_CHECK', vpc.target, bare, destination);
  if (!passesGroups(walk, vpc.target, bare, 'inbound', vpc.from)) return stoppedAt(walk, bare);
  if (gateway.state !== 'available' && stops(walk, 'VPCE_NOT_ACCEPTED', id, bare, gateway.state))
    return stoppedAt(walk, bare);
  const identity: EndpointHeader = { layer: 'endpoint', endpointId: id, vpcId: gateway.vpcId };
  if (!gateway.endpointServiceId) return callAws({ walk, id, gateway, packet: bare }, identity);
  const known = wrap(bare, identity);
  note(walk, 'encapsulated', 'endpoint-identity', bare, known, id);
  const { loadBalancerId } = walk.world.gateways[gateway.endpointServiceId]!;
  return { to: 'gateway', id: String(loadBalancerId), packet: known };
}

/** AWS's own service: the endpoint puts the service's address where the client wrote the endpoint's. */
function callAws({ walk, id, gateway, packet }: Arrival<InterfaceEndpoint>, identity: EndpointHeader): Next {
  const { ip, transport } = packet;
  const machineId = findServiceMachine(walk.world, gateway.serviceName as string);
  if (machineId === undefined) return reachService(walk, wrap(packet, identity), gateway.policy, gateway.serviceName);
  const client = { address: ip.source, port: sourcePortOf(transport) };
  const port = destinationPortOf(transport);
  const flow = openBalanced(walk.sessions, {
    owner: id,
    node: nodeHolding(walk.world, id, ip.destination)!.networkInterfaceId,
    protocol: transport.protocol,
    client,
    front: { address: ip.destination, port },
    shown: client,
    chosen: { address: walk.world.internet[machineId]!.address, port },
    via: id,
  });
  const known = wrap(readdress(packet, client, flow.chosen), identity);
  note(walk, 'encapsulated', 'endpoint-identity', packet, known, id);
  return reachService(walk, known, gateway.policy, machineId);
}

/** The bucket or table of this Region that an endpoint for `com.amazonaws.us-east-1.s3` leads to. */
function findServiceMachine(world: World, serviceName: string): string | undefined {
  const list = Object.keys(world.prefixLists).find((id) => world.prefixLists[id]!.name === serviceName);
  if (!list) return undefined;
  return Object.keys(world.internet).find((id) => {
    const { service, address } = world.internet[id]!;
    return service !== undefined && serviceName.endsWith(`.${service}`) && isListed(world, list, address);
  });
}

/** An answer from the far side. Nobody there can start a conversation, as nobody there has an address to call. */
function bringBack({ walk, id, packet }: Arrival<InterfaceEndpoint>): Next {
  enter(walk, id, 'hyperplane');
  const flow = findAnswered(walk.sessions, id, packet);
  const bare = flow ? readdress(unwrap(packet), flow.front, flow.client) : unwrap(packet);
  note(walk, 'decapsulated', 'endpoint-return', packet, bare, id);
  const node = nodeHolding(walk.world, id, bare.ip.source)!.networkInterfaceId;
  if (!passesGroups(walk, node, bare, 'outbound')) return stoppedAt(walk, bare);
  return routeOut(walk, node, walk.world.substrate.hyperplane, bare);
}
