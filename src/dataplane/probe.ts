// A question to the simulator: one packet from a machine to another, and what address the sender will use for it.

import { areJoined } from '../cloud/joined-vpcs.ts';
import { findPublicPair, interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { type Address, type Ipv4, isIpv4, parseAddress } from '../net/address.ts';
import type { Datagram, Packet, Protocol, TransportHeader } from '../net/packet.ts';
import { type Pretence, pretendPair } from './pretence.ts';

export interface Probe {
  /** An instance's id, a machine on the internet or a public address; or a frame's id, for a packet that is already on the substrate. */
  readonly from: string;
  /** An instance's id, a machine on the internet, or an address. Left out when `toRecord` or a frame says it. */
  readonly to?: string | undefined;
  /** The name under which the sender has the receiver's address. */
  readonly toRecord?: string | undefined;
  /** Use the receiver's public address even from inside its VPC. */
  readonly byPublicAddress?: boolean | undefined;
  readonly protocol?: Protocol | undefined;
  /** Destination port; 443 unless told. */
  readonly port?: number | undefined;
  /** An ephemeral port of a Linux guest unless told. Source: D-NACL. */
  readonly sourcePort?: number | undefined;
  /** Which of its addresses the sender uses, or one that is not its own. */
  readonly source?: Address | undefined;
  /** How many such flows to this destination stand at once, this one the last of them; 1 unless told. */
  readonly flow?: number | undefined;
  /** The whole IP packet's bytes; small enough for every link unless told. */
  readonly size?: number | undefined;
  /** Whether routers may not cut it; TCP says so unless told, as Linux guests do. */
  readonly dontFragment?: boolean | undefined;
  /** 64 unless told. */
  readonly ttl?: number | undefined;
  /** A later packet of a connection that stands already; so in a World where idle time has passed, unless told. */
  readonly continues?: boolean | undefined;
}

export const DEFAULT_SOURCE_PORT = 40112;
export const DEFAULT_PORT = 443;
export const INITIAL_TTL = 64;

export function isMachine(world: World, id: string): boolean {
  return Object.hasOwn(world.instances, id) || Object.hasOwn(world.internet, id);
}

/** The address that the sender puts into the packet; undefined when there is none to put. */
export function destinationAddress(world: World, probe: Probe, pretence?: Pretence): Address | undefined {
  if (probe.toRecord !== undefined) {
    const records = applicationOf(world, probe.from)?.records ?? {};
    return Object.hasOwn(records, probe.toRecord) ? records[probe.toRecord] : undefined;
  }
  const to = probe.to ?? '';
  if (Object.hasOwn(world.internet, to)) return world.internet[to]!.address;
  if (!Object.hasOwn(world.instances, to)) return parseAddress(to);
  const target = primaryAddress(world, to);
  if (!target) return undefined;
  const like = probe.source ?? world.internet[probe.from]?.address ?? parseAddress(probe.from);
  if (like && !isIpv4(like)) return primaryAddress(world, to, like)?.address;
  // A machine of a customer's site, too, uses the private address, as long as nothing says otherwise.
  const sender = primaryAddress(world, probe.from);
  const isOnSite = world.internet[probe.from]?.site !== undefined;
  if (!probe.byPublicAddress && (isOnSite || (sender && seesPrivately(world, sender, target)))) return target.address;
  return publicAddressOf(world, to) ?? pretended(target, pretence)?.publicIp;
}

/** Inside one VPC, and between VPCs that are joined, machines use each other's private addresses. */
function seesPrivately(world: World, sender: Home, target: Home): boolean {
  return sender.vpcId === target.vpcId || areJoined(world, sender.vpcId, target.vpcId);
}

/** The first public address that stands for one of a machine's private ones: the primary's, where it has one. */
function publicAddressOf(world: World, instanceId: string): Ipv4 | undefined {
  for (const id of interfacesOf(world, instanceId)) {
    const networkInterface = world.networkInterfaces[id]!;
    const vpcId = vpcIdOfInterface(world, networkInterface);
    for (const { address } of networkInterface.addresses) {
      const pair = findPublicPair(world, vpcId, address);
      if (pair) return pair.publicIp;
    }
  }
  return undefined;
}

function pretended(target: Home, pretence: Pretence | undefined) {
  return pretence && pretendPair(pretence, target.vpcId, target.address as Ipv4, target.networkInterfaceId);
}

export function applicationOf(world: World, machineId: string) {
  return world.instances[machineId]?.application ?? world.internet[machineId]?.application;
}

export interface Home {
  readonly vpcId: string;
  readonly networkInterfaceId: `eni-${string}`;
  readonly address: Address;
}

/** Where an instance lives: its first interface and that interface's primary address. */
export function primaryAddress(world: World, instanceId: string, like?: Address): Home | undefined {
  const networkInterfaceId = interfacesOf(world, instanceId)[0];
  const networkInterface = networkInterfaceId && world.networkInterfaces[networkInterfaceId];
  if (!networkInterface) return undefined;
  const sameFamily = ({ address }: { address: Address }) => !like || isIpv4(address) === isIpv4(like);
  const address = networkInterface.addresses.find(sameFamily)?.address;
  return address && { vpcId: vpcIdOfInterface(world, networkInterface), networkInterfaceId, address };
}

function makeTransport({
  protocol = 'tcp',
  port = DEFAULT_PORT,
  sourcePort = DEFAULT_SOURCE_PORT,
}: Probe): TransportHeader {
  if (protocol === 'icmp') return { protocol, type: 'echo-request', identifier: sourcePort };
  if (protocol === 'tcp' || protocol === 'udp') return { protocol, sourcePort, destinationPort: port };
  return { protocol };
}

export function makePacket(probe: Probe, source: Address, destination: Address): Packet {
  const { ttl = INITIAL_TTL } = probe;
  return { wraps: [], ip: { source, destination, ttl, datagram: datagramOf(probe) }, transport: makeTransport(probe) };
}

function datagramOf({ size, protocol = 'tcp', dontFragment = protocol === 'tcp' }: Probe): Datagram | undefined {
  return size === undefined ? undefined : { bytes: size, dontFragment, pieces: 1 };
}
