import { describe, expect, test } from 'vitest';
import { homesOf } from '../../src/dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../../src/dataplane/gateways/registry.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

describe('the VPCs whose route tables may name a gateway', () => {
  test.each<[string, string, string, string[], Part?]>([
    ['an internet gateway: the one it is attached to (D-IGW)', 'article', 'igw-1', ['vpc-red']],
    ['one that is detached: none', 'article', 'igw-1', [], { gateways: { 'igw-1': { vpcId: undefined } } }],
    ['a peering connection: both (D-PEER)', 'peering', 'pcx-2', ['vpc-blue', 'vpc-green']],
    ['a transit gateway: those attached (D-TGW)', 'transit-gateway', 'tgw-1', ['vpc-red', 'vpc-blue', 'vpc-out']],
    ['a VPN’s attachment adds none', 'transit-vpn', 'tgw-1', ['vpc-red']],
    [
      'another transit gateway: none of those',
      'transit-gateway',
      'tgw-2',
      [],
      { gateways: { 'tgw-2': { kind: 'transit-gateway' } } },
    ],
    ['a VPN connection: none', 'vpn', 'vpn-1', []],
    ['a gateway that is gone: none', 'article', 'igw-x', []],
  ])('%s', (_what, world, id, homes, change = {}) => {
    expect(homesOf(GATEWAY_KINDS, buildWorld(worldFile(world), change), id)).toEqual(homes);
  });
});

const blue: Part = { vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } } };
const ofBlue = (id: string, attributes: Part = {}): Part =>
  mergeParts(blue, {
    gateways: { [id]: { ...attributes, vpcId: 'vpc-blue' } },
  });

// Source: D-RTW, D-RA BAD_STATE_ROUTE (vpc-dataplane 5.1): what is not of the table's VPC, or carries nothing by itself, is a blackhole.
test.each<[string, string, Part]>([
  ['another VPC’s egress-only gateway', 'eigw-x', ofBlue('eigw-x', { kind: 'egress-only-internet-gateway' })],
  ['another VPC’s internet gateway', 'igw-x', ofBlue('igw-x', { kind: 'internet-gateway' })],
  ['another VPC’s regional NAT gateway', 'nat-x', ofBlue('nat-x', { kind: 'regional-nat-gateway' })],
  ['another VPC’s virtual private gateway', 'vgw-x', ofBlue('vgw-x', { kind: 'vpn-gateway' })],
  ['a detached one', 'vgw-x', { gateways: { 'vgw-x': { kind: 'vpn-gateway' } } }],
  [
    'a peering connection of other VPCs',
    'pcx-x',
    mergeParts(blue, {
      vpcs: { 'vpc-green': { cidrs: ['10.3.0.0/16'] } },
      gateways: {
        'pcx-x': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-blue', accepterVpcId: 'vpc-green' },
      },
    }),
  ],
  [
    'a transit gateway that the VPC is not attached to',
    'tgw-x',
    { gateways: { 'tgw-x': { kind: 'transit-gateway' } } },
  ],
  ['a customer gateway', 'cgw-x', { gateways: { 'cgw-x': { kind: 'customer-gateway', ipAddress: '192.0.2.9' } } }],
  [
    'an interface endpoint',
    'vpce-x',
    { gateways: { 'vpce-x': { kind: 'interface-endpoint', vpcId: 'vpc-red', serviceName: 's3', nodes: [] } } },
  ],
  [
    'a load balancer',
    'nlb-x',
    {
      gateways: {
        'nlb-x': {
          kind: 'network-load-balancer',
          vpcId: 'vpc-red',
          nodes: [{ subnetId: 'subnet-red', networkInterfaceId: 'eni-x' }],
        },
      },
      networkInterfaces: {
        'eni-x': { subnetId: 'subnet-red', managedBy: 'nlb-x', addresses: [{ address: '10.1.0.9' }] },
      },
    },
  ],
  [
    'a transit gateway’s attachment itself',
    'tgw-attach-x',
    {
      gateways: {
        'tgw-x': { kind: 'transit-gateway' },
        'tgw-attach-x': {
          kind: 'transit-gateway-attachment',
          transitGatewayId: 'tgw-x',
          vpcId: 'vpc-red',
          nodes: [{ subnetId: 'subnet-red', networkInterfaceId: 'eni-x' }],
        },
      },
      networkInterfaces: {
        'eni-x': { subnetId: 'subnet-red', managedBy: 'tgw-attach-x', addresses: [{ address: '10.1.0.9' }] },
      },
    },
  ],
])('a route to %s is a blackhole, and its packets end at the table', (_what, target, change) => {
  const routed: Part = { routeTables: { 'rtb-red': { routes: [{ destination: '0.0.0.0/0', target }] } } };
  const { request } = traceExchange(buildWorld(worldFile('article'), change, routed), { from: 'i-vm1', to: '8.8.8.8' });
  expect(request).toMatchObject({
    disposition: 'dropped',
    fault: { reason: 'ROUTE_BLACKHOLE', at: 'rtb-red', about: '8.8.8.8', row: { target } },
  });
});
