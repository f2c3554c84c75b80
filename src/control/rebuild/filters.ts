// The part of a rebuilding script that makes security groups and network ACLs. The default ones are there already: only what differs from
// what AWS puts into them is written.

import type { NetworkAclEntry, SecurityGroupRule } from '../../cloud/filters.ts';
import { everythingIn, freshAclEntries, freshGroupRules } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import { type Direction, isSameRule, mayName, ruleShape } from '../group-rules.ts';
import { groupName } from '../operations/describe-security-groups.ts';
import { portShape, spellProtocol } from '../protocol.ts';
import { printShorthand } from '../shorthand.ts';
import { askFor } from './defaults.ts';
import {
  define,
  lacks,
  mixed,
  type Options,
  ref,
  type ScriptWriter,
  type Single,
  section,
  write,
} from './script-writer.ts';

const DIRECTIONS = ['inbound', 'outbound'] as const;

export function writeSecurityGroups(writer: ScriptWriter): void {
  const { world } = writer;
  section(writer, 'Security groups');
  for (const [id, { vpcId, isDefault }] of Object.entries(world.securityGroups)) {
    if (isDefault) continue;
    const name = groupName(world, id);
    const options = { 'group-name': name, description: name, 'vpc-id': ref(writer, vpcId) };
    define(writer, id, 'aws ec2 create-security-group', options, 'GroupId');
  }
  for (const id of Object.keys(world.securityGroups))
    for (const direction of DIRECTIONS) writeRules(writer, id, direction, (peer) => !isForeign(world, id, peer));
}

/** Rules that name a peer VPC's group: EC2 takes them only once the VPCs are peered. */
export function writeForeignRules(writer: ScriptWriter): void {
  const { world } = writer;
  for (const id of Object.keys(world.securityGroups))
    for (const direction of DIRECTIONS) {
      const foreign = world.securityGroups[id]![direction].filter(({ peer }) => isForeign(world, id, peer));
      const stale = foreign.filter(({ peer }) => !mayName(world, world.securityGroups[id]!.vpcId, peer));
      for (const { peer } of stale)
        lacks(writer, `securityGroups.${id} (${peer})`, 'a rule for a group of a VPC that is not joined any more');
      if (foreign.length > stale.length) writeRules(writer, id, direction, (peer) => isCurrent(world, id, peer), []);
    }
}

function isCurrent(world: World, id: string, peer: string): boolean {
  return isForeign(world, id, peer) && mayName(world, world.securityGroups[id]!.vpcId, peer);
}

function isForeign({ securityGroups }: World, id: string, peer: string): boolean {
  return peer.startsWith('sg-') && securityGroups[peer]?.vpcId !== securityGroups[id]?.vpcId;
}

function writeRules(
  writer: ScriptWriter,
  id: string,
  direction: Direction,
  isMeant: (peer: string) => boolean,
  there = rulesAtFirst(writer.world, id, direction),
): void {
  const wanted = writer.world.securityGroups[id]![direction].filter(({ peer }) => isMeant(peer));
  const verb = direction === 'inbound' ? 'ingress' : 'egress';
  for (const rule of there.filter((each) => !wanted.some((other) => isSameRule(each, other))))
    writeRule(writer, `aws ec2 revoke-security-group-${verb}`, id, rule);
  const written: SecurityGroupRule[] = [...there];
  for (const rule of wanted) {
    if (written.some((other) => isSameRule(rule, other))) continue;
    written.push(rule);
    writeRule(writer, `aws ec2 authorize-security-group-${verb}`, id, rule);
  }
}

function rulesAtFirst(world: World, id: string, direction: Direction): readonly SecurityGroupRule[] {
  const { vpcId, isDefault } = world.securityGroups[id]!;
  const { cidrs } = world.vpcs[vpcId]!;
  if (isDefault) return freshGroupRules(id as `sg-${string}`, cidrs)[direction];
  return direction === 'inbound' ? [] : everythingIn(cidrs).map((peer) => ({ protocol: 'all', peer }));
}

function writeRule(writer: ScriptWriter, command: string, id: string, rule: SecurityGroupRule): void {
  const { protocol, peer } = rule;
  askFor(writer, id);
  const isGroup = peer.startsWith('sg-');
  if (isGroup) askFor(writer, peer);
  if (rule.icmp || peer.startsWith('pl-') || peer.includes(':')) {
    write(writer, command, { 'group-id': ref(writer, id), 'ip-permissions': permissionOf(writer, rule) });
    return;
  }
  const { FromPort, ToPort } = portShape(protocol, rule.ports, rule.icmp);
  const hasPorts = FromPort !== undefined && FromPort >= 0;
  write(writer, command, {
    'group-id': ref(writer, id),
    protocol: spellProtocol(protocol),
    port: hasPorts ? (FromPort === ToPort ? FromPort : `${FromPort}-${ToPort}`) : undefined,
    ...(isGroup ? { 'source-group': ref(writer, peer) } : { cidr: peer }),
  });
}

/** What the short form of the call cannot say. */
function permissionOf(writer: ScriptWriter, rule: SecurityGroupRule): Single {
  const text = printShorthand(ruleShape(rule));
  if (!/^(?:sg|pl)-/.test(rule.peer)) return text;
  const [before = '', after = ''] = text.split(rule.peer);
  return mixed(writer, before, { id: rule.peer }, after);
}

export function writeNetworkAcls(writer: ScriptWriter): void {
  const { world } = writer;
  section(writer, 'Network ACLs');
  for (const [id, acl] of Object.entries(world.networkAcls)) {
    if (!acl.isDefault)
      define(writer, id, 'aws ec2 create-network-acl', { 'vpc-id': ref(writer, acl.vpcId) }, 'NetworkAcl.NetworkAclId');
    for (const direction of DIRECTIONS) writeEntries(writer, id, direction);
  }
}

function writeEntries(writer: ScriptWriter, id: string, direction: Direction): void {
  const { vpcId, isDefault, [direction]: wanted } = writer.world.networkAcls[id]!;
  const there = isDefault ? freshAclEntries(writer.world.vpcs[vpcId]!.cidrs) : [];
  for (const { number } of there.filter((each) => !wanted.some((entry) => entry.number === each.number)))
    writeEntry(writer, 'delete', id, direction, { 'rule-number': number });
  for (const entry of wanted) {
    const former = there.find(({ number }) => number === entry.number);
    if (former && sameEntry(former) === sameEntry(entry)) continue;
    writeEntry(writer, former ? 'replace' : 'create', id, direction, entryOptions(entry));
  }
}

function writeEntry(writer: ScriptWriter, verb: string, id: string, direction: Direction, options: Options): void {
  askFor(writer, id);
  const flag = direction === 'inbound' ? { ingress: true as const } : { egress: true as const };
  write(writer, `aws ec2 ${verb}-network-acl-entry`, { 'network-acl-id': ref(writer, id), ...flag, ...options });
}

function sameEntry({ number, action, protocol, ports, icmp, cidr }: NetworkAclEntry): string {
  return JSON.stringify([number, action, protocol, portShape(protocol, ports, icmp), cidr]);
}

function entryOptions({ number, action, protocol, ports, icmp, cidr }: NetworkAclEntry): Options {
  const { FromPort, ToPort } = portShape(protocol, ports);
  return {
    'rule-number': number,
    protocol: spellProtocol(protocol),
    'rule-action': action,
    [cidr.includes(':') ? 'ipv6-cidr-block' : 'cidr-block']: cidr,
    'icmp-type-code': icmp && `Type=${icmp.type},Code=${icmp.code ?? -1}`,
    'port-range': FromPort === undefined || FromPort < 0 ? undefined : `From=${FromPort},To=${ToPort}`,
  };
}
