// vpc-dataplane 2.2 (gateway endpoint row), 2.3, 5.1 (endpoint rows), 6.1, 7.1 and 9 (VPCE_*).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Step, Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { listHeaders, type Packet } from '../../src/net/packet.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const probe = { from: 'i-app', to: 'bucket' } as const;
const world = buildWorld(worldFile('gateway-endpoint'));

const answerAll: Part = { internet: { bucket: { application: { allowedSources: undefined } } } };

function exchange(change: Part = {}, question: Probe = probe) {
  return traceExchange(buildWorld(worldFile('gateway-endpoint'), change), question);
}

/** How it ends: `conversed`, or the code and the place of the fault. */
function ending(change: Part = {}, question: Probe = probe): string {
  const { outcome, request, reply } = exchange(change, question);
  const fault = request.fault ?? reply?.fault;
  return fault ? `${fault.code} at ${fault.at}` : outcome;
}

function stepsAt(trace: Trace | undefined, node: string): readonly Step[] {
  return trace!.hops.filter((hop) => hop.node === node).flatMap(({ steps }) => steps);
}

function wrapsOf(packet: Packet): readonly string[] {
  return listHeaders(packet).map(({ layer }) => layer);
}

describe('a packet to S3 and back (2.2)', () => {
  const { outcome, request, reply, seen } = traceExchange(world, probe);

  test('the edge strips the wrap, admits the packet and attaches the identity', () => {
    expect(outcome).toBe('conversed');
    expect(stepsAt(request, 'vpce-s3').map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'decapsulated strip',
      'checked endpoint-admission',
      'encapsulated endpoint-identity',
    ]);
  });

  test('it arrives with the identity around it, and no other wrap', () => {
    const [strip, , identity] = stepsAt(request, 'vpce-s3');
    expect(wrapsOf(strip!.before)).toEqual(['underlay', 'vpc', 'ipv4', 'transport']);
    expect(wrapsOf(strip!.after)).toEqual(['ipv4', 'transport']);
    expect(wrapsOf(identity!.after)).toEqual(['endpoint', 'ipv4', 'transport']);
    expect(identity!.after.wraps).toEqual([{ layer: 'endpoint', endpointId: 'vpce-s3', vpcId: 'vpc-red' }]);
  });

  test('the service sees the private source, the endpoint and the VPC (D-S3E, D-DDBE)', () => {
    expect(seen).toEqual({
      protocol: 'tcp',
      source: { address: '10.1.2.20', port: 40112 },
      destination: { address: '198.18.4.20', port: 443 },
      endpoint: { id: 'vpce-s3', vpcId: 'vpc-red' },
    });
  });

  test('the answer loses the identity at the edge and is wrapped for the host', () => {
    expect(stepsAt(reply, 'vpce-s3').map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'decapsulated endpoint-return',
      'looked-up-mapping mapping-row',
      'encapsulated wrap',
    ]);
    expect(reply!.packet.ip).toMatchObject({ source: '198.18.4.20', destination: '10.1.2.20' });
  });

  test('neither the NAT gateway nor the internet is on the way (6.1: saves NAT charges)', () => {
    for (const node of ['nat-1', 'igw-1', 'internet']) {
      expect(request.path).not.toContain(node);
      expect(reply!.path).not.toContain(node);
    }
  });
});

describe('the route (5.1, D-GWE)', () => {
  const through = (change: Part, question: Probe = probe) =>
    exchange(mergeParts(answerAll, change), question).request.path;
  const nat = { destination: '0.0.0.0/0', target: 'nat-1' };
  const endpoint = { destination: 'pl-s3', target: 'vpce-s3' };
  const routes = (...own: readonly Part[]): Part => ({ routeTables: { 'rtb-app': { routes: own } } });

  test('a prefix list beats 0.0.0.0/0', () => {
    expect(through(routes(nat, endpoint))).toContain('vpce-s3');
  });

  test.each(['198.18.4.0/24', '198.18.4.20/32'])(
    'a customer route to %s is longer and keeps its traffic',
    (destination) => {
      expect(through(routes(endpoint, { destination, target: 'nat-1' }))).toContain('nat-1');
    },
  );

  test('an identical block keeps its traffic, too: static before prefix list', () => {
    expect(through(routes(endpoint, { destination: '198.18.0.0/16', target: 'nat-1' }))).toContain('nat-1');
  });

  test('of two overlapping lists the first in the table is chosen, and stays (D-RT: arbitrary)', () => {
    const own: Part = { prefixLists: { 'pl-own': { name: 'own', cidrs: ['198.18.0.0/16'] } } };
    const list = { destination: 'pl-own', target: 'nat-1' };
    expect(through(mergeParts(own, routes(list, endpoint)))).toContain('nat-1');
    expect(through(mergeParts(own, routes(endpoint, list)))).toContain('vpce-s3');
  });

  test('a table without the route goes on by NAT', () => {
    expect(through(routes(nat))).toContain('nat-1');
  });

  test('another service is another list', () => {
    expect(through({}, { from: 'i-app', to: 'table' })).toContain('nat-1');
  });

  test('an address of another Region is outside the list (D-S3E)', () => {
    expect(through({}, { from: 'i-app', to: 'far-bucket' })).toContain('nat-1');
  });

  test('a deleted endpoint leaves a blackhole in a World that states one', () => {
    expect(ending({ gateways: { 'vpce-s3': undefined } })).toBe('BAD_STATE_ROUTE at rtb-app');
  });
});

describe('admission at the edge (7.1, 9)', () => {
  const foreign: Part = {
    networkInterfaces: { 'eni-app': { sourceDestCheck: false } },
  };
  const own: Part = { routeTables: { 'rtb-app': { routes: [{ destination: '198.19.128.0/24', target: 'vpce-s3' }] } } };

  test.each<[string, Part, Probe, string]>([
    ['TCP (D-RA)', {}, probe, 'conversed'],
    ['ICMP echo (D-RA)', {}, { ...probe, protocol: 'icmp' }, 'conversed'],
    ['UDP (D-RA)', {}, { ...probe, protocol: 'udp' }, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION at vpce-s3'],
    ['GRE (D-RA)', {}, { ...probe, protocol: 'gre' }, 'VPCE_GATEWAY_PROTOCOL_RESTRICTION at vpce-s3'],
    [
      'a source that is no interface of the VPC (D-GWE)',
      foreign,
      { ...probe, source: '10.9.0.9' as never },
      'VPCE_FOREIGN_SOURCE at vpce-s3',
    ],
    [
      'a destination outside the list (D-RA)',
      own,
      { from: 'i-app', to: 'far-bucket' },
      'VPCE_GATEWAY_EGRESS_SOURCE_ADDRESS_RESTRICTION at vpce-s3',
    ],
    ['a route in another VPC (D-PEER)', otherVpc(), { from: 'i-blue', to: 'bucket' }, 'BAD_STATE_ROUTE at rtb-blue'],
    [
      'a service that starts (D-RA)',
      {},
      { from: 'bucket', to: 'i-app' },
      'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at eni-app',
    ],
    [
      'a service that calls an address (D-IFE)',
      {},
      { from: 'bucket', to: '10.1.2.20' },
      'VPCE_INTRA_VPC_TRAFFIC at bucket',
    ],
  ])('%s', (_name, change, question, expected) => {
    expect(ending(change, question)).toBe(expected);
  });

  test('a NAT gateway whose own subnet has the endpoint uses it: its address is an interface of the VPC', () => {
    const change: Part = {
      routeTables: {
        'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] },
        'rtb-pub': {
          routes: [
            { destination: '0.0.0.0/0', target: 'igw-1' },
            { destination: 'pl-s3', target: 'vpce-s3' },
          ],
        },
      },
    };
    const { outcome, seen } = exchange(change);
    expect([outcome, seen?.source.address, seen?.endpoint?.id]).toEqual(['conversed', '10.1.1.50', 'vpce-s3']);
  });
});

/** A second VPC whose table names the first one's endpoint, as only a file can state it. */
function otherVpc(): Part {
  return {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.0.0/24' } },
    routeTables: { 'rtb-blue': { vpcId: 'vpc-blue', routes: [{ destination: 'pl-s3', target: 'vpce-s3' }] } },
    routeAssociations: { 'rtbassoc-blue': { routeTableId: 'rtb-blue', subnetId: 'subnet-blue' } },
    instances: { 'i-blue': { hostId: 'host-b' } },
    networkInterfaces: {
      'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.2.0.9' }] },
    },
  };
}

describe('who the service lets in (2.3, 6.1)', () => {
  const allowed = (...allowedSources: readonly string[]): Part => ({
    internet: { bucket: { application: { allowedSources } } },
  });

  test.each<[string, Part, string]>([
    ['the endpoint (aws:SourceVpce)', allowed('vpce-s3'), 'conversed'],
    ['the VPC (aws:SourceVpc)', allowed('vpc-red'), 'conversed'],
    ['another endpoint', allowed('vpce-other'), 'SOURCE_NOT_ALLOWED at bucket'],
    [
      'the private address: not unique, so no rule for it (aws:SourceIp)',
      allowed('10.1.2.20/32'),
      'SOURCE_NOT_ALLOWED at bucket',
    ],
    ["the NAT gateway's address, as before the endpoint", allowed('203.0.113.50/32'), 'SOURCE_NOT_ALLOWED at bucket'],
    ['everybody', answerAll, 'conversed'],
  ])('%s', (_name, change, expected) => {
    expect(ending(change)).toBe(expected);
  });

  test('from the internet nobody carries an identity', () => {
    expect(ending({}, { from: 'client', to: 'bucket' })).toBe('SOURCE_NOT_ALLOWED at bucket');
  });

  test.each<[string, Part, string]>([
    ['no policy', {}, 'conversed'],
    ['allows the bucket', { allow: ['bucket'] }, 'conversed'],
    ['allows another', { allow: ['far-bucket'] }, 'VPCE_POLICY_DENY at vpce-s3'],
    ['allows nothing', { allow: [] }, 'VPCE_POLICY_DENY at vpce-s3'],
    ['denies the bucket', { deny: ['bucket'] }, 'VPCE_POLICY_DENY at vpce-s3'],
    ['denies another', { deny: ['far-bucket'] }, 'conversed'],
  ])("the endpoint's policy: %s", (_name, policy, expected) => {
    expect(ending({ gateways: { 'vpce-s3': { policy } } })).toBe(expected);
  });

  test('a refusal by policy is an answer of the service, not a lost packet', () => {
    const { request } = exchange({ gateways: { 'vpce-s3': { policy: { allow: [] } } } });
    expect(request.disposition).toBe('refused');
    expect(request.path.at(-1)).toBe('bucket');
  });
});

describe('filters on the way (6.1)', () => {
  const group = (peer: string): Part => ({
    networkInterfaces: { 'eni-app': { groups: ['sg-app'] } },
    securityGroups: { 'sg-app': { vpcId: 'vpc-red', outbound: [{ protocol: 'tcp', peer }] } },
  });

  test.each<[string, Part, string]>([
    ['a group that names the prefix list', group('pl-s3'), 'conversed'],
    ["a group that names the list's block", group('198.18.0.0/16'), 'conversed'],
    ['a group that names another list', group('pl-dynamodb'), 'ENI_SG_RULES_MISMATCH at sg-app'],
    ['a group that names only the VPC', group('10.1.0.0/16'), 'ENI_SG_RULES_MISMATCH at sg-app'],
  ])('%s', (_name, change, expected) => {
    expect(ending(change)).toBe(expected);
  });

  test('the network ACL sees the public address, and lets the answer in by it', () => {
    const acl = (inbound: string): Part => ({
      subnets: { 'subnet-app': { networkAclId: 'acl-app' } },
      networkAcls: {
        'acl-app': {
          vpcId: 'vpc-red',
          inbound: [{ number: 100, action: 'allow', cidr: inbound }],
          outbound: [{ number: 100, action: 'allow', cidr: '198.18.0.0/16' }],
        },
      },
    });
    expect(ending(acl('198.18.0.0/16'))).toBe('conversed');
    expect(ending(acl('10.1.0.0/16'))).toBe('SUBNET_ACL_RESTRICTION at acl-app');
  });

  test('a public address of the sender is ignored (D-S3E)', () => {
    const { seen } = exchange({
      networkInterfaces: { 'eni-app': { addresses: [{ address: '10.1.2.20', autoPublicIp: '203.0.113.7' }] } },
    });
    expect(seen?.source.address).toBe('10.1.2.20');
  });
});

describe('a diagnosis', () => {
  const codes = (change: Part, question: Probe) =>
    diagnose(buildWorld(worldFile('gateway-endpoint'), change), question).map(({ code, at }) => `${code} ${at}`);

  test('sends what has no route by the endpoint that the VPC has', () => {
    expect(codes({}, { from: 'i-iso', to: 'bucket' })).toEqual(['NO_ROUTE_TO_DESTINATION rtb-iso']);
  });

  test('says that another Region is outside the list, and goes on by NAT', () => {
    const change: Part = { routeTables: { 'rtb-iso': { routes: [{ destination: 'pl-s3', target: 'vpce-s3' }] } } };
    expect(codes(change, { from: 'i-iso', to: 'far-bucket' })).toEqual(['VPCE_OTHER_REGION rtb-iso']);
  });

  test('goes past the protocol, the policy and the bucket’s rule', () => {
    const change: Part = {
      gateways: { 'vpce-s3': { policy: { allow: [] } } },
      internet: { bucket: { application: { allowedSources: ['vpce-other'] } } },
    };
    expect(codes(change, { ...probe, protocol: 'udp' })).toEqual([
      'VPCE_GATEWAY_PROTOCOL_RESTRICTION vpce-s3',
      'VPCE_POLICY_DENY vpce-s3',
      'SOURCE_NOT_ALLOWED bucket',
    ]);
  });
});
