// Which target a flow gets, what a diagnosis takes for the right one, and flows that go round. Source: D-NLB, D-RA (vpc-dataplane 6.4, 9).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { TargetGroup } from '../../src/dataplane/gateways/target-group.ts';
import { listTargets } from '../../src/dataplane/targets.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

const web = { from: 'client', to: '203.0.113.80' } as const;
const build = (...changes: readonly Part[]) => buildWorld(worldFile('load-balancer'), ...changes);
const group = (id: string, change: Part): Part => ({ gateways: { [id]: change } });

describe('flows take turns, by their number and the client’s port', () => {
  const three = build(
    group('nlb-1', { crossZone: true }),
    group('tg-web', { targets: [{ id: 'i-web-1' }, { id: 'i-web-2' }, { id: 'i-api' }] }),
  );

  test.each([
    [1, 40112, 'i-web-1'],
    [2, 40112, 'i-web-2'],
    [3, 40112, 'i-api'],
    [4, 40112, 'i-web-1'],
    [1, 40113, 'i-web-2'],
    [1, 40114, 'i-api'],
    [1, 40111, 'i-web-1'],
    [2, 40113, 'i-api'],
  ])('flow %i from port %i goes to %s', (flow, sourcePort, target) => {
    expect(traceExchange(three, { ...web, flow, sourcePort }).request.at).toBe(target);
  });
});

describe('targets as they stand', () => {
  const standing = (world = build(), id = 'tg-web') => listTargets(world, world.gateways[id] as unknown as TargetGroup);

  test('an instance has an interface, a zone and the group’s port, and runs or does not', () => {
    const world = build({ instances: { 'i-web-2': { state: 'stopped' } } });
    const place = { port: 443, zone: 'us-east-1a' };
    expect(standing(world)).toEqual([
      { address: '10.1.2.21', networkInterfaceId: 'eni-web-1', runs: true, ...place },
      { address: '10.1.2.22', networkInterfaceId: 'eni-web-2', runs: false, ...place },
    ]);
  });

  test('what stands in a lost zone does not run', () => {
    const world = build({ conditions: { lostZones: ['us-east-1b'] } });
    expect(standing(world, 'tg-api')).toMatchObject([{ zone: 'us-east-1b', runs: false }]);
  });

  test('an address of the VPC may be a service’s, which runs', () => {
    const world = build(group('tg-api', { targets: [{ id: '10.1.1.50' }] }));
    expect(standing(world, 'tg-api')).toMatchObject([{ networkInterfaceId: 'eni-nat', runs: true }]);
  });

  test('an address outside is of no zone', () => {
    const world = build(group('tg-api', { targets: [{ id: '172.16.0.9', port: 9000 }] }));
    expect(standing(world, 'tg-api')).toEqual([{ address: '172.16.0.9', port: 9000, runs: true }]);
  });

  test('an instance without an interface is none', () => {
    const world = build(
      { instances: { 'i-bare': { hostId: 'host-a' } } },
      group('tg-web', { targets: [{ id: 'i-bare' }] }),
    );
    expect(standing(world)).toEqual([]);
  });
});

describe('what is chosen', () => {
  const nodeB = { from: 'client', to: '203.0.113.81' } as const;
  const blue: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.1.0/24' } },
    instances: { 'i-blue': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.2.1.5' }] },
    },
  };

  test('a node passes over the targets of other zones', () => {
    const targets = [{ id: 'i-web-1' }, { id: 'i-api' }, { id: 'i-web-2' }];
    expect(traceExchange(build(group('tg-web', { targets })), nodeB).request.at).toBe('i-api');
  });

  test('a target outside is every zone’s', () => {
    const world = build(group('tg-api', { targets: [{ id: '172.16.0.9' }] }));
    const { request } = traceExchange(world, { ...web, port: 8443 });
    expect(request.fault).toMatchObject({ reason: 'PRIVATE_DST_AT_IGW', at: 'igw-1', about: '172.16.0.9' });
  });

  test('an instance of another VPC cannot see the client (D-NLB)', () => {
    const world = build(blue, group('tg-web', { targets: [{ id: 'i-blue' }] }));
    expect(traceExchange(world, web).request.fault).toMatchObject({
      reason: 'LB_PRESERVED_OUTSIDE',
      about: '10.2.1.5',
    });
  });

  test('a group for TCP and UDP shows the client, whatever it is told, also over TCP (D-NLB)', () => {
    const listeners = [{ id: 'listener-1', protocol: 'TCP_UDP', port: 443, targetGroupId: 'tg-api' }];
    const world = build(
      group('nlb-1', { crossZone: true, listeners }),
      group('tg-api', { protocol: 'TCP_UDP', preservesClient: false }),
    );
    expect(traceExchange(world, web).seen?.source.address).toBe('198.51.100.8');
  });
});

describe('a diagnosis goes on', () => {
  const deaf: Part = {
    instances: { 'i-web-1': { application: { listeners: [] } }, 'i-api': { application: { listeners: [] } } },
  };
  const listener = (change: Part): Part => group('nlb-1', { listeners: [{ id: 'listener-1', port: 443, ...change }] });
  const without = (...ids: readonly string[]): Part => ({
    gateways: Object.fromEntries(ids.map((id) => [id, undefined])),
  });
  const elsewhere: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    gateways: { 'tg-web': { vpcId: 'vpc-blue', targets: [] }, 'tg-api': { protocol: 'UDP' } },
  };

  test.each<[string, number, readonly Part[], readonly string[]]>([
    [
      'to a target, though none runs',
      443,
      [{ instances: { 'i-web-1': { state: 'stopped' }, 'i-web-2': { state: 'stopped' } } }],
      ['LB_TARGETS_DOWN tg-web', 'INSTANCE_STOPPED i-web-1', 'NOT_LISTENING i-web-1'],
    ],
    [
      'to the group of the port, without any listener',
      443,
      [group('nlb-1', { listeners: [] })],
      ['LB_NO_LISTENER nlb-1', 'NOT_LISTENING i-web-1'],
    ],
    [
      'to the group of the port, with a listener on another',
      8080,
      [listener({ port: 80, targetGroupId: 'tg-web' })],
      ['LB_WRONG_PORT nlb-1', 'LB_NO_TARGET_IN_ZONE tg-api', 'NOT_LISTENING i-api'],
    ],
    [
      'to the group of the port, with a listener of none',
      443,
      [listener({})],
      ['LB_NO_GROUP nlb-1', 'NOT_LISTENING i-web-1'],
    ],
    [
      'to the first group of the protocol, where none has the port',
      443,
      [listener({}), group('tg-web', { port: 9443 })],
      ['LB_NO_GROUP nlb-1', 'NOT_LISTENING i-web-1'],
    ],
    ['no further without a group', 443, [listener({}), without('tg-web', 'tg-api')], ['LB_NO_GROUP nlb-1']],
    ['no further by another VPC’s group, or another protocol’s', 443, [listener({}), elsewhere], ['LB_NO_GROUP nlb-1']],
  ])('%s', (_what, port, changes, expected) => {
    const findings = diagnose(build(deaf, ...changes), { ...web, port });
    expect(findings.map(({ reason, at }) => `${reason} ${at}`)).toEqual(expected);
  });
});

describe('a load balancer as another one’s target', () => {
  const second = (targets: readonly Part[], targetType: string): Part => ({
    gateways: {
      'nlb-2': {
        kind: 'network-load-balancer',
        vpcId: 'vpc-red',
        nodes: [{ subnetId: 'subnet-pub-a', networkInterfaceId: 'eni-nlb-2' }],
        listeners: [{ id: 'listener-9', port: 443, targetGroupId: 'tg-behind' }],
      },
      'tg-web': { targetType: 'ip', targets: [{ id: '10.1.1.90' }] },
      'tg-behind': { kind: 'target-group', vpcId: 'vpc-red', targetType, targets },
    },
    networkInterfaces: {
      'eni-nlb-2': { subnetId: 'subnet-pub-a', managedBy: 'nlb-2', addresses: [{ address: '10.1.1.90' }] },
    },
  });

  test('passes the flow on, and the answer takes both back', () => {
    const { request, reply } = traceExchange(build(second([{ id: 'i-web-1' }], 'instance')), web);
    expect(request.path.join(' ')).toBe('client internet igw-1 nlb-1 nlb-2 host-a i-web-1');
    expect(reply!.path.join(' ')).toBe('i-web-1 host-a nlb-2 nlb-1 igw-1 internet client');
  });

  test('and the first its own: the flow goes round until the walk gives up', () => {
    const world = build(second([{ id: '10.1.1.80' }], 'ip'));
    const { request } = traceExchange(world, web);
    expect(request).toMatchObject({ disposition: 'looped', at: 'nlb-1' });
    expect(request.fault).toMatchObject({ reason: 'RT_LOOP', about: '10.1.1.90' });
    expect(request.path.slice(0, 6)).toEqual(['client', 'internet', 'igw-1', 'nlb-1', 'nlb-2', 'nlb-1']);
    expect(diagnose(world, web).map(({ reason, at }) => `${reason} ${at}`)).toEqual(['RT_LOOP nlb-1']);
  });
});

describe('the reset about a forgotten flow', () => {
  const reset = (name: string, probe: { from: string; to: string }) => {
    const world = buildWorld(worldFile(name), { conditions: { idleSeconds: 400 } });
    const { request, bounces } = traceExchange(world, probe);
    return [...showSteps(request).slice(-2), ...showSteps(bounces![0]!.signal)];
  };

  test('goes out by the node’s own subnet', () => {
    const lines = reset('load-balancer', web);
    expect(lines.slice(0, 4)).toEqual([
      '- answered nlb-idle nlb-1 => 10.1.1.80:443 → 198.51.100.8:40112',
      '- dropped nlb-idle nlb-1',
      'hyperplane nlb-1',
      '- filtered acl-entry acl-red-default #100',
    ]);
    expect(lines.slice(-2)).toEqual(['outside client', '- delivered guest-told client']);
  });

  test('or back by the endpoint that the flow came through', () => {
    expect(reset('privatelink', { from: 'i-app', to: '10.0.2.77' }).slice(0, 6)).toEqual([
      '- answered nlb-idle nlb-api => 10.0.2.77:443 → 10.0.2.20:40112',
      '- dropped nlb-idle nlb-api',
      'hyperplane nlb-api',
      'hyperplane vpce-api',
      '- decapsulated endpoint-return vpce-api => 10.0.2.77:443 → 10.0.2.20:40112',
      '- filtered group-state sg-vpce',
    ]);
  });
});
