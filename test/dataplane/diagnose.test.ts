import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

type Name = Parameters<typeof worldFile>[0];

function findings(name: Name, change: Part, probe: Probe): string[] {
  const world = buildWorld(worldFile(name), change);
  return diagnose(world, probe).map(({ direction, code, at }) => `${direction} ${code} at ${at}`);
}

const out: Probe = { from: 'i-vm1', to: 'client' };
const into: Probe = { from: 'client', to: 'i-vm1' };

describe('three missing things (curriculum 2.7) are three findings, each once', () => {
  test('seen from inside', () => {
    expect(findings('three-missing-things', {}, { from: 'i-vm-a', to: 'client' })).toEqual([
      'request NO_ROUTE_TO_DESTINATION at rtb-edge',
      'request BAD_STATE_ATTACHMENT at igw-1',
      'request IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
    ]);
  });

  test('seen from outside', () => {
    expect(findings('three-missing-things', {}, { from: 'client', to: 'i-vm-a' })).toEqual([
      'request IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at eni-vm-a',
      'request BAD_STATE_ATTACHMENT at igw-1',
      'reply NO_ROUTE_TO_DESTINATION at rtb-edge',
    ]);
  });

  test('with no gateway in the world at all, the VPC is named', () => {
    const change = { gateways: { 'igw-1': undefined }, routeTables: { 'rtb-main': { routes: [] } } };
    expect(findings('three-missing-things', change, { from: 'i-vm-a', to: 'client' })).toEqual([
      'request NO_ROUTE_TO_DESTINATION at rtb-edge',
      'request BAD_STATE_ATTACHMENT at vpc-red',
      'request IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-missing',
    ]);
  });

  test("another VPC's gateway is not taken for the missing one", () => {
    const change: Part = {
      vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
      gateways: { 'igw-1': { vpcId: 'vpc-blue' } },
    };
    expect(findings('three-missing-things', change, { from: 'client', to: 'i-vm-a' })).toContain(
      'request BAD_STATE_ATTACHMENT at vpc-red',
    );
  });
});

describe('both directions', () => {
  const closed: Part = {
    networkAcls: { 'acl-x': { vpcId: 'vpc-red', inbound: [], outbound: [] } },
    subnets: { 'subnet-red': { networkAclId: 'acl-x' } },
  };

  test('a list without entries stands in the way out and in the way back', () => {
    expect(findings('article', closed, out)).toEqual([
      'request SUBNET_ACL_RESTRICTION at acl-x',
      'reply SUBNET_ACL_RESTRICTION at acl-x',
    ]);
  });

  test('the request works, only the answer has no route', () => {
    expect(findings('article', { routeTables: { 'rtb-red': { routes: [] } } }, into)).toEqual([
      'reply NO_ROUTE_TO_DESTINATION at rtb-red',
    ]);
  });

  test('a group denies both ways by two different rules', () => {
    const change: Part = {
      securityGroups: { 'sg-a': { inbound: [], outbound: [{ peer: '192.0.2.0/24' }] } },
      networkInterfaces: { 'eni-b': { groups: ['sg-a'] } },
    };
    expect(
      findings(
        'hairpin',
        {
          ...change,
          securityGroups: { 'sg-a': { inbound: [{ peer: '192.0.2.0/24' }], outbound: [{ peer: '192.0.2.0/24' }] } },
        },
        { from: 'i-a', to: 'i-b' },
      ),
    ).toEqual(['request ENI_SG_RULES_MISMATCH at sg-a', 'request ENI_SG_RULES_MISMATCH at sg-a']);
  });
});

describe('one missing thing is one finding', () => {
  test('a dead route to a detached gateway', () => {
    expect(findings('article', { gateways: { 'igw-1': { vpcId: undefined } } }, out)).toEqual([
      'request BAD_STATE_ROUTE at rtb-red',
    ]);
    expect(findings('article', { gateways: { 'igw-1': { vpcId: undefined } } }, into)).toEqual([
      'request BAD_STATE_ATTACHMENT at igw-1',
    ]);
  });

  test('a dead row that is met both ways, by packets to different addresses', () => {
    const change: Part = {
      routeTables: { 'rtb-a': { routes: [{ destination: '0.0.0.0/0', target: 'nat-gone' }] } },
      routeAssociations: { 'rtbassoc-b': { routeTableId: 'rtb-a' } },
    };
    expect(findings('hairpin', change, { from: 'i-a', to: 'i-b', byPublicAddress: true })).toEqual([
      'request BAD_STATE_ROUTE at rtb-a',
    ]);
  });

  test('two dead rows of one table are two', () => {
    const change: Part = {
      routeTables: {
        'rtb-a': {
          routes: [
            { destination: '52.0.0.0/24', target: 'nat-gone' },
            { destination: '52.0.0.1/32', target: 'nat-gone' },
          ],
        },
      },
      routeAssociations: { 'rtbassoc-b': { routeTableId: 'rtb-a' } },
    };
    expect(findings('hairpin', change, { from: 'i-a', to: 'i-b', byPublicAddress: true })).toEqual([
      'request BAD_STATE_ROUTE at rtb-a',
      'reply BAD_STATE_ROUTE at rtb-a',
    ]);
  });

  test('a stopped instance, asked and asking', () => {
    const change: Part = { instances: { 'i-vm1': { state: 'stopped' } } };
    expect(findings('article', change, into)).toEqual(['request BAD_STATE at i-vm1']);
    expect(findings('article', change, out)).toEqual(['request BAD_STATE at i-vm1']);
  });

  test('a check that is on, in both directions of a forwarder; that it does not forward is another', () => {
    const change: Part = {
      subnets: { 'subnet-f': { vpcId: 'vpc-red', cidr: '10.1.9.0/24' } },
      instances: { 'i-fw': { hostId: 'host-b' } },
      networkInterfaces: {
        'eni-fw': {
          subnetId: 'subnet-f',
          instanceId: 'i-fw',
          addresses: [{ address: '10.1.9.10' }],
          groups: ['sg-fw'],
        },
      },
      routeTables: {
        'rtb-a': { routes: [{ destination: '10.1.2.0/24', target: 'eni-fw' }] },
        'rtb-b': { routes: [{ destination: '10.1.1.0/24', target: 'eni-fw' }] },
      },
      securityGroups: {
        'sg-fw': { vpcId: 'vpc-red', inbound: [{ peer: '0.0.0.0/0' }], outbound: [{ peer: '0.0.0.0/0' }] },
        'sg-b': { inbound: [{ peer: '10.1.0.0/16' }] },
      },
    };
    expect(findings('hairpin', change, { from: 'i-a', to: 'i-b' })).toEqual([
      'request ENI_SOURCE_DEST_CHECK_RESTRICTION at eni-fw',
      'request GUEST_NOT_FORWARDING at i-fw',
    ]);
  });
});

describe('the NAT gateway', () => {
  const probe: Probe = { from: 'i-app', to: 'client' };

  test.each<[string, Part, string[]]>([
    [
      'no way out of its subnet',
      { routeTables: { 'rtb-q': { routes: [] } } },
      ['request NO_ROUTE_TO_DESTINATION at rtb-q'],
    ],
    [
      'a loop, and what lies behind it',
      {
        routeTables: { 'rtb-q': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } },
        networkAcls: { 'acl-p': { inbound: [] } },
      },
      ['request RT_LOOP at rtb-q', 'reply SUBNET_ACL_RESTRICTION at acl-p'],
    ],
    [
      'no route to it, in a subnet whose VPC has one',
      { routeTables: { 'rtb-p': { routes: [] } } },
      ['request NO_ROUTE_TO_DESTINATION at rtb-p'],
    ],
    [
      'deleted: the way out would then be the gateway, for which the app has no address',
      {
        gateways: { 'nat-1': undefined },
        networkInterfaces: { 'eni-nat': undefined },
        elasticIps: { 'eipalloc-nat': undefined },
      },
      ['request BAD_STATE_ROUTE at rtb-p', 'request IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1'],
    ],
  ])('%s', (_what, change, expected) => {
    expect(findings('nat', change, probe)).toEqual(expected);
  });

  test('an answer by the wrong door is one finding, and the right door is tried', () => {
    const change: Part = { routeTables: { 'rtb-q': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } } };
    expect(findings('nat', change, { from: 'client', to: 'i-web' })).toEqual(['reply ASYMMETRIC_RETURN at nat-1']);
  });
});

describe('it goes on past', () => {
  test('a mapping that is missing and one that is wrong', () => {
    const change: Part = {
      mapping: { 'vpc-red/10.1.2.5': null, 'vpc-red/10.1.1.5': 'host-b' },
      securityGroups: { 'sg-b': { inbound: [{ peer: '10.1.0.0/16' }] } },
    };
    expect(findings('hairpin', change, { from: 'i-a', to: 'i-b' })).toEqual([
      'request NO_POSSIBLE_DESTINATION at vpc-red',
      'reply MAP_WRONG_HOST at host-b',
    ]);
  });

  test('a program that does not listen and a list that does not know the sender', () => {
    const change: Part = { instances: { 'i-vm1': { application: { listeners: [], allowedSources: [] } } } };
    expect(findings('article', change, into)).toEqual([
      'request SOURCE_NOT_ALLOWED at i-vm1',
      'request NOT_LISTENING at i-vm1',
    ]);
  });

  test('missing addresses of both ends of a hairpin', () => {
    expect(findings('hairpin', { elasticIps: undefined }, { from: 'i-a', to: 'i-b', byPublicAddress: true })).toEqual([
      'request IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at eni-b',
      'request IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
      'request ENI_SG_RULES_MISMATCH at sg-b',
    ]);
  });
});

describe('where it has no idea of the way, the list ends', () => {
  test.each<[string, Probe, string]>([
    [
      'a private destination without a route',
      { from: 'i-vm1', to: '172.16.0.9' },
      'request NO_ROUTE_TO_DESTINATION at rtb-red',
    ],
    [
      'an address of the VPC that nobody has',
      { from: 'i-vm1', to: '10.1.7.7' },
      'request NO_POSSIBLE_DESTINATION at vpc-red',
    ],
  ])('%s', (_what, probe, expected) => {
    expect(findings('article', { routeTables: { 'rtb-red': { routes: [] } } }, probe)).toEqual([expected]);
  });
});

test('the first finding of a request is the fault that its trace dies of', () => {
  const world = buildWorld(worldFile('three-missing-things'));
  const probe: Probe = { from: 'i-vm-a', to: 'client' };
  const { direction: _, ...first } = diagnose(world, probe)[0]!;
  expect(first).toEqual(traceExchange(world, probe).request.fault);
});

test('a finding says what was asked for: an address, and the traffic as a rule would name it', () => {
  const world = buildWorld(worldFile('article'), {
    securityGroups: { 'sg-vm1': { inbound: [{ peer: '192.0.2.0/24' }] } },
  });
  expect(diagnose(world, { ...into, port: 8443 })[0]).toMatchObject({ about: '198.51.100.8', traffic: 'tcp/8443' });
});
