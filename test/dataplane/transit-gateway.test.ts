import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { listTransitRoutes } from '../../src/dataplane/transit-routes.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';
import { showTaps } from './show-taps.ts';

const toBlue = { from: 'i-red', to: 'i-blue' } as const;
const toInternet = { from: 'i-red', to: 'client' } as const;

const build = (...changes: readonly Part[]) => buildWorld(worldFile('transit-gateway'), ...changes);

function faultOf(change: Part, probe: Probe = toBlue) {
  const { request, reply } = traceExchange(build(change), probe);
  const { fault } = reply ?? request;
  return fault && `${fault.code} at ${fault.at}`;
}

const spokes = (part: Part): Part => ({ gateways: { 'tgw-rtb-spokes': part } });

describe('a packet from spoke to spoke', () => {
  const exchange = traceExchange(build(), toBlue);

  test('goes by both attachments and the transit gateway between, there and back', () => {
    expect(exchange.outcome).toBe('conversed');
    const way = ['i-red', 'host-a', 'tgw-attach-red', 'tgw-1', 'tgw-attach-blue', 'host-b', 'i-blue'];
    expect(exchange.request.path).toEqual(way);
    expect(exchange.reply?.path).toEqual([...way].reverse());
  });

  test('keeps its addresses and ports', () => {
    expect(exchange.seen?.source).toEqual({ address: '10.1.1.5', port: 40112 });
    expect(exchange.flows).toEqual([]);
  });

  test('is wrapped for the attachment in its own VPC, then for the receiver in the other (D-TGW, D-TGWA)', () => {
    expect(showTaps(exchange.request)).toEqual([
      'i-red sent: 10.1.1.5 → 10.2.1.5',
      'host-a matched-route: 10.1.1.5 → 10.2.1.5',
      'host-a looked-up-mapping: 10.1.1.5 → 10.2.1.5',
      'host-a encapsulated: [100.64.0.11 → 100.64.254.1] [vpc-red eni-red-tgw] 10.1.1.5 → 10.2.1.5',
      'tgw-attach-red decapsulated: 10.1.1.5 → 10.2.1.5',
      'tgw-1 matched-route: 10.1.1.5 → 10.2.1.5',
      'tgw-attach-blue looked-up-mapping: 10.1.1.5 → 10.2.1.5',
      'tgw-attach-blue encapsulated: [100.64.254.1 → 100.64.0.12] [vpc-blue eni-blue] 10.1.1.5 → 10.2.1.5',
      'host-b decapsulated: 10.1.1.5 → 10.2.1.5',
      'i-blue delivered: 10.1.1.5 → 10.2.1.5',
    ]);
  });
});

describe('centralised egress (D-TGWX)', () => {
  const exchange = traceExchange(build(), toInternet);

  test('works through the NAT gateway of another VPC, where a peering does not', () => {
    expect(exchange.outcome).toBe('conversed');
    expect(exchange.seen?.source.address).toBe('52.0.0.9');
    expect(exchange.request.path).toEqual([
      'i-red',
      'host-a',
      'tgw-attach-red',
      'tgw-1',
      'tgw-attach-out',
      'nat-1',
      'igw-1',
      'internet',
      'client',
    ]);
    const peering = buildWorld(worldFile('peering'), {
      routeTables: { 'rtb-red': { routes: [{ destination: '0.0.0.0/0', target: 'pcx-1' }] } },
    });
    expect(traceExchange(peering, toInternet).request.fault?.code).toBe('PCX_REQUIRES_ADDRESS_IN_VPC_CIDR');
  });

  test('needs the way back in the table of the NAT’s own subnet', () => {
    const noReturn = { routeTables: { 'rtb-out-nat': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } } };
    const { outcome, reply } = traceExchange(build(noReturn), toInternet);
    expect(outcome).toBe('delivered');
    expect(reply?.fault?.code).toBe('IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS');
  });

  test('fails where the attachment’s subnet leads straight to the internet gateway: the source is no interface there (D-RA)', () => {
    const straight = { routeTables: { 'rtb-out-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } } };
    expect(faultOf(straight, toInternet)).toBe('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1');
  });

  test('keeps spokes apart where the table says so (D-TGW)', () => {
    const apart = spokes({
      propagations: [],
      routes: [{ destination: '0.0.0.0/0', attachmentId: 'tgw-attach-out' }, { destination: '10.0.0.0/8' }],
    });
    expect(faultOf(apart)).toBe('TGW_RTB_BAD_STATE_ROUTE at tgw-rtb-spokes');
    expect(traceExchange(build(apart), toInternet).outcome).toBe('conversed');
  });
});

describe('section 7.4, row by row', () => {
  test.each<[string, string, string | undefined, Part, Probe?]>([
    [
      'a zone without an attachment subnet',
      'D-TGW, D-TGWA',
      'TGW_ROUTE_AZ_RESTRICTION at tgw-attach-red',
      {},
      { from: 'i-far', to: 'i-blue' },
    ],
    [
      'the answer to such a zone',
      'D-TGW',
      'TGW_ROUTE_AZ_RESTRICTION at tgw-attach-red',
      {},
      { from: 'i-blue', to: 'i-far' },
    ],
    [
      'an attachment without a table',
      'D-RA',
      'TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION at tgw-attach-red',
      spokes({ associations: ['tgw-attach-blue'] }),
    ],
    [
      'nothing propagated and nothing static',
      'D-RA',
      'TGW_RTB_NO_ROUTE_TO_TGW_ATTACHMENT at tgw-rtb-spokes',
      spokes({ propagations: [], routes: [] }),
    ],
    [
      'a static blackhole hides what is propagated',
      'D-TGW',
      'TGW_RTB_BAD_STATE_ROUTE at tgw-rtb-spokes',
      spokes({ routes: [{ destination: '10.2.0.0/16' }] }),
    ],
    [
      'a longer blackhole wins over a shorter route',
      'D-TGW',
      'TGW_RTB_BAD_STATE_ROUTE at tgw-rtb-spokes',
      spokes({ routes: [{ destination: '10.2.1.0/24' }] }),
    ],
    ['a shorter one loses', 'D-TGW', undefined, spokes({ routes: [{ destination: '10.0.0.0/8' }] })],
    [
      'a static route to an attachment that is gone',
      'D-RA',
      'TGW_RTB_BAD_STATE_ROUTE at tgw-rtb-spokes',
      spokes({ routes: [{ destination: '10.2.0.0/16', attachmentId: 'tgw-attach-gone' }] }),
    ],
    [
      'a static route hides an equal propagated one',
      'D-TGW',
      'BAD_STATE_ROUTE at rtb-out-tgw',
      mergeParts(spokes({ routes: [{ destination: '10.2.0.0/16', attachmentId: 'tgw-attach-out' }] }), {
        routeTables: { 'rtb-out-tgw': { routes: [{ destination: '10.2.0.0/16', target: 'eni-gone' }] } },
      }),
    ],
    [
      'no route in the VPC of the sender',
      'D-TGW',
      'NO_ROUTE_TO_DESTINATION at rtb-red',
      { routeTables: { 'rtb-red': { routes: [] } } },
    ],
    [
      'no route in the VPC of the receiver',
      'D-TGW',
      'NO_ROUTE_TO_DESTINATION at rtb-blue',
      { routeTables: { 'rtb-blue': { routes: [] } } },
    ],
    [
      'a VPC that is no longer attached',
      'D-RTW',
      'BAD_STATE_ROUTE at rtb-red',
      {
        gateways: {
          'tgw-attach-red': undefined,
          'tgw-rtb-spokes': { associations: ['tgw-attach-blue'], propagations: ['tgw-attach-blue'] },
          'tgw-rtb-out': { propagations: [] },
        },
        networkInterfaces: { 'eni-red-tgw': undefined },
      },
      { from: 'i-red', to: '10.2.1.5' },
    ],
    [
      'a group of another VPC',
      'D-TGWA (2022)',
      'SG_REFERENCES_NOT_PRESERVED at sg-blue',
      { securityGroups: { 'sg-blue': { inbound: [{ peer: 'sg-red' }] } } },
    ],
    [
      'the same, where the attachment tells who sent',
      'D-RA',
      undefined,
      {
        securityGroups: { 'sg-blue': { inbound: [{ peer: 'sg-red' }] } },
        gateways: { 'tgw-attach-blue': { securityGroupReferencing: true } },
      },
    ],
    [
      'a route that leads back',
      'vpc-dataplane 7.4',
      'RT_LOOP at tgw-rtb-out',
      mergeParts(
        { routeTables: { 'rtb-out-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'tgw-1' }] } } },
        { gateways: { 'tgw-rtb-out': { routes: [{ destination: '0.0.0.0/0', attachmentId: 'tgw-attach-out' }] } } },
      ),
      toInternet,
    ],
    [
      "the target's zones are all lost",
      'D-RA',
      'TGW_ATTACH_VPC_AZ_RESTRICTION at tgw-attach-out',
      { subnets: { 'subnet-out-tgw': { availabilityZone: 'us-east-1c' } }, conditions: { lostZones: ['us-east-1c'] } },
      toInternet,
    ],
  ])('%s (%s): %s', (_case, _source, fault, change, probe) => {
    expect(faultOf(change, probe)).toBe(fault);
  });

  test('of two attachments with one block the later is not propagated (D-TGW, D-TGWA)', () => {
    const twins = build({
      vpcs: { 'vpc-blue': { cidrs: ['10.1.0.0/16'] } },
      subnets: { 'subnet-blue': { cidr: '10.1.1.0/24' } },
      networkInterfaces: {
        'eni-blue': { addresses: [{ address: '10.1.1.5' }] },
        'eni-blue-tgw': { addresses: [{ address: '10.1.1.250' }] },
      },
    });
    expect(
      listTransitRoutes(twins, 'tgw-rtb-out').map(({ destination, target }) => `${destination} ${target}`),
    ).toEqual(['10.1.0.0/16 tgw-attach-red']);
  });
});

describe('network ACLs (D-TGWN)', () => {
  const deny = (acl: string, direction: 'inbound' | 'outbound'): Part => ({
    networkAcls: { [acl]: { [direction]: [{ number: 1, action: 'deny', cidr: '0.0.0.0/0' }] } },
  });

  test.each<[string, string | undefined, Part, Probe]>([
    ['leaving the subnet of the instance', 'request acl-red', deny('acl-red', 'outbound'), toBlue],
    ['entering the subnet of the attachment', 'request acl-red-tgw', deny('acl-red-tgw', 'inbound'), toBlue],
    ['the answer leaving the subnet of the attachment', 'reply acl-red-tgw', deny('acl-red-tgw', 'outbound'), toBlue],
    ['the answer entering the subnet of the instance', 'reply acl-red', deny('acl-red', 'inbound'), toBlue],
    [
      'shared subnet, instance to transit gateway, outbound',
      'request acl-blue',
      deny('acl-blue', 'outbound'),
      { from: 'i-blue', to: 'i-red' },
    ],
    [
      'shared subnet, instance to transit gateway, inbound',
      'request acl-blue',
      deny('acl-blue', 'inbound'),
      { from: 'i-blue', to: 'i-red' },
    ],
    [
      'shared subnet, transit gateway to instance: nothing looks',
      'reply acl-blue',
      mergeParts(deny('acl-blue', 'inbound'), deny('acl-blue', 'outbound')),
      toBlue,
    ],
  ])('%s: %s', (_case, expected, change, probe) => {
    const { request, reply } = traceExchange(build(change), probe);
    const direction = request.fault ? 'request' : 'reply';
    const fault = request.fault ?? reply?.fault;
    expect(fault && `${direction} ${fault.at}`).toBe(expected);
  });
});

describe('how big a packet may be (D-TGWQ, D-MTU)', () => {
  test.each<[number, string | undefined]>([
    [8500, undefined],
    [8501, 'MTU_EXCEEDED at tgw-1'],
  ])('%i bytes: %s', (size, fault) => {
    expect(faultOf({}, { ...toBlue, size })).toBe(fault);
    expect(faultOf({}, { ...toBlue, size, dontFragment: false })).toBe(fault);
  });

  test('nobody tells the sender', () => {
    expect(traceExchange(build(), { ...toBlue, size: 9001 }).bounces).toBeUndefined();
  });
});

describe('a diagnosis through a transit gateway', () => {
  test.each<[string, Part, string[]]>([
    ['nothing is wrong', {}, []],
    [
      'no route there, no association, no way back',
      mergeParts(spokes({ associations: ['tgw-attach-blue'] }), {
        routeTables: { 'rtb-red': { routes: [] }, 'rtb-blue': { routes: [] } },
      }),
      ['request NO_ROUTE rtb-red', 'request TGW_NO_ASSOCIATION tgw-attach-red', 'reply NO_ROUTE rtb-blue'],
    ],
    [
      'nothing is propagated',
      spokes({ propagations: [], routes: [] }),
      ['request TGW_NO_ROUTE tgw-rtb-spokes', 'reply TGW_NO_ROUTE tgw-rtb-spokes'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(diagnose(build(change), toBlue).map(({ direction, reason, at }) => `${direction} ${reason} ${at}`)).toEqual(
      expected,
    );
  });
});

describe('a World with a transit gateway', () => {
  const problems = (change: Part) => {
    const result = readWorld(mergeParts(worldFile('transit-gateway'), change));
    return result.ok ? [] : result.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  test.each<[string, Part, string[]]>([
    [
      'an attachment to nothing',
      { gateways: { 'tgw-attach-red': { transitGatewayId: 'tgw-x' } } },
      [
        'gateways.tgw-rtb-spokes.associations.0: tgw-attach-red is not attached to tgw-1',
        'gateways.tgw-rtb-spokes.propagations.0: tgw-attach-red is not attached to tgw-1',
        'gateways.tgw-rtb-out.propagations.0: tgw-attach-red is not attached to tgw-1',
        'gateways.tgw-attach-red.transitGatewayId: tgw-x does not exist',
      ],
    ],
    [
      'an attachment in two tables',
      { gateways: { 'tgw-rtb-out': { associations: ['tgw-attach-out', 'tgw-attach-red'] } } },
      ['gateways.tgw-rtb-out.associations.1: tgw-attach-red already uses tgw-rtb-spokes'],
    ],
    [
      'an attachment in a subnet of another VPC',
      {
        networkInterfaces: { 'eni-red-tgw': { subnetId: 'subnet-out-nat', addresses: [{ address: '10.9.1.99' }] } },
        gateways: { 'tgw-attach-red': { nodes: [{ subnetId: 'subnet-out-nat', networkInterfaceId: 'eni-red-tgw' }] } },
      },
      ['gateways.tgw-attach-red.nodes.0.subnetId: subnet-out-nat is not in vpc-red'],
    ],
    [
      'one route twice',
      spokes({ routes: [{ destination: '10.2.0.0/16' }, { destination: '10.2.0.0/16' }] }),
      ['gateways.tgw-rtb-spokes.routes: 10.2.0.0/16 stands twice'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
