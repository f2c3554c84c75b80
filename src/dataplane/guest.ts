// A bare packet inside a machine: is it for me, does something listen, do I forward what is not mine, and is an answer one I wait for?
// Source: D-EIP (the guest knows its private address only), D-RA. Simplified: a machine without stated listeners answers everything.

import type { Application } from '../cloud/machine.ts';
import { cidrContains } from '../net/cidr.ts';
import { destinationPortOf, type Packet, sourcePortOf, withDestination, withSource } from '../net/packet.ts';
import { leaveGuest } from './leave.ts';
import { findFlow, openFlow } from './sessions.ts';
import { comesRound, drop, ended, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

/** The host has put the packet into the guest that has this interface. */
export function reachGuest(walk: Walk, networkInterfaceId: string, packet: Packet): Next {
  const { world } = walk;
  const { instanceId, addresses } = world.networkInterfaces[networkInterfaceId]!;
  const instance = world.instances[instanceId!]!;
  enter(walk, instanceId!, 'guest');
  if (instance.state === 'stopped' && stops(walk, 'INSTANCE_STOPPED', instanceId!, packet))
    return stoppedAt(walk, packet);
  const isMine = addresses.some(({ address }) => address === packet.ip.destination);
  if (instance.forwarding === 'nat') {
    const flow = isMine ? findFlow(walk.sessions, instanceId!, packet) : undefined;
    if (flow) {
      const inward = withDestination(packet, flow.inside.address, flow.inside.port);
      note(walk, 'translated', 'nat-session', packet, inward, instanceId, flow);
      return leaveGuest(walk, networkInterfaceId, inward);
    }
    if (!isMine) return masquerade(walk, instanceId!, networkInterfaceId, packet);
  }
  if (isMine) return accept(walk, instanceId!, instance.application, packet);
  if (instance.forwarding === 'none') return drop(walk, 'NOT_FORWARDING', instanceId!, packet, packet.ip.destination);
  if (comesRound(walk, instanceId!, packet, true))
    return drop(walk, 'RT_LOOP', instanceId!, packet, packet.ip.destination);
  note(walk, 'forwarded', 'guest-forwards', packet, packet, instanceId);
  return leaveGuest(walk, networkInterfaceId, packet);
}

/** A NAT instance: one address and many ports, like a NAT gateway in a guest. */
function masquerade(walk: Walk, instanceId: string, networkInterfaceId: string, packet: Packet): Next {
  if (comesRound(walk, instanceId, packet, false))
    return drop(walk, 'RT_LOOP', instanceId, packet, packet.ip.destination);
  const address = walk.world.networkInterfaces[networkInterfaceId]!.addresses[0]!.address;
  const flow = openFlow(walk.sessions, instanceId, packet, address);
  const outward = withSource(packet, flow.outside.address, flow.outside.port);
  note(walk, 'translated', 'nat-session', packet, outward, instanceId, flow);
  return leaveGuest(walk, networkInterfaceId, outward);
}

/** The packet is for this machine: does its software take it? */
export function accept(walk: Walk, machineId: string, application: Application, packet: Packet): Next {
  if (walk.awaited) return acceptReply(walk, machineId, packet);
  const { allowedSources } = application;
  if (allowedSources && !allowedSources.some((cidr) => cidrContains(cidr, packet.ip.source))) {
    if (stops(walk, 'SOURCE_NOT_ALLOWED', machineId, packet, packet.ip.source)) return stoppedAt(walk, packet);
  }
  if (!listens(application, packet)) {
    const port = String(destinationPortOf(packet.transport));
    if (stops(walk, 'NOT_LISTENING', machineId, packet, port)) return ended('refused', machineId, packet);
  }
  note(walk, 'delivered', 'listener', packet, packet, machineId);
  return ended('delivered', machineId, packet);
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
