import { describe, expect, test } from 'vitest';
import { routesOf } from '../../src/dataplane/propagation.ts';
import { routesOfSite } from '../../src/dataplane/site-routes.ts';
import type { LinkRoute } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { routesOfVgw } from '../../src/dataplane/vgw-routes.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

function show(routes: readonly LinkRoute[]): string[] {
  return routes.map(
    ({ destination, target, learned, pathLength }) => `${destination} ${target} ${learned} ${pathLength}`,
  );
}

function knownTo(id: string, ...changes: readonly Part[]): string[] {
  const world = buildWorld(worldFile('hybrid'), ...changes);
  return show(id.startsWith('site-') ? routesOfSite(world, id) : routesOfVgw(world, id)!.known);
}

const down = (...downLinks: string[]): Part => ({ conditions: { downLinks } });
const gateways = (change: Part): Part => ({ gateways: change });

describe('a virtual private gateway knows, the preferred first (5.1, D-VPN, D-RTP)', () => {
  const all = [
    '172.16.0.0/16 dxvif-1 direct-connect 1',
    '172.16.0.0/16 vpn-1 vpn-static 0',
    '172.16.5.0/24 vpn-2 vpn-bgp 1',
    '172.20.0.0/16 vpn-3 vpn-bgp 1',
  ];

  test.each<[string, readonly string[], Part]>([
    ['what customers advertise and what static connections state', all, {}],
    ['nothing over a link that is down', all.slice(2), down('dxcon-1', 'vpn-1')],
    [
      'nothing of a connection at whose other end no router answers',
      all.filter((row) => !row.includes('vpn-2')),
      gateways({ 'cgw-1': { ipAddress: '192.0.2.77' } }),
    ],
    [
      'a longer path where the customer makes it longer',
      [...all.slice(0, 2), '172.20.0.0/16 vpn-3 vpn-bgp 1', '172.16.5.0/24 vpn-2 vpn-bgp 4'],
      gateways({
        'site-hq': {
          advertises: [
            { prefix: '172.16.5.0/24', over: 'vpn-2', prepend: 3 },
            { prefix: '172.16.0.0/16', over: 'dxvif-1' },
          ],
        },
      }),
    ],
    [
      'a block by its alias, where it has one: that is where packets must be sent',
      [...all.slice(0, 3), '172.30.0.0/16 vpn-3 vpn-bgp 1', '172.21.0.0/16 vpn-3 vpn-bgp 1'],
      gateways({
        'site-branch': {
          aliases: [{ own: '172.20.0.0/16', alias: '172.30.0.0/16' }],
          advertises: [{ prefix: '172.20.0.0/16' }, { prefix: '172.21.0.0/16' }],
        },
      }),
    ],
    [
      'and nothing of another gateway’s links',
      [],
      gateways({ 'vgw-1': { vpcId: undefined }, 'vgw-2': { kind: 'vpn-gateway', vpcId: 'vpc-red' } }),
    ],
  ])('%s', (_what, rows, change) => {
    const id = rows.length === 0 ? 'vgw-2' : 'vgw-1';
    expect(knownTo(id, change)).toEqual(rows);
  });
});

describe('a customer’s router knows', () => {
  const ofAws = ['203.0.113.0/24', '198.18.0.0/16', '198.19.0.0/17'].map((cidr) => `${cidr} dxvif-2 direct-connect 1`);

  test('its own routes, then Direct Connect’s, then the VPN’s, and a backup last (D-VPN, D-VPNQ, D-DX)', () => {
    expect(knownTo('site-hq')).toEqual([
      '0.0.0.0/0 isp configured 0',
      '10.1.0.0/16 dxvif-1 direct-connect 1',
      ...ofAws,
      '172.20.0.0/16 dxvif-1 direct-connect 2',
      '10.1.0.0/16 vpn-2 vpn-bgp 1',
      '172.20.0.0/16 vpn-2 vpn-bgp 2',
      '10.1.0.0/16 vpn-1 backup 0',
    ]);
  });

  test('other sites’ prefixes one network farther away, and its own from nobody (CloudHub, D-VPNQ)', () => {
    expect(knownTo('site-branch')).toEqual([
      '0.0.0.0/0 isp configured 0',
      '10.1.0.0/16 vpn-3 vpn-bgp 1',
      '172.16.0.0/16 vpn-3 vpn-bgp 1',
      '172.16.0.0/16 vpn-3 vpn-bgp 2',
      '172.16.5.0/24 vpn-3 vpn-bgp 2',
    ]);
  });

  test('no block of a VPC behind a gateway that is detached', () => {
    expect(knownTo('site-branch', gateways({ 'vgw-1': { vpcId: undefined } }))[1]).toBe(
      '172.16.0.0/16 vpn-3 vpn-bgp 1',
    );
  });

  const shared: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    gateways: {
      'vgw-2': { kind: 'vpn-gateway', vpcId: 'vpc-blue' },
      'dxgw-1': { kind: 'direct-connect-gateway', virtualGatewayIds: ['vgw-1', 'vgw-2'] },
      'dxvif-1': { virtualGatewayId: undefined, directConnectGatewayId: 'dxgw-1' },
    },
  };

  test('over a Direct Connect gateway all its VPCs and no other site; nor is what came over one told to others (D-DX)', () => {
    expect(knownTo('site-hq', shared).filter((row) => row.includes('dxvif-1'))).toEqual([
      '10.1.0.0/16 dxvif-1 direct-connect 1',
      '10.2.0.0/16 dxvif-1 direct-connect 1',
    ]);
    expect(knownTo('site-branch', shared).slice(2)).toEqual([
      '172.16.0.0/16 vpn-3 vpn-bgp 1',
      '172.16.5.0/24 vpn-3 vpn-bgp 2',
    ]);
    expect(knownTo('vgw-2', shared)).toEqual(['172.16.0.0/16 dxvif-1 direct-connect 1']);
  });

  test('AWS’s own addresses at the site of the wire and nowhere else, while the wire works (D-DX)', () => {
    const count = (id: string, ...changes: readonly Part[]) =>
      knownTo(id, ...changes).filter((row) => ofAws.includes(row)).length;
    expect([count('site-hq'), count('site-branch'), count('site-hq', down('dxvif-2'))]).toEqual([3, 0, 0]);
  });

  test('a route of its own over a public virtual interface while that works', () => {
    const own = gateways({ 'site-hq': { routes: [{ destination: '198.51.100.0/24', target: 'dxvif-2' }] } });
    expect(knownTo('site-hq', own)[0]).toBe('198.51.100.0/24 dxvif-2 configured 0');
    expect(knownTo('site-hq', own, down('dxvif-2'))[0]).toBe('10.1.0.0/16 dxvif-1 direct-connect 1');
  });

  test('of two ways of a kind the shorter path first, and takes it (D-VPN)', () => {
    const twoHubs: Part = {
      gateways: {
        'vgw-2': { kind: 'vpn-gateway' },
        'vpn-4': {
          kind: 'vpn-connection',
          vpnGatewayId: 'vgw-2',
          customerGatewayId: 'cgw-1',
          tunnels: ['203.0.113.246', '203.0.113.247'],
        },
        'vpn-5': {
          kind: 'vpn-connection',
          vpnGatewayId: 'vgw-2',
          customerGatewayId: 'cgw-2',
          tunnels: ['203.0.113.248', '203.0.113.249'],
        },
        'site-branch': {
          advertises: [
            { prefix: '172.20.0.0/16', over: 'vpn-3', prepend: 2 },
            { prefix: '172.20.0.0/16', over: 'vpn-5' },
          ],
        },
      },
      conditions: { downLinks: ['dxvif-1'] },
    };
    expect(knownTo('site-hq', twoHubs).filter((row) => row.startsWith('172.20'))).toEqual([
      '172.20.0.0/16 vpn-4 vpn-bgp 2',
      '172.20.0.0/16 vpn-2 vpn-bgp 4',
    ]);
    const { request } = traceExchange(buildWorld(worldFile('hybrid'), twoHubs), { from: 'hq', to: 'branch' });
    expect(request.path).toEqual([
      'hq',
      'site-hq',
      'internet',
      'vpn-4',
      'vgw-2',
      'vpn-5',
      'internet',
      'site-branch',
      'branch',
    ]);
  });
});

describe('a route table shows what is propagated once (D-VPN, D-RT)', () => {
  const propagated = (destination: string) => ({ destination, target: 'vgw-1', origin: 'EnableVgwRoutePropagation' });
  const rows = (change: Part) =>
    routesOf(buildWorld(worldFile('hybrid'), change), 'rtb-app').map(
      ({ destination, target, origin }) => `${destination} ${target} ${origin}`,
    );
  const table = (routes: readonly Part[]): Part => ({ routeTables: { 'rtb-app': { routes } } });
  const local = '10.1.0.0/16 local CreateRouteTable';
  const learned = ['172.16.0.0/16', '172.16.5.0/24', '172.20.0.0/16'].map(
    (cidr) => `${cidr} vgw-1 EnableVgwRoutePropagation`,
  );

  test.each<[string, readonly string[], Part]>([
    [
      'a row of it that is written down in the World',
      [local, learned[1]!, learned[0]!, learned[2]!],
      table([propagated('172.16.5.0/24')]),
    ],
    [
      'beside a static row to the same gateway',
      [local, '172.16.5.0/24 vgw-1 CreateRoute', ...learned],
      table([{ destination: '172.16.5.0/24', target: 'vgw-1' }]),
    ],
    [
      'beside one that is written down of another gateway',
      [local, '172.16.5.0/24 vgw-9 EnableVgwRoutePropagation', ...learned],
      table([{ ...propagated('172.16.5.0/24'), target: 'vgw-9' }]),
    ],
    ['nothing of a gateway that is gone', [local], { routeTables: { 'rtb-app': { propagatingVgws: ['vgw-9'] } } }],
    [
      'nor of one that is no virtual private gateway',
      [local],
      {
        gateways: { 'vgw-9': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
        routeTables: { 'rtb-app': { propagatingVgws: ['vgw-9'] } },
      },
    ],
    [
      'the gateway of the table’s VPC, whatever stands before it',
      [local, ...learned],
      { routeTables: { 'rtb-app': { propagatingVgws: ['vgw-9', 'vgw-1'] } } },
    ],
  ])('%s', (_what, expected, change) => {
    expect(rows(change)).toEqual(expected);
  });
});
