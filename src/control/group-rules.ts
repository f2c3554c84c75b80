// What the four calls share that add or take away rules of a security group: the CLI's short form, the API's IpPermissions, and their checks.
// Source: D-SG, D-LIM; EC2 API reference, IpPermission; codes D-ERR, C-LOG, C-OS (vpc-dataplane 5.2).

import * as v from 'valibot';
import type { SecurityGroupRule } from '../cloud/filters.ts';
import { mayNameGroups } from '../cloud/joined-vpcs.ts';
import { quotaOf } from '../cloud/quotas.ts';
import type { World } from '../cloud/world.ts';
import { type Cidr, clearHostBits, isIpv4Cidr } from '../net/cidr.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { cidr, id, invalid, listOf, required } from './parameter.ts';
import { type Protocol, portRange, portShape, protocol, readDetail, readProtocol, spellProtocol } from './protocol.ts';
import { listSchema, numberSchema, structure } from './structure.ts';

const described = { Description: v.optional(v.string()) };

const permissionSchema = v.strictObject({
  IpProtocol: v.string(),
  FromPort: v.optional(numberSchema),
  ToPort: v.optional(numberSchema),
  IpRanges: v.optional(listSchema(v.strictObject({ CidrIp: v.string(), ...described })), []),
  Ipv6Ranges: v.optional(listSchema(v.strictObject({ CidrIpv6: v.string(), ...described })), []),
  UserIdGroupPairs: v.optional(
    listSchema(v.looseObject({ GroupId: v.string(), UserId: v.optional(v.string()), ...described })),
    [],
  ),
  PrefixListIds: v.optional(listSchema(v.strictObject({ PrefixListId: v.string(), ...described })), []),
});

type Permission = v.InferOutput<typeof permissionSchema>;

export interface RuleInput {
  readonly GroupId: string;
  readonly Protocol?: Protocol | undefined;
  readonly Port?: string | undefined;
  readonly Cidr?: Cidr | undefined;
  readonly SourceGroup?: string | undefined;
  readonly IpPermissions?: readonly Permission[] | undefined;
}

export const RULE_PARAMETERS = {
  GroupId: required(id('security-group')),
  Protocol: protocol(),
  Port: portRange(),
  Cidr: cidr('IPv4'),
  SourceGroup: id('security-group'),
  IpPermissions: listOf(structure('IpProtocol=tcp,FromPort=443,ToPort=443,IpRanges=[{CidrIp=…}]', permissionSchema)),
};

export const RULE_PEERS = ['Cidr', 'SourceGroup', 'IpPermissions'] as const;

/** Few rules that mean something everywhere; a level says which it wants. */
export const ruleCandidates = {
  Protocol: () => ['tcp'],
  Port: (world: World) => [...new Set(['443', ...listenedPorts(world)])],
  Cidr: () => ['0.0.0.0/0'],
  SourceGroup: (world: World, { GroupId = '' }: Partial<RuleInput>) =>
    Object.keys(world.securityGroups).filter((each) =>
      mayName(world, world.securityGroups[GroupId]?.vpcId ?? '', each),
    ),
  IpPermissions: () => [],
};

function listenedPorts(world: World): readonly string[] {
  const machines = [...Object.values(world.instances), ...Object.values(world.internet)];
  const listeners = machines.flatMap(({ application }) => application.listeners ?? []);
  return listeners.flatMap(({ port }) => (port === undefined ? [] : [String(port)]));
}

/** The rules that a call is about, one for each block or group. */
export function rulesOf(input: RuleInput): Result<readonly SecurityGroupRule[], OperationError> {
  const permissions = input.IpPermissions ?? [shortForm(input)];
  const rules: SecurityGroupRule[] = [];
  for (const permission of permissions) {
    const read = readPermission(permission);
    if (!read.ok) return read;
    rules.push(...read.value);
  }
  return ok(rules);
}

function shortForm({ Protocol, Port, Cidr, SourceGroup }: RuleInput): Permission {
  const [from, to = from] = Port === '-1' ? [] : (Port?.split('-').map(Number) ?? []);
  return {
    IpProtocol: Protocol ?? '',
    FromPort: from,
    ToPort: to,
    IpRanges: Cidr ? [{ CidrIp: Cidr }] : [],
    Ipv6Ranges: [],
    UserIdGroupPairs: SourceGroup ? [{ GroupId: SourceGroup }] : [],
    PrefixListIds: [],
  };
}

function readPermission(permission: Permission): Result<readonly SecurityGroupRule[], OperationError> {
  const name = readProtocol(permission.IpProtocol);
  if (!name.ok) return name;
  const detail = readDetail(name.value, permission.FromPort, permission.ToPort);
  if (!detail.ok) return detail;
  const peers: SecurityGroupRule['peer'][] = [];
  for (const text of [
    ...permission.IpRanges.map(({ CidrIp }) => CidrIp),
    ...permission.Ipv6Ranges.map(({ CidrIpv6 }) => CidrIpv6),
  ]) {
    const block = clearHostBits(text);
    if (!block) return fail(invalid(`CIDR block ${text} is malformed`));
    peers.push(block);
  }
  peers.push(...permission.UserIdGroupPairs.map(({ GroupId }) => GroupId as `sg-${string}`));
  peers.push(...permission.PrefixListIds.map(({ PrefixListId }) => PrefixListId as `pl-${string}`));
  if (peers.length === 0) return fail(noPeer());
  return ok(peers.map((peer) => ({ protocol: name.value, ...detail.value, peer })));
}

function noPeer(): OperationError {
  return { code: 'InvalidPermission.Malformed', message: 'A rule names no block and no security group.' };
}

/** What stands in the way of every such call, and the rules when nothing does. */
function readRules(world: World, input: RuleInput): Result<readonly SecurityGroupRule[], OperationError> {
  const { Protocol, Port, IpPermissions } = input;
  if (IpPermissions && (Protocol !== undefined || Port !== undefined))
    return fail({
      code: 'InvalidParameterCombination',
      message: 'The parameter IpPermissions cannot be used together with Protocol and Port.',
    });
  if (!IpPermissions && Protocol === undefined)
    return fail({ code: 'MissingParameter', message: 'The request must contain the parameter Protocol.' });
  const rules = rulesOf(input);
  if (!rules.ok) return rules;
  const list = rules.value.find(({ peer }) => peer.startsWith('pl-') && !world.prefixLists[peer]);
  if (list)
    return fail({
      code: 'InvalidPrefixListID.NotFound',
      message: `The prefix list ID '${list.peer}' does not exist.`,
    });
  return rules;
}

function checkStrangers(
  world: World,
  groupId: string,
  rules: readonly SecurityGroupRule[],
): OperationError | undefined {
  const { vpcId } = world.securityGroups[groupId]!;
  const stranger = rules.find(({ peer }) => peer.startsWith('sg-') && !mayName(world, vpcId, peer));
  if (!stranger) return undefined;
  return {
    code: 'InvalidGroup.NotFound',
    message: `The security group '${stranger.peer}' does not exist in ${vpcId}.`,
  };
}

/** A rule names groups of its own VPC or of a peer's. Source: D-PEER. */
export function mayName(world: World, vpcId: string, groupId: string): boolean {
  const home = world.securityGroups[groupId]?.vpcId;
  return home === vpcId || (home !== undefined && mayNameGroups(world, vpcId, home));
}

export type Direction = 'inbound' | 'outbound';

function hasRule(world: World, groupId: string, direction: Direction, rule: SecurityGroupRule): boolean {
  return world.securityGroups[groupId]![direction].some((each) => isSameRule(each, rule));
}

export function isSameRule(a: SecurityGroupRule, b: SecurityGroupRule): boolean {
  return a.protocol === b.protocol && a.peer === b.peer && portText(a) === portText(b);
}

/** Ports mean nothing except for TCP and UDP, and all of them is the same as none. */
function portText({ protocol: name, ports, icmp }: SecurityGroupRule): string {
  const { FromPort, ToPort } = portShape(name, ports, icmp);
  return `${FromPort}-${ToPort}`;
}

export function checkAuthorize(world: World, input: RuleInput, direction: Direction): OperationError | undefined {
  const rules = readRules(world, input);
  if (!rules.ok) return rules.error;
  const stranger = checkStrangers(world, input.GroupId, rules.value);
  if (stranger) return stranger;
  const double = rules.value.find((rule) => hasRule(world, input.GroupId, direction, rule));
  if (double)
    return {
      code: 'InvalidPermission.Duplicate',
      message: `The rule for ${describeRule(double)} already exists.`,
    };
  const quota = quotaOf(world, 'securityGroupRules');
  if (world.securityGroups[input.GroupId]![direction].length + rules.value.length <= quota) return undefined;
  return {
    code: 'RulesPerSecurityGroupLimitExceeded',
    message: `The security group ${input.GroupId} has reached its limit of ${quota} ${direction} rules.`,
  };
}

export function checkRevoke(world: World, input: RuleInput, direction: Direction): OperationError | undefined {
  const rules = readRules(world, input);
  if (!rules.ok) return rules.error;
  const absent = rules.value.find((rule) => !hasRule(world, input.GroupId, direction, rule));
  if (!absent) return undefined;
  const known = world.securityGroups[input.GroupId]![direction].map(describeRule);
  return {
    code: 'InvalidPermission.NotFound',
    message: `There is no rule for ${describeRule(absent)} in ${input.GroupId}.`,
    remedy: known.length > 0 ? `There are: ${known.slice(0, 6).join('; ')}.` : 'It has none in this direction.',
  };
}

function describeRule(rule: SecurityGroupRule): string {
  const hasDetail = rule.protocol === 'tcp' || rule.protocol === 'udp' || rule.icmp;
  const ports = hasDetail ? ` ${portText(rule)}` : '';
  return `${rule.protocol}${ports}, ${rule.peer}`;
}

/** The rules as the calls print them. */
export function rulesShape(groupId: string, direction: Direction, rules: readonly SecurityGroupRule[]) {
  return rules.map(({ protocol: name, ports, icmp, peer }) => ({
    GroupId: groupId,
    IsEgress: direction === 'outbound',
    IpProtocol: spellProtocol(name),
    ...portShape(name, ports, icmp),
    ...peerShape(peer),
  }));
}

function peerShape(peer: SecurityGroupRule['peer']) {
  if (peer.startsWith('sg-')) return { ReferencedGroupInfo: { GroupId: peer } };
  if (peer.startsWith('pl-')) return { PrefixListId: peer };
  return isIpv4Cidr(peer as Cidr) ? { CidrIpv4: peer } : { CidrIpv6: peer };
}

/** A rule as one permission of the API. */
export function ruleShape({ protocol: name, ports, icmp, peer }: SecurityGroupRule) {
  return { IpProtocol: spellProtocol(name), ...portShape(name, ports, icmp), ...listedPeer(peer) };
}

function listedPeer(peer: SecurityGroupRule['peer']) {
  if (peer.startsWith('sg-')) return { UserIdGroupPairs: [{ GroupId: peer }] };
  if (peer.startsWith('pl-')) return { PrefixListIds: [{ PrefixListId: peer }] };
  return isIpv4Cidr(peer as Cidr) ? { IpRanges: [{ CidrIp: peer }] } : { Ipv6Ranges: [{ CidrIpv6: peer }] };
}
