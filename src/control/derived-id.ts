// Ids of things that the World does not keep apart from what they join. EC2 issues a new id for each association; ours follow from the ends,
// so they are the same after every change. Simplified.

import type { World } from '../cloud/world.ts';
import { type Cidr, isIpv4Cidr } from '../net/cidr.ts';

function suffixOf(id: string): string {
  return id.slice(id.indexOf('-') + 1);
}

/** A VPC's or subnet's hold on one of its blocks: `vpc-cidr-assoc-red-10-1-0-0-16`. */
function blockAssociationId(ownerId: string, cidr: Cidr): string {
  const kind = ownerId.startsWith('vpc-') ? 'vpc-cidr-assoc' : 'subnet-cidr-assoc';
  return `${kind}-${suffixOf(ownerId)}-${cidr.replace(/[^0-9a-f]+/g, '-')}`;
}

export interface OwnedBlock {
  readonly ownerId: string;
  readonly cidr: Cidr;
}

/** Every block of every VPC, by its association. */
export function vpcBlocks({ vpcs }: World): ReadonlyMap<string, OwnedBlock> {
  return byAssociation(
    Object.entries(vpcs).flatMap(([ownerId, { cidrs }]) => cidrs.map((cidr) => ({ ownerId, cidr }))),
  );
}

/** Every IPv6 block of every subnet, by its association. */
export function subnetIpv6Blocks({ subnets }: World): ReadonlyMap<string, OwnedBlock> {
  return byAssociation(
    Object.entries(subnets).flatMap(([ownerId, { ipv6Cidr }]) => (ipv6Cidr ? [{ ownerId, cidr: ipv6Cidr }] : [])),
  );
}

function byAssociation(blocks: readonly OwnedBlock[]): ReadonlyMap<string, OwnedBlock> {
  return new Map(blocks.map((block) => [blockAssociationId(block.ownerId, block.cidr), block]));
}

type BlockState = 'associating' | 'associated' | 'disassociating';

/** What describe calls print for a block; the calls that give one or take it away tell what EC2 is about to do. */
export function blockAssociationShape(ownerId: string, cidr: Cidr, State: BlockState = 'associated') {
  const AssociationId = blockAssociationId(ownerId, cidr);
  const state = { State };
  return isIpv4Cidr(cidr)
    ? { AssociationId, CidrBlock: cidr, CidrBlockState: state }
    : { AssociationId, Ipv6CidrBlock: cidr, Ipv6CidrBlockState: state };
}

/** A subnet's use of its network ACL. */
export function aclAssociationId(subnetId: string): string {
  return `aclassoc-${suffixOf(subnetId)}`;
}

/** An interface's place in an instance. */
export function attachmentId(networkInterfaceId: string): string {
  return `eni-attach-${suffixOf(networkInterfaceId)}`;
}

/** The thing that a derived id was derived from. */
export function originOf(records: object, derive: (id: string) => string, derived: string): string | undefined {
  return Object.keys(records).find((id) => derive(id) === derived);
}
