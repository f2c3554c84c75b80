// Integrity of address space: blocks lie in blocks, addresses in their subnets, and nothing is given twice, public, private or physical.
// Source: D-CIDR, D-SUB, D-ADDR, D-EIP (vpc-dataplane 10).

import { parseAddress } from '../net/address.ts';
import { type Cidr, cidrContains, cidrCovers, cidrsOverlap, isIpv4Cidr, splitCidr } from '../net/cidr.ts';
import type { Path } from './problem.ts';
import { claimOnce, type Report, refers } from './report.ts';
import { isReserved } from './vpc.ts';
import type { World } from './world.ts';

export function checkVpcs(world: World, report: Report): void {
  for (const [id, { cidrs }] of Object.entries(world.vpcs))
    cidrs.forEach((cidr, index) => {
      const path = ['vpcs', id, 'cidrs', index];
      checkSize(cidr, path, report);
      const other = cidrs.slice(0, index).find((earlier) => cidrsOverlap(earlier, cidr));
      if (other) report(path, `${cidr} overlaps ${other}`);
    });
}

function checkSize(cidr: Cidr, path: Path, report: Report): void {
  const { length } = splitCidr(cidr);
  if (isIpv4Cidr(cidr) && (length < 16 || length > 28))
    report(path, `${cidr} is not between /16 and /28`, 'AWS takes blocks from /16 to /28');
}

export function checkSubnets(world: World, report: Report): void {
  const seen: { readonly id: string; readonly cidr: Cidr; readonly vpcId: string }[] = [];
  for (const [id, { vpcId, cidr, ipv6Cidr, networkAclId }] of Object.entries(world.subnets)) {
    const path = ['subnets', id];
    if (!refers(world.vpcs, vpcId, [...path, 'vpcId'], report)) continue;
    checkSize(cidr, [...path, 'cidr'], report);
    for (const [key, block] of Object.entries({ cidr, ipv6Cidr })) {
      if (!block) continue;
      if (!world.vpcs[vpcId]!.cidrs.some((outer) => cidrCovers(outer, block)))
        report([...path, key], `${block} lies outside the blocks of ${vpcId}`);
      const other = seen.find((earlier) => earlier.vpcId === vpcId && cidrsOverlap(earlier.cidr, block));
      if (other) report([...path, key], `${block} overlaps ${other.id} (${other.cidr})`);
      seen.push({ id, cidr: block, vpcId });
    }
    if (ipv6Cidr && isIpv4Cidr(ipv6Cidr)) report([...path, 'ipv6Cidr'], `${ipv6Cidr} is not an IPv6 block`);
    if (!networkAclId || !refers(world.networkAcls, networkAclId, [...path, 'networkAclId'], report)) continue;
    if (world.networkAcls[networkAclId]!.vpcId !== vpcId)
      report([...path, 'networkAclId'], `${networkAclId} is in another VPC`);
  }
}

/** The private addresses of every interface. */
export function checkPrivateAddresses(world: World, report: Report): void {
  const claim = claimOnce(report);
  for (const [id, { subnetId, addresses }] of Object.entries(world.networkInterfaces)) {
    const subnet = world.subnets[subnetId];
    if (!subnet) continue;
    addresses.forEach(({ address }, index) => {
      const path = ['networkInterfaces', id, 'addresses', index];
      const block = [subnet.cidr, subnet.ipv6Cidr].find((cidr) => cidr && cidrContains(cidr, address));
      if (!block) report(path, `${address} lies outside ${subnetId} (${subnet.cidr})`);
      else if (isReserved(block, address))
        report(path, `${address} is one of the five addresses that AWS keeps in ${block}`, 'use +4 or higher');
      claim(`${subnet.vpcId}/${address}`, id, path, address);
    });
  }
}

export function checkPublicAddresses(world: World, report: Report): void {
  const claim = claimOnce(report);
  for (const [id, { address, site }] of Object.entries(world.internet)) {
    claim(site ? `${site}/${address}` : address, id, ['internet', id, 'address'], address);
    if (site) refers(world.gateways, site, ['internet', id, 'site'], report);
  }
  for (const [id, { addresses }] of Object.entries(world.networkInterfaces))
    addresses.forEach(({ autoPublicIp }, index) => {
      if (autoPublicIp) claim(autoPublicIp, id, ['networkInterfaces', id, 'addresses', index, 'autoPublicIp']);
    });
  for (const [id, { publicIp }] of Object.entries(world.elasticIps))
    claim(publicIp, id, ['elasticIps', id, 'publicIp']);
  checkAssociations(world, report);
}

function checkAssociations(world: World, report: Report): void {
  const claim = claimOnce(report);
  const claimId = claimOnce(report);
  for (const [id, { association }] of Object.entries(world.elasticIps)) {
    if (!association) continue;
    const path = ['elasticIps', id, 'association'];
    const { networkInterfaceId, privateIp } = association;
    claimId(association.id, id, [...path, 'id']);
    if (!refers(world.networkInterfaces, networkInterfaceId, [...path, 'networkInterfaceId'], report)) continue;
    const entry = world.networkInterfaces[networkInterfaceId]!.addresses.find(({ address }) => address === privateIp);
    if (!entry) report([...path, 'privateIp'], `${networkInterfaceId} does not hold ${privateIp}`);
    if (entry?.autoPublicIp)
      report(path, `${privateIp} has both an Elastic IP and an auto-assigned address`, 'leave autoPublicIp out');
    claim(`${networkInterfaceId}/${privateIp}`, id, path, privateIp);
  }
}

/** The substrate: each host and each fleet has an underlay address of its own. */
export function checkUnderlay(world: World, report: Report): void {
  const claim = claimOnce(report);
  for (const [fleet, underlay] of Object.entries(world.substrate)) claim(underlay, fleet, ['substrate', fleet]);
  for (const [id, { underlay }] of Object.entries(world.hosts)) claim(underlay, id, ['hosts', id, 'underlay']);
}

export function checkMapping(world: World, report: Report): void {
  for (const [key, hostId] of Object.entries(world.mapping)) {
    const [vpcId, address] = key.split('/') as [string, string];
    refers(world.vpcs, vpcId, ['mapping', key], report);
    if (parseAddress(address) !== address) report(['mapping', key], `${address} is not an address in its usual form`);
    if (hostId) refers(world.hosts, hostId, ['mapping', key], report);
  }
  for (const [id, frame] of Object.entries(world.frames)) {
    refers(world.hosts, frame.fromHost, ['frames', id, 'fromHost'], report);
    refers(world.hosts, frame.toHost, ['frames', id, 'toHost'], report);
    refers(world.vpcs, frame.vpcId, ['frames', id, 'vpcId'], report);
  }
}
