import { expect, test } from 'vitest';
import { codeOf, type DropReason, isAwsCode, REASONS } from '../../src/dataplane/codes.ts';
import { RULES, SOURCES } from '../../src/dataplane/rules.ts';

// vpc-dataplane 9 (D-RA): the code that AWS's Reachability Analyzer gives to each internal reason that we model.
test.each<[DropReason, string]>([
  ['COMPONENT_DOWN', 'BAD_STATE'],
  ['INSTANCE_STOPPED', 'BAD_STATE'],
  ['GATEWAY_DETACHED', 'BAD_STATE_ATTACHMENT'],
  ['ROUTE_BLACKHOLE', 'BAD_STATE_ROUTE'],
  ['NO_ROUTE', 'NO_ROUTE_TO_DESTINATION'],
  ['MAPPING_MISS', 'NO_POSSIBLE_DESTINATION'],
  ['SRC_DST_CHECK', 'ENI_SOURCE_DEST_CHECK_RESTRICTION'],
  ['SG_DENY_EGRESS', 'ENI_SG_RULES_MISMATCH'],
  ['SG_DENY_INGRESS', 'ENI_SG_RULES_MISMATCH'],
  ['SG_EMPTY_EGRESS', 'SG_HAS_NO_RULES'],
  ['SG_EMPTY_INGRESS', 'SG_HAS_NO_RULES'],
  ['SG_REF_LOST', 'SG_REFERENCES_NOT_PRESERVED'],
  ['NACL_DENY_EGRESS', 'SUBNET_ACL_RESTRICTION'],
  ['NACL_DENY_INGRESS', 'SUBNET_ACL_RESTRICTION'],
  ['PROTOCOL_UNSUPPORTED', 'PROTOCOL_RESTRICTION'],
  ['WRAP_SPOOFED', 'GATEWAY_REJECTS_SPOOFED_TRAFFIC'],
  ['NO_PUBLIC_MAPPING_EGRESS', 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS'],
  ['NO_PUBLIC_MAPPING_INGRESS', 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS'],
  ['PRIVATE_DST_AT_IGW', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS'],
  ['SHARED_DST_AT_IGW', 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS'],
  ['PRIVATE_SRC_AT_IGW', 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS'],
  ['SHARED_SRC_AT_IGW', 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS'],
  ['NAT_NO_SESSION', 'NGW_DEST_ADDRESS_PRESERVATION'],
])('%s shows %s, a code of AWS', (reason, code) => {
  expect(codeOf(reason)).toBe(code);
  expect(isAwsCode(code)).toBe(true);
});

test.each<[DropReason, string]>([
  ['ASYMMETRIC_RETURN', 'ASYMMETRIC_RETURN'],
  ['RT_LOOP', 'RT_LOOP'],
  ['WRONG_HOST', 'MAP_WRONG_HOST'],
  ['BROADCAST', 'BCAST_UNSUPPORTED'],
  ['NOT_ON_INTERNET', 'INTERNET_CARRIES_PUBLIC_ONLY'],
])('%s shows %s, a code of ours', (reason, code) => {
  expect(codeOf(reason)).toBe(code);
  expect(isAwsCode(code)).toBe(false);
});

test('every code is written like one of AWS', () => {
  for (const { code } of Object.values(REASONS)) expect(code).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
});

test('every rule rests on sources that are named, or is marked as inferred', () => {
  for (const { mark, sources } of Object.values(RULES)) {
    if (mark !== 'inferred') expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(SOURCES[source]).toBeTruthy();
  }
});
