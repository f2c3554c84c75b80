// What the calls share that write entries of a network ACL. Source: D-NACL, D-LIM; EC2 API reference, CreateNetworkAclEntry;
// codes C-EUCA, D-ERR, C-MOTO (vpc-dataplane 5.2).

import * as v from 'valibot';
import type { NetworkAclEntry } from '../cloud/filters.ts';
import type { World } from '../cloud/world.ts';
import type { Cidr } from '../net/cidr.ts';
import { ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { choice, cidr, flag, id, integer, required } from './parameter.ts';
import { type Protocol, protocol, readDetail } from './protocol.ts';
import { numberSchema, structure } from './structure.ts';

/** `--egress` or `--ingress`, as the CLI spells the API's one boolean. */
const egress = () => ({ ...flag(), negative: 'ingress' });

/** The parameters that name an entry. */
export const ENTRY = {
  NetworkAclId: required(id('network-acl')),
  Egress: egress(),
  RuleNumber: required(integer(1, 32766)),
};

/** The parameters that say what it does. */
export const ENTRY_CONTENT = {
  Protocol: required(protocol()),
  RuleAction: required(choice('allow', 'deny')),
  CidrBlock: cidr('IPv4'),
  Ipv6CidrBlock: cidr('IPv6'),
  PortRange: structure('From=…,To=…', v.strictObject({ From: numberSchema, To: numberSchema })),
  IcmpTypeCode: structure('Code=-1,Type=-1', v.strictObject({ Code: numberSchema, Type: numberSchema })),
};

export const ENTRY_BLOCKS = ['CidrBlock', 'Ipv6CidrBlock'] as const;

export interface EntryName {
  readonly NetworkAclId: string;
  readonly Egress?: boolean | undefined;
  readonly RuleNumber: number;
}

export interface EntryInput extends EntryName {
  readonly Protocol: Protocol;
  readonly RuleAction: 'allow' | 'deny';
  readonly CidrBlock?: Cidr | undefined;
  readonly Ipv6CidrBlock?: Cidr | undefined;
  readonly PortRange?: { readonly From: number; readonly To: number } | undefined;
  readonly IcmpTypeCode?: { readonly Code: number; readonly Type: number } | undefined;
}

export function entryOf(input: EntryInput): Result<NetworkAclEntry, OperationError> {
  const { RuleNumber, RuleAction, Protocol, PortRange, IcmpTypeCode, CidrBlock, Ipv6CidrBlock } = input;
  const [from, to] = Protocol === 'icmp' ? [IcmpTypeCode?.Type, IcmpTypeCode?.Code] : [PortRange?.From, PortRange?.To];
  const detail = readDetail(Protocol, from, to);
  if (!detail.ok) return detail;
  return ok({
    number: RuleNumber,
    action: RuleAction,
    protocol: Protocol,
    ...detail.value,
    cidr: (CidrBlock ?? Ipv6CidrBlock) as Cidr,
  });
}

export function directionOf({ Egress }: { readonly Egress?: boolean | undefined }): 'inbound' | 'outbound' {
  return Egress ? 'outbound' : 'inbound';
}

export function findEntry(world: World, name: EntryName): NetworkAclEntry | undefined {
  return world.networkAcls[name.NetworkAclId]?.[directionOf(name)].find(({ number }) => number === name.RuleNumber);
}

/** The API must be told the direction; a flag that is not there says nothing. */
export function checkDirection({ Egress }: EntryName): OperationError | undefined {
  if (Egress !== undefined) return undefined;
  return {
    code: 'MissingParameter',
    message: 'The request must contain the parameter Egress.',
    remedy: 'Write --ingress or --egress.',
  };
}

export function checkExists(world: World, name: EntryName): OperationError | undefined {
  if (findEntry(world, name)) return undefined;
  const numbers = world.networkAcls[name.NetworkAclId]![directionOf(name)].map(({ number }) => number);
  return {
    code: 'InvalidNetworkAclEntry.NotFound',
    message: `The network ACL ${name.NetworkAclId} has no ${directionOf(name)} rule ${name.RuleNumber}.`,
    ...(numbers.length > 0 && { remedy: `It has ${numbers.join(', ')}.` }),
  };
}

/** A number before the first rule, and one behind the last. */
export function freeNumbers(world: World, { NetworkAclId, Egress }: Partial<EntryName>): readonly string[] {
  const entries = world.networkAcls[NetworkAclId ?? '']?.[directionOf({ Egress })] ?? [];
  const numbers = entries.map(({ number }) => number);
  const first = Math.min(100, ...numbers) - 10;
  return [first, Math.max(90, ...numbers) + 10].filter((number) => number > 0 && number < 32767).map(String);
}

export function usedNumbers(world: World, { NetworkAclId, Egress }: Partial<EntryName>): readonly string[] {
  const entries = world.networkAcls[NetworkAclId ?? '']?.[directionOf({ Egress })] ?? [];
  return entries.map(({ number }) => String(number));
}

/** Few entries that mean something everywhere; a level says which it wants. */
export const entryCandidates = { Protocol: () => ['all'], CidrBlock: () => ['0.0.0.0/0'], Ipv6CidrBlock: () => [] };
