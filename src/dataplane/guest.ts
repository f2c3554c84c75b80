// A bare packet inside a machine: is it for me, does something listen, do I forward what is not mine, and is an answer one I wait for?
// Source: D-EIP (the guest knows its private address only), D-RA. Simplified: a machine without stated listeners answers everything, and a
// forwarder sends on by the interface that the packet came in by.

import { effectiveTableId } from '../cloud/lookup.ts';
import type { Application, Instance } from '../cloud/machine.ts';
import type { Ipv4 } from '../net/address.ts';
import { type Cidr, cidrContains } from '../net/cidr.ts';
import {
  clientOf,
  destinationPortOf,
  endpointOf,
  type Packet,
  sourcePortOf,
  spendHop,
  withDestination,
  withSource,
} from '../net/packet.ts';
import { isSignal } from '../net/signal-packet.ts';
import { isOwnCall } from './balanced-flow.ts';
import { leaveGuest, routeOutAnyway } from './leave.ts';
import { underlayOf } from './mapping.ts';
import { findFlow, openFlow } from './sessions.ts';
import { livesNoLonger } from './time-to-live.ts';
import { comesRound, ended, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** The host has put the packet into the guest that has this interface. */
export function reachGuest(walk: Walk, networkInterfaceId: string, packet: Packet): Next {
  const { world } = walk;
  const { instanceId, addresses } = world.networkInterfaces[networkInterfaceId]!;
  if (!instanceId) return stoppedAt(walk, packet);
  const instance = world.instances[instanceId]!;
  enter(walk, instanceId, 'guest');
  if (instance.state === 'stopped' && stops(walk, 'INSTANCE_STOPPED', instanceId, packet))
    return stoppedAt(walk, packet);
  if (
    isOwnCall(walk.sessions, networkInterfaceId, packet) &&
    stops(walk, 'LB_HAIRPIN', instanceId, packet, packet.ip.source)
  )
    return stoppedAt(walk, packet);
  if (!addresses.some(({ address }) => address === packet.ip.destination))
    return forward(walk, instance, instanceId, networkInterfaceId, packet);
  const flow = instance.forwarding === 'nat' ? findFlow(walk.sessions, instanceId, packet) : undefined;
  if (!flow) return accept(walk, instanceId, instance.application, packet);
  const inward = withDestination(spendHop(packet), flow.inside.address, flow.inside.port);
  note(walk, 'translated', 'nat-session', packet, inward, instanceId, flow);
  return leaveGuest(walk, networkInterfaceId, inward);
}

/** The packet is for somebody else. */
function forward(walk: Walk, { forwarding }: Instance, instanceId: string, eni: string, packet: Packet): Next {
  const { destination } = packet.ip;
  if (forwarding === 'none' && stops(walk, 'NOT_FORWARDING', instanceId, packet, destination))
    return stoppedAt(walk, packet);
  const masquerades = forwarding === 'nat' && !isStrayAnswer(walk, packet);
  const circles = comesRound(walk, instanceId, packet, !masquerades);
  const { subnetId } = walk.world.networkInterfaces[eni]!;
  if (circles && stops(walk, 'RT_LOOP', effectiveTableId(walk.world, subnetId), packet, instanceId))
    return stoppedAt(walk, packet);
  if (dies(walk, instanceId, eni, packet)) return stoppedAt(walk, packet);
  const onward = masquerades ? masquerade(walk, instanceId, eni, packet) : passOn(walk, instanceId, packet);
  if (!circles) return leaveGuest(walk, eni, onward);
  const underlay = underlayOf(walk.world, walk.world.instances[instanceId]!.hostId) as Ipv4;
  return routeOutAnyway(walk, eni, underlay, onward);
}

/** A forwarder's own answer, by the interface that the packet came in by. */
function dies(walk: Walk, instanceId: string, eni: string, packet: Packet): boolean {
  const { address } = walk.world.networkInterfaces[eni]!.addresses[0]!;
  return livesNoLonger(walk, instanceId, packet, address, (back, error) => leaveGuest(back, eni, error));
}

function passOn(walk: Walk, instanceId: string, packet: Packet): Packet {
  const onward = spendHop(packet);
  note(walk, 'forwarded', 'guest-forwards', packet, onward, instanceId);
  return onward;
}

/** A NAT instance: one address and many ports, like a NAT gateway in a guest. */
function masquerade(walk: Walk, instanceId: string, networkInterfaceId: string, packet: Packet): Packet {
  const { address } = walk.world.networkInterfaces[networkInterfaceId]!.addresses[0]!;
  const flow = openFlow(walk.sessions, instanceId, packet, address);
  const outward = withSource(spendHop(packet), flow.outside.address, flow.outside.port);
  note(walk, 'translated', 'nat-session', packet, outward, instanceId, flow);
  return outward;
}

/**
 * An answer whose request went another way. A stateful NAT has no flow for it: a gateway drops it, a Linux guest forwards it as it
 * is. UDP does not show which packet is an answer, so there a new flow opens.
 */
export function isStrayAnswer({ awaited }: Walk, { transport }: Packet): boolean {
  return awaited !== undefined && transport.protocol !== 'udp';
}

/** The packet is for this machine: does its software take it? */
export function accept(walk: Walk, machineId: string, application: Application, packet: Packet): Next {
  if (walk.awaited) return acceptReply(walk, machineId, packet);
  const { source, destination } = packet.ip;
  const { allowedSources } = application;
  if (allowedSources && !allowedSources.some((entry) => lets(entry, packet))) {
    const about = endpointOf(packet)?.endpointId ?? source;
    if (stops(walk, 'SOURCE_NOT_ALLOWED', machineId, packet, about)) return stoppedAt(walk, packet);
  }
  if (!listens(application, packet) && stops(walk, 'NOT_LISTENING', machineId, packet, destination))
    return ended('refused', machineId, packet);
  note(walk, 'delivered', 'listener', packet, packet, machineId);
  return ended('delivered', machineId, packet);
}

/** Private addresses are not unique among VPCs, so what comes through an endpoint is known by the endpoint or its VPC only. Source: D-S3E. */
function lets(entry: string, packet: Packet): boolean {
  const identity = endpointOf(packet);
  if (identity) return entry === identity.endpointId || entry === identity.vpcId;
  return !entry.startsWith('vpc') && cidrContains(entry as Cidr, clientOf(packet).address);
}

function listens({ listeners }: Application, { ip, transport }: Packet): boolean {
  if (!listeners || transport.protocol === 'icmp') return true;
  return listeners.some(
    ({ protocol, port, bind }) =>
      protocol === transport.protocol &&
      (port === undefined || port === destinationPortOf(transport)) &&
      (bind === 'any' || bind === ip.destination),
  );
}

/** A machine that waits for an answer takes it only from whom it asked. */
function acceptReply(walk: Walk, machineId: string, packet: Packet): Next {
  const { machine, packet: request } = walk.awaited!;
  if (isSignal(packet) && machine === machineId) {
    note(walk, 'delivered', 'guest-told', packet, packet, machineId);
    return ended('delivered', machineId, packet);
  }
  const expected =
    machine === machineId &&
    packet.ip.source === request.ip.destination &&
    packet.ip.destination === request.ip.source &&
    sourcePortOf(packet.transport) === destinationPortOf(request.transport) &&
    destinationPortOf(packet.transport) === sourcePortOf(request.transport);
  if (!expected && stops(walk, 'UNEXPECTED_REPLIER', machineId, packet, packet.ip.source))
    return stoppedAt(walk, packet);
  note(walk, 'delivered', 'guest-accepts', packet, packet, machineId);
  return ended('delivered', machineId, packet);
}
