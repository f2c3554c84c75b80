// Why a packet can die. Each reason has the code that players see: Reachability Analyzer's own where AWS has one (D-RA),
// else a code of ours in the same style.

import type { RuleId } from './rules.ts';

interface Reason {
  /** The visible code. */
  readonly code: string;
  /** Whether AWS's Reachability Analyzer uses this code. */
  readonly aws: boolean;
  readonly rule: RuleId;
}

function aws(code: string, rule: RuleId): Reason {
  return { code, aws: true, rule };
}

function ours(code: string, rule: RuleId): Reason {
  return { code, aws: false, rule };
}

export const REASONS = {
  INSTANCE_STOPPED: aws('BAD_STATE', 'instance-state'),
  COMPONENT_DOWN: aws('BAD_STATE', 'nat-state'),
  GATEWAY_DETACHED: aws('BAD_STATE_ATTACHMENT', 'igw-attached'),
  ROUTE_BLACKHOLE: aws('BAD_STATE_ROUTE', 'blackhole-wins'),
  NO_ROUTE: aws('NO_ROUTE_TO_DESTINATION', 'longest-prefix'),
  MAPPING_MISS: aws('NO_POSSIBLE_DESTINATION', 'mapping-miss'),
  WRONG_HOST: ours('MAP_WRONG_HOST', 'wrong-host'),
  WRAP_SPOOFED: aws('GATEWAY_REJECTS_SPOOFED_TRAFFIC', 'receive-check'),
  FRAME_DISCARDED: ours('FRAME_DISCARDED', 'receive-check'),
  BROADCAST: ours('BCAST_UNSUPPORTED', 'no-broadcast'),
  SRC_DST_CHECK: aws('ENI_SOURCE_DEST_CHECK_RESTRICTION', 'source-check'),
  SG_DENY_EGRESS: aws('ENI_SG_RULES_MISMATCH', 'group-rule'),
  SG_DENY_INGRESS: aws('ENI_SG_RULES_MISMATCH', 'group-rule'),
  SG_EMPTY_EGRESS: aws('SG_HAS_NO_RULES', 'group-rule'),
  SG_EMPTY_INGRESS: aws('SG_HAS_NO_RULES', 'group-rule'),
  SG_REF_LOST: aws('SG_REFERENCES_NOT_PRESERVED', 'group-rule'),
  NACL_DENY_EGRESS: aws('SUBNET_ACL_RESTRICTION', 'acl-entry'),
  NACL_DENY_INGRESS: aws('SUBNET_ACL_RESTRICTION', 'acl-entry'),
  NO_PUBLIC_MAPPING_EGRESS: aws('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS', 'igw-source-nat'),
  NO_PUBLIC_MAPPING_INGRESS: aws('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', 'igw-destination-nat'),
  PRIVATE_DST_AT_IGW: aws('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS', 'igw-public-only'),
  SHARED_DST_AT_IGW: aws('IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS', 'igw-public-only'),
  PRIVATE_SRC_AT_IGW: aws('IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS', 'igw-public-only'),
  SHARED_SRC_AT_IGW: aws('IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS', 'igw-public-only'),
  PROTOCOL_UNSUPPORTED: aws('PROTOCOL_RESTRICTION', 'nat-protocols'),
  NAT_NO_SESSION: aws('NGW_DEST_ADDRESS_PRESERVATION', 'nat-no-inbound'),
  ASYMMETRIC_RETURN: ours('ASYMMETRIC_RETURN', 'nat-unknown-reply'),
  RT_LOOP: ours('RT_LOOP', 'nat-own-table'),
  NOT_ON_INTERNET: ours('INTERNET_CARRIES_PUBLIC_ONLY', 'internet-public-only'),
  NOT_FORWARDING: ours('GUEST_NOT_FORWARDING', 'guest-forwards'),
  NOT_LISTENING: ours('NOT_LISTENING', 'listener'),
  SOURCE_NOT_ALLOWED: ours('SOURCE_NOT_ALLOWED', 'application'),
  VGW_FOREIGN_SOURCE: aws('VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS', 'vgw-admission'),
  VGW_FOREIGN_DEST: aws('VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS', 'vgw-admission'),
  VGW_NO_PREFIX: ours('VGW_UNKNOWN_PREFIX', 'vgw-route'),
  VPN_IPV4_ONLY: aws('PROTOCOL_RESTRICTION', 'vpn-ipv4'),
  TUNNEL_DOWN: aws('BAD_STATE_VPN', 'vpn-state'),
  WIRE_DOWN: ours('WIRE_DOWN', 'wire-state'),
  VIF_FOREIGN_SOURCE: ours('PRIVATE_SOURCE_ON_PUBLIC_VIF', 'vif-admission'),
  VIF_NOT_AWS: ours('PUBLIC_VIF_CARRIES_AWS_ONLY', 'vif-admission'),
  ONPREM_NO_ROUTE: ours('ONPREM_NO_ROUTE', 'site-route'),
  ONPREM_NO_RETURN: ours('ONPREM_NO_RETURN', 'site-route'),
  NAT_FOREIGN_ENTRY: aws('NGW_REQUIRES_SOURCE_IN_VPC', 'nat-entry'),
  UNEXPECTED_REPLIER: ours('UNEXPECTED_REPLIER', 'guest-accepts'),
  VPCE_PROTOCOL: aws('VPCE_GATEWAY_PROTOCOL_RESTRICTION', 'endpoint-admission'),
  VPCE_PREFIX: aws('VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION', 'endpoint-admission'),
  VPCE_FOREIGN_SOURCE: ours('VPCE_FOREIGN_SOURCE', 'endpoint-own-vpc'),
  VPCE_OTHER_REGION: ours('VPCE_OTHER_REGION', 'endpoint-region'),
  VPCE_POLICY_DENY: ours('VPCE_POLICY_DENY', 'endpoint-policy'),
  VPCE_NOT_ACCEPTED: aws('BAD_STATE', 'endpoint-accepted'),
  VPCE_AZ_MISSING: aws('VPCE_SERVICE_NOT_INSTALLED_IN_AZ', 'endpoint-zone'),
  LB_NO_LISTENER: aws('ELBV2_LISTENERS_MISMATCH', 'nlb-listener'),
  LB_WRONG_PORT: aws('ELBV2_LISTENER_PORT_RESTRICTION', 'nlb-listener'),
  LB_NO_GROUP: aws('ELBV2_LISTENER_HAS_NO_TG', 'nlb-listener'),
  LB_NO_TARGET: aws('TARGET_ADDRESS_RESTRICTION', 'nlb-targets'),
  LB_NO_TARGET_IN_ZONE: aws('ELBV2_NO_TARGETS_IN_AZ', 'nlb-zone'),
  LB_TARGETS_DOWN: aws('ELBV2_LISTENER_REQUIRES_TG_ACCEPT', 'nlb-targets'),
  LB_PRESERVED_OUTSIDE: aws('ELBV2_SOURCE_ADDRESS_PRESERVATION', 'nlb-outside'),
  LB_IDLE_EXPIRED: ours('NLB_IDLE_EXPIRED', 'nlb-idle'),
  LB_HAIRPIN: ours('NLB_HAIRPIN', 'nlb-hairpin'),
  VPCE_NO_INITIATE: aws('VPCE_INTRA_VPC_TRAFFIC', 'endpoint-one-way'),
  EDGE_MIDDLEBOX_NO_PUBLIC_IP: aws('INGRESS_RTB_NO_PUBLIC_IP', 'edge-table'),
  EDGE_ASYMMETRIC: aws('INGRESS_RTB_TRAFFIC_REDIRECTION', 'edge-return'),
  EIGW_INBOUND: ours('EIGW_INBOUND', 'eigw-out-only'),
  EIGW_IPV6_ONLY: aws('PROTOCOL_RESTRICTION', 'eigw-ipv6'),
  TGW_NO_ASSOCIATION: aws('TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION', 'transit-association'),
  TGW_NO_AZ: aws('TGW_ROUTE_AZ_RESTRICTION', 'transit-zones'),
  TGW_AZ_MISMATCH: aws('TGW_ATTACH_VPC_AZ_RESTRICTION', 'transit-zones'),
  TGW_VPN_DOWN: aws('TGW_BAD_STATE_VPN', 'transit-vpn'),
  TGW_NO_ROUTE: aws('TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT', 'transit-route'),
  TGW_BLACKHOLE: aws('TGW_RTB_BAD_STATE_ROUTE', 'transit-blackhole'),
  PCX_NOT_ACTIVE: aws('BAD_STATE_ROUTE', 'peering-state'),
  PCX_TRANSITIVE: aws('PCX_REQUIRES_ADDRESS_IN_VPC_CIDR', 'peering-addresses'),
  ZONE_DOWN: aws('BAD_STATE', 'zone-loss'),
  NAT_PORTS_EXHAUSTED: ours('NAT_PORTS_EXHAUSTED', 'nat-ports'),
  NAT_AZ_MISSING: aws('REGIONAL_NGW_ROUTE_AZ_RESTRICTION', 'nat-zones'),
  NAT_IDLE_EXPIRED: ours('NAT_IDLE_EXPIRED', 'nat-idle'),
  NAT_FLOW_UNKNOWN: ours('NAT_FLOW_UNKNOWN', 'nat-lost-flow'),
  FRAGMENTS: ours('FRAGMENTS_NOT_CARRIED', 'nat-fragments'),
  MTU_EXCEEDED: ours('MTU_EXCEEDED', 'mtu-limit'),
  TTL_EXPIRED: ours('TTL_EXPIRED', 'ttl-spent'),
  NO_RECORD: ours('NO_ADDRESS_KNOWN', 'application'),
} as const satisfies Record<string, Reason>;

export type DropReason = keyof typeof REASONS;

export function codeOf(reason: DropReason): string {
  return REASONS[reason].code;
}

export function isAwsCode(code: string): boolean {
  return Object.values(REASONS).some((reason) => reason.code === code && reason.aws);
}
