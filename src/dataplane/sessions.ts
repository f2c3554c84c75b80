// The memory of stateful components during one exchange: NAT flow tables and security groups' connection state.
// Source: D-NAT, D-CT. Simplified: sessions live for one exchange; idle time is a level's event, not a clock.

import type { Address } from '../net/address.ts';
import { destinationPortOf, flowKey, type Packet, sourcePortOf } from '../net/packet.ts';
import type { NatFlow } from './step.ts';

export interface Sessions {
  /** By owner and the flow's key as the far side sees it. */
  readonly nat: Map<string, NatFlow>;
  /** Flows that an interface's security groups have let through, as the interface sees them. */
  readonly tracked: Set<string>;
}

export function makeSessions(): Sessions {
  return { nat: new Map(), tracked: new Set() };
}

/** The lowest port that a NAT hands out. Source: D-NACL (1024-65535). */
const FIRST_PORT = 1024;
const PORTS = 65536 - FIRST_PORT;

/**
 * Opens the flow of an outbound packet on a NAT that will show `address`, or gives the one that is open.
 * Simplified: the real port is random; ours follows from the flow, so that the same World and probe give the same trace.
 */
export function openFlow(sessions: Sessions, owner: string, packet: Packet, address: Address): NatFlow {
  const { ip, transport } = packet;
  const inside = { address: ip.source, port: sourcePortOf(transport) };
  const remote = { address: ip.destination, port: destinationPortOf(transport) };
  const remotePort = transport.protocol === 'icmp' ? 0 : remote.port;
  let port = FIRST_PORT + (hash(`${inside.address} ${inside.port} ${remote.address} ${remotePort}`) % PORTS);
  for (let tries = 0; tries < PORTS; tries++) {
    const key = natKey(
      owner,
      packet,
      address,
      port,
      remote.address,
      transport.protocol === 'icmp' ? port : remote.port,
    );
    const open = sessions.nat.get(key);
    if (open && open.inside.address === inside.address && open.inside.port === inside.port) return open;
    if (!open) {
      const outside = {
        address,
        port: transport.protocol === 'tcp' || transport.protocol === 'udp' ? port : inside.port && port,
      };
      const flow = { owner, protocol: transport.protocol, inside, outside, remote };
      sessions.nat.set(key, flow);
      return flow;
    }
    port = FIRST_PORT + ((port - FIRST_PORT + 1) % PORTS);
  }
  return { owner, protocol: transport.protocol, inside, outside: { address, port }, remote };
}

/** The flow that a packet from outside belongs to, if the NAT knows one. */
export function findFlow(sessions: Sessions, owner: string, packet: Packet): NatFlow | undefined {
  if (sessions.nat.size === 0) return undefined;
  const { ip, transport } = packet;
  return sessions.nat.get(
    natKey(owner, packet, ip.destination, destinationPortOf(transport), ip.source, sourcePortOf(transport)),
  );
}

function natKey(
  owner: string,
  packet: Packet,
  local: Address,
  localPort: number,
  remote: Address,
  remotePort: number,
): string {
  return `${owner} ${flowKey(packet.transport, local, localPort, remote, remotePort)}`;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return value;
}

/** Remembers that an interface let a packet out (`outgoing`) or in, so that the answer passes. */
export function trackFlow(sessions: Sessions, networkInterfaceId: string, packet: Packet, outgoing: boolean): void {
  sessions.tracked.add(`${networkInterfaceId} ${interfaceKey(packet, outgoing)}`);
}

export function isTracked(sessions: Sessions, networkInterfaceId: string, packet: Packet, outgoing: boolean): boolean {
  return sessions.tracked.size > 0 && sessions.tracked.has(`${networkInterfaceId} ${interfaceKey(packet, outgoing)}`);
}

function interfaceKey({ ip, transport }: Packet, outgoing: boolean): string {
  const sourcePort = sourcePortOf(transport);
  const destinationPort = destinationPortOf(transport);
  return outgoing
    ? flowKey(transport, ip.source, sourcePort, ip.destination, destinationPort)
    : flowKey(transport, ip.destination, destinationPort, ip.source, sourcePort);
}
