// Which addresses are handed out next: of a pool that holds .1 to .14, neither the first address of the block nor the last (ours), nor one
// that anything holds. Tunnels take the highest.

import { describe, expect, test } from 'vitest';
import {
  findFreePrivateIp,
  findFreePublicIp,
  findTunnelAddresses,
  freePrivateIps,
  offsetIn,
} from '../../src/control/issue-address.ts';
import type { Ipv4 } from '../../src/net/address.ts';
import type { Cidr } from '../../src/net/cidr.ts';
import { edit, makeWorld } from './lab-world.ts';

/** .1 is an Elastic IP, .2 a lent one, .3 a machine outside, and .13 and .14 a connection's tunnels. */
const parts = {
  elasticIps: { 'eipalloc-free': { publicIp: '192.0.2.1' } },
  networkInterfaces: {
    'eni-web': {
      subnetId: 'subnet-pub',
      instanceId: 'i-web',
      addresses: [{ address: '10.1.1.10', autoPublicIp: '192.0.2.2' }],
    },
  },
  internet: { partner: { address: '192.0.2.3' } },
  gateways: {
    'vgw-1': { kind: 'vpn-gateway', vpcId: 'vpc-red' },
    'cgw-1': { kind: 'customer-gateway', ipAddress: '198.51.100.9' },
    'vpn-1': {
      kind: 'vpn-connection',
      vpnGatewayId: 'vgw-1',
      customerGatewayId: 'cgw-1',
      tunnels: ['192.0.2.14', '192.0.2.13'],
    },
  },
};

const pool = (next: number, cidr = '192.0.2.0/28') => makeWorld({ ...parts, publicPool: { cidr, next } });

describe('a public address', () => {
  test.each([
    [0, '192.0.2.4'],
    [1, '192.0.2.4'],
    [5, '192.0.2.5'],
    [12, '192.0.2.12'],
    [13, '192.0.2.4'],
    [15, '192.0.2.4'],
  ])('from %i on is %s, round the end of the pool', (next, address) => {
    expect(findFreePublicIp(pool(next))).toBe(address);
  });

  test('is none when all are out; the pool stays where it was', () => {
    expect(findFreePublicIp(pool(0, '192.0.2.0/30'))).toBeUndefined();
    expect(findFreePublicIp(pool(2, '192.0.2.12/30'))).toBeUndefined();
  });

  test('moves the pool on by its own place', () => {
    expect(edit(pool(0), 'allocate-address').publicPool.next).toBe(5);
    expect(offsetIn('192.0.2.0/28' as string as Cidr, '192.0.2.5' as string as Ipv4)).toBe(5);
  });
});

describe('a connection’s tunnels', () => {
  test('are the two highest that are free', () => {
    expect(findTunnelAddresses(pool(0))).toEqual(['192.0.2.12', '192.0.2.11']);
  });

  test('are no address that is held, nor the block’s own', () => {
    expect(findTunnelAddresses(pool(0, '192.0.2.12/30'))).toEqual([]);
    expect(findTunnelAddresses(pool(0, '192.0.2.0/30'))).toEqual([]);
  });
});

test('a subnet gives what AWS does not keep and nobody holds', () => {
  const world = makeWorld({ subnets: { 'subnet-small': { vpcId: 'vpc-red', cidr: '10.1.9.0/28' } } });
  expect(freePrivateIps(world, 'subnet-small', 99)).toEqual(
    Array.from({ length: 11 }, (_, index) => `10.1.9.${index + 4}`),
  );
  expect(freePrivateIps(world, 'subnet-small', 2)).toEqual(['10.1.9.4', '10.1.9.5']);
  expect(findFreePrivateIp(world, 'subnet-small')).toBe('10.1.9.4');
});
