// What a load balancer's node does with a client's packet: listener, target group, target, and whose address the target will see.
// Source: D-NLB, D-RA (vpc-dataplane 6.4, 9).

import { listGateways } from '../cloud/lookup.ts';
import type { Address } from '../net/address.ts';
import { destinationPortOf, type Packet, readdress, sourcePortOf, withProxy, wrap } from '../net/packet.ts';
import { resetFor } from '../net/signal-packet.ts';
import { type BalancedFlow, findOpen, isPreserved, openBalanced } from './balanced-flow.ts';
import type { NetworkLoadBalancer } from './gateways/network-load-balancer.ts';
import type { TargetGroup } from './gateways/target-group.ts';
import { routeOut } from './leave.ts';
import { INITIAL_TTL } from './probe.ts';
import { pickPort } from './sessions.ts';
import { answerSender } from './signal.ts';
import { chooseTarget, type Standing } from './targets.ts';
import { enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** The interface by which a load balancer stands in a zone. */
export interface Node {
  readonly networkInterfaceId: string;
  readonly zone: string;
}

interface Balancer {
  readonly id: string;
  readonly gateway: NetworkLoadBalancer;
}

interface Group {
  readonly groupId: string;
  readonly group: TargetGroup;
}

export function balance(walk: Walk, balancer: Balancer, node: Node, packet: Packet, via?: string): Next {
  const found = groupFor(walk, balancer, packet);
  if (!found) return stoppedAt(walk, packet);
  const { groupId, group } = found;
  const open = findOpen(walk.sessions, balancer.id, packet, via);
  if (open) return sendOn(walk, group, open, packet);
  if (resetsFlow(walk, balancer.id, packet, node, via)) return stoppedAt(walk, packet);
  const crossZone = group.crossZone ?? balancer.gateway.crossZone;
  const target = chooseTarget(walk, group, { groupId, zone: node.zone, crossZone }, packet);
  if (!target) return stoppedAt(walk, packet);
  const keepsClient = via === undefined && preservesClient(group, packet);
  const isOutside = target.networkInterfaceId === undefined;
  if (keepsClient && isOutside && stops(walk, 'LB_PRESERVED_OUTSIDE', groupId, packet, target.address))
    return stoppedAt(walk, packet);
  const flow = openFlow(walk, balancer.id, node, { target, packet, via, keepsClient: keepsClient && !isOutside });
  return sendOn(walk, group, flow, packet);
}

function sendOn(walk: Walk, group: TargetGroup, flow: BalancedFlow, packet: Packet): Next {
  const { owner, client, via, node } = flow;
  const shown = readdress(packet, flow.shown, flow.chosen);
  const onward = group.proxyProtocol ? withProxy(shown, { ...client, ...(via && { endpointId: via }) }) : shown;
  note(walk, 'translated', isPreserved(flow) ? 'nlb-preserves' : 'nlb-own-address', packet, onward, owner, flow);
  return routeOut(walk, node, walk.world.substrate.hyperplane, onward);
}

/** Whether a packet of a standing TCP connection finds no flow here, and is answered with a reset. Source: D-NLB. */
function resetsFlow(walk: Walk, id: string, packet: Packet, node: Node, via: string | undefined): boolean {
  if (!walk.established || packet.transport.protocol !== 'tcp') return false;
  const reset = resetFor(packet, INITIAL_TTL);
  const send = (back: Walk) => {
    enter(back, id, 'hyperplane');
    return giveBack(back, { node: node.networkInterfaceId, via }, reset);
  };
  answerSender(walk, 'nlb-idle', packet, id, { packet: reset, send });
  return stops(walk, 'LB_IDLE_EXPIRED', id, packet, packet.ip.source);
}

/** What goes back to a client: by the node's own subnet, or by the endpoint that the flow came through. */
export function giveBack(walk: Walk, { node, via }: Pick<BalancedFlow, 'node' | 'via'>, packet: Packet): Next {
  const { world } = walk;
  if (via === undefined) return routeOut(walk, node, world.substrate.hyperplane, packet);
  const vpcId = String(world.gateways[via]!.vpcId);
  return { to: 'gateway', id: via, packet: wrap(packet, { layer: 'endpoint', endpointId: via, vpcId }) };
}

/** The group of the listener that takes the packet; undefined when the walk ends for want of one. */
function groupFor(walk: Walk, { id, gateway }: Balancer, packet: Packet): Group | undefined {
  const { listeners } = gateway;
  const speaking = listeners.filter(({ protocol }) => takes(protocol, packet));
  const port = destinationPortOf(packet.transport);
  const listener = speaking.find((candidate) => candidate.port === port);
  if (!listener) {
    const reason = speaking.length === 0 ? 'LB_NO_LISTENER' : 'LB_WRONG_PORT';
    return stops(walk, reason, id, packet) ? undefined : likelyGroup(walk, gateway, packet);
  }
  const groupId = listener.targetGroupId;
  if (groupId !== undefined) return { groupId, group: walk.world.gateways[groupId] as unknown as TargetGroup };
  return stops(walk, 'LB_NO_GROUP', id, packet, listener.id) ? undefined : likelyGroup(walk, gateway, packet);
}

/** For a diagnosis: the group of the load balancer's network that a listener would send this to, one of the same port before others. */
function likelyGroup({ world }: Walk, { vpcId }: NetworkLoadBalancer, packet: Packet): Group | undefined {
  const groups = listGateways<TargetGroup>(world, 'target-group').filter(
    ([, group]) => group.vpcId === vpcId && takes(group.protocol, packet),
  );
  const port = destinationPortOf(packet.transport);
  const found = groups.find(([, group]) => group.port === port) ?? groups[0];
  return found && { groupId: found[0], group: found[1] };
}

function takes(protocol: TargetGroup['protocol'], { transport }: Packet): boolean {
  return (
    protocol === transport.protocol.toUpperCase() ||
    (protocol === 'TCP_UDP' && ['tcp', 'udp'].includes(transport.protocol))
  );
}

/** Instances and UDP see the client unless told otherwise; TCP to addresses does not. UDP cannot be told. Source: D-NLB. */
function preservesClient({ protocol, targetType, preservesClient }: TargetGroup, { transport }: Packet): boolean {
  if (transport.protocol === 'udp' || protocol === 'TCP_UDP') return true;
  return preservesClient ?? targetType === 'instance';
}

interface Opening {
  readonly target: Standing;
  readonly packet: Packet;
  readonly via: string | undefined;
  readonly keepsClient: boolean;
}

function openFlow(walk: Walk, owner: string, node: Node, { target, packet, via, keepsClient }: Opening): BalancedFlow {
  const { ip, transport } = packet;
  const client = { address: ip.source, port: sourcePortOf(transport) };
  const end = { address: target.address, port: target.port };
  return openBalanced(walk.sessions, {
    owner,
    node: node.networkInterfaceId,
    protocol: transport.protocol,
    client,
    front: { address: ip.destination, port: destinationPortOf(transport) },
    shown: keepsClient ? client : { address: ownAddress(walk, node), port: pickPort(client, end) },
    chosen: end,
    targetInterfaceId: target.networkInterfaceId,
    via,
  });
}

function ownAddress({ world }: Walk, { networkInterfaceId }: Node): Address {
  return world.networkInterfaces[networkInterfaceId]!.addresses[0]!.address;
}
