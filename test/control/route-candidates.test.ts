// What a form offers for a route. What may stand in a route table: D-RT, D-RTW, D-EIGW (vpc-dataplane 5.1, 5.2).

import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import {
  byFamily,
  destinationCandidates,
  freeLists,
  listAppliances,
  listedRoutes,
  type RouteInput,
  targetCandidates,
} from '../../src/control/route-candidates.ts';
import { makeWorld } from './lab-world.ts';

/** vpc-red has two gateways of each kind, one of which is another's, gone or attached to nothing; rtb-all has a row to one of each. */
const world = makeWorld({
  vpcs: {
    'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] },
    'vpc-blue': { cidrs: ['172.31.0.0/16'] },
    'vpc-green': { cidrs: ['10.7.0.0/16'] },
  },
  routeTables: {
    'rtb-app': { vpcId: 'vpc-red' },
    'rtb-all': {
      vpcId: 'vpc-red',
      routes: [
        { destination: '0.0.0.0/0', target: 'nat-red' },
        { destination: '::/0', target: 'eigw-red' },
        { destination: '172.31.0.0/16', target: 'pcx-red' },
        { destination: '192.0.2.0/24', target: 'tgw-red' },
        { destination: '10.1.1.0/24', target: 'eni-fw' },
        { destination: 'pl-own', target: 'vgw-red' },
        { destination: 'pl-s3', target: 'vpce-s3' },
      ],
    },
    'rtb-green': {
      vpcId: 'vpc-green',
      routes: [
        { destination: '10.1.0.0/16', target: 'tgw-far' },
        { destination: '10.1.2.0/25', target: 'tgw-far' },
        { destination: '198.51.100.0/24', target: 'tgw-far' },
      ],
    },
  },
  gateways: {
    'vgw-red': { kind: 'vpn-gateway', vpcId: 'vpc-red' },
    'vgw-spare': { kind: 'vpn-gateway' },
    'nat-red': { kind: 'regional-nat-gateway', vpcId: 'vpc-red' },
    'nat-failed': { kind: 'regional-nat-gateway', vpcId: 'vpc-red', state: 'failed' },
    'nat-blue': { kind: 'regional-nat-gateway', vpcId: 'vpc-blue' },
    'eigw-red': { kind: 'egress-only-internet-gateway', vpcId: 'vpc-red' },
    'eigw-blue': { kind: 'egress-only-internet-gateway', vpcId: 'vpc-blue' },
    'pcx-red': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-red', accepterVpcId: 'vpc-blue' },
    'pcx-over': {
      kind: 'vpc-peering-connection',
      requesterVpcId: 'vpc-blue',
      accepterVpcId: 'vpc-red',
      state: 'rejected',
    },
    'pcx-far': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-blue', accepterVpcId: 'vpc-green' },
    'tgw-red': { kind: 'transit-gateway' },
    'tgw-far': { kind: 'transit-gateway' },
    'tgw-attach-red': {
      kind: 'transit-gateway-attachment',
      transitGatewayId: 'tgw-red',
      vpcId: 'vpc-red',
      nodes: [{ subnetId: 'subnet-app', networkInterfaceId: 'eni-tgw' }],
    },
    'tgw-attach-far': {
      kind: 'transit-gateway-attachment',
      transitGatewayId: 'tgw-far',
      vpcId: 'vpc-green',
      nodes: [{ subnetId: 'subnet-green', networkInterfaceId: 'eni-far' }],
    },
    'vpce-s3': { kind: 'gateway-endpoint', vpcId: 'vpc-red', prefixListId: 'pl-s3' },
    'site-hq': {
      kind: 'customer-site',
      publicIp: '192.0.2.9',
      cidrs: ['172.16.0.0/16'],
      aliases: [{ own: '172.16.0.0/16', alias: '172.18.0.0/16' }],
    },
  },
  subnets: { 'subnet-green': { vpcId: 'vpc-green', cidr: '10.7.1.0/24' } },
  networkInterfaces: {
    'eni-open': { subnetId: 'subnet-pub', addresses: [{ address: '10.1.1.11' }], sourceDestCheck: false },
    'eni-shut': { subnetId: 'subnet-pub', addresses: [{ address: '10.1.1.12' }] },
    'eni-tgw': {
      subnetId: 'subnet-app',
      managedBy: 'tgw-attach-red',
      addresses: [{ address: '10.1.2.4' }],
      sourceDestCheck: false,
    },
    'eni-far': {
      subnetId: 'subnet-green',
      managedBy: 'tgw-attach-far',
      addresses: [{ address: '10.7.1.4' }],
      sourceDestCheck: false,
    },
  },
  prefixLists: {
    'pl-own': { name: 'office', cidrs: ['192.0.2.0/24'] },
    'pl-new': { name: 'partners', cidrs: ['192.0.2.0/24'] },
    'pl-s3': { name: 'com.amazonaws.us-east-1.s3', cidrs: ['198.18.0.0/16'] },
  },
});

function targets(start: World, input: object) {
  return Object.values(targetCandidates).flatMap((list) => list(start, input as RouteInput));
}

const gateways = ['igw-red', 'igw-spare', 'vgw-red', 'vgw-spare'];
const appliances = ['eni-fw', 'eni-open'];

const offers: readonly (readonly [string, object, readonly string[]])[] = [
  [
    'IPv4 everywhere',
    { RouteTableId: 'rtb-app', DestinationCidrBlock: '0.0.0.0/0' },
    [...gateways, 'nat-red', 'pcx-red', 'tgw-red', ...appliances],
  ],
  [
    'IPv6 everywhere, which an egress-only internet gateway carries too (D-EIGW)',
    { RouteTableId: 'rtb-app', DestinationIpv6CidrBlock: '::/0' },
    [...gateways, 'nat-red', 'pcx-red', 'tgw-red', 'eigw-red', ...appliances],
  ],
  [
    'a prefix list',
    { RouteTableId: 'rtb-app', DestinationPrefixListId: 'pl-own' },
    [...gateways, 'nat-red', 'pcx-red', 'tgw-red', 'eigw-red', ...appliances],
  ],
  [
    'a subnet of the VPC itself (D-RT)',
    { RouteTableId: 'rtb-app', DestinationCidrBlock: '10.1.1.0/24' },
    ['nat-red', ...appliances],
  ],
  [
    'what goes to a NAT gateway now',
    { RouteTableId: 'rtb-all', DestinationCidrBlock: '0.0.0.0/0' },
    [...gateways, 'pcx-red', 'tgw-red', ...appliances],
  ],
  [
    'what goes to an egress-only internet gateway now',
    { RouteTableId: 'rtb-all', DestinationIpv6CidrBlock: '::/0' },
    [...gateways, 'nat-red', 'pcx-red', 'tgw-red', ...appliances],
  ],
  [
    'what goes to a peering connection now',
    { RouteTableId: 'rtb-all', DestinationCidrBlock: '172.31.0.0/16' },
    [...gateways, 'nat-red', 'tgw-red', ...appliances],
  ],
  [
    'what goes to a transit gateway now',
    { RouteTableId: 'rtb-all', DestinationCidrBlock: '192.0.2.0/24' },
    [...gateways, 'nat-red', 'pcx-red', ...appliances],
  ],
  [
    'what goes to an interface now',
    { RouteTableId: 'rtb-all', DestinationCidrBlock: '10.1.1.0/24' },
    ['nat-red', 'eni-open'],
  ],
  [
    'what goes to a virtual private gateway now',
    { RouteTableId: 'rtb-all', DestinationPrefixListId: 'pl-own' },
    ['igw-red', 'igw-spare', 'vgw-spare', 'nat-red', 'pcx-red', 'tgw-red', 'eigw-red', ...appliances],
  ],
  [
    'another VPC’s table',
    { RouteTableId: 'rtb-green', DestinationCidrBlock: '0.0.0.0/0' },
    ['igw-spare', 'vgw-spare', 'pcx-far', 'tgw-far'],
  ],
  ['no destination yet', { RouteTableId: 'rtb-green' }, ['igw-spare', 'vgw-spare', 'pcx-far', 'tgw-far']],
  ['no table yet', { DestinationCidrBlock: '0.0.0.0/0' }, ['igw-spare', 'vgw-spare']],
  ['a table that is not there', { RouteTableId: 'rtb-x' }, ['igw-spare', 'vgw-spare']],
];

test.each(offers)('targets for %s', (_what, input, expected) => {
  expect(targets(world, input)).toEqual(expected);
});

describe('destinations', () => {
  test('are everything, what other tables hold, joined VPCs, sites, machines outside and whole subnets', () => {
    expect(destinationCandidates(world, { RouteTableId: 'rtb-app' })).toEqual([
      '0.0.0.0/0',
      '::/0',
      '172.31.0.0/16',
      '192.0.2.0/24',
      '10.1.1.0/24',
      '198.51.100.0/24',
      '172.16.0.0/16',
      '172.18.0.0/16',
      '192.0.2.80/32',
      '10.1.2.0/24',
    ]);
  });

  test('are not what the table has, nor subnets where nothing forwards', () => {
    expect(destinationCandidates(world, { RouteTableId: 'rtb-all' })).toEqual([
      '198.51.100.0/24',
      '172.16.0.0/16',
      '172.18.0.0/16',
      '192.0.2.80/32',
      '10.1.2.0/24',
    ]);
    expect(destinationCandidates(world, { RouteTableId: 'rtb-green' })).toEqual([
      '0.0.0.0/0',
      '::/0',
      '172.31.0.0/16',
      '192.0.2.0/24',
      '10.1.1.0/24',
      '172.16.0.0/16',
      '172.18.0.0/16',
      '192.0.2.80/32',
    ]);
  });

  test('are everything though no table has it yet; IPv6 only where the VPC speaks it', () => {
    const offered = (cidrs: readonly string[]) => {
      const bare = makeWorld({ vpcs: { 'vpc-red': { cidrs } }, routeTables: { 'rtb-pub': { vpcId: 'vpc-red' } } });
      return destinationCandidates(bare, { RouteTableId: 'rtb-pub' });
    };
    const rest = ['192.0.2.80/32', '10.1.1.0/24', '10.1.2.0/24'];
    expect(offered(['10.1.0.0/16'])).toEqual(['0.0.0.0/0', ...rest]);
    expect(offered(['10.1.0.0/16', '2001:db8:1::/56'])).toEqual(['0.0.0.0/0', '::/0', ...rest]);
  });

  test('are none without a table', () => {
    expect(destinationCandidates(world, {})).toEqual([]);
    expect(destinationCandidates(world, { RouteTableId: 'rtb-x' })).toEqual([]);
  });

  test('are asked for by family', () => {
    const { DestinationCidrBlock, DestinationIpv6CidrBlock } = byFamily(destinationCandidates);
    const input = { RouteTableId: 'rtb-app' };
    expect(DestinationIpv6CidrBlock(world, input)).toEqual(['::/0']);
    expect(DestinationCidrBlock(world, input)).toEqual(
      destinationCandidates(world, input).filter((block) => block !== '::/0'),
    );
  });
});

describe('prefix lists', () => {
  test('of the account are free where the table has no row for them; AWS’s are the endpoint’s to give', () => {
    expect(freeLists(world, { RouteTableId: 'rtb-app' })).toEqual(['pl-own', 'pl-new']);
    expect(freeLists(world, { RouteTableId: 'rtb-all' })).toEqual(['pl-new']);
    expect(freeLists(world, {})).toEqual([]);
  });

  test('in rows that somebody wrote may go; an endpoint’s row may not (D-GWE)', () => {
    expect(listedRoutes(world, { RouteTableId: 'rtb-all' })).toEqual(['pl-own']);
    expect(listedRoutes(world, { RouteTableId: 'rtb-x' })).toEqual([]);
    expect(listedRoutes(world, {})).toEqual([]);
  });
});

test('an appliance forwards, or is not checked; a service’s interface is none', () => {
  expect(listAppliances(world, 'vpc-red')).toEqual(appliances);
  expect(listAppliances(world, 'vpc-green')).toEqual([]);
});
