import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Step, Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const out: Probe = { from: 'i-app', to: 'hq' };
const back: Probe = { from: 'hq', to: 'i-app' };

function vpn(...changes: Part[]) {
  return buildWorld(worldFile('vpn'), ...changes);
}

function trace(change: Part, probe = out) {
  return traceExchange(vpn(change), probe);
}

function stepsOf(result: Trace | undefined): Step[] {
  return result!.hops.flatMap(({ steps }) => steps);
}

/** How an exchange ends: its outcome, and where what stopped it. */
function endOf(change: Part, probe = out): string {
  const { outcome, request, reply } = trace(change, probe);
  const { fault } = reply ?? request;
  return fault ? `${outcome}: ${fault.code} at ${fault.at}` : outcome;
}

function site(change: Part): Part {
  return { gateways: { 'site-hq': change } };
}

describe('2.2, a packet there and back over a VPN (D-VPN, D-FAQ, T15)', () => {
  const { request, reply, seen, outcome } = trace({});

  test('Blackfoot, the tunnel, the internet, the company’s router; no internet gateway is needed', () => {
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['i-app', 'host-a', 'vgw-1', 'vpn-1', 'internet', 'site-hq', 'hq']);
    expect(reply?.path).toEqual(['hq', 'site-hq', 'internet', 'vpn-1', 'vgw-1', 'host-a', 'i-app']);
  });

  test('no address changes on the way: there is no NAT', () => {
    expect(seen?.source).toEqual({ address: '10.1.2.20', port: 40112 });
    expect(seen?.destination).toEqual({ address: '172.16.0.9', port: 443 });
    expect(stepsOf(request).some(({ kind }) => kind === 'translated')).toBe(false);
  });

  test('after the strip the packet is sealed in ESP between the tunnel’s ends, and opened by the router', () => {
    const sealing = stepsOf(request).find(({ rule }) => rule === 'ipsec')!;
    expect(sealing.before.wraps).toEqual([]);
    expect(sealing.after.wraps).toEqual([
      { layer: 'esp', source: '203.0.113.240', destination: '192.0.2.9', tunnel: 'vpn-1/1' },
    ]);
    const opening = stepsOf(request).find(({ rule }) => rule === 'ipsec-open')!;
    expect([opening.before, opening.after]).toEqual([sealing.after, sealing.before]);
  });

  test('the answer is sealed the other way, opened at the edge, and wrapped for the host', () => {
    const sealing = stepsOf(reply).find(({ rule }) => rule === 'ipsec')!;
    expect(sealing.after.wraps).toMatchObject([{ source: '192.0.2.9', destination: '203.0.113.240' }]);
    const wrapping = stepsOf(reply).find(({ rule }) => rule === 'wrap')!;
    expect(wrapping.after.wraps).toEqual([
      { layer: 'underlay', source: '100.64.255.1', destination: '100.64.0.11' },
      { layer: 'vpc', vpcId: 'vpc-red', from: 'vgw-1', target: 'eni-app' },
    ]);
  });

  test('the internet spends no hop of a sealed packet; the router does', () => {
    const ttl = (node: string) => request.hops.find((hop) => hop.node === node)?.steps.at(-1)?.after.ip.ttl;
    expect([ttl('vgw-1'), ttl('internet'), ttl('hq')]).toEqual([64, 64, 64]);
    expect(stepsOf(reply).find(({ rule }) => rule === 'site-route')?.after.ip.ttl).toBe(63);
  });

  test('a conversation may start at the company’s end as well', () => {
    expect(trace({}, back).outcome).toBe('conversed');
  });
});

describe('7.1, admission at the virtual private gateway, and no other rule against transit (D-RA)', () => {
  const noSourceCheck: Part = { networkInterfaces: { 'eni-app': { sourceDestCheck: false } } };

  test.each<[string, string, Part, Probe]>([
    [
      'source of no interface here',
      'dropped: VGW_PRIVATE_IP_ASSOCIATION_FOR_EGRESS at vgw-1',
      noSourceCheck,
      { ...out, source: '10.9.9.9' as never },
    ],
    [
      'destination of no interface here: a vacant address',
      'dropped: VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at vgw-1',
      {},
      { from: 'hq', to: '10.1.2.99' },
    ],
    [
      'destination beyond: the internet by way of the VPC',
      'dropped: VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at vgw-1',
      site({ routes: [{ destination: '0.0.0.0/0', target: 'vpn-1' }] }),
      { from: 'hq', to: 'client' },
    ],
    [
      'an Elastic IP of the VPC, over the VPN (D-FAQ)',
      'dropped: VGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at vgw-1',
      {
        ...site({ routes: [{ destination: '0.0.0.0/0', target: 'vpn-1' }] }),
        elasticIps: {
          'eipalloc-1': {
            publicIp: '203.0.113.9',
            association: { id: 'eipassoc-1', networkInterfaceId: 'eni-app', privateIp: '10.1.2.20' },
          },
        },
      },
      { from: 'hq', to: '203.0.113.9' },
    ],
  ])('%s: %s', (_situation, end, change, probe) => {
    expect(endOf(change, probe)).toBe(end);
  });

  test('a proxy in the VPC is another matter: each half of the way is its own', () => {
    expect(endOf({}, back)).toBe('conversed');
    expect(
      trace({ ...site({ routes: [{ destination: '10.1.2.20/32', target: 'vpn-1' }] }) }, back).seen?.source.address,
    ).toBe('172.16.0.9');
  });

  test('a NAT gateway refuses what came in by a gateway, whatever its source (NGW_REQUIRES_SOURCE_IN_VPC)', () => {
    const steered: Part = {
      subnets: { 'subnet-nat': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' } },
      routeTables: { 'rtb-edge': { vpcId: 'vpc-red', routes: [{ destination: '10.1.2.0/24', target: 'eni-nat' }] } },
      routeAssociations: { 'rtbassoc-edge': { routeTableId: 'rtb-edge', gatewayId: 'vgw-1' } },
      gateways: {
        'nat-1': {
          kind: 'nat-gateway',
          vpcId: 'vpc-red',
          subnetId: 'subnet-nat',
          connectivityType: 'private',
          networkInterfaceId: 'eni-nat',
        },
      },
      networkInterfaces: {
        'eni-nat': { subnetId: 'subnet-nat', managedBy: 'nat-1', addresses: [{ address: '10.1.1.50' }] },
      },
    };
    expect(endOf(steered, back)).toBe('dropped: NGW_REQUIRES_SOURCE_IN_VPC at nat-1');
  });

  test('the NAT’s own address knows no flow from there either (D-NATT)', () => {
    const besides = buildWorld(worldFile('vpn'), {
      subnets: { 'subnet-nat': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' } },
      gateways: {
        'nat-1': {
          kind: 'nat-gateway',
          vpcId: 'vpc-red',
          subnetId: 'subnet-nat',
          connectivityType: 'private',
          networkInterfaceId: 'eni-nat',
        },
      },
      networkInterfaces: {
        'eni-nat': { subnetId: 'subnet-nat', managedBy: 'nat-1', addresses: [{ address: '10.1.1.50' }] },
      },
    });
    expect(traceExchange(besides, { from: 'hq', to: '10.1.1.50' }).request.fault?.code).toBe(
      'NGW_DEST_ADDRESS_PRESERVATION',
    );
  });
});

describe('7.2, what the gateway carries (D-VPN)', () => {
  const written: Part = {
    routeTables: {
      'rtb-app': { propagatingVgws: undefined, routes: [{ destination: '0.0.0.0/0', target: 'vgw-1' }] },
    },
  };

  test.each<[string, string, Part, Probe]>([
    ['a static route works without propagation', 'conversed', written, out],
    ['a prefix that nobody told it', 'dropped: VGW_UNKNOWN_PREFIX at vgw-1', written, { from: 'i-app', to: '8.8.8.8' }],
    [
      'the company’s prefix is not told, though a route leads here',
      'dropped: VGW_UNKNOWN_PREFIX at vgw-1',
      { ...written, gateways: { 'vpn-1': { routes: [] } } },
      out,
    ],
    [
      'a gateway that is detached: its route is a blackhole (D-RTW)',
      'dropped: BAD_STATE_ROUTE at rtb-app',
      { ...written, gateways: { 'vgw-1': { vpcId: undefined } } },
      out,
    ],
    [
      'from the company, to a gateway that is detached',
      'dropped: BAD_STATE_ATTACHMENT at vgw-1',
      { gateways: { 'vgw-1': { vpcId: undefined } } },
      back,
    ],
    ['one tunnel down', 'conversed', { conditions: { downLinks: ['vpn-1/1'] } }, out],
    [
      'both tunnels down, and the route is written (BAD_STATE_VPN)',
      'dropped: BAD_STATE_VPN at vpn-1',
      { ...written, conditions: { downLinks: ['vpn-1/1', 'vpn-1/2'] } },
      out,
    ],
    [
      'both down, and the route was propagated: it is gone',
      'dropped: NO_ROUTE_TO_DESTINATION at rtb-app',
      { conditions: { downLinks: ['vpn-1/1', 'vpn-1/2'] } },
      out,
    ],
    [
      'the company’s provider down: so are the tunnels',
      'dropped: BAD_STATE_VPN at vpn-1',
      { ...written, conditions: { downLinks: ['site-hq/isp'] } },
      out,
    ],
    [
      'a customer gateway whose address no router has never comes up',
      'dropped: BAD_STATE_VPN at vpn-1',
      { ...written, gateways: { 'cgw-1': { ipAddress: '192.0.2.77' } } },
      out,
    ],
    [
      'IPv6 over a VPN, though the company announces it (D-RTO)',
      'dropped: PROTOCOL_RESTRICTION at vpn-1',
      {
        vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
        subnets: { 'subnet-app': { ipv6Cidr: '2001:db8:1::/64' } },
        networkInterfaces: { 'eni-app': { addresses: [{ address: '10.1.2.20' }, { address: '2001:db8:1::20' }] } },
        securityGroups: { 'sg-app': { outbound: [{ peer: '::/0' }] } },
        gateways: {
          'vpn-1': { staticRoutesOnly: false, routes: [] },
          'site-hq': { advertises: [{ prefix: '2001:db8:9::/48' }] },
        },
      },
      { from: 'i-app', to: '2001:db8:9::9' },
    ],
  ])('%s: %s', (_situation, end, change, probe) => {
    expect(endOf(change, probe)).toBe(end);
  });

  test('the second tunnel carries it while the first is down, by its own address', () => {
    const { request } = trace({ conditions: { downLinks: ['vpn-1/1'] } });
    const sealing = stepsOf(request).find(({ rule }) => rule === 'ipsec')!;
    expect(sealing.after.wraps).toMatchObject([{ source: '203.0.113.241', tunnel: 'vpn-1/2' }]);
  });

  test('without a row the packet never comes to the gateway (level 5.1)', () => {
    expect(endOf({ routeTables: { 'rtb-app': { propagatingVgws: undefined } } })).toBe(
      'dropped: NO_ROUTE_TO_DESTINATION at rtb-app',
    );
  });
});

describe('the customer’s side', () => {
  test.each<[string, string, Part, Probe]>([
    [
      'the router sends the answer to its provider',
      'delivered: ONPREM_NO_RETURN at site-hq',
      site({ routes: [{ destination: '0.0.0.0/0', target: 'isp' }] }),
      out,
    ],
    ['the router has no route at all', 'delivered: ONPREM_NO_RETURN at site-hq', site({ routes: [] }), out],
    ['nor for a request', 'dropped: ONPREM_NO_ROUTE at site-hq', site({ routes: [] }), back],
    ['nobody has the address there', 'dropped: ONPREM_NO_ROUTE at site-hq', {}, { from: 'i-app', to: '172.16.0.77' }],
    [
      'its route leads to a dead tunnel',
      'dropped: BAD_STATE_VPN at vpn-1',
      { conditions: { downLinks: ['vpn-1'] } },
      back,
    ],
    ['its own provider carries the rest', 'conversed', {}, { from: 'hq', to: 'client' }],
    [
      'its provider is down',
      'dropped: WIRE_DOWN at site-hq/isp',
      { conditions: { downLinks: ['site-hq/isp'] } },
      { from: 'hq', to: 'client' },
    ],
  ])('%s: %s', (_situation, end, change, probe) => {
    expect(endOf(change, probe)).toBe(end);
  });

  test('the provider shows the router’s address, and the answer finds its way in', () => {
    const { seen, reply } = trace({}, { from: 'hq', to: 'client' });
    expect(seen?.source.address).toBe('192.0.2.9');
    expect(reply?.path).toEqual(['client', 'internet', 'site-hq', 'hq']);
  });

  test('an alias shows a block as another one, address for address, both ways (level 5.3)', () => {
    const overlapping: Part = {
      gateways: {
        'vpn-1': { routes: ['172.16.9.0/24'] },
        'site-hq': {
          cidrs: ['10.1.9.0/24'],
          aliases: [{ own: '10.1.9.0/24', alias: '172.16.9.0/24' }],
          routes: [{ destination: '10.1.2.0/24', target: 'vpn-1' }],
        },
      },
      internet: { hq: { address: '10.1.9.7' } },
    };
    const world = vpn(overlapping);
    const exchange = traceExchange(world, { from: 'i-app', to: '172.16.9.7' });
    expect(exchange.outcome).toBe('conversed');
    expect(exchange.seen?.destination.address).toBe('10.1.9.7');
    expect(traceExchange(world, { from: 'hq', to: 'i-app' }).seen?.source.address).toBe('172.16.9.7');
    // Without the alias local wins, however long the prefix that the gateway has learned.
    expect(traceExchange(world, { from: 'i-app', to: '10.1.9.7' }).request.fault?.code).toBe('NO_POSSIBLE_DESTINATION');
  });

  test('two sites may have the same private address', () => {
    const world = vpn({
      gateways: { 'site-two': { kind: 'customer-site', publicIp: '192.0.2.20', cidrs: ['172.16.0.0/16'] } },
      internet: { other: { address: '172.16.0.9', site: 'site-two' } },
    });
    expect(traceExchange(world, out).request.at).toBe('hq');
  });
});

describe('a diagnosis goes past what it finds, to the far end and back', () => {
  test.each<[string, string[], Part, Probe]>([
    ['healthy', [], {}, out],
    [
      'no row here, and no way back there',
      ['request NO_ROUTE at rtb-app', 'reply ONPREM_NO_RETURN at site-hq'],
      { ...site({ routes: [] }), routeTables: { 'rtb-app': { propagatingVgws: undefined } } },
      out,
    ],
    [
      'a detached gateway, and no way back',
      ['request ROUTE_BLACKHOLE at rtb-app', 'reply ONPREM_NO_RETURN at site-hq', 'reply GATEWAY_DETACHED at vgw-1'],
      {
        gateways: { 'vgw-1': { vpcId: undefined }, 'site-hq': { routes: [] } },
        routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'vgw-1' }] } },
      },
      out,
    ],
    [
      'a prefix that the gateway does not know, and a closed group',
      ['request VGW_NO_PREFIX at vgw-1', 'request NOT_LISTENING at hq'],
      {
        gateways: { 'vpn-1': { routes: [] } },
        routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'vgw-1' }] } },
        internet: { hq: { application: { listeners: [] } } },
      },
      out,
    ],
    [
      'the default route takes it to the internet’s edge (level 5.1), and there is no way back',
      ['request PRIVATE_DST_AT_IGW at igw-1', 'reply ONPREM_NO_RETURN at site-hq'],
      {
        gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' }, 'site-hq': { routes: [] } },
        routeTables: {
          'rtb-app': { propagatingVgws: undefined, routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
        },
      },
      out,
    ],
    [
      'dead tunnels, once each way, and no way back',
      ['request TUNNEL_DOWN at vpn-1'],
      {
        conditions: { downLinks: ['vpn-1'] },
        routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'vgw-1' }] } },
      },
      out,
    ],
  ])('%s', (_situation, findings, change, probe) => {
    expect(diagnose(vpn(change), probe).map(({ direction, reason, at }) => `${direction} ${reason} at ${at}`)).toEqual(
      findings,
    );
  });
});
