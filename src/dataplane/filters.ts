// Security groups (on the interface's host, stateful) and network ACLs (on the subnet's edge, stateless).
// Both see private addresses only: the 1:1 swap of an internet gateway happens later, at the edge. Source: D-SG, D-NACL, D-CT, D-FL.
// Simplified: prefix lists in rules and the untracked-flow special case are left out.

import type { NetworkAclEntry, SecurityGroupRule } from '../cloud/filters.ts';
import { findPairByPublicIp } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import type { Address } from '../net/address.ts';
import { type Cidr, cidrContains } from '../net/cidr.ts';
import { destinationPortOf, type Packet } from '../net/packet.ts';
import { isTracked, trackFlow } from './sessions.ts';
import { note, stops, type Walk } from './walk.ts';

export type Direction = 'inbound' | 'outbound';

/** Security groups of an interface. False when the walk ends here. */
export function passesGroups(walk: Walk, networkInterfaceId: string, packet: Packet, direction: Direction): boolean {
  const { world, sessions } = walk;
  const { groups } = world.networkInterfaces[networkInterfaceId]!;
  const outgoing = direction === 'outbound';
  if (isTracked(sessions, networkInterfaceId, packet, outgoing)) {
    note(walk, 'filtered', 'group-state', packet, packet, groups[0]);
    return true;
  }
  for (const group of groups) {
    const rule = world.securityGroups[group]?.[direction].find((candidate) =>
      ruleMatches(world, candidate, packet, direction),
    );
    if (!rule) continue;
    trackFlow(sessions, networkInterfaceId, packet, outgoing);
    note(walk, 'filtered', 'group-rule', packet, packet, group, rule);
    return true;
  }
  const about = outgoing ? packet.ip.destination : packet.ip.source;
  if (stops(walk, denialReason(world, groups, packet, direction), groups[0] ?? networkInterfaceId, packet, about))
    return false;
  trackFlow(sessions, networkInterfaceId, packet, outgoing);
  return true;
}

function ruleMatches(world: World, rule: SecurityGroupRule, packet: Packet, direction: Direction): boolean {
  const remote = direction === 'outbound' ? packet.ip.destination : packet.ip.source;
  return trafficMatches(rule, packet) && peerMatches(world, rule.peer, remote);
}

function peerMatches(world: World, peer: string, remote: Address): boolean {
  if (peer.startsWith('sg-')) return membersOf(world.networkInterfaces).get(peer)?.has(remote) ?? false;
  return cidrContains(peer as Cidr, remote);
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

function denialReason(world: World, groups: readonly string[], packet: Packet, direction: Direction) {
  const rules = groups.flatMap((group) => world.securityGroups[group]?.[direction] ?? []);
  if (rules.length === 0) return direction === 'outbound' ? 'SG_EMPTY_EGRESS' : 'SG_EMPTY_INGRESS';
  if (rules.some((rule) => losesReference(world, rule, packet, direction))) return 'SG_REF_LOST';
  return direction === 'outbound' ? 'SG_DENY_EGRESS' : 'SG_DENY_INGRESS';
}

/** A rule names a group that the sender holds, but the packet shows the sender's public address and not its private one. */
function losesReference(world: World, rule: SecurityGroupRule, packet: Packet, direction: Direction): boolean {
  const pair =
    rule.peer.startsWith('sg-') &&
    findPairByPublicIp(world, packet.ip[direction === 'outbound' ? 'destination' : 'source']);
  return (
    Boolean(pair) &&
    trafficMatches(rule, packet) &&
    peerMatches(world, rule.peer, (pair as { privateIp: Address }).privateIp)
  );
}

interface TrafficRule {
  readonly protocol: string;
  readonly ports?: { readonly from: number; readonly to: number } | undefined;
}

function trafficMatches(rule: TrafficRule, { transport }: Packet): boolean {
  if (rule.protocol !== 'all' && rule.protocol !== transport.protocol) return false;
  if (!rule.ports || rule.protocol === 'all' || transport.protocol === 'icmp') return true;
  const port = destinationPortOf(transport);
  return port >= rule.ports.from && port <= rule.ports.to;
}

const inOrder = memoByIdentity((entries: readonly NetworkAclEntry[]) =>
  [...entries].sort((a, b) => a.number - b.number),
);

/** The network ACL of a subnet. False when the walk ends here. */
export function passesAcl(walk: Walk, subnetId: string, packet: Packet, direction: Direction): boolean {
  const { world } = walk;
  const aclId = world.subnets[subnetId]?.networkAclId;
  const acl = aclId && world.networkAcls[aclId];
  if (!acl) return true;
  const remote = direction === 'outbound' ? packet.ip.destination : packet.ip.source;
  const entry = inOrder(acl[direction]).find(
    (candidate) => trafficMatches(candidate, packet) && cidrContains(candidate.cidr, remote),
  );
  if (entry?.action === 'allow') {
    note(walk, 'filtered', 'acl-entry', packet, packet, aclId, entry);
    return true;
  }
  return !stops(
    walk,
    direction === 'outbound' ? 'NACL_DENY_EGRESS' : 'NACL_DENY_INGRESS',
    aclId,
    packet,
    remote,
    entry,
  );
}
