// The wrong beliefs that the game breaks, by their number in the curriculum. Levels and filed wrong answers name them by number
// (`breaks`); the save names them by id. What each says, and what is so, stands in text/<language>/beliefs.ts.

import type { RuleId } from '../dataplane/rules.ts';
import type { beliefs } from '../text/en/beliefs.ts';

export type BeliefId = keyof typeof beliefs;

export interface Belief {
  readonly number: number;
  readonly id: BeliefId;
  /** The codex card that says what is so. */
  readonly concept: string;
  /** What the refutation rests on. */
  readonly rules: readonly RuleId[];
  /** Codes that a packet or EC2 gives to somebody who holds it, where no filed wrong answer says so. */
  readonly codes: readonly string[];
}

export const BELIEFS: readonly Belief[] = [
  row(1, 'public-subnet-is-enough', 'public-pair', ['igw-source-nat'], 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'),
  row(2, 'nat-beside-its-users', 'nat-own-subnet', ['nat-own-table'], 'RT_LOOP'),
  row(3, 'endpoint-works-once-made', 'endpoint-tables', ['endpoint-admission'], 'RouteNotSupported'),
  row(4, 'any-table-will-do', 'table-association', ['longest-prefix'], 'NO_ROUTE_TO_DESTINATION'),
  row(5, 'replies-find-their-way', 'reply-path', ['longest-prefix', 'site-route'], 'ONPREM_NO_RETURN'),
  row(6, 'let-in-let-out', 'stateless-filter', ['acl-entry', 'group-state'], 'SUBNET_ACL_RESTRICTION'),
  row(7, 'tunnel-up-traffic-flows', 'route-propagation', ['vgw-route']),
  row(8, 'function-in-public-subnet', 'public-pair', ['igw-source-nat']),
  row(9, 'top-to-bottom', 'longest-prefix-match', ['longest-prefix']),
  row(10, 'balancer-is-broken', 'hairpin-target', ['nlb-hairpin', 'nlb-preserves'], 'NLB_HAIRPIN'),
  row(11, 'nic-owns-the-eip', 'private-guest', ['igw-destination-nat', 'igw-source-nat'], 'NOT_LISTENING'),
  row(12, 'nat-stamps-the-eip', 'two-rewrites', ['nat-session', 'igw-source-nat']),
  row(13, 'eip-makes-reachable', 'reply-path', ['nat-unknown-reply', 'longest-prefix'], 'ASYMMETRIC_RETURN'),
  row(14, 'borrowed-gateway', 'no-transit', ['vgw-admission', 'nat-entry'], 'NGW_REQUIRES_SOURCE_IN_VPC'),
  row(15, 'peering-is-transitive', 'peering-not-transitive', ['peering-addresses'], 'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR'),
  row(16, 'privatelink-joins', 'private-link', ['endpoint-one-way'], 'VPCE_INTRA_VPC_TRAFFIC'),
  row(17, 'lent-address-is-mine', 'address-lease', ['igw-destination-nat']),
  row(18, 'flag-reaches-back', 'launch-flag', ['igw-source-nat']),
  row(19, 'endpoint-serves-everybody', 'interface-endpoint', ['endpoint-own-vpc'], 'VPCE_FOREIGN_SOURCE'),
  row(20, 'endpoint-changes-the-name', 'endpoint-identity', ['endpoint-identity']),
  row(21, 'nat-lets-in', 'nat-gateway', ['nat-no-inbound'], 'NGW_DEST_ADDRESS_PRESERVATION'),
  row(22, 'longer-always-beats-local', 'narrower-than-local', ['local-route', 'local-over-learned']),
  row(23, 'target-sees-balancer', 'client-address', ['nlb-preserves', 'nlb-own-address']),
  row(24, 'cross-zone-is-on', 'cross-zone', ['nlb-zone'], 'ELBV2_NO_TARGETS_IN_AZ'),
  row(25, 'dead-row-falls-back', 'blackhole-route', ['blackhole-wins'], 'BAD_STATE_ROUTE'),
  row(26, 'forwarder-just-forwards', 'narrower-than-local', ['destination-check'], 'ENI_SOURCE_DEST_CHECK_RESTRICTION'),
  row(27, 'one-table-for-all', 'nat-loop', ['nat-own-table'], 'RT_LOOP'),
  row(28, 'one-nat-for-all-zones', 'zonal-nat', ['zone-loss']),
  row(29, 'private-addresses-are-unique', 'mapping-key', ['mapping-row', 'wrap'], 'MAP_WRONG_HOST'),
  row(30, 'router-between-subnets', 'single-wrap', ['arp-router', 'mapping-row'], 'BCAST_UNSUPPORTED'),
  row(31, 'overlap-can-peer', 'private-link', ['peering-state']),
  row(32, 'wires-share-the-load', 'wire-preference', ['vgw-route']),
  row(33, 'learned-beats-written', 'written-before-learned', ['longest-prefix']),
  row(34, 'idle-stays-open', 'idle-flow', ['nat-idle'], 'NAT_IDLE_EXPIRED'),
  row(35, 'nat-without-limit', 'nat-ports', ['nat-ports'], 'NAT_PORTS_EXHAUSTED'),
  row(36, 'private-vif-gives-s3', 'virtual-interface-kinds', ['vif-admission'], 'PRIVATE_SOURCE_ON_PUBLIC_VIF'),
  row(37, 'default-down-the-tunnel', 'no-transit', ['vgw-admission', 'vgw-route'], 'VGW_UNKNOWN_PREFIX'),
  row(
    38,
    'public-ip-inside-is-the-same',
    'group-reference',
    ['igw-hairpin', 'group-rule'],
    'SG_REFERENCES_NOT_PRESERVED',
  ),
  row(39, 'ping-tests-the-nat', 'nat-gateway', ['nat-no-inbound']),
  row(40, 's3-crosses-the-internet', 'endpoint-identity', ['igw-source-nat']),
  row(41, 'public-block-is-public', 'public-block', ['igw-destination-nat', 'igw-source-nat']),
  row(42, 'big-frames-everywhere', 'path-mtu', ['mtu-limit'], 'MTU_EXCEEDED'),
];

function row(number: number, id: BeliefId, concept: string, rules: readonly RuleId[], ...codes: string[]): Belief {
  return { number, id, concept, rules, codes };
}

export function beliefNumbered(number: number): Belief | undefined {
  return BELIEFS.find((belief) => belief.number === number);
}
