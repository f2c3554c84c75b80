import { expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

/** The hybrid world, and a machine in the public block that its site announces. */
const web: Part = { internet: { web: { address: '192.0.2.210', site: 'site-hq' } } };

function pathOf(probe: Probe, change: Part = {}): string {
  const { request } = traceExchange(buildWorld(worldFile('hybrid'), web, change), probe);
  return [...request.path, ...(request.fault ? [request.fault.reason] : [])].join(' ');
}

const hq = (change: Part): Part => ({ gateways: { 'site-hq': change } });
const announces = (...routeFilterPrefixes: string[]): Part => ({ gateways: { 'dxvif-2': { routeFilterPrefixes } } });

test.each<[string, string, Probe, Part?]>([
  ['a machine in a public block', 'client internet site-hq web', { from: 'client', to: '192.0.2.210' }],
  [
    'the router itself',
    'client internet site-hq ONPREM_NO_ROUTE',
    { from: 'client', to: '192.0.2.9' },
    hq({ routes: [] }),
  ],
  [
    'an address that the site keeps for its provider',
    'client internet site-hq ONPREM_NO_ROUTE',
    { from: 'client', to: '192.0.2.55' },
    hq({ routes: [], translations: [{ over: 'isp', address: '192.0.2.55' }] }),
  ],
  [
    'not one that it keeps for a wire',
    'client internet 192.0.2.55',
    { from: 'client', to: '192.0.2.55' },
    hq({ translations: [{ over: 'dxvif-2', address: '192.0.2.55' }] }),
  ],
  [
    'nor the one beside it',
    'client internet 192.0.2.56',
    { from: 'client', to: '192.0.2.56' },
    hq({ translations: [{ over: 'isp', address: '192.0.2.55' }] }),
  ],
  [
    'nor a private address, though a site has it',
    'client internet NOT_ON_INTERNET',
    { from: 'client', to: '172.16.0.9' },
  ],
])('on the internet a site is found by %s', (_what, path, probe, change) => {
  expect(pathOf(probe, change)).toBe(path);
});

/** The way back of what the site has sent to AWS by its provider. */
function answerPath(change: Part = {}): string | undefined {
  const byProvider = hq({
    routes: [
      { destination: '0.0.0.0/0', target: 'isp' },
      { destination: '198.18.0.0/16', target: 'isp' },
    ],
  });
  const world = buildWorld(worldFile('hybrid'), web, byProvider, change);
  return traceExchange(world, { from: 'web', to: 'bucket' }).reply?.path.join(' ');
}

const byWire = 'bucket dxvif-2 site-hq web';
const byInternet = 'bucket internet site-hq web';

test.each<[string, string, Part?]>([
  ['over the public virtual interface whose customer announces the address', byWire],
  ['so also if it announces others', byWire, announces('198.51.100.128/25', '192.0.2.192/26')],
  ['by the internet, if it announces only others', byInternet, announces('198.51.100.128/25')],
  ['by the internet while the interface is down', byInternet, { conditions: { downLinks: ['dxvif-2'] } }],
  ['or its wire', byInternet, { conditions: { downLinks: ['dxcon-1'] } }],
  ['or while the wire is not laid', byInternet, { gateways: { 'dxcon-1': { siteId: undefined } } }],
  [
    'never over a private one',
    byInternet,
    {
      gateways: {
        'dxvif-1': { routeFilterPrefixes: ['192.0.2.192/26'] },
        'dxvif-2': undefined,
        'site-hq': { translations: [] },
      },
    },
  ],
])('AWS answers a customer’s public address %s (D-DX)', (_what, path, change) => {
  expect(answerPath(change)).toBe(path);
});

test('over a public virtual interface a site sends from any block that it announces', () => {
  const probe: Probe = { from: 'web', to: 'bucket' };
  expect(pathOf(probe, announces('198.51.100.128/25', '192.0.2.192/26'))).toBe('web site-hq dxvif-2 bucket');
  expect(pathOf(probe, announces('198.51.100.128/25'))).toBe('web site-hq dxvif-2 VIF_FOREIGN_SOURCE');
});
