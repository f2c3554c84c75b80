import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { routesOfSite } from '../../src/dataplane/site-routes.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { listTransitRoutes } from '../../src/dataplane/transit-routes.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

/** A customer's site on the transit gateway of `transit-gateway.yaml`, by a VPN connection with BGP. */
const site: Part = {
  gateways: {
    'site-hq': {
      kind: 'customer-site',
      publicIp: '192.0.2.1',
      cidrs: ['172.16.0.0/16'],
      routes: [{ destination: '0.0.0.0/0', target: 'isp' }],
      advertises: [{ prefix: '172.16.0.0/16' }],
    },
    'cgw-hq': { kind: 'customer-gateway', ipAddress: '192.0.2.1' },
    'vpn-hq': {
      kind: 'vpn-connection',
      transitGatewayId: 'tgw-1',
      customerGatewayId: 'cgw-hq',
      tunnels: ['203.0.113.201', '203.0.113.202'],
    },
    'tgw-attach-vpn': { kind: 'transit-gateway-attachment', transitGatewayId: 'tgw-1', vpnConnectionId: 'vpn-hq' },
    'tgw-rtb-spokes': {
      associations: ['tgw-attach-red', 'tgw-attach-blue', 'tgw-attach-vpn'],
      propagations: ['tgw-attach-vpn', 'tgw-attach-red', 'tgw-attach-blue'],
    },
  },
  internet: { hq: { address: '172.16.0.9', site: 'site-hq' } },
  securityGroups: {
    'sg-red': { inbound: [{ peer: '0.0.0.0/0' }] },
    'sg-blue': { inbound: [{ peer: '0.0.0.0/0' }] },
  },
};

const build = (...changes: readonly Part[]) => buildWorld(worldFile('transit-gateway'), site, ...changes);
const toHq = { from: 'i-red', to: 'hq' } as const;
const fromHq = { from: 'hq', to: '10.1.1.5' } as const;

function outcomeOf(probe: Probe, change: Part = {}) {
  const { outcome, request, reply } = traceExchange(build(change), probe);
  const fault = request.fault ?? reply?.fault;
  return fault ? `${outcome}: ${fault.code} at ${fault.at}` : outcome;
}

const vpnDown: Part = { conditions: { downLinks: ['vpn-hq'] } };

test('two ends of one transit gateway, and nothing else, reach each other both ways', () => {
  const world = buildWorld(worldFile('transit-vpn'));
  expect(traceExchange(world, { from: 'i-red', to: 'hq' }).outcome).toBe('conversed');
  expect(traceExchange(world, { from: 'hq', to: 'i-red' }).outcome).toBe('conversed');
});

describe('a VPN connection on a transit gateway (7.4)', () => {
  test('carries a packet out as IPsec, and the answer back in (D-TGW, D-VPN)', () => {
    const { outcome, request, reply } = traceExchange(build(), toHq);
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual([
      'i-red',
      'host-a',
      'tgw-attach-red',
      'tgw-1',
      'tgw-attach-vpn',
      'internet',
      'site-hq',
      'hq',
    ]);
    expect(reply?.path).toEqual([...request.path].reverse());
    const sealed = request.hops.find(({ node }) => node === 'internet')?.steps[0]?.before.wraps;
    expect(sealed).toEqual([{ layer: 'esp', source: '203.0.113.201', destination: '192.0.2.1', tunnel: 'vpn-hq/1' }]);
  });

  test.each<[string, string, string, Probe, Part?]>([
    ['a site reaches an attached VPC', 'D-TGW', 'conversed', fromHq],
    ['a second tunnel takes over', 'D-VPN', 'conversed', toHq, { conditions: { downLinks: ['vpn-hq/1'] } }],
    [
      'a VPN that is down brings no routes; the default takes over',
      'D-TGW',
      'dropped: IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS at igw-1',
      toHq,
      vpnDown,
    ],
    [
      'a static route to it stays',
      'D-RA',
      'dropped: TGW_BAD_STATE_VPN at vpn-hq',
      toHq,
      mergeParts(vpnDown, {
        gateways: { 'tgw-rtb-spokes': { routes: [{ destination: '172.16.0.0/16', attachmentId: 'tgw-attach-vpn' }] } },
      }),
    ],
    [
      'an attachment without a table',
      'D-RA',
      'delivered: TGW_ATTACH_MISSING_TGW_RTB_ASSOCIATION at tgw-attach-vpn',
      toHq,
      {
        gateways: {
          'tgw-rtb-spokes': { associations: ['tgw-attach-red', 'tgw-attach-blue'] },
          'site-hq': { routes: [{ destination: '10.0.0.0/8', target: 'vpn-hq' }] },
        },
      },
    ],
    [
      'a site uses the NAT gateway of another VPC: the way in is the transit gateway',
      'D-TGWX',
      'conversed',
      { from: 'hq', to: '8.8.8.8' },
      {
        gateways: {
          'site-hq': { routes: [{ destination: '8.8.8.8/32', target: 'vpn-hq' }] },
          'tgw-rtb-out': { propagations: ['tgw-attach-vpn', 'tgw-attach-red'] },
        },
        routeTables: {
          'rtb-out-nat': {
            routes: [
              { destination: '0.0.0.0/0', target: 'igw-1' },
              { destination: '172.16.0.0/12', target: 'tgw-1' },
            ],
          },
        },
      },
    ],
  ])('%s (%s): %s', (_case, _source, expected, probe, change) => {
    expect(outcomeOf(probe, change)).toBe(expected);
  });

  test('of equal blocks a VPC’s is chosen before a VPN’s (D-TGW)', () => {
    const same: Part = {
      gateways: { 'site-hq': { advertises: [{ prefix: '172.16.0.0/16' }, { prefix: '10.2.0.0/16' }] } },
    };
    const routes = listTransitRoutes(build(same), 'tgw-rtb-spokes').map(
      ({ destination, target }) => `${destination} ${target}`,
    );
    expect(routes).toContain('10.2.0.0/16 tgw-attach-blue');
    expect(routes).not.toContain('10.2.0.0/16 tgw-attach-vpn');
  });

  test('the customer’s router learns what the attachment’s table holds', () => {
    const learned = routesOfSite(build(), 'site-hq').filter(({ target }) => target === 'vpn-hq');
    expect(learned.map(({ destination }) => destination).sort()).toEqual(['0.0.0.0/0', '10.1.0.0/16', '10.2.0.0/16']);
  });

  test('a diagnosis goes past a VPN that is down', () => {
    const fixed: Part = mergeParts(vpnDown, {
      gateways: { 'tgw-rtb-spokes': { routes: [{ destination: '172.16.0.0/16', attachmentId: 'tgw-attach-vpn' }] } },
      routeTables: { 'rtb-red': { routes: [] } },
    });
    const findings = diagnose(build(fixed), toHq).map(({ direction, reason, at }) => `${direction} ${reason} ${at}`);
    expect(findings.slice(0, 2)).toEqual(['request NO_ROUTE rtb-red', 'request TGW_VPN_DOWN vpn-hq']);
  });
});

test('an attachment is for one thing, and a VPN connection ends at one gateway', () => {
  const wrong: Part = {
    gateways: {
      'tgw-attach-vpn': { vpcId: 'vpc-red' },
      'vpn-hq': { transitGatewayId: undefined },
    },
  };
  const result = readWorld(mergeParts(worldFile('transit-gateway'), site, wrong));
  expect(result.ok ? [] : result.error.map(({ message }) => message)).toEqual(
    expect.arrayContaining([
      'an attachment is for a VPC, with at least one node, or for a VPN connection',
      'a VPN connection ends at one gateway of AWS',
    ]),
  );
});
