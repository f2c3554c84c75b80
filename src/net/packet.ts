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

/** How much a packet carries; stated only where size matters. */
export interface Datagram {
  /** The whole IP packet, its headers included. */
  readonly bytes: number;
  /** The don't-fragment bit: a router must drop it rather than cut it. */
  readonly dontFragment: boolean;
  /** The pieces that it travels in; 1 while it is whole. */
  readonly pieces: number;
}

export interface IpHeader {
  readonly source: Address;
  readonly destination: Address;
  readonly ttl: number;
  readonly datagram?: Datagram | undefined;
}

export interface PortHeader {
  readonly protocol: 'tcp' | 'udp';
  readonly sourcePort: number;
  readonly destinationPort: number;
  /** A TCP reset: whoever gets it gives the connection up. */
  readonly isReset?: boolean | undefined;
  /** The first bytes of the stream, by proxy protocol version 2: who the client is, and through which endpoint it came. */
  readonly proxy?: ProxyHeader;
}

export interface ProxyHeader {
  readonly address: Address;
  readonly port: number;
  readonly endpointId?: string;
}

export interface IcmpHeader {
  readonly protocol: 'icmp';
  readonly type: 'echo-request' | 'echo-reply' | 'fragmentation-needed' | 'time-exceeded';
  /** An echo's own; an error has the source port of the packet that it is about. */
  readonly identifier: number;
  /** Only in an error: the ends of the packet that it is about, as the one who sends the error has seen them. */
  readonly quotes?: Quote | undefined;
}

export interface Quote {
  readonly protocol: 'tcp' | 'udp' | 'icmp' | 'esp' | 'gre';
  readonly source: Address;
  readonly destination: Address;
  readonly destinationPort: number;
  /** The largest packet that would have passed. */
  readonly limit?: number | undefined;
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
  return {
    wraps: packet.wraps.length === 0 ? wraps : [...wraps, ...packet.wraps],
    ip: packet.ip,
    transport: packet.transport,
  };
}

const NO_WRAPS: readonly Wrap[] = [];

/** The packet as the customer knows it, with every wrap taken off. */
export function unwrap(packet: Packet): Packet {
  return packet.wraps.length === 0 ? packet : { wraps: NO_WRAPS, ip: packet.ip, transport: packet.transport };
}

export function withSource(packet: Packet, source: Address, port?: number): Packet {
  const { destination, ttl, datagram } = packet.ip;
  const ip = { source, destination, ttl, datagram };
  return {
    wraps: packet.wraps,
    ip,
    transport: port === undefined ? packet.transport : withSourcePort(packet.transport, port),
  };
}

export function withDestination(packet: Packet, destination: Address, port?: number): Packet {
  const { source, ttl, datagram } = packet.ip;
  const ip = { source, destination, ttl, datagram };
  const transport = port === undefined ? packet.transport : withDestinationPort(packet.transport, port);
  return { wraps: packet.wraps, ip, transport: 'quotes' in transport ? quoteFrom(transport, destination) : transport };
}

/** A translator that sends an error on mends the packet quoted in it, too: its source is whom the error is for. Source: RFC 5508. */
function quoteFrom(transport: IcmpHeader, source: Address): IcmpHeader {
  return transport.quotes ? { ...transport, quotes: { ...transport.quotes, source } } : transport;
}

/** The packet with both of its ends replaced. */
export function readdress(packet: Packet, source: End, destination: End): Packet {
  return withDestination(withSource(packet, source.address, source.port), destination.address, destination.port);
}

interface End {
  readonly address: Address;
  readonly port: number;
}

/** A TCP packet whose receiver is told who the client is. */
export function withProxy({ wraps, ip, transport }: Packet, proxy: ProxyHeader): Packet {
  return { wraps, ip, transport: transport.protocol === 'tcp' ? { ...transport, proxy } : transport };
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
  if (transport.protocol === 'icmp') return withIdentifier(transport, port);
  if (!('sourcePort' in transport)) return transport;
  const { protocol, destinationPort, isReset } = transport;
  return { protocol, sourcePort: port, destinationPort, isReset };
}

function withDestinationPort(transport: TransportHeader, port: number): TransportHeader {
  if (transport.protocol === 'icmp') return withIdentifier(transport, port);
  if (!('destinationPort' in transport)) return transport;
  const { protocol, sourcePort, isReset } = transport;
  return { protocol, sourcePort, destinationPort: port, isReset };
}

function withIdentifier({ type, quotes }: IcmpHeader, identifier: number): IcmpHeader {
  return quotes ? { protocol: 'icmp', type, identifier, quotes } : { protocol: 'icmp', type, identifier };
}

/** The packet after a router that takes one off its time to live. */
export function spendHop({ wraps, ip, transport }: Packet): Packet {
  const { source, destination, ttl, datagram } = ip;
  return { wraps, ip: { source, destination, ttl: ttl - 1, datagram }, transport };
}

/** The packet with another size, or cut in pieces. */
export function withDatagram({ wraps, ip, transport }: Packet, datagram: Datagram | undefined): Packet {
  const { source, destination, ttl } = ip;
  return { wraps, ip: { source, destination, ttl, datagram }, transport };
}

/** What the receiver sends back: ends swapped, an echo answered. It goes back by the endpoint through which the packet came. */
export function replyTo(packet: Packet, ttl: number): Packet {
  const { source, destination } = packet.ip;
  return {
    wraps: packet.wraps.length === 0 ? NO_WRAPS : packet.wraps.filter(({ layer }) => layer === 'endpoint'),
    ip: { source: destination, destination: source, ttl, datagram: whole(packet.ip.datagram) },
    transport: replyTransport(packet.transport),
  };
}

/** Who the receiver takes for its client: what a proxy header says, else the source. */
export function clientOf({ ip, transport }: Packet): End {
  if ('proxy' in transport && transport.proxy) return transport.proxy;
  return { address: ip.source, port: sourcePortOf(transport) };
}

/** The endpoint identity that a packet carries, if one does. */
export function endpointOf({ wraps }: Packet): EndpointHeader | undefined {
  const outermost = wraps[0];
  return outermost?.layer === 'endpoint' ? outermost : undefined;
}

/** As a receiver has put it together again. */
function whole(datagram: Datagram | undefined): Datagram | undefined {
  return datagram && datagram.pieces > 1 ? { ...datagram, pieces: 1 } : datagram;
}

function replyTransport(transport: TransportHeader): TransportHeader {
  if (transport.protocol === 'icmp') return { protocol: 'icmp', type: 'echo-reply', identifier: transport.identifier };
  if (!('sourcePort' in transport)) return transport;
  const { protocol, sourcePort, destinationPort } = transport;
  return { protocol, sourcePort: destinationPort, destinationPort: sourcePort };
}
