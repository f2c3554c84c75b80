// Why a filter refused a packet: which list, which way, whose address. Source: D-RA (vpc-dataplane 8, 9).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const probe: Probe = { from: 'i-a', to: 'i-b' };
const open = [{ peer: '0.0.0.0/0' }];
const near = '10.1.1.5';
const far = '10.1.2.5';

const group = (id: string, rules: Part): Part => ({ securityGroups: { 'sg-b': { inbound: open }, [id]: rules } });
const acl = (subnet: string, lists: Part): Part => ({
  securityGroups: { 'sg-b': { inbound: open } },
  subnets: { [subnet]: { networkAclId: 'acl-x' } },
  networkAcls: { 'acl-x': { vpcId: 'vpc-red', inbound: passing, outbound: passing, ...lists } },
});
const passing = [{ number: 100, action: 'allow', cidr: '0.0.0.0/0' }];

describe('each refusal names its list, its direction and the far address', () => {
  test.each<[string, string, string, Part]>([
    ['SG_EMPTY_EGRESS', 'sg-a', far, group('sg-a', { outbound: [] })],
    ['SG_DENY_EGRESS', 'sg-a', far, group('sg-a', { outbound: [{ peer: '192.0.2.0/24' }] })],
    ['SG_EMPTY_INGRESS', 'sg-b', near, group('sg-b', { inbound: [] })],
    ['SG_DENY_INGRESS', 'sg-b', near, group('sg-b', { inbound: [{ peer: '192.0.2.0/24' }] })],
    ['NACL_DENY_EGRESS', 'acl-x', far, acl('subnet-a', { outbound: [] })],
    ['NACL_DENY_INGRESS', 'acl-x', near, acl('subnet-b', { inbound: [] })],
  ])('request: %s at %s, about %s', (reason, at, about, change) => {
    const { request } = traceExchange(buildWorld(worldFile('hairpin'), change), probe);
    expect(request.fault).toMatchObject({ reason, at, about, traffic: 'tcp/443' });
  });

  test.each<[string, string, string, Part]>([
    ['NACL_DENY_EGRESS', 'acl-x', near, acl('subnet-b', { outbound: [] })],
    ['NACL_DENY_INGRESS', 'acl-x', far, acl('subnet-a', { inbound: [] })],
  ])('reply: %s at %s, about %s', (reason, at, about, change) => {
    const { reply } = traceExchange(buildWorld(worldFile('hairpin'), change), probe);
    expect(reply?.fault).toMatchObject({ reason, at, about });
  });

  test('an interface without any group is named itself', () => {
    const world = buildWorld(worldFile('privatelink'), { networkInterfaces: { 'eni-vpce': { groups: [] } } });
    const { request } = traceExchange(world, { from: 'i-app', to: '10.0.2.77' });
    expect(request.fault).toMatchObject({ reason: 'SG_EMPTY_INGRESS', at: 'eni-vpce' });
  });
});

describe('a group that the packet no longer shows (D-RA SG_REFERENCES_NOT_PRESERVED)', () => {
  // web takes what app's group sends; app comes by the NAT gateway to web's public address.
  test.each<[string, string, readonly Part[]]>([
    ['SG_REF_LOST', 'of the sender behind the NAT', [{ peer: 'sg-app' }]],
    ['SG_REF_LOST', 'beside rules that do not fit', [{ peer: '192.0.2.0/24' }, { peer: 'sg-app' }]],
    ['SG_DENY_INGRESS', 'for other traffic', [{ protocol: 'udp', peer: 'sg-app' }]],
    ['SG_DENY_INGRESS', 'that the sender does not hold', [{ peer: 'sg-web' }]],
    ['SG_DENY_INGRESS', 'not named at all', [{ peer: '10.0.2.10/32' }]],
  ])('%s: a group %s', (reason, _what, inbound) => {
    const world = buildWorld(worldFile('nat'), { securityGroups: { 'sg-web': { inbound } } });
    const { request } = traceExchange(world, { from: 'i-app', to: 'i-web', byPublicAddress: true });
    expect(request.fault?.reason).toBe(reason);
  });
});

describe('who shows a group to a rule that names it (D-SG)', () => {
  const named: Part = { securityGroups: { 'sg-b': { inbound: [{ peer: 'sg-a' }] } } };
  const fate = (world: ReturnType<typeof buildWorld>, question: Probe) => {
    const { outcome, request } = traceExchange(world, question);
    return request.fault?.reason ?? outcome;
  };

  test('an interface, by any of its private addresses', () => {
    const second: Part = {
      networkInterfaces: { 'eni-a': { addresses: [{ address: near }, { address: '10.1.1.6' }] } },
    };
    const world = buildWorld(worldFile('hairpin'), named, second);
    expect(fate(world, probe)).toBe('conversed');
    expect(fate(world, { ...probe, source: '10.1.1.6' as Probe['source'] })).toBe('conversed');
  });

  test('but no machine beyond a gateway, though it has a member’s address', () => {
    const clash: Part = {
      internet: { hq: { address: '10.1.2.77', site: 'site-hq' } },
      instances: { 'i-member': { hostId: 'host-a' } },
      networkInterfaces: {
        'eni-member': {
          subnetId: 'subnet-app',
          instanceId: 'i-member',
          addresses: [{ address: '10.1.2.77' }],
          groups: ['sg-member'],
        },
      },
      securityGroups: {
        'sg-member': { vpcId: 'vpc-red', outbound: open },
        'sg-app': { inbound: [{ peer: 'sg-member' }] },
      },
    };
    const world = buildWorld(worldFile('vpn'), clash);
    expect(fate(world, { from: 'i-member', to: 'i-app' })).toBe('conversed');
    expect(fate(world, { from: 'hq', to: 'i-app' })).toBe('SG_REF_LOST');
  });
});

test('a diagnosis lists a list each way once, and goes on', () => {
  const world = buildWorld(worldFile('hairpin'), {
    securityGroups: { 'sg-a': { outbound: [{ peer: '192.0.2.0/24' }] }, 'sg-b': { inbound: [] } },
    subnets: { 'subnet-a': { networkAclId: 'acl-x' } },
    networkAcls: { 'acl-x': { vpcId: 'vpc-red', inbound: [], outbound: [] } },
  });
  expect(diagnose(world, probe).map(({ direction, reason, at }) => `${direction} ${reason} ${at}`)).toEqual([
    'request SG_DENY_EGRESS sg-a',
    'request NACL_DENY_EGRESS acl-x',
    'request SG_EMPTY_INGRESS sg-b',
    'reply NACL_DENY_INGRESS acl-x',
  ]);
});
