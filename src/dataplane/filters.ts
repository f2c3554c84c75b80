// Security groups (on the interface's host, stateful) and network ACLs (on the subnet's edge, stateless).
// Both see private addresses only: the 1:1 swap of an internet gateway happens later, at the edge. Source: D-SG, D-NACL, D-CT, D-FL.

import type { NetworkAclEntry, SecurityGroupRule } from '../cloud/filters.ts';
import { findPairByPublicIp, isListed } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import type { Address } from '../net/address.ts';
import { type Cidr, cidrContains } from '../net/cidr.ts';
import { type IcmpKind, isIcmpKind } from '../net/icmp.ts';
import { destinationPortOf, type Packet } from '../net/packet.ts';
import { showsClient } from './balanced-flow.ts';
import type { DropReason } from './codes.ts';
import { isTracked, trackFlow } from './sessions.ts';
import { note, stops, type Walk } from './walk.ts';

export type Direction = 'inbound' | 'outbound';

/** Security groups of an interface. False when the walk ends here. `from` is the interface or gateway that sent an inbound packet. */
export function passesGroups(
  walk: Walk,
  networkInterfaceId: string,
  packet: Packet,
  direction: Direction,
  from?: string,
): boolean {
  const { world, sessions } = walk;
  const { groups } = world.networkInterfaces[networkInterfaceId]!;
  const outgoing = direction === 'outbound';
  if (isTracked(sessions, networkInterfaceId, packet, outgoing)) {
    note(walk, 'filtered', 'group-state', packet, packet, groups[0]);
    return true;
  }
  for (const group of groups) {
    const rule = world.securityGroups[group]![direction].find((candidate) =>
      ruleMatches(walk, candidate, packet, direction, from),
    );
    if (!rule) continue;
    const isOpen = EVERYBODY.includes(rule.peer) && isOpenBack(world, groups, rule.peer, packet, outgoing);
    trackFlow(sessions, networkInterfaceId, packet, outgoing, isOpen);
    note(walk, 'filtered', 'group-rule', packet, packet, group, rule);
    return true;
  }
  const reason = denialReason(walk, groups, packet, direction);
  if (stops(walk, reason, groups[0] ?? networkInterfaceId, packet, remoteOf(packet, direction))) return false;
  trackFlow(sessions, networkInterfaceId, packet, outgoing);
  return true;
}

const EVERYBODY = ['0.0.0.0/0', '::/0'];

/** Whether the other direction is open to everybody on every port, too: such a TCP or UDP flow need not be tracked. Source: D-CT. */
function isOpenBack(
  world: World,
  groups: readonly string[],
  everybody: string,
  { transport: { protocol } }: Packet,
  outgoing: boolean,
): boolean {
  if (protocol !== 'tcp' && protocol !== 'udp') return false;
  const isOpen = (rule: SecurityGroupRule) =>
    rule.peer === everybody &&
    (rule.protocol === 'all' ||
      (rule.protocol === protocol && (!rule.ports || (rule.ports.from === 0 && rule.ports.to === 65535))));
  return groups.some((group) => world.securityGroups[group]![outgoing ? 'inbound' : 'outbound'].some(isOpen));
}

function ruleMatches(
  walk: Walk,
  rule: SecurityGroupRule,
  packet: Packet,
  direction: Direction,
  from: string | undefined,
): boolean {
  if (!trafficMatches(rule, packet)) return false;
  const { world } = walk;
  const remote = remoteOf(packet, direction);
  if (rule.peer.startsWith('pl-')) return isListed(world, rule.peer, remote);
  if (!rule.peer.startsWith('sg-')) return cidrContains(rule.peer as Cidr, remote);
  return isMember(world, rule.peer, remote) && (from === undefined || showsGroup(walk, from, remote));
}

function remoteOf({ ip }: Packet, direction: Direction): Address {
  return direction === 'outbound' ? ip.destination : ip.source;
}

function isMember(world: World, group: string, address: Address): boolean {
  return membersOf(world.networkInterfaces).get(group)?.has(address) ?? false;
}

/** A forwarder in between loses the sender's group, even though the sender's address is still in the packet. Source: D-SG. */
function showsGroup({ world, sessions }: Walk, from: string, held: Address): boolean {
  const sender = world.networkInterfaces[from];
  if (!sender) return false;
  if (sender.addresses.some(({ address }) => address === held) || showsClient(sessions, from, held)) return true;
  // A transit gateway's attachment tells who sent, where it has been told to. Source: D-RA.
  return world.gateways[sender.managedBy ?? '']?.securityGroupReferencing === true;
}

const membersOf = memoByIdentity((interfaces: World['networkInterfaces']) => {
  const members = new Map<string, Set<string>>();
  for (const { groups, addresses } of Object.values(interfaces))
    for (const group of groups) {
      const known = members.get(group) ?? new Set();
      members.set(group, known);
      for (const { address } of addresses) known.add(address);
    }
  return members;
});

function denialReason(walk: Walk, groups: readonly string[], packet: Packet, direction: Direction): DropReason {
  const rules = groups.flatMap((group) => walk.world.securityGroups[group]![direction]);
  if (rules.length === 0) return direction === 'outbound' ? 'SG_EMPTY_EGRESS' : 'SG_EMPTY_INGRESS';
  if (rules.some((rule) => losesReference(walk, rule, packet, direction))) return 'SG_REF_LOST';
  return direction === 'outbound' ? 'SG_DENY_EGRESS' : 'SG_DENY_INGRESS';
}

/** A rule names a group that the far end holds, but the packet no longer shows the far end's own private address. */
function losesReference(walk: Walk, rule: SecurityGroupRule, packet: Packet, direction: Direction): boolean {
  if (!rule.peer.startsWith('sg-') || !trafficMatches(rule, packet)) return false;
  return addressesBehind(walk, remoteOf(packet, direction)).some((address) => isMember(walk.world, rule.peer, address));
}

/** The private addresses that may stand behind the one in a packet: the pair's, and those behind a NAT's. */
function addressesBehind({ world, sessions }: Walk, address: Address): readonly Address[] {
  const inside = findPairByPublicIp(world, address)?.privateIp ?? address;
  const hidden = sessions.nat.filter(({ outside }) => outside.address === inside);
  return [inside, ...hidden.map((flow) => flow.inside.address)];
}

interface TrafficRule {
  readonly protocol: string;
  readonly ports?: { readonly from: number; readonly to: number } | undefined;
  readonly icmp?: IcmpKind | undefined;
}

function trafficMatches(rule: TrafficRule, packet: Packet): boolean {
  const { transport } = packet;
  if (rule.protocol === 'all') return true;
  if (rule.protocol !== transport.protocol) return false;
  if (transport.protocol === 'icmp') return !rule.icmp || isIcmpKind(packet, rule.icmp);
  if (!rule.ports) return true;
  const port = destinationPortOf(transport);
  return port >= rule.ports.from && port <= rule.ports.to;
}

const inOrder = memoByIdentity((entries: readonly NetworkAclEntry[]) =>
  [...entries].sort((a, b) => a.number - b.number),
);

function firstMatch(entries: readonly NetworkAclEntry[], packet: Packet, remote: Address): NetworkAclEntry | undefined {
  for (const entry of entries) if (trafficMatches(entry, packet) && cidrContains(entry.cidr, remote)) return entry;
  return undefined;
}

/** The network ACL of a subnet. False when the walk ends here. */
export function passesAcl(walk: Walk, subnetId: string, packet: Packet, direction: Direction): boolean {
  const { world } = walk;
  const aclId = world.subnets[subnetId]!.networkAclId!;
  const remote = remoteOf(packet, direction);
  const entry = firstMatch(inOrder(world.networkAcls[aclId]![direction]), packet, remote);
  if (entry?.action === 'allow') {
    note(walk, 'filtered', 'acl-entry', packet, packet, aclId, entry);
    return true;
  }
  const reason = direction === 'outbound' ? 'NACL_DENY_EGRESS' : 'NACL_DENY_INGRESS';
  return !stops(walk, reason, aclId, packet, remote, entry);
}
