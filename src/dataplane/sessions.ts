// The memory of stateful components during one exchange: NAT flow tables and security groups' connection state.
// Source: D-NAT, D-CT. Simplified: sessions live for one exchange, so there are few and lists do; idle time is a level's event, not a clock.

import type { Address } from '../net/address.ts';
import { destinationPortOf, type Packet, type Protocol, sourcePortOf } from '../net/packet.ts';
import type { BalancedFlow } from './balanced-flow.ts';
import type { NatFlow } from './step.ts';

/** A flow that an interface's security groups have let through, as the interface sees it. */
export interface TrackedFlow {
  readonly networkInterfaceId: string;
  readonly protocol: Protocol;
  readonly local: Address;
  readonly localPort: number;
  readonly remote: Address;
  readonly remotePort: number;
  /** Whether the near end asks and the far end answers; only an echo tells the two apart. */
  readonly isAskedHere: boolean;
  /** Let through by a rule for everybody, with one for everybody the other way: no interface tracks it, and an edit cuts it. Source: D-CT. */
  readonly isOpen: boolean;
}

export interface Sessions {
  readonly nat: NatFlow[];
  /** NAT flows that were idle for too long. */
  readonly forgotten: NatFlow[];
  readonly balanced: BalancedFlow[];
  readonly tracked: TrackedFlow[];
}

export function makeSessions(): Sessions {
  return { nat: [], forgotten: [], balanced: [], tracked: [] };
}

/** The lowest port that a NAT hands out. Source: D-NACL (1024-65535). */
const FIRST_PORT = 1024;
const LAST_PORT = 65535;
const PORTS = LAST_PORT - FIRST_PORT + 1;

/**
 * Opens the flow of an outbound packet on a NAT that will show `address`, or gives the one that is open.
 * Simplified: the real port is random; ours follows from the flow, so that the same World and probe give the same trace.
 */
export function openFlow(sessions: Sessions, owner: string, packet: Packet, address: Address): NatFlow {
  const open = findOutbound(sessions.nat, owner, packet);
  if (open) return open;
  const { ip, transport } = packet;
  const { protocol } = transport;
  const inside = { address: ip.source, port: sourcePortOf(transport) };
  const remote = { address: ip.destination, port: remotePortOf(packet, destinationPortOf(transport)) };
  const isTaken = (port: number) =>
    sessions.nat.some(
      (flow) =>
        flow.owner === owner && flow.protocol === protocol && flow.outside.port === port && isEnd(flow.remote, remote),
    );
  const outside = { address, port: inside.port === 0 ? 0 : freePort(isTaken, inside, remote) };
  const flow = { owner, protocol, inside, outside, remote };
  sessions.nat.push(flow);
  return flow;
}

/** The flow, of those listed, that an outbound packet belongs to. */
export function findOutbound(flows: readonly NatFlow[], owner: string, { ip, transport }: Packet): NatFlow | undefined {
  if (flows.length === 0) return undefined;
  const inside = { address: ip.source, port: sourcePortOf(transport) };
  const remotePort = 'destinationPort' in transport ? transport.destinationPort : 0;
  const remote = { address: ip.destination, port: remotePort };
  return flows.find(
    (flow) =>
      flow.owner === owner &&
      flow.protocol === transport.protocol &&
      isEnd(flow.inside, inside) &&
      isEnd(flow.remote, remote),
  );
}

type End = NatFlow['inside'];

function isEnd(a: End, b: End): boolean {
  return a.port === b.port && a.address === b.address;
}

/** An ICMP echo has one identifier for both ends; the far end has no port of its own. */
function remotePortOf({ transport }: Packet, port: number): number {
  return 'destinationPort' in transport ? port : 0;
}

/** The first free one from the flow's own on. One exchange never takes all. */
function freePort(isTaken: (port: number) => boolean, inside: End, remote: End): number {
  let port = pickPort(inside, remote);
  while (isTaken(port)) port = port === LAST_PORT ? FIRST_PORT : port + 1;
  return port;
}

/** A port that follows from a flow's ends. Simplified as `openFlow`'s, also for a flow that a load balancer opens to a target. */
export function pickPort(from: End, to: End): number {
  return FIRST_PORT + (hash(`${from.address} ${from.port} ${to.address} ${to.port}`) % PORTS);
}

/**
 * The flow that a packet from outside belongs to, if the NAT knows one. An echo request belongs to none, even when its identifier is that
 * of a flow: it asks, it does not answer. Source: D-NATT (no ping of a NAT gateway); the kernel's NAT does the same.
 */
export function findFlow({ nat }: Sessions, owner: string, packet: Packet): NatFlow | undefined {
  const { ip, transport } = packet;
  if (transport.protocol === 'icmp' && transport.type === 'echo-request') return undefined;
  const local = { address: ip.destination, port: destinationPortOf(transport) };
  // An error belongs to the flow of the packet that it quotes.
  const quotes = 'quotes' in transport ? transport.quotes : undefined;
  const protocol = quotes?.protocol ?? transport.protocol;
  const remote = quotes
    ? { address: quotes.destination, port: quotes.destinationPort }
    : { address: ip.source, port: remotePortOf(packet, sourcePortOf(transport)) };
  return nat.find(
    (flow) =>
      flow.owner === owner && flow.protocol === protocol && isEnd(flow.outside, local) && isEnd(flow.remote, remote),
  );
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  return value >>> 0;
}

/** Remembers that an interface let a packet out (`outgoing`) or in, so that the answer passes. */
export function trackFlow(
  sessions: Sessions,
  networkInterfaceId: string,
  packet: Packet,
  outgoing: boolean,
  isOpen = false,
): void {
  const { ip, transport } = packet;
  const { protocol } = transport;
  const source = sourcePortOf(transport);
  const destination = destinationPortOf(transport);
  sessions.tracked.push(
    outgoing
      ? {
          networkInterfaceId,
          protocol,
          local: ip.source,
          localPort: source,
          remote: ip.destination,
          remotePort: destination,
          isAskedHere: asks(packet, true),
          isOpen,
        }
      : {
          networkInterfaceId,
          protocol,
          local: ip.destination,
          localPort: destination,
          remote: ip.source,
          remotePort: source,
          isAskedHere: asks(packet, false),
          isOpen,
        },
  );
}

/** Whether the near end is the one that asks, when this packet goes out of it or comes in. */
function asks({ transport }: Packet, outgoing: boolean): boolean {
  return transport.protocol === 'icmp' && transport.type === 'echo-reply' ? !outgoing : outgoing;
}

/** An echo has one identifier for both ends, so that only its type says which way it was asked: a request is never an answer. */
function isAskedAlike(flow: TrackedFlow, packet: Packet, outgoing: boolean): boolean {
  const { transport } = packet;
  const isEcho = transport.protocol === 'icmp' && transport.type.startsWith('echo');
  return !isEcho || asks(packet, outgoing) === flow.isAskedHere;
}

export function isTracked(
  { tracked }: Sessions,
  networkInterfaceId: string,
  packet: Packet,
  outgoing: boolean,
): boolean {
  if (tracked.length === 0) return false;
  const { ip, transport } = packet;
  const local = outgoing ? ip.source : ip.destination;
  const remote = outgoing ? ip.destination : ip.source;
  const localPort = outgoing ? sourcePortOf(transport) : destinationPortOf(transport);
  const remotePort = outgoing ? destinationPortOf(transport) : sourcePortOf(transport);
  return tracked.some(
    (flow) =>
      flow.networkInterfaceId === networkInterfaceId &&
      flow.localPort === localPort &&
      flow.remotePort === remotePort &&
      flow.local === local &&
      flow.remote === remote &&
      flow.protocol === transport.protocol &&
      isAskedAlike(flow, packet, outgoing),
  );
}
