// A packet as the stack of headers that a tap sees, outermost first: what is wrapped around it, its IP header, its transport.
// The wraps are the fabric's (underlay, VPC), or what an edge puts on (802.1Q tag, IPsec ESP). A packet is never changed: each step makes another.
// Inferred: the VPC header's layout is unpublished (vpc-dataplane 1.4); ours holds what the talks say it carries.

import { type Address, type Ipv4, isIpv4 } from './address.ts';

/** The physical network's own IP header: from one host or edge device to another. */
export interface UnderlayHeader {
  readonly layer: 'underlay';
  readonly source: Ipv4;
  readonly destination: Ipv4;
}

/** The VPC encapsulation: which VPC, who sent it, and the interface or gateway it is for. */
export interface VpcHeader {
  readonly layer: 'vpc';
  readonly vpcId: string;
  /** The sending interface or gateway. */
  readonly from: string;
  /** The interface or gateway that it is for. */
  readonly target: string;
}

export interface VlanHeader {
  readonly layer: 'vlan';
  /** 802.1Q VLAN id, 1 to 4094. */
  readonly vlan: number;
  /** The virtual interface that the tag stands for on its wire. */
  readonly link: string;
}

/** IPsec in tunnel mode: the outer addresses are the tunnel's ends. */
export interface EspHeader {
  readonly layer: 'esp';
  readonly source: Ipv4;
  readonly destination: Ipv4;
  /** The VPN connection, and which of its two tunnels: `vpn-1/1`. */
  readonly tunnel: string;
}

/** The identity that an endpoint gives to what it hands on: through which endpoint, and out of which VPC, the packet came. */
export interface EndpointHeader {
  readonly layer: 'endpoint';
  readonly endpointId: string;
  readonly vpcId: string;
}

export type Wrap = UnderlayHeader | VpcHeader | VlanHeader | EspHeader | EndpointHeader;

export interface IpHeader {
  readonly source: Address;
  readonly destination: Address;
  readonly ttl: number;
}

export interface PortHeader {
  readonly protocol: 'tcp' | 'udp';
  readonly sourcePort: number;
  readonly destinationPort: number;
}

export interface IcmpHeader {
  readonly protocol: 'icmp';
  readonly type: 'echo-request' | 'echo-reply';
  readonly identifier: number;
}

/** A protocol that has no ports for us: ESP (50) or GRE (47) sent by a guest. */
export interface PortlessHeader {
  readonly protocol: 'esp' | 'gre';
}

export type TransportHeader = PortHeader | IcmpHeader | PortlessHeader;
export type Protocol = TransportHeader['protocol'];

export interface Packet {
  /** Outermost first; empty while the packet is bare. */
  readonly wraps: readonly Wrap[];
  readonly ip: IpHeader;
  readonly transport: TransportHeader;
}

export type Header =
  | Wrap
  | ({ readonly layer: 'ipv4' | 'ipv6' } & IpHeader)
  | ({ readonly layer: 'transport' } & TransportHeader);

/** Every header of the packet, outermost first. */
export function listHeaders(packet: Packet): readonly Header[] {
  const layer = isIpv4(packet.ip.source) ? 'ipv4' : 'ipv6';
  return [...packet.wraps, { layer, ...packet.ip }, { layer: 'transport', ...packet.transport }];
}

export function wrap(packet: Packet, ...wraps: readonly Wrap[]): Packet {
  return { wraps: [...wraps, ...packet.wraps], ip: packet.ip, transport: packet.transport };
}

const NO_WRAPS: readonly Wrap[] = [];

/** The packet as the customer knows it, with every wrap taken off. */
export function unwrap(packet: Packet): Packet {
  return packet.wraps.length === 0 ? packet : { wraps: NO_WRAPS, ip: packet.ip, transport: packet.transport };
}

export function withSource(packet: Packet, source: Address, port?: number): Packet {
  const ip = { source, destination: packet.ip.destination, ttl: packet.ip.ttl };
  return {
    wraps: packet.wraps,
    ip,
    transport: port === undefined ? packet.transport : withSourcePort(packet.transport, port),
  };
}

export function withDestination(packet: Packet, destination: Address, port?: number): Packet {
  const ip = { source: packet.ip.source, destination, ttl: packet.ip.ttl };
  return {
    wraps: packet.wraps,
    ip,
    transport: port === undefined ? packet.transport : withDestinationPort(packet.transport, port),
  };
}

/** The port that names the sender's end: a source port, or an ICMP echo's identifier; 0 for protocols without. */
export function sourcePortOf(transport: TransportHeader): number {
  if (transport.protocol === 'icmp') return transport.identifier;
  return 'sourcePort' in transport ? transport.sourcePort : 0;
}

/** The port that names the receiver's end; an ICMP echo has one identifier for both ends. */
export function destinationPortOf(transport: TransportHeader): number {
  if (transport.protocol === 'icmp') return transport.identifier;
  return 'destinationPort' in transport ? transport.destinationPort : 0;
}

/** What is sent, as a filter's rule would name it: `tcp/443`, `icmp`. */
export function formatTraffic(transport: TransportHeader): string {
  return 'destinationPort' in transport ? `${transport.protocol}/${transport.destinationPort}` : transport.protocol;
}

function withSourcePort(transport: TransportHeader, port: number): TransportHeader {
  if (transport.protocol === 'icmp') return { protocol: 'icmp', type: transport.type, identifier: port };
  if (!('sourcePort' in transport)) return transport;
  return { protocol: transport.protocol, sourcePort: port, destinationPort: transport.destinationPort };
}

function withDestinationPort(transport: TransportHeader, port: number): TransportHeader {
  if (transport.protocol === 'icmp') return { protocol: 'icmp', type: transport.type, identifier: port };
  if (!('destinationPort' in transport)) return transport;
  return { protocol: transport.protocol, sourcePort: transport.sourcePort, destinationPort: port };
}

/** The packet after a router that takes one off its time to live. */
export function spendHop({ wraps, ip, transport }: Packet): Packet {
  return { wraps, ip: { source: ip.source, destination: ip.destination, ttl: ip.ttl - 1 }, transport };
}

/** What the receiver sends back: ends swapped, an echo answered. It goes back by the endpoint through which the packet came. */
export function replyTo(packet: Packet, ttl: number): Packet {
  const { source, destination } = packet.ip;
  return {
    wraps: packet.wraps.length === 0 ? NO_WRAPS : packet.wraps.filter(({ layer }) => layer === 'endpoint'),
    ip: { source: destination, destination: source, ttl },
    transport: replyTransport(packet.transport),
  };
}

/** The endpoint identity that a packet carries, if one does. */
export function endpointOf({ wraps }: Packet): EndpointHeader | undefined {
  const outermost = wraps[0];
  return outermost?.layer === 'endpoint' ? outermost : undefined;
}

function replyTransport(transport: TransportHeader): TransportHeader {
  if (transport.protocol === 'icmp') return { protocol: 'icmp', type: 'echo-reply', identifier: transport.identifier };
  if (!('sourcePort' in transport)) return transport;
  const { protocol, sourcePort, destinationPort } = transport;
  return { protocol, sourcePort: destinationPort, destinationPort: sourcePort };
}
