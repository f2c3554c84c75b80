// Source: EC2 API reference, DescribeNetworkAcls; D-NACL (the last entry, `*`, denies all and cannot be removed).

import type { NetworkAclEntry } from '../../cloud/filters.ts';
import type { World } from '../../cloud/world.ts';
import { isIpv4Cidr } from '../../net/cidr.ts';
import { aclAssociationId } from '../derived-id.ts';
import { defineLook } from '../describe.ts';
import { PROTOCOL_NUMBERS } from '../protocol.ts';

export const describeNetworkAcls = defineLook({
  name: 'DescribeNetworkAcls',
  summary: 'Lists network ACLs, their numbered rules and their subnets',
  resource: 'network-acl',
  ids: 'NetworkAclIds',
  key: 'NetworkAcls',
  shape: networkAclShape,
  filters: {
    'network-acl-id': (_world, id) => [id],
    'vpc-id': (world, id) => [world.networkAcls[id]!.vpcId],
    default: (world, id) => [String(world.networkAcls[id]!.isDefault)],
    'association.subnet-id': subnetsOfAcl,
  },
});

export function subnetsOfAcl(world: World, id: string): readonly string[] {
  return Object.keys(world.subnets).filter((subnetId) => world.subnets[subnetId]?.networkAclId === id);
}

export function networkAclShape(world: World, id: string) {
  const { vpcId, isDefault, inbound, outbound } = world.networkAcls[id]!;
  return {
    NetworkAclId: id,
    VpcId: vpcId,
    IsDefault: isDefault,
    Associations: subnetsOfAcl(world, id).map((SubnetId) => ({
      NetworkAclAssociationId: aclAssociationId(SubnetId),
      NetworkAclId: id,
      SubnetId,
    })),
    Entries: [...entriesShape(world, vpcId, outbound, true), ...entriesShape(world, vpcId, inbound, false)],
  };
}

function entriesShape(world: World, vpcId: string, entries: readonly NetworkAclEntry[], Egress: boolean) {
  const written = [...entries].sort((a, b) => a.number - b.number).map((entry) => entryShape(entry, Egress));
  const hasIpv6 = !world.vpcs[vpcId]?.cidrs.every(isIpv4Cidr);
  return [...written, { ...LAST, Egress }, ...(hasIpv6 ? [{ ...LAST_IPV6, Egress }] : [])];
}

const LAST = { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0' };
const LAST_IPV6 = { RuleNumber: 32768, Protocol: '-1', RuleAction: 'deny', Ipv6CidrBlock: '::/0' };

function entryShape({ number, protocol, action, cidr, ports, icmp }: NetworkAclEntry, Egress: boolean) {
  return {
    RuleNumber: number,
    Protocol: PROTOCOL_NUMBERS[protocol],
    RuleAction: action,
    [cidr.includes(':') ? 'Ipv6CidrBlock' : 'CidrBlock']: cidr,
    ...(ports && { PortRange: { From: ports.from, To: ports.to } }),
    ...(icmp && { IcmpTypeCode: { Type: icmp.type, Code: icmp.code ?? -1 } }),
    Egress,
  };
}
