import { expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';
import { showSteps } from './show-steps.ts';

/** The steps there and back, from where the packet leaves its host or its machine to where the receiver's has it. */
function walksOf(probe: Probe, change: Part = {}) {
  const { request, reply } = traceExchange(buildWorld(worldFile('hybrid'), change), probe);
  const between = (lines: readonly string[]) => lines.slice(2, -2);
  return { out: between(showSteps(request)), back: between(showSteps(reply!)) };
}

test('over Direct Connect: the edge strips, and the wire has a tag; no address changes (2.2, D-DX, T17)', () => {
  const { out, back } = walksOf({ from: 'i-app', to: 'hq' });
  expect(out.slice(out.indexOf('blackfoot vgw-1'))).toEqual([
    'blackfoot vgw-1',
    '- decapsulated strip vgw-1 => 10.1.2.20:40112 → 172.16.0.9:443',
    '- matched-route vgw-route vgw-1 {172.16.0.0/16 dxvif-1}',
    'blackfoot dxvif-1',
    '- encapsulated vlan-tag dxvif-1 => [vlan] 10.1.2.20:40112 → 172.16.0.9:443',
    'outside site-hq',
    '- decapsulated vlan-open site-hq => 10.1.2.20:40112 → 172.16.0.9:443',
  ]);
  expect(back.slice(0, back.indexOf('host host-a'))).toEqual([
    'outside site-hq',
    '- matched-route site-route site-hq {10.1.0.0/16 dxvif-1} => 172.16.0.9:443 → 10.1.2.20:40112',
    '- encapsulated vlan-tag dxvif-1 => [vlan] 172.16.0.9:443 → 10.1.2.20:40112',
    'blackfoot dxvif-1',
    '- decapsulated vlan-open dxvif-1 => 172.16.0.9:443 → 10.1.2.20:40112',
    'blackfoot vgw-1',
    '- looked-up-mapping mapping-row vpc-red {10.1.2.20 host-a}',
    '- encapsulated wrap vpc-red {10.1.2.20 host-a} => [100.64.255.1 100.64.0.11] [vpc-red vgw-1 eni-app] 172.16.0.9:443 → 10.1.2.20:40112',
  ]);
});

test('over a VPN: sealed between the tunnel’s ends, of which each names its own first (2.2, D-VPN, D-FAQ)', () => {
  const { out, back } = walksOf({ from: 'i-app', to: 'hq' }, { conditions: { downLinks: ['dxvif-1', 'vpn-1/1'] } });
  expect(out.slice(out.indexOf('blackfoot vpn-1'))).toEqual([
    'blackfoot vpn-1',
    '- encapsulated ipsec vpn-1/2 => [203.0.113.241 192.0.2.9] 10.1.2.20:40112 → 172.16.0.9:443',
    'internet internet',
    '- forwarded sealed internet',
    'outside site-hq',
    '- decapsulated ipsec-open site-hq => 10.1.2.20:40112 → 172.16.0.9:443',
  ]);
  expect(back.slice(0, back.indexOf('blackfoot vgw-1'))).toEqual([
    'outside site-hq',
    '- matched-route site-route site-hq {10.1.0.0/16 vpn-2} => 172.16.0.9:443 → 10.1.2.20:40112',
    '- encapsulated ipsec vpn-2/1 => [192.0.2.9 203.0.113.242] 172.16.0.9:443 → 10.1.2.20:40112',
    'internet internet',
    '- forwarded sealed internet',
    'blackfoot vpn-2',
    '- decapsulated ipsec-open vpn-2 => 172.16.0.9:443 → 10.1.2.20:40112',
  ]);
});

test('from site to site: out of one link, into another, and no VPC is entered (7.2, D-VPNQ)', () => {
  const { out } = walksOf({ from: 'branch', to: 'hq' });
  expect(out).toEqual([
    'outside site-branch',
    '- matched-route site-route site-branch {172.16.0.0/16 vpn-3} => 172.20.0.7:40112 → 172.16.0.9:443',
    '- encapsulated ipsec vpn-3/1 => [192.0.2.10 203.0.113.244] 172.20.0.7:40112 → 172.16.0.9:443',
    'internet internet',
    '- forwarded sealed internet',
    'blackfoot vpn-3',
    '- decapsulated ipsec-open vpn-3 => 172.20.0.7:40112 → 172.16.0.9:443',
    'blackfoot vgw-1',
    '- matched-route vgw-route vgw-1 {172.16.0.0/16 dxvif-1}',
    'blackfoot dxvif-1',
    '- encapsulated vlan-tag dxvif-1 => [vlan] 172.20.0.7:40112 → 172.16.0.9:443',
    'outside site-hq',
    '- decapsulated vlan-open site-hq => 172.20.0.7:40112 → 172.16.0.9:443',
  ]);
});

test('over a public virtual interface: the router shows the announced address, and finds the flow again (RFC 3022)', () => {
  const { out, back } = walksOf({ from: 'hq', to: 'bucket' });
  expect(out).toEqual([
    'outside site-hq',
    '- matched-route site-route site-hq {198.18.0.0/16 dxvif-2} => 172.16.0.9:40112 → 198.18.4.20:443',
    '- translated site-nat site-hq {site-hq 172.16.0.9:40112 192.0.2.200} => 192.0.2.200:46049 → 198.18.4.20:443',
    '- encapsulated vlan-tag dxvif-2 => [vlan] 192.0.2.200:46049 → 198.18.4.20:443',
    'blackfoot dxvif-2',
    '- decapsulated vlan-open dxvif-2 => 192.0.2.200:46049 → 198.18.4.20:443',
  ]);
  expect(back).toEqual([
    'blackfoot dxvif-2',
    '- encapsulated vlan-tag dxvif-2 => [vlan] 198.18.4.20:443 → 192.0.2.200:46049',
    'outside site-hq',
    '- decapsulated vlan-open site-hq => 198.18.4.20:443 → 192.0.2.200:46049',
    '- translated site-nat site-hq {site-hq 172.16.0.9:40112 192.0.2.200} => 198.18.4.20:443 → 172.16.0.9:40112',
  ]);
});

/** hq’s own block is shown on every link as another (level 5.3). */
const aliased: Part = {
  gateways: {
    'vpn-1': { routes: ['172.30.0.0/16'] },
    'site-hq': {
      aliases: [{ own: '172.16.0.0/16', alias: '172.30.0.0/16' }],
      advertises: [{ prefix: '172.16.0.0/16', over: 'dxvif-1' }],
    },
  },
};

test('by an alias the router changes the block and keeps the place in it and the port, both ways (RFC 3022)', () => {
  const { out, back } = walksOf({ from: 'i-app', to: '172.30.0.9' }, aliased);
  expect(out.slice(out.indexOf('outside site-hq'))).toEqual([
    'outside site-hq',
    '- decapsulated vlan-open site-hq => 10.1.2.20:40112 → 172.30.0.9:443',
    '- translated site-alias site-hq {172.16.0.0/16 172.30.0.0/16} => 10.1.2.20:40112 → 172.16.0.9:443',
  ]);
  expect(back.slice(0, 4)).toEqual([
    'outside site-hq',
    '- matched-route site-route site-hq {10.1.0.0/16 dxvif-1} => 172.16.0.9:443 → 10.1.2.20:40112',
    '- translated site-alias site-hq {172.16.0.0/16 172.30.0.0/16} => 172.30.0.9:443 → 10.1.2.20:40112',
    '- encapsulated vlan-tag dxvif-1 => [vlan] 172.30.0.9:443 → 10.1.2.20:40112',
  ]);
});

test.each<[string, string, Part, string]>([
  ['a private source shows the router’s address to the provider', '172.16.0.9', {}, '192.0.2.9'],
  [
    'or the one that the site keeps for it',
    '172.16.0.9',
    { gateways: { 'site-hq': { translations: [{ over: 'isp', address: '192.0.2.55' }] } } },
    '192.0.2.55',
  ],
  ['a public source stays as it is', '192.0.2.210', {}, '192.0.2.210'],
  [
    'an alias is for links, and not for the provider',
    '192.0.2.210',
    { gateways: { 'site-hq': { aliases: [{ own: '192.0.2.192/26', alias: '172.30.0.0/26' }] } } },
    '192.0.2.210',
  ],
])('to the provider: %s', (_what, address, change, shown) => {
  const at: Part = { internet: { hq: { address } } };
  const { seen, outcome } = traceExchange(buildWorld(worldFile('hybrid'), change, at), { from: 'hq', to: 'client' });
  expect([outcome, seen?.source.address]).toEqual(['conversed', shown]);
});

test('a machine that has the announced address itself is not translated', () => {
  const own: Part = { internet: { hq: { address: '192.0.2.200' } } };
  const { out } = walksOf({ from: 'hq', to: 'bucket' }, own);
  expect(out.slice(0, 3)).toEqual([
    'outside site-hq',
    '- matched-route site-route site-hq {198.18.0.0/16 dxvif-2} => 192.0.2.200:40112 → 198.18.4.20:443',
    '- encapsulated vlan-tag dxvif-2 => [vlan] 192.0.2.200:40112 → 198.18.4.20:443',
  ]);
});

test.each<[string, Part, number]>([
  ['1446 bytes through a tunnel (D-VPNQ)', { conditions: { downLinks: ['dxvif-1', 'vpn-2'] } }, 1446],
  ['1500 on a wire (D-DX)', {}, 1500],
  ['9001 where jumbo frames are on (D-DX)', { gateways: { 'dxvif-1': { mtu: 9001 } } }, 9001],
])('in one piece go %s', (_link, change, limit) => {
  const sizes = [limit, limit + 1].map((size) => {
    const probe: Probe = { from: 'hq', to: 'i-app', protocol: 'udp', size };
    const { request } = traceExchange(buildWorld(worldFile('hybrid'), change), probe);
    return request.hops.find(({ node }) => node === 'site-hq')!.steps.filter(({ kind }) => kind === 'fragmented')
      .length;
  });
  expect(sizes).toEqual([0, 1]);
});
