// Security groups and network ACLs of a random world: open, most of the time. No range of ports cuts through those that a NAT hands out
// (1024 to 65535), because which of them it takes is its own affair.

import type { Chance } from './chance.ts';
import type { Draft } from './random-world.ts';

const PORTS = [
  undefined,
  undefined,
  { from: 443, to: 443 },
  { from: 53, to: 53 },
  { from: 0, to: 1023 },
  { from: 1024, to: 65535 },
];
const PROTOCOLS = ['all', 'tcp', 'tcp', 'udp', 'icmp'];
const EVERYTHING = '0.0.0.0/0';
const BLOCKS = [
  EVERYTHING,
  '10.1.0.0/16',
  '10.2.0.0/16',
  '10.1.1.0/24',
  '10.1.2.0/24',
  '198.51.100.0/24',
  '52.0.0.0/24',
  '203.0.113.0/24',
];

export function randomGroups({ chance, securityGroups }: Draft, name: string): void {
  const own = [`sg-${name}-one`, `sg-${name}-two`];
  for (const id of own) {
    const rules = (percentOpen: number) =>
      chance.percent(percentOpen) ? [{ peer: EVERYTHING }] : some(chance, 3, () => groupRule(chance, own));
    securityGroups[id] = { vpcId: `vpc-${name}`, inbound: rules(58), outbound: rules(85) };
  }
}

function groupRule(chance: Chance, groups: readonly string[]): object {
  const protocol = chance.pick(PROTOCOLS);
  return { protocol, ...ports(chance, protocol), peer: chance.percent(45) ? chance.pick(groups) : chance.pick(BLOCKS) };
}

function ports(chance: Chance, protocol: string): object {
  const range = protocol === 'tcp' || protocol === 'udp' ? chance.pick(PORTS) : undefined;
  return range ? { ports: range } : {};
}

function some<T>(chance: Chance, most: number, make: (index: number) => T): T[] {
  return Array.from({ length: chance.whole(most + 1) }, (_, index) => make(index));
}

export function randomAcls({ chance, networkAcls, subnets }: Draft, name: string): void {
  for (const [id, subnet] of Object.entries(subnets)) {
    if (subnet.vpcId !== `vpc-${name}` || chance.percent(62)) continue;
    const aclId = `acl-${id.slice('subnet-'.length)}`;
    networkAcls[aclId] = { vpcId: subnet.vpcId, inbound: entries(chance), outbound: entries(chance) };
    subnet.networkAclId = aclId;
  }
}

/** A few entries, and mostly one below them that lets the rest pass. */
function entries(chance: Chance): object[] {
  const few = some(chance, 3, (index) => {
    const protocol = chance.pick(PROTOCOLS);
    const action = chance.percent(50) ? 'allow' : 'deny';
    return { number: 10 * (index + 1), action, protocol, ...ports(chance, protocol), cidr: chance.pick(BLOCKS) };
  });
  return chance.percent(70) ? [...few, { number: 100, action: 'allow', cidr: EVERYTHING }] : few;
}
