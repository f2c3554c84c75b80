// vpc-dataplane 6.3, 6.4 and 9 (ELBV2_*, TARGET_*).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Step, Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { sourcePortOf } from '../../src/net/packet.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const web = { from: 'client', to: '203.0.113.80' } as const;
const api = { from: 'client', to: '203.0.113.80', port: 8443 } as const;
const crossZone: Part = { gateways: { 'nlb-1': { crossZone: true } } };
const group = (id: string, change: Part): Part => ({ gateways: { [id]: change } });

function exchange(change: Part = {}, question: Probe = web) {
  return traceExchange(buildWorld(worldFile('load-balancer'), change), question);
}

function ending(change: Part = {}, question: Probe = web): string {
  const { outcome, request, reply } = exchange(change, question);
  const fault = request.fault ?? reply?.fault;
  return fault ? `${fault.code} at ${fault.at}` : outcome;
}

function stepsOf(trace: Trace | undefined): Step[] {
  return trace!.hops.flatMap(({ steps }) => steps);
}

function ends({ ip, transport }: Step['after']): string {
  const port = 'destinationPort' in transport ? transport.destinationPort : 0;
  return `${ip.source}:${sourcePortOf(transport)} → ${ip.destination}:${port}`;
}

describe('a flow from the internet to an instance target and back (6.4)', () => {
  const { outcome, request, reply, seen } = exchange();

  test('the target sees the client, the client sees the address that it called', () => {
    expect(outcome).toBe('conversed');
    expect(request.at).toBe('i-web-1');
    expect(seen?.source).toEqual({ address: '198.51.100.8', port: 40112 });
    expect(ends(stepsOf(reply).at(-1)!.after)).toBe('203.0.113.80:443 → 198.51.100.8:40112');
  });

  test('the packet before and after each rewriting', () => {
    const rewritings = [...stepsOf(request), ...stepsOf(reply)].filter(({ kind }) => kind === 'translated');
    expect(rewritings.map(({ rule, after }) => `${rule} ${ends(after)}`)).toEqual([
      'igw-destination-nat 198.51.100.8:40112 → 10.1.1.80:443',
      'nlb-preserves 198.51.100.8:40112 → 10.1.2.21:443',
      'nlb-return 10.1.1.80:443 → 198.51.100.8:40112',
      'igw-source-nat 203.0.113.80:443 → 198.51.100.8:40112',
    ]);
  });

  test("the answer goes to the flow's owner, not by the table that says NAT gateway", () => {
    expect(reply!.path).toEqual(['i-web-1', 'host-a', 'nlb-1', 'igw-1', 'internet', 'client']);
    expect(stepsOf(reply).map(({ rule }) => rule)).toContain('flow-owner');
    expect(reply!.path).not.toContain('nat-1');
  });

  test('and meets no network ACL where the node is a neighbour of the target', () => {
    const near: Part = {
      networkInterfaces: { 'eni-web-1': { subnetId: 'subnet-pub-a', addresses: [{ address: '10.1.1.21' }] } },
    };
    const rules = stepsOf(exchange(near).reply).map(({ rule }) => rule);
    expect(rules.slice(2, 5)).toEqual(['source-check', 'group-state', 'flow-owner']);
  });

  test('without the load balancer the same answer would take the NAT row', () => {
    const { request: own } = exchange({}, { from: 'i-web-1', to: 'client' });
    expect(own.path).toContain('nat-1');
  });
});

describe('what the target sees (6.4)', () => {
  test.each<[string, Part, Probe, string]>([
    ['instance targets: the client (D-NLB)', {}, web, '198.51.100.8'],
    ['preservation turned off: the node', group('tg-web', { preservesClient: false }), web, '10.1.1.80'],
    ['IP targets, TCP: the node by default (D-NLB)', crossZone, api, '10.1.1.80'],
    [
      'IP targets, TCP, turned on: the client',
      { gateways: { 'nlb-1': { crossZone: true }, 'tg-api': { preservesClient: true } } },
      api,
      '198.51.100.8',
    ],
    ['IP targets, UDP: the client (D-NLB)', udp(), { ...api, protocol: 'udp' }, '198.51.100.8'],
    ['UDP cannot be told otherwise', udp(false), { ...api, protocol: 'udp' }, '198.51.100.8'],
  ])('%s', (_name, change, question, source) => {
    const { outcome, seen } = exchange(change, question);
    expect([outcome, seen?.source.address]).toEqual(['conversed', source]);
  });

  function udp(preservesClient?: boolean): Part {
    const listeners = [{ id: 'listener-2', protocol: 'UDP', port: 8443, targetGroupId: 'tg-api' }];
    const any = { 'sg-web': { inbound: [{ peer: '0.0.0.0/0' }] } };
    return {
      gateways: { 'nlb-1': { crossZone: true, listeners }, 'tg-api': { protocol: 'UDP', preservesClient } },
      securityGroups: any,
    };
  }

  test('the port of a node is 1024 to 65535 (D-RA REMAP_EPHEMERAL_PORT)', () => {
    const { seen } = exchange(crossZone, api);
    expect(seen!.source.port).toBeGreaterThanOrEqual(1024);
    expect(seen!.source.port).not.toBe(40112);
  });

  test('a proxy header names the client to a target that sees the node (D-NLB)', () => {
    const { seen } = exchange(group('tg-web', { preservesClient: false, proxyProtocol: true }));
    expect([seen?.source.address, seen?.client]).toEqual(['10.1.1.80', { address: '198.51.100.8', port: 40112 }]);
  });

  test.each<[string, Part, string]>([
    ['the client, where it is preserved', allowing('198.51.100.8/32'), 'conversed'],
    ['the node, where the client is preserved', allowing('10.1.1.80/32'), 'SOURCE_NOT_ALLOWED at i-web-1'],
  ])('an allow-list of %s', (_name, change, expected) => {
    expect(ending(change)).toBe(expected);
  });

  test('an allow-list reads the proxy header, as the audit log does', () => {
    const hidden = { 'tg-web': { preservesClient: false, proxyProtocol: true } };
    expect(ending({ ...allowing('198.51.100.8/32'), gateways: hidden })).toBe('conversed');
  });

  function allowing(source: string): Part {
    return { instances: { 'i-web-1': { application: { allowedSources: [source] } } } };
  }
});

describe('zones (6.4, 9)', () => {
  const nodeB = { from: 'client', to: '203.0.113.81' } as const;

  test.each<[string, Part, Probe, string]>([
    ['a node sends to targets of its own zone', {}, web, 'conversed'],
    ['a node without one in its zone (D-RA)', {}, nodeB, 'ELBV2_NO_TARGETS_IN_AZ at tg-web'],
    ['with cross-zone balancing on', crossZone, nodeB, 'conversed'],
    ['with the group’s own switch on', group('tg-web', { crossZone: true }), nodeB, 'conversed'],
    ['the group’s switch off wins over the load balancer’s', offInGroup(), nodeB, 'ELBV2_NO_TARGETS_IN_AZ at tg-web'],
    ['a target in that zone', group('tg-web', { targets: [{ id: 'i-api' }] }), nodeB, 'conversed'],
    ['a lost zone takes its node with it', { conditions: { lostZones: ['us-east-1a'] } }, web, 'BAD_STATE at nlb-1'],
    ['the other node goes on', lostTargets(), nodeB, 'conversed'],
  ])('%s', (_name, change, question, expected) => {
    expect(ending(change, question)).toBe(expected);
  });

  function offInGroup(): Part {
    return { gateways: { 'nlb-1': { crossZone: true }, 'tg-web': { crossZone: false } } };
  }

  function lostTargets(): Part {
    return {
      conditions: { lostZones: ['us-east-1a'] },
      gateways: { 'nlb-1': { crossZone: true }, 'tg-web': { targets: [{ id: 'i-web-1' }, { id: 'i-api' }] } },
    };
  }
});

describe('listeners and targets (9)', () => {
  test.each<[string, Part, Probe, string]>([
    ['no listener of the protocol (D-RA)', {}, { ...web, protocol: 'udp' }, 'ELBV2_LISTENERS_MISMATCH at nlb-1'],
    ['a ping', {}, { ...web, protocol: 'icmp' }, 'ELBV2_LISTENERS_MISMATCH at nlb-1'],
    ['no listener on the port (D-RA)', {}, { ...web, port: 80 }, 'ELBV2_LISTENER_PORT_RESTRICTION at nlb-1'],
    ['a listener without a group (D-RA)', noGroup(), web, 'ELBV2_LISTENER_HAS_NO_TG at nlb-1'],
    ['a group without targets (D-RA)', group('tg-web', { targets: [] }), web, 'TARGET_ADDRESS_RESTRICTION at tg-web'],
    ['no target that runs (D-RA)', stopped('i-web-1', 'i-web-2'), web, 'ELBV2_LISTENER_REQUIRES_TG_ACCEPT at tg-web'],
    ['a target that is stopped gets nothing', stopped('i-web-1'), web, 'conversed'],
    ['a listener for TCP and UDP takes both', both(), { ...web, protocol: 'udp' }, 'conversed'],
  ])('%s', (_name, change, question, expected) => {
    expect(ending(change, question)).toBe(expected);
  });

  test('a target may have a port of its own', () => {
    const { request } = exchange(group('tg-web', { targets: [{ id: 'i-web-1', port: 8000 }] }));
    expect(ends(stepsOf(request).at(-1)!.after)).toBe('198.51.100.8:40112 → 10.1.2.21:8000');
  });

  test('flows take turns among the targets, and one flow keeps its own', () => {
    const targets = [1, 2, 3, 4].map((flow) => exchange({}, { ...web, flow }).request.at);
    expect(targets).toEqual(['i-web-1', 'i-web-2', 'i-web-1', 'i-web-2']);
  });

  function noGroup(): Part {
    return { gateways: { 'nlb-1': { listeners: [{ id: 'listener-1', port: 443 }] } } };
  }

  function stopped(...ids: readonly string[]): Part {
    return { instances: Object.fromEntries(ids.map((id) => [id, { state: 'stopped' }])) };
  }

  function both(): Part {
    const listeners = [{ id: 'listener-1', protocol: 'TCP_UDP', port: 443, targetGroupId: 'tg-web' }];
    return {
      gateways: { 'nlb-1': { listeners }, 'tg-web': { protocol: 'TCP_UDP' } },
      securityGroups: { 'sg-web': { inbound: [{ peer: '0.0.0.0/0' }] } },
    };
  }
});

describe('a target that calls its own load balancer (6.4)', () => {
  const call = (flow: number) => ({ from: 'i-web-1', to: '10.1.1.80', flow });

  test('half of the calls time out: source and destination are the same (D-NLB)', () => {
    expect([1, 2, 3, 4].map((flow) => ending({}, call(flow)))).toEqual([
      'NLB_HAIRPIN at i-web-1',
      'conversed',
      'NLB_HAIRPIN at i-web-1',
      'conversed',
    ]);
  });

  test('the other target’s answer goes by the node, not straight to its neighbour', () => {
    expect(exchange({}, call(2)).reply!.path).toEqual(['i-web-2', 'host-b', 'nlb-1', 'host-a', 'i-web-1']);
  });

  test('without preservation every call is answered', () => {
    const change = group('tg-web', { preservesClient: false });
    expect([1, 2].map((flow) => ending(change, call(flow)))).toEqual(['conversed', 'conversed']);
  });

  test('a packet from a machine to itself is none of this', () => {
    expect(ending({}, { from: 'i-web-1', to: '10.1.2.21' })).toBe('conversed');
  });
});

describe('filters (6.4, 8)', () => {
  const allows = (peer: string): Part => ({ securityGroups: { 'sg-web': { inbound: [{ protocol: 'tcp', peer }] } } });
  const inside = { from: 'i-api', to: '10.1.1.80' } as const;
  const hidden = group('tg-web', { preservesClient: false });

  test.each<[string, Part, Probe, string]>([
    ['a client’s block, client preserved', allows('198.51.100.0/24'), web, 'conversed'],
    ['the node’s block, client preserved', allows('10.1.1.0/24'), web, 'ENI_SG_RULES_MISMATCH at sg-web'],
    ['the node’s block, client hidden', { ...hidden, ...allows('10.1.1.0/24') }, web, 'conversed'],
    ['the client’s group, client preserved (D-SG)', allows('sg-web'), inside, 'conversed'],
    [
      'the client’s group, client hidden (D-RA)',
      { ...hidden, ...allows('sg-web') },
      inside,
      'ENI_SG_RULES_MISMATCH at sg-web',
    ],
  ])('%s', (_name, change, question, expected) => {
    expect(ending(change, question)).toBe(expected);
  });

  test("the target's network ACL must let the client's address in and out again", () => {
    const acl = (cidr: string): Part => ({
      subnets: { 'subnet-app-a': { networkAclId: 'acl-app' } },
      networkAcls: {
        'acl-app': {
          vpcId: 'vpc-red',
          inbound: [{ number: 100, action: 'allow', cidr: '0.0.0.0/0' }],
          outbound: [{ number: 100, action: 'allow', cidr }],
        },
      },
    });
    expect(ending(acl('198.51.100.0/24'))).toBe('conversed');
    expect(ending(acl('10.1.0.0/16'))).toBe('SUBNET_ACL_RESTRICTION at acl-app');
  });
});

describe('a target outside the VPC (6.4)', () => {
  const outside = (preservesClient: boolean): Part => ({
    gateways: { 'nlb-1': { crossZone: true }, 'tg-api': { targets: [{ id: '172.16.0.9' }], preservesClient } },
  });

  test('cannot see the client (D-NLB)', () => {
    expect(ending(outside(true), api)).toBe('ELBV2_SOURCE_ADDRESS_PRESERVATION at tg-api');
  });

  test('is reached by the table of the node’s own subnet', () => {
    expect(ending(outside(false), api)).toBe('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS at igw-1');
  });
});

describe('an idle flow (6.4)', () => {
  const idle = (idleSeconds: number): Part => ({ conditions: { idleSeconds } });

  test.each([
    [349, 'conversed'],
    [350, 'NLB_IDLE_EXPIRED at nlb-1'],
  ])('after %i s TCP: %s (D-NLB, D-CT)', (seconds, expected) => {
    expect(ending(idle(seconds))).toBe(expected);
  });

  test.each([
    [119, 'keeps its target for 119 s', 'i-web-1'],
    [120, 'is a new flow after 120 s', 'i-web-2'],
  ])('UDP (%i s) %s, and nobody is told (D-NLB)', (seconds, _what, target) => {
    const udp: Part = {
      gateways: { 'nlb-1': { listeners: [{ id: 'listener-1', protocol: 'UDP', port: 443, targetGroupId: 'tg-web' }] } },
      securityGroups: { 'sg-web': { inbound: [{ protocol: 'udp', peer: '0.0.0.0/0' }] } },
    };
    const both = mergeParts(udp, group('tg-web', { protocol: 'UDP' }));
    const before = buildWorld(worldFile('load-balancer'), both);
    const after = buildWorld(
      worldFile('load-balancer'),
      mergeParts(both, group('tg-web', { targets: [{ id: 'i-web-2' }] }), idle(seconds)),
    );
    const { request, bounces = [] } = traceExchange(after, { ...web, protocol: 'udp' }, { openedIn: before });
    expect([request.at, bounces.length]).toEqual([target, 0]);
  });

  test('the client is told by a reset that looks like the target’s', () => {
    const [bounce] = exchange(idle(400)).bounces ?? [];
    expect(bounce?.signal.disposition).toBe('delivered');
    expect(bounce?.signal.at).toBe('client');
    expect(bounce?.signal.packet.ip).toMatchObject({ source: '203.0.113.80', destination: '198.51.100.8' });
  });

  test('a flow that still stands keeps its target, whatever the group says now', () => {
    const before = buildWorld(worldFile('load-balancer'));
    const after = buildWorld(worldFile('load-balancer'), group('tg-web', { targets: [{ id: 'i-web-2' }] }), idle(10));
    expect(traceExchange(after, web, { openedIn: before }).request.at).toBe('i-web-1');
    expect(traceExchange(after, { ...web, continues: false }).request.at).toBe('i-web-2');
  });
});

describe('a diagnosis', () => {
  test('goes past the empty zone, the target’s group and its program', () => {
    const change: Part = {
      securityGroups: { 'sg-web': { inbound: [] } },
      instances: { 'i-web-1': { application: { listeners: [] } } },
    };
    const findings = diagnose(buildWorld(worldFile('load-balancer'), change), { from: 'client', to: '203.0.113.81' });
    expect(findings.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'ELBV2_NO_TARGETS_IN_AZ tg-web',
      'SG_HAS_NO_RULES sg-web',
      'NOT_LISTENING i-web-1',
    ]);
  });

  test('goes past a hairpin', () => {
    const findings = diagnose(buildWorld(worldFile('load-balancer')), { from: 'i-web-1', to: '10.1.1.80' });
    expect(findings.map(({ code }) => code)).toEqual(['NLB_HAIRPIN']);
  });
});
