// The part of a rebuilding script that makes VPCs and subnets.

import { findDefaultAcl } from '../../cloud/vpc-defaults.ts';
import { isIpv4Cidr } from '../../net/cidr.ts';
import { aclAssociationId } from '../derived-id.ts';
import { define, lacks, mixed, ref, type ScriptWriter, section, write } from './script-writer.ts';

/** Where a block that a file states comes from: any name will do. */
const OWN_POOL = 'ipv6pool-ec2-own';

export function writeVpcs(writer: ScriptWriter): void {
  section(writer, 'VPCs');
  for (const [id, { cidrs, isDefault }] of Object.entries(writer.world.vpcs)) {
    const [first, ...others] = [...cidrs].sort((a, b) => Number(isIpv4Cidr(b)) - Number(isIpv4Cidr(a)));
    if (!first || !isIpv4Cidr(first)) {
      lacks(writer, `vpcs.${id}`, 'a VPC without an IPv4 block');
      continue;
    }
    if (isDefault) lacks(writer, `vpcs.${id}.isDefault`, 'a default VPC');
    define(writer, id, 'aws ec2 create-vpc', { 'cidr-block': first }, 'Vpc.VpcId');
    for (const cidr of others) {
      const block = isIpv4Cidr(cidr) ? { 'cidr-block': cidr } : { 'ipv6-cidr-block': cidr, 'ipv6-pool': OWN_POOL };
      write(writer, 'aws ec2 associate-vpc-cidr-block', { 'vpc-id': ref(writer, id), ...block });
    }
  }
}

export function writeSubnets(writer: ScriptWriter): void {
  section(writer, 'Subnets');
  for (const [id, subnet] of Object.entries(writer.world.subnets)) {
    const { vpcId, cidr, ipv6Cidr, availabilityZone, mapPublicIpOnLaunch } = subnet;
    const place = { 'availability-zone': availabilityZone, 'ipv6-cidr-block': ipv6Cidr };
    const options = { 'vpc-id': ref(writer, vpcId), 'cidr-block': cidr, ...place };
    define(writer, id, 'aws ec2 create-subnet', options, 'Subnet.SubnetId');
    if (mapPublicIpOnLaunch)
      write(writer, 'aws ec2 modify-subnet-attribute', {
        'subnet-id': ref(writer, id),
        'map-public-ip-on-launch': true,
      });
  }
}

/** Subnets that use another network ACL than the default one. */
export function writeAclAssociations(writer: ScriptWriter): void {
  const { world } = writer;
  for (const [id, { vpcId, networkAclId }] of Object.entries(world.subnets)) {
    if (!networkAclId || networkAclId === findDefaultAcl(world, vpcId)) continue;
    const association = aclAssociationId(id);
    const filters = mixed(writer, 'Name=association.subnet-id,Values=', { id });
    const query = mixed(writer, "NetworkAcls[0].Associations[?SubnetId=='", { id }, "'] | [0].NetworkAclAssociationId");
    define(writer, association, 'aws ec2 describe-network-acls', { filters }, query);
    write(writer, 'aws ec2 replace-network-acl-association', {
      'association-id': ref(writer, association),
      'network-acl-id': ref(writer, networkAclId),
    });
  }
}
