import { expect, test } from 'vitest';
import { formatProblem } from '../../src/cloud/check-world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { mergeParts, type Part, worldFile } from '../worlds/build.ts';

function problemsOf(change: Part): string[] {
  const result = readWorld(mergeParts(worldFile('hybrid'), change));
  return result.ok ? [] : result.error.map((problem) => formatProblem(problem).split(' — ')[0]!);
}

function gateway(id: string, change: Part): Part {
  return { gateways: { [id]: change } };
}

test('the world itself has no problem', () => {
  expect(problemsOf({})).toEqual([]);
});

test.each<[string, string, Part]>([
  [
    'a connection to no gateway',
    'gateways.vpn-1.vpnGatewayId: vgw-x does not exist',
    gateway('vpn-1', { vpnGatewayId: 'vgw-x' }),
  ],
  [
    'a connection to no router',
    'gateways.vpn-1.customerGatewayId: cgw-x does not exist',
    gateway('vpn-1', { customerGatewayId: 'cgw-x' }),
  ],
  [
    'static routes on a connection that learns by BGP',
    'gateways.vpn-2.routes: only a static connection has routes of its own',
    gateway('vpn-2', { routes: ['172.16.0.0/16'] }),
  ],
  [
    'one tunnel',
    'gateways.vpn-1.tunnels: a VPN connection has two tunnels',
    gateway('vpn-1', { tunnels: ['203.0.113.240'] }),
  ],
  ['a wire to no site', 'gateways.dxcon-1.siteId: site-x does not exist', gateway('dxcon-1', { siteId: 'site-x' })],
  [
    'an interface on no wire',
    'gateways.dxvif-1.connectionId: dxcon-x does not exist',
    gateway('dxvif-1', { connectionId: 'dxcon-x' }),
  ],
  ['a VLAN beyond 4094', 'gateways.dxvif-1.vlan: a VLAN is 1 to 4094', gateway('dxvif-1', { vlan: 4095 })],
  [
    'a private interface that leads nowhere',
    'gateways.dxvif-1: a private virtual interface names one virtualGatewayId or one directConnectGatewayId; a public one names neither',
    gateway('dxvif-1', { virtualGatewayId: undefined }),
  ],
  [
    'a public interface that leads to a VPC',
    'gateways.dxvif-2: a private virtual interface names one virtualGatewayId or one directConnectGatewayId; a public one names neither',
    gateway('dxvif-2', { virtualGatewayId: 'vgw-1' }),
  ],
  [
    'a Direct Connect gateway that joins a customer gateway',
    'gateways.dxgw-1.virtualGatewayIds.0: vgw-x does not exist',
    gateway('dxgw-1', { kind: 'direct-connect-gateway', virtualGatewayIds: ['vgw-x'] }),
  ],
  [
    'a router’s route to a link that is not there',
    'gateways.site-hq.routes.0.target: vpn-x does not exist',
    gateway('site-hq', { routes: [{ destination: '10.1.0.0/16', target: 'vpn-x' }] }),
  ],
  [
    'a router’s route to a gateway of AWS’s',
    'gateways.site-hq.routes.0.target: expected isp, vpn-… or dxvif-…',
    gateway('site-hq', { routes: [{ destination: '10.1.0.0/16', target: 'vgw-1' }] }),
  ],
  [
    'a translation on a link that is not there',
    'gateways.site-hq.translations.0.over: dxvif-x does not exist',
    gateway('site-hq', { translations: [{ over: 'dxvif-x', address: '192.0.2.200' }] }),
  ],
  [
    'an alias that is smaller than what it stands for',
    'gateways.site-hq.aliases.0: 172.16.0.0/16 and 172.30.0.0/17 are not equally large',
    gateway('site-hq', { aliases: [{ own: '172.16.0.0/16', alias: '172.30.0.0/17' }] }),
  ],
  ['a machine of no site', 'internet.hq.site: site-x does not exist', { internet: { hq: { site: 'site-x' } } }],
  [
    'two machines of a site at one address',
    'internet.lab.address: 172.16.0.9 already belongs to hq',
    { internet: { lab: { address: '172.16.0.9' } } },
  ],
])('%s: %s', (_what, problem, change) => {
  expect(problemsOf(change)).toContain(problem);
});
