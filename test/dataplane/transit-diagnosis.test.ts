// What a transit gateway refuses, and how a diagnosis goes on from there. Source: D-TGW, D-TGWX, D-RA (vpc-dataplane 7.4).

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { listTransitRoutes } from '../../src/dataplane/transit-routes.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const toBlue: Probe = { from: 'i-red', to: 'i-blue' };
const toHq: Probe = { from: 'i-red', to: 'hq' };

function findings(world: string, change: Part, probe: Probe): string[] {
  return diagnose(buildWorld(worldFile(world), change), probe).map(
    ({ direction, reason, at, about }) => `${direction} ${reason} ${at} ${about}`,
  );
}

const table = (id: string, part: Part): Part => ({ gateways: { [id]: part } });
const blueIsShut: Part = { securityGroups: { 'sg-blue': { inbound: [] } } };
const shut = 'request SG_EMPTY_INGRESS sg-blue 10.1.1.5';

describe('a diagnosis through a transit gateway', () => {
  test.each<[string, string[], Part, Probe?]>([
    [
      'a static blackhole is meant: it goes no further',
      ['request TGW_BLACKHOLE tgw-rtb-spokes 10.2.1.5'],
      table('tgw-rtb-spokes', { propagations: [], routes: [{ destination: '10.2.0.0/16' }] }),
    ],
    [
      'a route to an attachment that is gone: on to the receiver’s',
      ['request TGW_BLACKHOLE tgw-rtb-spokes 10.2.1.5', shut],
      table('tgw-rtb-spokes', {
        propagations: ['tgw-attach-red'],
        routes: [{ destination: '10.2.0.0/16', attachmentId: 'tgw-attach-gone' }],
      }),
    ],
    [
      'no route in its table: on to the receiver’s',
      ['request TGW_NO_ROUTE tgw-rtb-spokes 10.2.1.5', shut],
      table('tgw-rtb-spokes', { propagations: ['tgw-attach-red'], routes: [] }),
    ],
    [
      'no table, and none by default: on to the receiver’s',
      ['request TGW_NO_ASSOCIATION tgw-attach-red tgw-1', shut, 'reply TGW_NO_ROUTE tgw-rtb-spokes 10.1.1.5'],
      table('tgw-rtb-spokes', { associations: ['tgw-attach-blue'], propagations: [], routes: [] }),
    ],
    [
      'no table, but one by default: by that',
      ['request TGW_NO_ASSOCIATION tgw-attach-red tgw-1', 'request TGW_NO_ROUTE tgw-rtb-out 10.2.1.5', shut],
      mergeParts(
        table('tgw-1', { associationDefaultRouteTableId: 'tgw-rtb-out' }),
        table('tgw-rtb-spokes', { associations: ['tgw-attach-blue'] }),
        table('tgw-rtb-out', { propagations: ['tgw-attach-red'] }),
      ),
    ],
    [
      'the VPC is not attached: nothing leads on from its table',
      ['request NO_ROUTE rtb-red 10.2.1.5'],
      { routeTables: { 'rtb-red': { routes: [] } }, gateways: withoutRed() },
      { from: 'i-red', to: '10.2.1.5' },
    ],
    [
      'an address that no attachment leads to',
      ['request NO_ROUTE rtb-red 10.77.0.1'],
      { routeTables: { 'rtb-red': { routes: [] } } },
      { from: 'i-red', to: '10.77.0.1' },
    ],
  ])('%s', (_what, expected, change, probe = toBlue) => {
    expect(findings('transit-gateway', mergeParts(change, blueIsShut), probe)).toEqual(expected);
  });

  /** Red's attachment is one of another transit gateway. */
  function withoutRed(): Part {
    return {
      'tgw-2': { kind: 'transit-gateway' },
      'tgw-attach-red': { transitGatewayId: 'tgw-2' },
      'tgw-rtb-spokes': { associations: ['tgw-attach-blue'], propagations: ['tgw-attach-blue'] },
      'tgw-rtb-out': { propagations: ['tgw-attach-blue'] },
    };
  }

  test('the only table of its transit gateway serves an attachment without one, whatever tables others have', () => {
    const change: Part = {
      gateways: {
        'tgw-2': { kind: 'transit-gateway' },
        'tgw-rtb-2': { kind: 'transit-gateway-route-table', transitGatewayId: 'tgw-2' },
        'tgw-1': { associationDefaultRouteTableId: undefined },
        'tgw-rtb-1': { associations: ['tgw-attach-vpn'], propagations: ['tgw-attach-red'] },
      },
    };
    expect(findings('transit-vpn', change, toHq)).toEqual([
      'request TGW_NO_ASSOCIATION tgw-attach-red tgw-1',
      'request TGW_NO_ROUTE tgw-rtb-1 172.16.0.9',
    ]);
  });
});

describe('an attachment of a VPN connection', () => {
  const toVpn = (destination: string): Part => ({
    gateways: { 'tgw-rtb-1': { routes: [{ destination, attachmentId: 'tgw-attach-vpn' }] } },
  });
  const ipv6: Part = {
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
    subnets: { 'subnet-red': { ipv6Cidr: '2001:db8:1:1::/64' } },
    networkInterfaces: { 'eni-red': { addresses: [{ address: '10.1.1.5' }, { address: '2001:db8:1:1::5' }] } },
    securityGroups: { 'sg-red': { outbound: [{ peer: '::/0' }] } },
    routeTables: { 'rtb-red': { routes: [{ destination: '::/0', target: 'tgw-1' }] } },
  };

  test.each<[string, string, Part, Probe]>([
    [
      'whose customer gateway is no router’s address (inferred: it never comes up)',
      'TGW_VPN_DOWN at vpn-1 about 172.16.0.9',
      mergeParts(toVpn('172.16.0.0/16'), { gateways: { 'cgw-1': { ipAddress: '192.0.2.77' } } }),
      toHq,
    ],
    [
      'whose tunnels are down',
      'TGW_VPN_DOWN at vpn-1 about 172.16.0.9',
      mergeParts(toVpn('172.16.0.0/16'), { conditions: { downLinks: ['vpn-1'] } }),
      toHq,
    ],
    [
      'carries IPv4',
      'VPN_IPV4_ONLY at vpn-1 about 2001:db8:9::9',
      mergeParts(toVpn('::/0'), ipv6),
      { from: 'i-red', to: '2001:db8:9::9' },
    ],
  ])('%s', (_what, expected, change, probe) => {
    const { disposition, fault } = traceExchange(buildWorld(worldFile('transit-vpn'), change), probe).request;
    expect(`${fault?.reason} at ${fault?.at} about ${fault?.about}`).toBe(expected);
    expect(disposition).toBe('dropped');
  });

  test('without a table tells the router nothing by BGP, which then knows no way back', () => {
    const change: Part = { gateways: { 'tgw-rtb-1': { associations: ['tgw-attach-red'] } } };
    const { reply } = traceExchange(buildWorld(worldFile('transit-vpn'), change), toHq);
    expect(reply?.fault).toMatchObject({ reason: 'ONPREM_NO_RETURN', at: 'site-hq', about: '10.1.1.5' });
  });
});

test('a table knows static routes first, then what attachments propagate, and says whose each is', () => {
  const world = buildWorld(worldFile('transit-gateway'));
  expect(listTransitRoutes(world, 'tgw-rtb-spokes')).toEqual([
    { destination: '0.0.0.0/0', target: 'tgw-attach-out', origin: 'CreateRoute' },
    { destination: '10.1.0.0/16', target: 'tgw-attach-red', origin: 'EnableVgwRoutePropagation' },
    { destination: '10.2.0.0/16', target: 'tgw-attach-blue', origin: 'EnableVgwRoutePropagation' },
  ]);
});

test('a packet of more than 8500 bytes is dropped, and the fault says by how much (D-TGWQ)', () => {
  const { request } = traceExchange(buildWorld(worldFile('transit-gateway')), { ...toBlue, size: 8501 });
  expect(request.fault).toMatchObject({ reason: 'MTU_EXCEEDED', at: 'tgw-1', about: '8501 > 8500' });
});

// Source: D-TGW, D-TGWX: an inspection VPC between the spokes. The transit gateway sees the packet twice, by two attachments: no loop.
test('goes from spoke to spoke through an appliance in a third VPC, and back through it', () => {
  const inspection: Part = {
    gateways: {
      'tgw-rtb-spokes': { propagations: [] },
      'nat-1': { state: 'deleted', networkInterfaceId: undefined, allocationId: undefined },
    },
    instances: { 'i-fw': { hostId: 'host-b', forwarding: 'router' } },
    networkInterfaces: {
      'eni-nat': { managedBy: undefined, instanceId: 'i-fw', groups: ['sg-fw'], sourceDestCheck: false },
    },
    securityGroups: {
      'sg-fw': { vpcId: 'vpc-out', inbound: [{ peer: '0.0.0.0/0' }], outbound: [{ peer: '0.0.0.0/0' }] },
    },
    routeTables: { 'rtb-out-tgw': { routes: [{ destination: '0.0.0.0/0', target: 'eni-nat' }] } },
  };
  const { outcome, request, reply } = traceExchange(buildWorld(worldFile('transit-gateway'), inspection), toBlue);
  const through = ['tgw-1', 'tgw-attach-out', 'host-b', 'i-fw', 'host-b', 'tgw-attach-out', 'tgw-1'];
  expect(outcome).toBe('conversed');
  expect(request.path).toEqual([
    'i-red',
    'host-a',
    'tgw-attach-red',
    ...through,
    'tgw-attach-blue',
    'host-b',
    'i-blue',
  ]);
  expect(reply?.path).toEqual(['i-blue', 'host-b', 'tgw-attach-blue', ...through, 'tgw-attach-red', 'host-a', 'i-red']);
});
