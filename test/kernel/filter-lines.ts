// Security groups and network ACLs as nft chains. A chain returns what it lets pass and drops the rest.

import type { NetworkAclEntry, SecurityGroupRule } from '../../src/cloud/filters.ts';
import { type Cidr, isIpv4Cidr } from '../../src/net/cidr.ts';
import { type Eni, type Layout, virtualMac } from './layout.ts';
import { nftSet } from './station.ts';

type Direction = 'inbound' | 'outbound';

const remote = (direction: Direction) => (direction === 'inbound' ? 'ip saddr' : 'ip daddr');

interface Traffic {
  readonly protocol: string;
  readonly ports?: { readonly from: number; readonly to: number } | undefined;
  readonly icmp?: { readonly type: number; readonly code?: number | undefined } | undefined;
}

function matchTraffic({ protocol, ports, icmp }: Traffic): string {
  if (protocol === 'all') return '';
  if (protocol === 'icmp' && icmp)
    return `icmp type ${icmp.type}${icmp.code === undefined ? '' : ` icmp code ${icmp.code}`}`;
  const hasPorts = ports && (protocol === 'tcp' || protocol === 'udp');
  return hasPorts ? `${protocol} dport ${ports.from}-${ports.to}` : `meta l4proto ${protocol}`;
}

function matchBlocks(direction: Direction, blocks: readonly Cidr[]): string | undefined {
  const v4 = blocks.filter(isIpv4Cidr);
  if (v4.length === 0) return undefined;
  return v4.includes('0.0.0.0/0' as Cidr) ? '' : `${remote(direction)} ${nftSet(v4)}`;
}

/** Who holds a group: by address on the way out, by address and sending interface on the way in, so that a forwarder in between loses it. */
function matchGroup({ enis }: Layout, direction: Direction, group: string): string | undefined {
  const members = enis.filter(({ record }) => record.groups.some((held) => held === group));
  const ends = members.flatMap((eni) => eni.addresses.map((address) => [virtualMac(eni), address] as const));
  if (ends.length === 0) return undefined;
  if (direction === 'outbound') return `ip daddr ${nftSet([...new Set(ends.map(([, address]) => address))])}`;
  return `ether saddr . ip saddr ${nftSet(ends.map((pair) => pair.join(' . ')))}`;
}

function matchPeer(layout: Layout, direction: Direction, { peer }: SecurityGroupRule): string | undefined {
  if (peer.startsWith('sg-')) return matchGroup(layout, direction, peer);
  return matchBlocks(
    direction,
    peer.startsWith('pl-') ? (layout.world.prefixLists[peer]?.cidrs ?? []) : [peer as Cidr],
  );
}

/** The stateful filter of one interface: what belongs to a known flow of it passes, else one rule of one group must fit. */
export function groupChain(layout: Layout, eni: Eni, direction: Direction, name: string): string {
  const rules = eni.record.groups.flatMap((group) => layout.world.securityGroups[group]?.[direction] ?? []);
  const lines = rules.flatMap((rule) => {
    const peer = matchPeer(layout, direction, rule);
    return peer === undefined ? [] : [`${matchTraffic(rule)} ${peer} return`];
  });
  return chain(name, ['ct state established return', ...lines, 'drop']);
}

/** The stateless filter of a subnet's edge: entries by number, and the last denies all. */
export function aclChain(entries: readonly NetworkAclEntry[], direction: Direction, name: string): string {
  const inOrder = [...entries].sort((a, b) => a.number - b.number);
  const lines = inOrder.flatMap((entry) => {
    const block = matchBlocks(direction, [entry.cidr]);
    const verdict = entry.action === 'allow' ? 'return' : 'drop';
    return block === undefined ? [] : [`${matchTraffic(entry)} ${block} ${verdict}`];
  });
  return chain(name, [...lines, 'drop']);
}

export function chain(name: string, lines: readonly string[]): string {
  return `chain ${name} {\n${lines.map((line) => `  ${line.trim()}\n`).join('')}}\n`;
}
