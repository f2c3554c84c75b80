// The Network Load Balancer: a service of Hyperplane with a node, and so an interface, in each of its zones. A listener's flows go to a
// target of the node's own zone unless cross-zone balancing is on. The target sees the client, or the node where the client's address is
// not preserved; either way the answer comes back to the node. Source: D-NLB, D-RA, T17 (vpc-dataplane 6.3, 6.4).
// Inferred: how a host gives an answer back to the flow's owner; what a route brings to it for somebody else is refused. Simplified: no TLS, no security groups on the load balancer itself, no
// health checks; targets take turns. It takes nothing off the time to live.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { nodeSchema } from '../../cloud/gateway.ts';
import { nodeHolding } from '../../cloud/lookup.ts';
import { nameSchema, portSchema } from '../../cloud/schema.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import { type EndpointHeader, endpointOf, type Packet, readdress, unwrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { balance, giveBack, type Node } from '../balance.ts';
import { type BalancedFlow, findAnswered } from '../balanced-flow.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { drop, enter, type Next, note, stoppedAt, stops } from '../walk.ts';
import { zoneOf } from '../zones.ts';
import { balancedProtocols } from './target-group.ts';

const listenerRuleSchema = v.strictObject({
  id: v.string(),
  protocol: v.optional(v.picklist(balancedProtocols), 'TCP'),
  port: v.optional(portSchema, 443),
  targetGroupId: v.optional(v.string()),
});

const attributes = v.strictObject({
  name: v.optional(nameSchema),
  vpcId: vpcIdSchema,
  scheme: v.optional(v.picklist(['internet-facing', 'internal']), 'internal'),
  nodes: v.pipe(v.array(nodeSchema), v.minLength(1, 'a load balancer stands in at least one subnet')),
  /** `load_balancing.cross_zone.enabled`. */
  crossZone: v.optional(v.boolean(), false),
  listeners: v.optional(v.array(listenerRuleSchema), []),
});

export type NetworkLoadBalancer = v.InferOutput<typeof attributes>;

export const networkLoadBalancer = defineGateway<NetworkLoadBalancer>({
  kind: 'network-load-balancer',
  prefix: 'nlb',
  label: 'Network Load Balancer',
  routeParameter: '',
  device: 'hyperplane',
  attributes,
  references({ listeners }, world, path, report) {
    listeners.forEach(({ targetGroupId }, index) => {
      const where = [...path, 'listeners', index, 'targetGroupId'];
      if (targetGroupId) refersToKind(world, targetGroupId, 'target-group', where, report);
    });
  },
  blackhole: () => 'ROUTE_BLACKHOLE',
  forward: takeOver,
  receive: takeFromEndpoint,
});

/** A client's packet, or a target's answer: both come to a node's interface. */
function takeOver({ walk, id, gateway, packet }: Arrival<NetworkLoadBalancer>): Next {
  const { vpc } = readWraps(packet);
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, id);
  const answered = findAnswered(walk.sessions, id, bare);
  if (answered) return sendBack({ walk, id, gateway, packet: bare }, answered);
  const { destination } = bare.ip;
  if (!nodeHolding(walk.world, id, destination)) return drop(walk, 'SRC_DST_CHECK', vpc.target, bare, destination);
  return balance(walk, { id, gateway }, nodeAt(walk.world, vpc.target), bare);
}

/** From an interface endpoint in another VPC: to the node of the endpoint's own zone. */
function takeFromEndpoint({ walk, id, gateway, packet }: Arrival<NetworkLoadBalancer>): Next {
  enter(walk, id, 'hyperplane');
  const identity = endpointOf(packet)!;
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'endpoint-takeover', packet, bare, id);
  const zone = zoneOfEndpoint(walk.world, identity, bare);
  const nodes = gateway.nodes.map(({ networkInterfaceId }) => nodeAt(walk.world, networkInterfaceId));
  const near = nodes.find((node) => node.zone === zone);
  if (!near && stops(walk, 'VPCE_AZ_MISSING', id, bare, zone)) return stoppedAt(walk, bare);
  return balance(walk, { id, gateway }, near ?? nodes[0]!, bare, identity.endpointId);
}

function nodeAt(world: World, networkInterfaceId: string): Node {
  return { networkInterfaceId, zone: String(zoneOf(world, networkInterfaceId)) };
}

/** The zone of the endpoint's interface that the client sent to. */
function zoneOfEndpoint(world: World, { endpointId }: EndpointHeader, { ip }: Packet): string {
  return String(zoneOf(world, nodeHolding(world, endpointId, ip.destination)!.networkInterfaceId));
}

/** The answer shows the client what it sent to. */
function sendBack({ walk, id, packet }: Arrival<NetworkLoadBalancer>, flow: BalancedFlow): Next {
  const back = readdress(packet, flow.front, flow.client);
  note(walk, 'translated', 'nlb-return', packet, back, id, flow);
  return giveBack(walk, flow, back);
}
