// Security groups with their rules, and network ACLs. Every rule is a resource of its own, because groups may name each other.

import type { NetworkAclEntry, SecurityGroupRule } from '../../cloud/filters.ts';
import { findDefaultAcl, freshAclEntries, freshGroupRules } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import { isSameRule } from '../group-rules.ts';
import { groupName } from '../operations/describe-security-groups.ts';
import { PROTOCOL_NUMBERS, portShape } from '../protocol.ts';
import { prefixListOf } from './prefix-lists.ts';
import {
  declare,
  type Fields,
  type Inventory,
  idOf,
  leaveOut,
  nameTags,
  type Reference,
  type Value,
} from './resource.ts';

export function declareSecurityGroups(inventory: Inventory): void {
  for (const [id, { isDefault }] of Object.entries(inventory.world.securityGroups)) {
    if (isDefault) declareDefaultGroup(inventory, id);
    else declareGroup(inventory, id);
  }
}

/** A group; the default one is an attribute of its VPC. */
export function groupOf({ securityGroups }: World, id: string): Reference {
  const group = securityGroups[id];
  return group?.isDefault
    ? { to: group.vpcId, terraform: 'default_security_group_id', cloudFormation: 'DefaultSecurityGroup' }
    : idOf(id, 'GroupId');
}

function declareGroup(inventory: Inventory, id: string): void {
  const { world } = inventory;
  const { vpcId, inbound, outbound } = world.securityGroups[id]!;
  const name = groupName(world, id);
  declare(inventory, id, {
    terraform: { type: 'aws_security_group', fields: { name, description: name, vpc_id: idOf(vpcId) } },
    cloudFormation: {
      type: 'AWS::EC2::SecurityGroup',
      fields: {
        GroupName: name,
        GroupDescription: name,
        VpcId: idOf(vpcId),
        // Without a rule of its own, a new group would let everything out.
        SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '127.0.0.1/32' }],
      },
    },
  });
  inbound.forEach((rule, index) => declareRule(inventory, id, 'ingress', rule, index));
  outbound.forEach((rule, index) => declareRule(inventory, id, 'egress', rule, index));
}

/**
 * Terraform takes the default group over with the rules that stand inside it; CloudFormation can only add rules to it.
 */
function declareDefaultGroup(inventory: Inventory, id: string): void {
  const { world } = inventory;
  const { vpcId, inbound, outbound } = world.securityGroups[id]!;
  const fresh = freshGroupRules(id as `sg-${string}`, world.vpcs[vpcId]!.cidrs);
  if (isSame(inbound, fresh.inbound) && isSame(outbound, fresh.outbound)) return;
  const removed = [...without(fresh.inbound, inbound), ...without(fresh.outbound, outbound)];
  if (removed.length > 0) leaveOut(inventory, 'default-group', vpcId, ['cloudformation']);
  const inline = (rules: readonly SecurityGroupRule[]) => ({
    blocks: rules.map((rule) => inlineRule(inventory, id, rule)),
  });
  declare(inventory, id, {
    terraform: {
      type: 'aws_default_security_group',
      fields: { vpc_id: idOf(vpcId), ingress: inline(inbound), egress: inline(outbound) },
    },
  });
  without(inbound, fresh.inbound).forEach((rule, index) => declareRule(inventory, id, 'ingress', rule, index));
  without(outbound, fresh.outbound).forEach((rule, index) => declareRule(inventory, id, 'egress', rule, index));
}

function without(rules: readonly SecurityGroupRule[], others: readonly SecurityGroupRule[]) {
  return rules.filter((rule) => !others.some((other) => isSameRule(rule, other)));
}

function isSame(some: readonly SecurityGroupRule[], others: readonly SecurityGroupRule[]): boolean {
  return without(some, others).length === 0 && without(others, some).length === 0;
}

function inlineRule(inventory: Inventory, groupId: string, { protocol, ports, icmp, peer }: SecurityGroupRule): Fields {
  const { FromPort = 0, ToPort = 0 } = portShape(protocol, ports, icmp);
  const range = { protocol: PROTOCOL_NUMBERS[protocol], from_port: FromPort, to_port: ToPort };
  if (peer === groupId) return { ...range, self: true };
  if (peer.startsWith('sg-')) return { ...range, security_groups: [groupOf(inventory.world, peer)] };
  if (peer.startsWith('pl-')) return { ...range, prefix_list_ids: [prefixListOf(inventory, peer).terraform] };
  return { ...range, [peer.includes(':') ? 'ipv6_cidr_blocks' : 'cidr_blocks']: [peer] };
}

function declareRule(
  inventory: Inventory,
  groupId: string,
  verb: 'ingress' | 'egress',
  rule: SecurityGroupRule,
  index: number,
): void {
  const { world } = inventory;
  const isDefault = world.securityGroups[groupId]?.isDefault;
  const isIn = verb === 'ingress';
  const { FromPort, ToPort } = portShape(rule.protocol, rule.ports, rule.icmp);
  const protocol = PROTOCOL_NUMBERS[rule.protocol];
  const isAll = rule.protocol === 'all';
  const peer = peerOf(inventory, rule.peer, isIn);
  declare(inventory, `${groupId}-${verb}-${index + 1}`, {
    terraform: isDefault
      ? undefined
      : {
          type: isIn ? 'aws_vpc_security_group_ingress_rule' : 'aws_vpc_security_group_egress_rule',
          fields: {
            security_group_id: groupOf(world, groupId),
            ip_protocol: protocol,
            from_port: isAll ? undefined : FromPort,
            to_port: isAll ? undefined : ToPort,
            ...peer.terraform,
          },
        },
    cloudFormation: {
      type: isIn ? 'AWS::EC2::SecurityGroupIngress' : 'AWS::EC2::SecurityGroupEgress',
      fields: { GroupId: groupOf(world, groupId), IpProtocol: protocol, FromPort, ToPort, ...peer.cloudFormation },
    },
  });
}

function peerOf(inventory: Inventory, peer: string, isIn: boolean): { terraform: Fields; cloudFormation: Fields } {
  const side = isIn ? 'Source' : 'Destination';
  if (peer.startsWith('sg-')) {
    const group = groupOf(inventory.world, peer);
    return {
      terraform: { referenced_security_group_id: group },
      cloudFormation: { [`${side}SecurityGroupId`]: group },
    };
  }
  if (peer.startsWith('pl-')) {
    const list = prefixListOf(inventory, peer);
    return {
      terraform: { prefix_list_id: list.terraform },
      cloudFormation: { [`${side}PrefixListId`]: list.cloudFormation },
    };
  }
  return peer.includes(':')
    ? { terraform: { cidr_ipv6: peer }, cloudFormation: { CidrIpv6: peer } }
    : { terraform: { cidr_ipv4: peer }, cloudFormation: { CidrIp: peer } };
}

/** A default ACL that was changed is declared as one of its own: CloudFormation cannot reach the default one. */
export function declareNetworkAcls(inventory: Inventory): void {
  const { world } = inventory;
  for (const [id, acl] of Object.entries(world.networkAcls)) {
    if (isFresh(world, id)) continue;
    const { tags, Tags } = nameTags(id);
    declare(inventory, id, {
      terraform: { type: 'aws_network_acl', fields: { vpc_id: idOf(acl.vpcId), tags } },
      cloudFormation: { type: 'AWS::EC2::NetworkAcl', fields: { VpcId: idOf(acl.vpcId), Tags } },
    });
    for (const entry of acl.inbound) declareEntry(inventory, id, entry, false);
    for (const entry of acl.outbound) declareEntry(inventory, id, entry, true);
    for (const [subnetId, subnet] of Object.entries(world.subnets))
      if ((subnet.networkAclId ?? findDefaultAcl(world, subnet.vpcId)) === id) declareAclUser(inventory, id, subnetId);
  }
}

function isFresh({ networkAcls, vpcs }: World, id: string): boolean {
  const { vpcId, isDefault, inbound, outbound } = networkAcls[id]!;
  const fresh = JSON.stringify(freshAclEntries(vpcs[vpcId]!.cidrs).map(spell));
  return isDefault && [inbound, outbound].every((entries) => JSON.stringify(entries.map(spell)) === fresh);
}

function spell({ number, action, protocol, ports, icmp, cidr }: NetworkAclEntry): readonly unknown[] {
  return [number, action, protocol, ports, icmp, cidr];
}

function declareEntry(inventory: Inventory, aclId: string, entry: NetworkAclEntry, egress: boolean): void {
  const { number, action, protocol, ports, cidr } = entry;
  const { FromPort, ToPort } = portShape(protocol, ports, entry.icmp);
  const isIcmp = protocol === 'icmp';
  const isIpv6 = cidr.includes(':');
  const range: Value | undefined = isIcmp || FromPort === undefined ? undefined : { From: FromPort, To: ToPort };
  declare(inventory, `${aclId}-${egress ? 'egress' : 'ingress'}-${number}`, {
    terraform: {
      type: 'aws_network_acl_rule',
      fields: {
        network_acl_id: idOf(aclId),
        rule_number: number,
        egress,
        protocol: PROTOCOL_NUMBERS[protocol],
        rule_action: action,
        [isIpv6 ? 'ipv6_cidr_block' : 'cidr_block']: cidr,
        ...(range && { from_port: FromPort, to_port: ToPort }),
        ...(isIcmp && { icmp_type: FromPort, icmp_code: ToPort }),
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::NetworkAclEntry',
      fields: {
        NetworkAclId: idOf(aclId),
        RuleNumber: number,
        Egress: egress,
        Protocol: Number(PROTOCOL_NUMBERS[protocol]),
        RuleAction: action,
        [isIpv6 ? 'Ipv6CidrBlock' : 'CidrBlock']: cidr,
        PortRange: range,
        Icmp: isIcmp ? { Type: FromPort, Code: ToPort } : undefined,
      },
    },
  });
}

function declareAclUser(inventory: Inventory, aclId: string, subnetId: string): void {
  declare(inventory, `${aclId}-${subnetId}`, {
    terraform: {
      type: 'aws_network_acl_association',
      fields: { network_acl_id: idOf(aclId), subnet_id: idOf(subnetId) },
    },
    cloudFormation: {
      type: 'AWS::EC2::SubnetNetworkAclAssociation',
      fields: { NetworkAclId: idOf(aclId), SubnetId: idOf(subnetId) },
    },
  });
}
