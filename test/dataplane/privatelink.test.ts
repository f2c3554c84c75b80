// vpc-dataplane 6.2, 6.4 (PrivateLink row) and 9 (VPCE_INTRA_VPC_TRAFFIC, VPCE_SERVICE_NOT_INSTALLED_IN_AZ).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Step, Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const probe = { from: 'i-app', toRecord: 'api' } as const;

function exchange(change: Part = {}, question: Probe = probe) {
  return traceExchange(buildWorld(worldFile('privatelink'), change), question);
}

function ending(change: Part = {}, question: Probe = probe): string {
  const { outcome, request, reply } = exchange(change, question);
  const fault = request.fault ?? reply?.fault;
  return fault ? `${fault.code} at ${fault.at}` : outcome;
}

function stepsOf(trace: Trace | undefined): Step[] {
  return trace!.hops.flatMap(({ steps }) => steps);
}

describe('a call through an interface endpoint, both VPCs 10.0.0.0/16 (6.2)', () => {
  const { outcome, request, reply, seen } = exchange();

  test('is answered', () => {
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['i-app', 'host-a', 'vpce-api', 'nlb-api', 'host-b', 'i-api']);
    expect(reply!.path).toEqual(['i-api', 'host-b', 'nlb-api', 'vpce-api', 'host-a', 'i-app']);
  });

  test('the provider sees the load balancer’s private address (D-NLB)', () => {
    expect(seen?.source.address).toBe('10.0.8.80');
    expect(seen?.destination).toEqual({ address: '10.0.9.20', port: 8443 });
  });

  test('the identity is around it only between endpoint and load balancer', () => {
    const rules = stepsOf(request).filter(({ rule }) => rule.startsWith('endpoint-'));
    expect(rules.map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'encapsulated endpoint-identity',
      'decapsulated endpoint-takeover',
    ]);
    expect(rules[0]!.after.wraps).toEqual([{ layer: 'endpoint', endpointId: 'vpce-api', vpcId: 'vpc-consumer' }]);
    expect(rules[1]!.after.wraps).toEqual([]);
  });

  test('the consumer is answered by the address that it called', () => {
    expect(reply!.packet.ip).toMatchObject({ source: '10.0.2.77', destination: '10.0.2.20' });
  });

  test('the route tables of both VPCs say nothing but local (D-IFE)', () => {
    const world = buildWorld(worldFile('privatelink'));
    const targets = Object.values(world.routeTables).flatMap(({ routes }) => routes.map(({ target }) => target));
    expect(new Set(targets)).toEqual(new Set(['local']));
  });

  test('a proxy header names the consumer and its endpoint (D-NLB)', () => {
    const { seen: told, request: sent } = exchange({ gateways: { 'tg-api': { proxyProtocol: true } } });
    expect(told?.client).toEqual({ address: '10.0.2.20', port: 40112 });
    expect(sent.packet.transport).toMatchObject({ proxy: { endpointId: 'vpce-api' } });
  });

  test('never preserves the client, whatever the group says (D-NLB)', () => {
    expect(exchange({ gateways: { 'tg-api': { preservesClient: true } } }).seen?.source.address).toBe('10.0.8.80');
  });
});

describe('what stops a call (6.2, 9)', () => {
  const state = (value: string): Part => ({ gateways: { 'vpce-api': { state: value } } });
  const rules = (inbound: readonly Part[]): Part => ({ securityGroups: { 'sg-vpce': { inbound } } });

  test.each<[string, Part, string]>([
    ['pendingAcceptance (D-IFE)', state('pendingAcceptance'), 'BAD_STATE at vpce-api'],
    ['rejected', state('rejected'), 'BAD_STATE at vpce-api'],
    ["the endpoint's own group lets nobody in (D-IFE)", rules([]), 'SG_HAS_NO_RULES at sg-vpce'],
    ['its group lets others in', rules([{ protocol: 'tcp', peer: '10.0.3.0/24' }]), 'ENI_SG_RULES_MISMATCH at sg-vpce'],
    ["its group names the caller's group", rules([{ peer: 'sg-consumer-default' }]), 'conversed'],
    ['the subnet’s network ACL (D-IFE)', otherSubnet(), 'SUBNET_ACL_RESTRICTION at acl-vpce'],
    [
      "the provider's group names the consumer’s block only",
      providerAllows('10.0.2.0/24'),
      'ENI_SG_RULES_MISMATCH at sg-api',
    ],
  ])('%s', (_name, change, expected) => {
    expect(ending(change)).toBe(expected);
  });

  function providerAllows(peer: string): Part {
    return { securityGroups: { 'sg-api': { inbound: [{ protocol: 'tcp', peer }] } } };
  }

  function otherSubnet(): Part {
    return {
      subnets: { 'subnet-vpce': { vpcId: 'vpc-consumer', cidr: '10.0.3.0/24', networkAclId: 'acl-vpce' } },
      networkAcls: { 'acl-vpce': { vpcId: 'vpc-consumer' } },
      gateways: { 'vpce-api': { nodes: [{ subnetId: 'subnet-vpce', networkInterfaceId: 'eni-vpce' }] } },
      networkInterfaces: { 'eni-vpce': { subnetId: 'subnet-vpce', addresses: [{ address: '10.0.3.77' }] } },
      instances: { 'i-app': { application: { records: { api: '10.0.3.77' } } } },
    };
  }
});

describe('zones (6.2, 7.7 of the curriculum)', () => {
  const inZone = (subnetId: string, zone: string): Part => ({ subnets: { [subnetId]: { availabilityZone: zone } } });

  test('an endpoint where the service has no node (D-RA)', () => {
    expect(ending(inZone('subnet-app', 'us-east-1c'))).toBe('VPCE_SERVICE_NOT_INSTALLED_IN_AZ at nlb-api');
  });

  test('a node without a target in its zone', () => {
    expect(ending(inZone('subnet-api', 'us-east-1b'))).toBe('ELBV2_NO_TARGETS_IN_AZ at tg-api');
  });

  test('cross-zone balancing reaches it', () => {
    expect(
      ending(mergeParts(inZone('subnet-api', 'us-east-1b'), { gateways: { 'nlb-api': { crossZone: true } } })),
    ).toBe('conversed');
  });

  test('an endpoint in a lost zone is gone', () => {
    const spread = mergeParts(inZone('subnet-app', 'us-east-1b'), { conditions: { lostZones: ['us-east-1b'] } });
    expect(ending(spread)).toBe('BAD_STATE at i-app');
  });
});

describe('who comes to an endpoint from elsewhere (D-IFE, S3 PrivateLink page; 6.2, 7.3)', () => {
  const machine = (name: string, block: string, host: string): Part => ({
    vpcs: { [`vpc-${name}`]: { cidrs: [`${block}.0.0/16`] } },
    subnets: { [`subnet-${name}`]: { vpcId: `vpc-${name}`, cidr: `${block}.1.0/24`, availabilityZone: 'us-east-1a' } },
    instances: { [`i-${name}`]: { hostId: host } },
    networkInterfaces: {
      [`eni-${name}`]: {
        subnetId: `subnet-${name}`,
        instanceId: `i-${name}`,
        addresses: [{ address: `${block}.1.5` }],
      },
    },
  });
  const towards = (table: string, vpcId: string, destination: string, target: string): Part => ({
    routeTables: { [table]: { vpcId, routes: [{ destination, target }] } },
    routeAssociations: { [`rtbassoc-${table}`]: { routeTableId: table, main: true } },
  });
  const open: Part = { securityGroups: { 'sg-vpce': { inbound: [{ protocol: 'tcp', peer: '0.0.0.0/0' }] } } };

  const peer = mergeParts(
    machine('peer', '10.5', 'host-b'),
    {
      gateways: {
        'pcx-1': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-peer', accepterVpcId: 'vpc-consumer' },
      },
    },
    towards('rtb-peer', 'vpc-peer', '10.0.0.0/16', 'pcx-1'),
    towards('rtb-home', 'vpc-consumer', '10.5.0.0/16', 'pcx-1'),
  );
  const site = mergeParts(
    {
      gateways: {
        'vgw-1': { kind: 'vpn-gateway', vpcId: 'vpc-consumer' },
        'cgw-1': { kind: 'customer-gateway', ipAddress: '192.0.2.9' },
        'vpn-1': {
          kind: 'vpn-connection',
          vpnGatewayId: 'vgw-1',
          customerGatewayId: 'cgw-1',
          staticRoutesOnly: true,
          routes: ['172.16.0.0/16'],
          tunnels: ['203.0.113.240', '203.0.113.241'],
        },
        'site-hq': {
          kind: 'customer-site',
          publicIp: '192.0.2.9',
          cidrs: ['172.16.0.0/16'],
          routes: [{ destination: '10.0.0.0/16', target: 'vpn-1' }],
        },
      },
      internet: { hq: { address: '172.16.0.9', site: 'site-hq' } },
    },
    towards('rtb-home', 'vpc-consumer', '172.16.0.0/16', 'vgw-1'),
  );
  const attachment = (name: string): Part => ({
    gateways: {
      [`tgw-attach-${name}`]: {
        kind: 'transit-gateway-attachment',
        transitGatewayId: 'tgw-1',
        vpcId: `vpc-${name}`,
        nodes: [{ subnetId: name === 'spoke' ? 'subnet-spoke' : 'subnet-app', networkInterfaceId: `eni-tgw-${name}` }],
      },
    },
    networkInterfaces: {
      [`eni-tgw-${name}`]: {
        subnetId: name === 'spoke' ? 'subnet-spoke' : 'subnet-app',
        managedBy: `tgw-attach-${name}`,
        addresses: [{ address: name === 'spoke' ? '10.6.1.9' : '10.0.2.9' }],
      },
    },
  });
  const both = ['tgw-attach-spoke', 'tgw-attach-consumer'];
  const spoke = mergeParts(
    machine('spoke', '10.6', 'host-b'),
    attachment('spoke'),
    attachment('consumer'),
    {
      gateways: {
        'tgw-1': { kind: 'transit-gateway' },
        'tgw-rtb-1': {
          kind: 'transit-gateway-route-table',
          transitGatewayId: 'tgw-1',
          associations: both,
          propagations: both,
        },
      },
    },
    towards('rtb-spoke', 'vpc-spoke', '10.0.0.0/16', 'tgw-1'),
    towards('rtb-home', 'vpc-consumer', '10.6.0.0/16', 'tgw-1'),
  );

  test.each([
    ['a peer VPC', 'i-peer', peer, 'vpce-api'],
    ['a company’s network, by VPN', 'hq', site, 'vgw-1'],
    ['a VPC on the same transit gateway', 'i-spoke', spoke, 'tgw-1'],
  ])('%s', (_what, from, change, node) => {
    const { outcome, request } = exchange(mergeParts(open, change), { from, to: '10.0.2.77' });
    expect([outcome, ...request.path]).toEqual(expect.arrayContaining(['conversed', node, 'vpce-api', 'i-api']));
  });
});

describe('one way only (6.2, 9)', () => {
  test('the provider cannot call the consumer (D-RA)', () => {
    expect(ending({}, { from: 'i-api', to: 'i-app' })).toBe('VPCE_INTRA_VPC_TRAFFIC at vpce-api');
  });

  test('an address of the consumer’s is another machine’s, or nobody’s, in the provider’s VPC', () => {
    expect(ending({}, { from: 'i-api', to: '10.0.2.20' })).toBe('NO_POSSIBLE_DESTINATION at vpc-provider');
  });

  test('the load balancer itself takes no call to the consumer', () => {
    expect(ending({}, { from: 'i-api', to: '10.0.8.80', port: 8080 })).toBe(
      'ELBV2_LISTENER_PORT_RESTRICTION at nlb-api',
    );
  });

  test('the consumer cannot call the provider’s other machines', () => {
    expect(ending({}, { from: 'i-app', to: '10.0.9.20' })).toBe('NO_POSSIBLE_DESTINATION at vpc-consumer');
  });
});

describe('an interface endpoint for S3 (6.2)', () => {
  const s3: Part = {
    gateways: { 'vpce-api': { endpointServiceId: undefined, serviceName: 'com.amazonaws.us-east-1.s3' } },
    internet: { bucket: { address: '198.18.4.20', service: 's3', application: { allowedSources: ['vpce-api'] } } },
  };

  test('the bucket sees the private source and the endpoint, the caller the endpoint’s address', () => {
    const { outcome, request, reply, seen } = exchange(s3);
    expect(outcome).toBe('conversed');
    expect(request.at).toBe('bucket');
    expect(seen).toMatchObject({
      source: { address: '10.0.2.20' },
      destination: { address: '198.18.4.20' },
      endpoint: { id: 'vpce-api', vpcId: 'vpc-consumer' },
    });
    expect(reply!.packet.ip).toMatchObject({ source: '10.0.2.77', destination: '10.0.2.20' });
  });

  test('a policy refuses as a gateway endpoint’s does', () => {
    expect(ending(mergeParts(s3, { gateways: { 'vpce-api': { policy: { allow: [] } } } }))).toBe(
      'VPCE_POLICY_DENY at vpce-api',
    );
  });
});

test('a reset for a forgotten flow finds its way back through the endpoint (6.4)', () => {
  const { bounces = [] } = exchange({ conditions: { idleSeconds: 400 } });
  expect(bounces.map(({ signal }) => `${signal.disposition} ${signal.at}`)).toEqual(['delivered i-app']);
});

test('a diagnosis goes past consent, zone, listener’s zone and the provider’s group', () => {
  const change: Part = {
    gateways: { 'vpce-api': { state: 'pendingAcceptance' } },
    subnets: { 'subnet-app': { availabilityZone: 'us-east-1c' } },
    securityGroups: { 'sg-api': { inbound: [] } },
  };
  const findings = diagnose(buildWorld(worldFile('privatelink'), change), probe);
  expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
    'BAD_STATE vpce-api',
    'VPCE_SERVICE_NOT_INSTALLED_IN_AZ nlb-api',
    'SG_HAS_NO_RULES sg-api',
  ]);
});
