// What a diagnosis takes as given once it has listed a fault, so that one missing thing is reported once and the walk can go on.

import type { PublicPair } from '../cloud/lookup.ts';
import type { NetworkInterfaceId } from '../cloud/network-interface.ts';
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
