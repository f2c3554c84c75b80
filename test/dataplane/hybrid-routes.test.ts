import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { routesOf } from '../../src/dataplane/propagation.ts';
import { routesOfSite } from '../../src/dataplane/site-routes.ts';
import type { Step } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { routesOfVgw } from '../../src/dataplane/vgw-routes.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const out: Probe = { from: 'i-app', to: 'hq' };

function hybrid(...changes: Part[]) {
  return buildWorld(worldFile('hybrid'), ...changes);
}

function down(...downLinks: string[]): Part {
  return { conditions: { downLinks } };
}

/** The links of the request and of the reply. */
function linksOf(change: Part, probe = out): string {
  const { request, reply, outcome } = traceExchange(hybrid(change), probe);
  const links = (path: readonly string[] = []) => path.filter((node) => /^(?:vpn|dxvif)-/.test(node)).join(' ');
  return `${outcome} ${links(request.path)} | ${links(reply?.path)}`;
}

describe('5.1, which link a virtual private gateway chooses: longest prefix, then DX BGP, VPN static, VPN BGP (D-VPN, D-RTP)', () => {
  const withBgpTwice: Part = {
    gateways: {
      'site-hq': {
        advertises: [
          { prefix: '172.16.0.0/16', over: 'vpn-2' },
          { prefix: '172.16.0.0/16', over: 'dxvif-1' },
        ],
      },
    },
  };

  test.each<[string, string, Part, Probe]>([
    ['Direct Connect before any VPN', 'conversed dxvif-1 | dxvif-1', {}, out],
    ['a longer prefix on a VPN before everything', 'conversed vpn-2 | dxvif-1', {}, { from: 'i-app', to: 'lab' }],
    ['static VPN before BGP VPN', 'conversed vpn-1 | vpn-2', { ...withBgpTwice, ...down('dxvif-1') }, out],
    [
      'BGP VPN when nothing else is left',
      'conversed vpn-2 | vpn-2',
      { ...withBgpTwice, ...down('dxvif-1', 'vpn-1') },
      out,
    ],
    ['the wire dies with its port', 'conversed vpn-1 | vpn-2', down('dxcon-1'), out],
    ['and with its virtual interface', 'conversed vpn-1 | vpn-2', down('dxvif-1'), out],
  ])('%s', (_rule, links, change, probe) => {
    expect(linksOf(change, probe)).toBe(links);
  });

  test('among BGP VPNs the shorter AS path (D-VPN)', () => {
    const prepended: Part = {
      gateways: {
        'vpn-4': {
          kind: 'vpn-connection',
          vpnGatewayId: 'vgw-1',
          customerGatewayId: 'cgw-1',
          tunnels: ['203.0.113.246', '203.0.113.247'],
        },
        'site-hq': {
          advertises: [
            { prefix: '172.16.0.0/16', over: 'vpn-2', prepend: 2 },
            { prefix: '172.16.0.0/16', over: 'vpn-4' },
          ],
        },
      },
      ...down('dxvif-1', 'vpn-1'),
    };
    expect(traceExchange(hybrid(prepended), out).request.path).toContain('vpn-4');
  });
});

describe('propagated routes', () => {
  const rows = (change: Part) =>
    routesOf(hybrid(change), 'rtb-app').map(({ destination, target, origin }) => `${destination} ${target} ${origin}`);

  test('are what the gateway knows now, each prefix once (D-VPN)', () => {
    expect(rows({})).toEqual([
      '10.1.0.0/16 local CreateRouteTable',
      '172.16.0.0/16 vgw-1 EnableVgwRoutePropagation',
      '172.16.5.0/24 vgw-1 EnableVgwRoutePropagation',
      '172.20.0.0/16 vgw-1 EnableVgwRoutePropagation',
    ]);
  });

  test('go with the link that brought them, and come back with it', () => {
    expect(rows(down('vpn-2', 'vpn-3'))).toHaveLength(2);
    expect(rows(down())).toHaveLength(4);
  });

  test('are no rows of a table that does not ask for them, or whose gateway is elsewhere', () => {
    expect(rows({ routeTables: { 'rtb-app': { propagatingVgws: undefined } } })).toHaveLength(1);
    expect(rows({ gateways: { 'vgw-1': { vpcId: undefined } } })).toHaveLength(1);
  });

  test('stop at a hundred (D-LIM)', () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ prefix: `172.17.${index}.0/24` }));
    expect(rows({ gateways: { 'site-branch': { advertises: many } } })).toHaveLength(101);
  });

  test.each<[string, string, Part, Probe]>([
    [
      'a propagated /24 beats a static /16 (D-RTP)',
      'vgw-1',
      { routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'eni-app' }] } } },
      { from: 'i-app', to: 'lab' },
    ],
    [
      'the same prefix: the static one wins (D-RT)',
      'eni-app',
      { routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'eni-app' }] } } },
      out,
    ],
    [
      'inside the VPC local wins, however long the propagated prefix (D-VPN)',
      'local',
      { gateways: { 'site-hq': { advertises: [{ prefix: '10.1.9.0/24' }] } } },
      { from: 'i-app', to: '10.1.9.7' },
    ],
  ])('%s', (_rule, target, change, probe) => {
    const { request } = traceExchange(hybrid(change), probe);
    const chosen = request.hops.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'matched-route');
    expect(chosen?.row).toMatchObject({ target });
  });

  test('a step says that a longer learned row did not count, and only then', () => {
    const ruleFor = (to: string) => {
      const world = hybrid({ gateways: { 'site-hq': { advertises: [{ prefix: '10.1.9.0/24' }] } } });
      const { request } = traceExchange(world, { from: 'i-app', to });
      return request.hops.flatMap(({ steps }) => steps).find(({ kind }) => kind === 'matched-route')?.rule;
    };
    expect([ruleFor('10.1.9.7'), ruleFor('10.1.8.7')]).toEqual(['local-over-learned', 'local-route']);
  });
});

describe('2.2, a packet over Direct Connect (D-DX, T17)', () => {
  const { request, reply, seen } = traceExchange(hybrid(), out);
  const stepsOf = (trace: typeof request) => trace.hops.flatMap(({ steps }): readonly Step[] => steps);

  test('leaves the edge with its virtual interface’s 802.1Q tag, and nothing else changed', () => {
    const tagging = stepsOf(request).find(({ rule }) => rule === 'vlan-tag')!;
    expect(tagging.before.wraps).toEqual([]);
    expect(tagging.after.wraps).toEqual([{ layer: 'vlan', vlan: 101, link: 'dxvif-1' }]);
    expect(tagging.after.ip).toEqual(tagging.before.ip);
    expect(request.path).toEqual(['i-app', 'host-a', 'vgw-1', 'dxvif-1', 'site-hq', 'hq']);
    expect(seen?.source.address).toBe('10.1.2.20');
  });

  test('comes back by the tag, to the gateway, to the VPC', () => {
    expect(reply?.path).toEqual(['hq', 'site-hq', 'dxvif-1', 'vgw-1', 'host-a', 'i-app']);
    expect(stepsOf(reply!).find(({ rule }) => rule === 'vlan-open')?.before.wraps).toEqual([
      { layer: 'vlan', vlan: 101, link: 'dxvif-1' },
    ]);
  });

  test('carries IPv6 too (D-RTO)', () => {
    const dualStack: Part = {
      vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
      subnets: { 'subnet-app': { ipv6Cidr: '2001:db8:1::/64' } },
      networkInterfaces: { 'eni-app': { addresses: [{ address: '10.1.2.20' }, { address: '2001:db8:1::20' }] } },
      securityGroups: { 'sg-app': { inbound: [{ peer: '::/0' }], outbound: [{ peer: '::/0' }] } },
      gateways: {
        'site-hq': {
          cidrs: ['2001:db8:9::/48'],
          advertises: [{ prefix: '2001:db8:9::/48', over: 'dxvif-1' }],
        },
      },
      internet: { hq: { address: '2001:db8:9::9' } },
    };
    expect(linksOf(dualStack)).toBe('conversed dxvif-1 | dxvif-1');
  });

  test('a wire that is down and has no stand-in is a fault of its own', () => {
    const alone: Part = {
      ...down('dxvif-1', 'vpn-1', 'vpn-2'),
      routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'vgw-1' }] } },
    };
    expect(traceExchange(hybrid(alone), out).request.fault).toMatchObject({ code: 'WIRE_DOWN', at: 'dxvif-1' });
    expect(diagnose(hybrid(alone), out).map(({ reason }) => reason)).toEqual(['WIRE_DOWN', 'TUNNEL_DOWN']);
  });
});

describe('a public virtual interface (level 6.5; inferred from D-DX)', () => {
  const toBucket: Probe = { from: 'hq', to: 'bucket' };

  test('leads to AWS’s own addresses past the internet, seen as the announced source, and back', () => {
    const { outcome, request, reply, seen } = traceExchange(hybrid(), toBucket);
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['hq', 'site-hq', 'dxvif-2', 'bucket']);
    expect(reply?.path).toEqual(['bucket', 'dxvif-2', 'site-hq', 'hq']);
    expect(seen?.source.address).toBe('192.0.2.200');
  });

  test('a VPC’s public addresses are AWS’s as well: in by the internet gateway, and never on the internet', () => {
    const withDoor: Part = {
      gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
      routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } },
      elasticIps: {
        'eipalloc-1': {
          publicIp: '203.0.113.9',
          association: { id: 'eipassoc-1', networkInterfaceId: 'eni-app', privateIp: '10.1.2.20' },
        },
      },
    };
    const { outcome, request, reply } = traceExchange(hybrid(withDoor), { from: 'hq', to: '203.0.113.9' });
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['hq', 'site-hq', 'dxvif-2', 'igw-1', 'host-a', 'i-app']);
    expect(reply?.path).toEqual(['i-app', 'host-a', 'igw-1', 'dxvif-2', 'site-hq', 'hq']);
  });

  test.each<[string, string, Part, Probe]>([
    [
      'a private source',
      'PRIVATE_SOURCE_ON_PUBLIC_VIF at dxvif-2',
      { gateways: { 'site-hq': { translations: [] } } },
      toBucket,
    ],
    [
      'a public source that nobody announced',
      'PRIVATE_SOURCE_ON_PUBLIC_VIF at dxvif-2',
      { gateways: { 'site-hq': { translations: [{ over: 'dxvif-2', address: '192.0.2.9' }] } } },
      toBucket,
    ],
    [
      'a destination that is not AWS’s',
      'PUBLIC_VIF_CARRIES_AWS_ONLY at dxvif-2',
      { gateways: { 'site-hq': { routes: [{ destination: '0.0.0.0/0', target: 'dxvif-2' }] } } },
      { from: 'hq', to: 'client' },
    ],
    [
      'a public address of AWS that nobody holds',
      'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at dxvif-2',
      {},
      { from: 'hq', to: '203.0.113.77' },
    ],
  ])('%s: %s', (_situation, end, change, probe) => {
    const { fault } = traceExchange(hybrid(change), probe).request;
    expect(`${fault?.code} at ${fault?.at}`).toBe(end);
  });

  test('a private virtual interface alone does not lead to the bucket (misconception 36)', () => {
    const privateOnly: Part = {
      gateways: { 'dxvif-2': undefined, 'site-hq': { translations: [], routes: [] } },
    };
    expect(traceExchange(hybrid(privateOnly), toBucket).request.fault).toMatchObject({
      code: 'ONPREM_NO_ROUTE',
      at: 'site-hq',
    });
  });
});

describe('CloudHub and the Direct Connect gateway (D-VPNQ, D-DX)', () => {
  test('a gateway hands one site’s packets to another, and no VPC is entered', () => {
    const { outcome, request, reply } = traceExchange(hybrid(), { from: 'branch', to: 'hq' });
    expect(outcome).toBe('conversed');
    expect(request.path).toEqual(['branch', 'site-branch', 'internet', 'vpn-3', 'vgw-1', 'dxvif-1', 'site-hq', 'hq']);
    expect(reply?.path).toContain('vpn-3');
  });

  test('it works without a VPC (D-VPN)', () => {
    expect(linksOf({ gateways: { 'vgw-1': { vpcId: undefined } } }, { from: 'branch', to: 'hq' })).toBe(
      'conversed vpn-3 dxvif-1 | dxvif-1 vpn-3',
    );
  });

  const shared: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.3.0/24' } },
    routeTables: {
      'rtb-blue': {
        vpcId: 'vpc-blue',
        propagatingVgws: ['vgw-2'],
        routes: [{ destination: '10.1.0.0/16', target: 'vgw-2' }],
      },
    },
    routeAssociations: { 'rtbassoc-blue': { routeTableId: 'rtb-blue', subnetId: 'subnet-blue' } },
    gateways: {
      'vgw-2': { kind: 'vpn-gateway', vpcId: 'vpc-blue' },
      'dxgw-1': { kind: 'direct-connect-gateway', virtualGatewayIds: ['vgw-1', 'vgw-2'] },
      'dxvif-1': { virtualGatewayId: undefined, directConnectGatewayId: 'dxgw-1' },
    },
    instances: { 'i-db2': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-db2': {
        subnetId: 'subnet-blue',
        instanceId: 'i-db2',
        addresses: [{ address: '10.2.3.30' }],
        groups: ['sg-blue'],
      },
    },
    securityGroups: {
      'sg-blue': { vpcId: 'vpc-blue', inbound: [{ peer: '0.0.0.0/0' }], outbound: [{ peer: '0.0.0.0/0' }] },
    },
  };

  test('a Direct Connect gateway leads one wire to several VPCs', () => {
    expect(linksOf(shared)).toBe('conversed dxvif-1 | dxvif-1');
    expect(linksOf(shared, { from: 'hq', to: 'i-db2' })).toBe('conversed dxvif-1 | dxvif-1');
  });

  test('but not from VPC to VPC', () => {
    const { fault } = traceExchange(hybrid(shared), { from: 'i-db2', to: '10.1.2.20' }).request;
    expect(fault).toMatchObject({ code: 'VGW_UNKNOWN_PREFIX', at: 'vgw-2' });
  });
});

describe('what each side knows', () => {
  test('the gateway: prefixes by link', () => {
    expect(routesOfVgw(hybrid(), 'vgw-1')?.known.map(({ destination, target }) => `${destination} ${target}`)).toEqual([
      '172.16.0.0/16 dxvif-1',
      '172.16.0.0/16 vpn-1',
      '172.16.5.0/24 vpn-2',
      '172.20.0.0/16 vpn-3',
    ]);
  });

  test('the router: AWS announces the VPC’s blocks, other sites’ prefixes, and its own addresses on a public interface', () => {
    const known = routesOfSite(hybrid(), 'site-hq').map(({ destination, target }) => `${destination} ${target}`);
    expect(known).toContain('10.1.0.0/16 dxvif-1');
    expect(known).toContain('172.20.0.0/16 dxvif-1');
    expect(known).toContain('198.18.0.0/16 dxvif-2');
    expect(known.at(-1)).toBe('10.1.0.0/16 vpn-1');
  });

  test('a new block of the VPC is announced at once over BGP, and unknown to a static tunnel (level 5.6)', () => {
    const grown: Part = { vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '10.2.0.0/16'] } } };
    expect(routesOfSite(hybrid(grown), 'site-hq').some(({ destination }) => destination === '10.2.0.0/16')).toBe(true);
    expect(routesOfSite(buildWorld(worldFile('vpn'), grown), 'site-hq').map(({ destination }) => destination)).toEqual([
      '10.1.0.0/16',
      '0.0.0.0/0',
    ]);
  });
});

describe('11, how big a packet may be on a link (D-VPNQ, D-DX, D-MTU)', () => {
  const overVpn = down('dxvif-1');
  const jumbo: Part = { gateways: { 'dxvif-1': { mtu: 9001 } } };

  test.each<[string, string, Part, number, boolean]>([
    ['1446 bytes through a tunnel', 'conversed', overVpn, 1446, true],
    ['1447, uncut: nobody is told', 'dropped MTU_EXCEEDED at vpn-1', overVpn, 1447, true],
    ['1447 that may be cut', 'conversed', overVpn, 1447, false],
    ['1500 bytes on a wire', 'conversed', {}, 1500, true],
    ['9001 on a wire: the sender is told, and sends 1500', 'conversed', {}, 9001, true],
    ['9001 where jumbo frames are on', 'conversed', jumbo, 9001, true],
  ])('%s: %s', (_what, end, change, size, dontFragment) => {
    const { outcome, request } = traceExchange(hybrid(change), { ...out, size, dontFragment });
    expect(request.fault ? `${outcome} ${request.fault.code} at ${request.fault.at}` : outcome).toBe(end);
  });
});
