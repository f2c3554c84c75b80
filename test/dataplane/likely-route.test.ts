// Where a diagnosis goes on when a route is missing or dead: what it finds behind it, and what it does not.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

type Case = [what: string, findings: readonly string[], file: string, probe: Probe, change: Part];

const toClient = (from: string): Probe => ({ from, to: 'client' });
const routes = (id: string, ...rows: readonly Part[]): Part => ({ [id]: { routes: rows } });
const everything = (target: string): Part => ({ destination: '0.0.0.0/0', target });
const stopped = (id: string): Part => ({ [id]: { state: 'stopped' } });

function check(_what: string, findings: readonly string[], file: string, probe: Probe, change: Part) {
  const found = diagnose(buildWorld(worldFile(file), change), probe);
  expect(found.map(({ direction, reason, at }) => `${direction} ${reason} ${at}`)).toEqual(findings);
}

describe('4.2, the NAT gateway of the VPC, for a sender without a public address (D-NAT)', () => {
  const noRoute = 'request NO_ROUTE rtb-p';
  const byGateway = [noRoute, 'request NO_PUBLIC_MAPPING_EGRESS igw-1'];
  const withoutItsAddress: Part = { 'eipalloc-nat': undefined };

  test.each<Case>([
    ['it is the way out', [noRoute], 'nat', toClient('i-app'), { routeTables: routes('rtb-p') }],
    [
      'a regional one as well (D-RNAT)',
      ['request NO_ROUTE rtb-main'],
      'regional-nat',
      toClient('i-app-a'),
      { routeTables: routes('rtb-main') },
    ],
    [
      'not one for private destinations only: the internet gateway would drop what it sends',
      byGateway,
      'nat',
      toClient('i-app'),
      {
        routeTables: { ...routes('rtb-p'), ...routes('rtb-q') },
        gateways: { 'nat-1': { connectivityType: 'private', allocationId: undefined } },
        elasticIps: withoutItsAddress,
      },
    ],
    [
      'not one that has failed',
      byGateway,
      'nat',
      toClient('i-app'),
      { routeTables: routes('rtb-p'), gateways: { 'nat-1': { state: 'failed' } } },
    ],
    [
      'not one of the sender’s own subnet (C-BF)',
      ['request NO_ROUTE rtb-q', 'request NO_PUBLIC_MAPPING_EGRESS igw-1'],
      'nat',
      toClient('i-web'),
      { routeTables: routes('rtb-q'), elasticIps: { 'eipalloc-web': undefined } },
    ],
    [
      'not another VPC’s',
      ['request NO_ROUTE rtb-red', 'request GATEWAY_DETACHED vpc-red', 'request NO_PUBLIC_MAPPING_EGRESS igw-missing'],
      'peering',
      toClient('i-red'),
      {},
    ],
    [
      'and no other service with an interface, such as a Gateway Load Balancer endpoint',
      byGateway,
      'nat',
      toClient('i-app'),
      {
        routeTables: routes('rtb-p'),
        elasticIps: withoutItsAddress,
        gateways: {
          'nat-1': undefined,
          'vpce-1': {
            kind: 'gateway-load-balancer-endpoint',
            vpcId: 'vpc-red',
            subnetId: 'subnet-q',
            networkInterfaceId: 'eni-nat',
          },
        },
        networkInterfaces: { 'eni-nat': { managedBy: 'vpce-1' } },
      },
    ],
  ])('%s', check);
});

describe('3.5, the egress-only internet gateway, for requests by IPv6 (D-EIGW)', () => {
  test('whatever else there is, a NAT gateway too', () => {
    const change: Part = {
      routeTables: routes('rtb-app'),
      gateways: {
        'nat-1': {
          kind: 'nat-gateway',
          vpcId: 'vpc-red',
          subnetId: 'subnet-web',
          networkInterfaceId: 'eni-nat',
          allocationId: 'eipalloc-nat',
        },
      },
      networkInterfaces: {
        'eni-nat': { subnetId: 'subnet-web', managedBy: 'nat-1', addresses: [{ address: '10.1.1.20' }] },
      },
      elasticIps: {
        'eipalloc-nat': {
          publicIp: '52.0.0.9',
          association: { id: 'eipassoc-nat', networkInterfaceId: 'eni-nat', privateIp: '10.1.1.20' },
        },
      },
    };
    check('', ['request NO_ROUTE rtb-app'], 'ipv6', toClient('i-app'), change);
  });

  test('and where there is no internet gateway', () => {
    const change: Part = {
      routeTables: { ...routes('rtb-app'), ...routes('rtb-web'), ...routes('rtb-old') },
      gateways: { 'igw-1': undefined },
    };
    check('', ['request NO_ROUTE rtb-app'], 'ipv6', toClient('i-app'), change);
  });
});

describe('3.4, the middlebox that the internet gateway’s own table names for the sender (D-RT)', () => {
  const noRoute = 'request NO_ROUTE rtb-app';

  test.each<Case>([
    [
      'what is wrong with it stands in the way as well',
      [noRoute, 'request INSTANCE_STOPPED i-fw', 'reply ROUTE_BLACKHOLE rtb-edge'],
      'edge-table',
      toClient('i-app'),
      { routeTables: routes('rtb-app'), instances: stopped('i-fw') },
    ],
    [
      'while the gateway is detached, too',
      [noRoute, 'request ROUTE_BLACKHOLE rtb-fw'],
      'edge-table',
      toClient('i-app'),
      { routeTables: routes('rtb-app'), gateways: { 'igw-1': { vpcId: undefined } } },
    ],
    [
      'not what a virtual private gateway’s table names: that is on another way',
      [noRoute],
      'edge-table',
      toClient('i-app'),
      {
        routeTables: routes('rtb-app'),
        instances: stopped('i-fw'),
        gateways: { 'vgw-1': { kind: 'vpn-gateway', vpcId: 'vpc-red' } },
        routeAssociations: { 'rtbassoc-edge': { gatewayId: 'vgw-1' } },
      },
    ],
    [
      'not another VPC’s, whose blocks may be the same',
      ['request NO_ROUTE rtb-blue'],
      'edge-table',
      toClient('i-blue'),
      {
        vpcs: { 'vpc-blue': { cidrs: ['10.1.0.0/16'] } },
        subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.1.2.0/24' } },
        routeTables: { 'rtb-blue': { vpcId: 'vpc-blue' } },
        routeAssociations: { 'rtbassoc-blue': { routeTableId: 'rtb-blue', subnetId: 'subnet-blue' } },
        gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-blue' } },
        instances: { 'i-blue': { hostId: 'host-a' } },
        networkInterfaces: {
          'eni-blue': {
            subnetId: 'subnet-blue',
            instanceId: 'i-blue',
            addresses: [{ address: '10.1.2.20' }],
            groups: ['sg-blue'],
          },
        },
        securityGroups: { 'sg-blue': { vpcId: 'vpc-blue', inbound: [], outbound: [{ peer: '0.0.0.0/0' }] } },
        elasticIps: {
          'eipalloc-blue': {
            publicIp: '52.0.0.30',
            association: { id: 'eipassoc-blue', networkInterfaceId: 'eni-blue', privateIp: '10.1.2.20' },
          },
        },
      },
    ],
  ])('%s', check);
});

describe('a dead route’s own target, where it could be brought back (D-RTW)', () => {
  test.each<Case>([
    [
      'an interface whose instance is stopped: its instance is the next finding',
      ['request ROUTE_BLACKHOLE rtb-app', 'request INSTANCE_STOPPED i-fw'],
      'edge-table',
      toClient('i-app'),
      { routeAssociations: { 'rtbassoc-edge': undefined }, instances: stopped('i-fw') },
    ],
    [
      'a peering connection that waits, though a transit gateway would lead there too',
      ['request PCX_NOT_ACTIVE rtb-red', 'reply PCX_NOT_ACTIVE rtb-blue'],
      'transit-gateway',
      { from: 'i-red', to: 'i-blue' },
      {
        gateways: {
          'pcx-1': {
            kind: 'vpc-peering-connection',
            requesterVpcId: 'vpc-red',
            accepterVpcId: 'vpc-blue',
            state: 'pending-acceptance',
          },
          'tgw-rtb-spokes': { associations: [] },
        },
        routeTables: {
          ...routes('rtb-red', { destination: '10.2.0.0/16', target: 'pcx-1' }),
          ...routes('rtb-blue', { destination: '10.1.0.0/16', target: 'pcx-1' }),
        },
      },
    ],
    [
      'not an internet gateway that another VPC has now',
      [
        'request ROUTE_BLACKHOLE rtb-edge',
        'request GATEWAY_DETACHED vpc-red',
        'request NO_PUBLIC_MAPPING_EGRESS igw-missing',
      ],
      'three-missing-things',
      toClient('i-vm-a'),
      {
        vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
        gateways: { 'igw-1': { vpcId: 'vpc-blue' } },
        routeTables: routes('rtb-edge', everything('igw-1')),
      },
    ],
  ])('%s', check);
});

describe('7.4, the transit gateway, for a VPC without a gateway of its own (D-TGWX)', () => {
  test.each<Case>([
    [
      'leads to the VPC with the NAT gateway',
      ['request NO_ROUTE rtb-red'],
      'transit-gateway',
      toClient('i-red'),
      { routeTables: routes('rtb-red') },
    ],
    [
      'but no VPC that is not attached to it',
      ['request NO_ROUTE rtb-red', 'request GATEWAY_DETACHED vpc-red', 'request NO_PUBLIC_MAPPING_EGRESS igw-missing'],
      'transit-gateway',
      toClient('i-red'),
      {
        routeTables: routes('rtb-red'),
        gateways: {
          'tgw-attach-red': undefined,
          'tgw-rtb-spokes': { associations: ['tgw-attach-blue'], propagations: ['tgw-attach-blue'] },
          'tgw-rtb-out': { propagations: ['tgw-attach-blue'] },
        },
        networkInterfaces: { 'eni-red-tgw': undefined },
      },
    ],
  ])('%s', check);
});
