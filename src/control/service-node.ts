// The interfaces that a service makes in a customer's subnets: a load balancer's, an interface endpoint's. They are the service's own; no
// instance has them, and nobody else may change them. Source: D-IFE, D-NLB.

import type { GatewayNode } from '../cloud/gateway.ts';
import { nodesOf } from '../cloud/gateway.ts';
import type { SecurityGroupId } from '../cloud/network-interface.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { Ipv4 } from '../net/address.ts';
import { findFreePrivateIp, issuePublicIp } from './issue-address.ts';
import { issueId } from './issue-id.ts';
import { removeInterface } from './private-address.ts';

export interface NodeWish {
  readonly subnetId: string;
  readonly groups?: readonly string[];
  readonly address?: Ipv4 | undefined;
  /** An Elastic IP for it, or `lent` for an address that AWS lends. */
  readonly allocationId?: string | undefined;
  readonly isPublic?: boolean;
}

/** Makes one interface of a service. */
export function addNode(draft: WorldDraft, owner: string, wish: NodeWish): GatewayNode {
  const { subnetId, groups = [], allocationId, isPublic = false } = wish;
  const networkInterfaceId = issueId(draft, 'eni');
  const address = wish.address ?? findFreePrivateIp(draft as World, subnetId)!;
  const autoPublicIp = isPublic && !allocationId ? issuePublicIp(draft) : undefined;
  draft.networkInterfaces[networkInterfaceId] = {
    subnetId: subnetId as `subnet-${string}`,
    addresses: [{ address, ...(autoPublicIp && { autoPublicIp }) }],
    groups: [...groups] as SecurityGroupId[],
    sourceDestCheck: false,
    managedBy: owner,
  };
  if (allocationId)
    draft.elasticIps[allocationId]!.association = {
      id: issueId(draft, 'eipassoc'),
      networkInterfaceId,
      privateIp: address,
    };
  return { subnetId: subnetId as `subnet-${string}`, networkInterfaceId };
}

/** Takes a service's interfaces away, Elastic IPs first. */
export function removeNodes(draft: WorldDraft, owner: string): void {
  for (const { networkInterfaceId } of nodesOf((draft as World).gateways[owner]!))
    removeInterface(draft, networkInterfaceId);
}

/** The first subnet whose zone another subnet of the list has, too. */
export function sharesZone(world: World, subnetIds: readonly string[]): string | undefined {
  const zones = subnetIds.map((id) => world.subnets[id]?.availabilityZone);
  return subnetIds.find((_, index) => zones.indexOf(zones[index]) !== index);
}
