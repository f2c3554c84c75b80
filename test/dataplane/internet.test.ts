// Who answers for an address on the internet: machines out there, a VPC, a company, AWS itself. Source: D-IGW, D-FAQ, D-DX (vpc-dataplane 3.2,
// 7.2), RFC 1918.

import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { findInternetHost, listAwsBlocks } from '../../src/dataplane/internet.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

function ways(world: World, probe: Probe): string[] {
  const { request, reply } = traceExchange(world, probe);
  const fault = request.fault ?? reply?.fault;
  const ends = fault ? [`${fault.reason} at ${fault.at}, ${fault.about}`] : [];
  return [request.path.join(' '), ...(reply ? [reply.path.join(' ')] : []), ...ends];
}

/** A machine in the company's network that has one of the company's public addresses. */
const desk: Part = { internet: { desk: { address: '192.0.2.201', site: 'site-hq' } } };
const hybrid = (...changes: readonly Part[]) => buildWorld(worldFile('hybrid'), desk, ...changes);

test('AWS’s blocks are its pool, its services’ lists, and what lies in neither', () => {
  const world = buildWorld({
    publicPool: { cidr: '203.0.113.0/24' },
    prefixLists: {
      'pl-s3': { name: 'com.amazonaws.us-east-1.s3', cidrs: ['198.18.0.0/16', '198.20.0.0/16'] },
      'pl-own': { name: 'offices', cidrs: ['192.0.2.0/24'] },
    },
    internet: {
      bucket: { address: '198.18.4.20', service: 's3' },
      'far-bucket': { address: '52.216.0.1', service: 's3' },
      client: { address: '198.51.100.8' },
    },
    elasticIps: { 'eipalloc-1': { publicIp: '203.0.113.9' }, 'eipalloc-2': { publicIp: '54.0.0.9' } },
  });
  expect(listAwsBlocks(world).filter((block) => block !== '198.19.0.0/17')).toEqual([
    '203.0.113.0/24',
    '198.18.0.0/16',
    '198.20.0.0/16',
    '52.216.0.1/32',
    '54.0.0.9/32',
  ]);
});

describe('a company’s own public addresses', () => {
  test('are found by its router, not beside it', () => {
    expect(findInternetHost(hybrid(), '192.0.2.201')).toBeUndefined();
    expect(ways(hybrid(), { from: 'client', to: 'desk' })).toEqual([
      'client internet site-hq desk',
      'desk site-hq internet client',
    ]);
  });

  test('are cut off with its provider', () => {
    const down: Part = { conditions: { downLinks: ['site-hq/isp'] } };
    const probe: Probe = { from: 'client', to: 'desk' };
    expect(ways(hybrid(down), probe)).toEqual(['client internet', 'WIRE_DOWN at site-hq/isp, 192.0.2.201']);
    expect(diagnose(hybrid(down), probe).map(({ direction, reason }) => `${direction} ${reason}`)).toEqual([
      'request WIRE_DOWN',
    ]);
  });

  test('are answered by AWS over the public wire, wherever the answer’s sender got its address (D-DX)', () => {
    const lent: Part = {
      gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
      routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } },
      networkInterfaces: { 'eni-app': { addresses: [{ address: '10.1.2.20', autoPublicIp: '52.9.9.9' }] } },
    };
    expect(ways(hybrid(lent), { from: 'i-app', to: '192.0.2.201' })[0]).toBe('i-app host-a igw-1 dxvif-2 site-hq desk');
    expect(ways(hybrid(), { from: 'client', to: '192.0.2.201' })[0]).toBe('client internet site-hq desk');
  });
});

describe('what a public virtual interface reaches (D-DX)', () => {
  const sees = (source: string): Part => ({ internet: { bucket: { application: { allowedSources: [source] } } } });

  test.each<[string, string, readonly string[], Part]>([
    ['a service', 'bucket', ['hq site-hq dxvif-2 bucket', 'bucket dxvif-2 site-hq hq'], sees('192.0.2.200/32')],
    [
      'a service that takes others only',
      'bucket',
      ['hq site-hq dxvif-2 bucket', 'SOURCE_NOT_ALLOWED at bucket, 192.0.2.200'],
      sees('192.0.2.9/32'),
    ],
    [
      'an address of the service that nobody has named',
      '198.18.4.99',
      ['hq site-hq dxvif-2 198.18.4.99', '198.18.4.99 dxvif-2 site-hq hq'],
      {},
    ],
    [
      'an address of the pool that nobody holds',
      '203.0.113.77',
      ['hq site-hq dxvif-2', 'NO_PUBLIC_MAPPING_INGRESS at dxvif-2, 203.0.113.77'],
      {},
    ],
    ['nobody else', '198.51.100.9', ['hq site-hq internet 198.51.100.9', '198.51.100.9 internet site-hq hq'], {}],
  ])('%s', (_what, to, expected, change) => {
    expect(ways(hybrid(change), { from: 'hq', to })).toEqual(expected);
  });
});

describe('a VPC without an internet gateway', () => {
  test('takes no IPv4 in by an egress-only one', () => {
    const world = buildWorld(worldFile('ipv6'), { gateways: { 'igw-1': { vpcId: undefined } } });
    expect(ways(world, { from: 'client4', to: '52.0.0.5' })).toEqual([
      'client4 internet',
      'GATEWAY_DETACHED at igw-1, vpc-red',
    ]);
    expect(ways(world, { from: 'client', to: '2001:db8:1:2::5' })).toEqual([
      'client internet eigw-1',
      'EIGW_INBOUND at eigw-1, 2001:db8:ffff::8',
    ]);
  });

  test('lacks a gateway that could be attached, and not just any', () => {
    const change: Part = {
      gateways: { 'igw-1': undefined, 'cgw-1': { kind: 'customer-gateway', ipAddress: '192.0.2.9' } },
      routeTables: { 'rtb-main': { routes: [] } },
    };
    const findings = diagnose(buildWorld(worldFile('three-missing-things'), change), { from: 'client', to: 'i-vm-a' });
    expect(findings.map(({ reason, at }) => `${reason} at ${at}`)).toContain('GATEWAY_DETACHED at vpc-red');
  });
});
