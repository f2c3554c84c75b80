import { describe, expect, test } from 'vitest';
import { findRoute, findSubnetRoute } from '../../src/dataplane/routing.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { parseAddress } from '../../src/net/address.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

function tableOf(routes: readonly (readonly [destination: string, target: string, origin?: string])[]) {
  return buildWorld(worldFile('article'), {
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '10.9.0.0/16'] } },
    prefixLists: { 'pl-1': { name: 'offices', cidrs: ['192.168.0.0/16'] } },
    routeTables: {
      'rtb-red': {
        routes: routes.map(([destination, target, origin = 'CreateRoute']) => ({ destination, target, origin })),
      },
    },
  });
}

const PROPAGATED = 'EnableVgwRoutePropagation';

// vpc-dataplane 5.1.
describe('the route that a table chooses', () => {
  test.each<[string, string, readonly (readonly [string, string, string?])[], string, string | undefined]>([
    [
      'the longest prefix wins, whatever the order',
      'D-RT',
      [
        ['0.0.0.0/0', 'igw-1'],
        ['198.51.100.8/32', 'eni-b'],
        ['198.51.100.0/24', 'eni-a'],
      ],
      '198.51.100.8',
      'eni-b',
    ],
    [
      'a shorter one serves the neighbours',
      'D-RT',
      [
        ['0.0.0.0/0', 'igw-1'],
        ['198.51.100.8/32', 'eni-b'],
        ['198.51.100.0/24', 'eni-a'],
      ],
      '198.51.100.9',
      'eni-a',
    ],
    [
      'the default serves the rest',
      'D-RT',
      [
        ['198.51.100.0/24', 'eni-a'],
        ['0.0.0.0/0', 'igw-1'],
      ],
      '192.0.2.80',
      'igw-1',
    ],
    ['nothing matches', 'D-RT', [['198.51.100.0/24', 'eni-a']], '192.0.2.80', undefined],
    ['the local route beats the default inside the VPC', 'D-RT', [['0.0.0.0/0', 'igw-1']], '10.1.200.7', 'local'],
    ["a whole subnet's block beats local", 'D-RT', [['10.1.3.0/24', 'eni-fw']], '10.1.3.30', 'eni-fw'],
    [
      'a propagated longer prefix beats a static shorter one',
      'D-RTP',
      [
        ['172.16.0.0/12', 'igw-1'],
        ['172.16.5.0/24', 'vgw-1', PROPAGATED],
      ],
      '172.16.5.9',
      'vgw-1',
    ],
    [
      'static beats propagated on the same block',
      'D-RTP',
      [
        ['172.16.0.0/16', 'vgw-1', PROPAGATED],
        ['172.16.0.0/16', 'eni-a'],
      ],
      '172.16.5.9',
      'eni-a',
    ],
    [
      'inside the VPC even a longer propagated one loses to local',
      'D-VPN',
      [['10.1.9.0/24', 'vgw-1', PROPAGATED]],
      '10.1.9.7',
      'local',
    ],
    ['so inside any block of the VPC', 'D-VPN', [['10.9.9.0/24', 'vgw-1', PROPAGATED]], '10.9.9.7', 'local'],
    ['a propagated one beside the way', 'D-RT', [['172.16.0.0/16', 'vgw-1', PROPAGATED]], '192.0.2.80', undefined],
    [
      'static beats a prefix list on the same block',
      'D-RTP',
      [
        ['pl-1', 'eni-a'],
        ['192.168.0.0/16', 'eni-b'],
      ],
      '192.168.3.4',
      'eni-b',
    ],
    [
      'a prefix list beats propagated on the same block',
      'D-RTP',
      [
        ['192.168.0.0/16', 'vgw-1', PROPAGATED],
        ['pl-1', 'eni-a'],
      ],
      '192.168.3.4',
      'eni-a',
    ],
    ['a list that is not there holds nothing', 'D-RT', [['pl-gone', 'eni-a']], '192.168.3.4', undefined],
    ['IPv4 and IPv6 are separate worlds', 'D-RT', [['0.0.0.0/0', 'igw-1']], '2001:db8::8', undefined],
    ['::/0 says nothing about IPv4', 'D-RT', [['::/0', 'igw-1']], '8.8.8.8', undefined],
    [
      '/32 at the top of the space',
      'D-RT',
      [
        ['255.255.255.255/32', 'eni-a'],
        ['0.0.0.0/0', 'igw-1'],
      ],
      '255.255.255.254',
      'igw-1',
    ],
  ])('%s (%s)', (_what, _source, routes, destination, target) => {
    expect(findRoute(tableOf(routes), 'rtb-red', parseAddress(destination)!)?.target).toBe(target);
  });
});

const noOwnTable: Part = { routeAssociations: { 'rtbassoc-red': undefined } };
const mainOpen: Part = {
  routeTables: {
    'rtb-main': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    'rtb-red': { routes: [] },
  },
  routeAssociations: { 'rtbassoc-main': { routeTableId: 'rtb-main', main: true } },
};

test('no table, no route', () => {
  expect(findRoute(tableOf([]), 'rtb-gone', parseAddress('8.8.8.8')!)).toBeUndefined();
});

describe('which table a subnet uses (D-RT)', () => {
  const reaches = (...parts: readonly Part[]) =>
    findSubnetRoute(buildWorld(worldFile('article'), ...parts), 'subnet-red', parseAddress('8.8.8.8')!)?.target;

  test('its own, and then the main table does not count', () => {
    expect(reaches(mainOpen)).toBeUndefined();
  });

  test('the main table while it has none of its own', () => {
    expect(reaches(mainOpen, noOwnTable)).toBe('igw-1');
  });
});

describe('a blackhole (D-RTW, D-NAT; that it does not fall through is inferred)', () => {
  const fate = (change: Part, to = '198.51.100.8') => {
    const { fault, disposition } = traceExchange(buildWorld(worldFile('article'), change), {
      from: 'i-vm1',
      to,
    }).request;
    return fault ? `${fault.code} ${fault.row && 'target' in fault.row ? fault.row.target : ''}` : disposition;
  };
  const routeTo = (target: string): Part => ({
    routeTables: {
      'rtb-red': {
        routes: [
          { destination: '0.0.0.0/0', target: 'igw-1' },
          { destination: '198.51.100.0/24', target },
        ],
      },
    },
  });

  test('wins over the shorter route that works', () => {
    expect(fate(routeTo('eni-gone'))).toBe('BAD_STATE_ROUTE eni-gone');
    expect(fate(routeTo('eni-gone'), '192.0.2.80')).toBe('delivered');
  });

  test.each<[string, Part]>([
    ['an interface that is gone', routeTo('eni-gone')],
    [
      'an interface that hangs on nothing',
      {
        ...routeTo('eni-x'),
        networkInterfaces: { 'eni-x': { subnetId: 'subnet-red', addresses: [{ address: '10.1.0.9' }] } },
      },
    ],
    [
      'an interface of a stopped instance',
      {
        ...routeTo('eni-x'),
        instances: { 'i-x': { hostId: 'host-a', state: 'stopped' } },
        networkInterfaces: {
          'eni-x': { subnetId: 'subnet-red', instanceId: 'i-x', addresses: [{ address: '10.1.0.9' }] },
        },
      },
    ],
    ['a NAT gateway that is gone', routeTo('nat-gone')],
    ['an internet gateway that is gone', routeTo('igw-gone')],
    [
      'an internet gateway that is detached',
      { ...routeTo('igw-2'), gateways: { 'igw-2': { kind: 'internet-gateway' } } },
    ],
    [
      'an internet gateway of another VPC',
      {
        ...routeTo('igw-2'),
        vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
        gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-blue' } },
      },
    ],
    [
      'an interface of another VPC',
      {
        ...routeTo('eni-x'),
        vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
        subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.0.0/24' } },
        instances: { 'i-x': { hostId: 'host-a' } },
        networkInterfaces: {
          'eni-x': { subnetId: 'subnet-blue', instanceId: 'i-x', addresses: [{ address: '10.2.0.9' }] },
        },
      },
    ],
  ])('is a route to %s', (_what, change) => {
    expect(fate(change)).toMatch(/^BAD_STATE_ROUTE/);
  });
});
