// What a diagnosis takes as given once it has listed a fault, so that one missing thing is reported once and the walk can go on;
// and the questions whose answers it changes: who stands behind a public address, which gateway is attached.

import type { Gateway } from '../cloud/gateway.ts';
import { findAttachedGateway, findPairByPublicIp, findPublicPair, type PublicPair } from '../cloud/lookup.ts';
import type { NetworkInterfaceId } from '../cloud/network-interface.ts';
import type { World } from '../cloud/world.ts';
import type { Ipv4 } from '../net/address.ts';

export interface Pretence {
  /** Public addresses that should exist, by VPC and private address. */
  readonly pairs: PublicPair[];
  /** Internet gateways that should be attached, by VPC. */
  readonly attached: Map<string, string>;
}

export function makePretence(): Pretence {
  return { pairs: [], attached: new Map() };
}

/** A World, and what is pretended about it. */
interface View {
  readonly world: World;
  readonly pretence?: Pretence | undefined;
}

/** Stands in for a public address that nobody has allocated yet. Outside every pool, so it can never be taken for a real one. */
export function pretendPair(
  pretence: Pretence,
  vpcId: string,
  privateIp: Ipv4,
  networkInterfaceId: NetworkInterfaceId,
): PublicPair {
  const publicIp = `240.0.0.${pretence.pairs.length + 1}` as Ipv4;
  const pair = { publicIp, privateIp, networkInterfaceId, vpcId };
  pretence.pairs.push(pair);
  return pair;
}

/** Who stands behind a public address. */
export function pairBehind({ world, pretence }: View, publicIp: string): PublicPair | undefined {
  return findPairByPublicIp(world, publicIp) ?? pretence?.pairs.find((pair) => pair.publicIp === publicIp);
}

/** What the edge swaps a private address of a VPC for. */
export function pairOf({ world, pretence }: View, vpcId: string, privateIp: string): PublicPair | undefined {
  const isIt = (pair: PublicPair) => pair.vpcId === vpcId && pair.privateIp === privateIp;
  return findPublicPair(world, vpcId, privateIp) ?? pretence?.pairs.find(isIt);
}

/** The internet gateway of a VPC. */
export function gatewayOfVpc({ world, pretence }: View, vpcId: string): string | undefined {
  return findAttachedGateway(world, 'internet-gateway', vpcId) ?? pretence?.attached.get(vpcId);
}

/** A gateway by its id. One that a diagnosis only wishes for has no record. */
export function gatewayById({ world, pretence }: View, id: string): Gateway | undefined {
  const isWished = () => pretence !== undefined && [...pretence.attached.values()].includes(id);
  return world.gateways[id] ?? (isWished() ? { kind: 'internet-gateway' } : undefined);
}

/** The id of a gateway that a diagnosis only wishes for. */
export const WISHED_GATEWAY = 'igw-missing';
