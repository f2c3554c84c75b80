// What the parts of a transit gateway may name in a World. Source: D-TGW, D-TGWA, D-TGWQ (vpc-dataplane 7.4).

import { expect, test } from 'vitest';
import { mergeParts, type Part } from '../worlds/build.ts';
import { problemsOf } from './problems-of.ts';

const subnetB: Part = {
  subnets: { 'subnet-red-b': { vpcId: 'vpc-red', cidr: '10.1.3.0/24', availabilityZone: 'us-east-1b' } },
};
const nodeIn = (subnetId: string, address: string): Part => ({
  networkInterfaces: { 'eni-2': { subnetId, managedBy: 'tgw-attach-red', addresses: [{ address }] } },
});
const attachedBy = (...subnetIds: readonly string[]) => ({
  nodes: [
    { subnetId: 'subnet-red-tgw', networkInterfaceId: 'eni-red-tgw' },
    ...subnetIds.map((subnetId) => ({ subnetId, networkInterfaceId: 'eni-2' })),
  ],
});
const oneThing = 'an attachment is for a VPC, with at least one node, or for a VPN connection';
test.each<[string, string, Part, string[], Part?]>([
  [
    'a transit gateway’s default tables that are gone',
    'transit-vpn',
    { 'tgw-1': { associationDefaultRouteTableId: 'tgw-rtb-x', propagationDefaultRouteTableId: 'tgw-rtb-y' } },
    [
      'gateways.tgw-1.associationDefaultRouteTableId: tgw-rtb-x does not exist',
      'gateways.tgw-1.propagationDefaultRouteTableId: tgw-rtb-y does not exist',
    ],
  ],
  [
    'an attachment for both',
    'transit-vpn',
    { 'tgw-attach-red': { vpnConnectionId: 'vpn-1' } },
    [`gateways.tgw-attach-red: ${oneThing}`],
  ],
  [
    'an attachment for neither',
    'transit-vpn',
    { 'tgw-attach-vpn': { vpnConnectionId: undefined } },
    [`gateways.tgw-attach-vpn: ${oneThing}`],
  ],
  [
    'an attachment of a VPC in no zone',
    'transit-gateway',
    { 'tgw-attach-red': { nodes: [] } },
    [
      'networkInterfaces.eni-red-tgw.managedBy: tgw-attach-red does not name eni-red-tgw as its interface',
      `gateways.tgw-attach-red: ${oneThing}`,
    ],
  ],
  [
    'an attachment of a VPN connection that is gone',
    'transit-vpn',
    { 'tgw-attach-vpn': { vpnConnectionId: 'vpn-x' } },
    ['gateways.tgw-attach-vpn.vpnConnectionId: vpn-x does not exist'],
  ],
  [
    'an attachment in a subnet that is gone',
    'transit-gateway',
    { 'tgw-attach-red': { nodes: [{ subnetId: 'subnet-x', networkInterfaceId: 'eni-red-tgw' }] } },
    ['gateways.tgw-attach-red.nodes: eni-red-tgw is not in subnet-x'],
  ],
  [
    'an attachment in another VPC’s subnet',
    'transit-gateway',
    { 'tgw-attach-red': attachedBy('subnet-out-nat') },
    ['gateways.tgw-attach-red.nodes.1.subnetId: subnet-out-nat is not in vpc-red'],
    mergeParts(nodeIn('subnet-out-nat', '10.9.1.9'), {
      subnets: { 'subnet-out-nat': { availabilityZone: 'us-east-1b' } },
    }),
  ],
  [
    'an attachment twice in a zone',
    'transit-gateway',
    { 'tgw-attach-red': attachedBy('subnet-red') },
    ['gateways.tgw-attach-red.nodes.1: us-east-1a has a subnet of this attachment already'],
    nodeIn('subnet-red', '10.1.1.9'),
  ],
  [
    'an attachment in two zones',
    'transit-gateway',
    { 'tgw-attach-red': attachedBy('subnet-red-b') },
    [],
    mergeParts(subnetB, nodeIn('subnet-red-b', '10.1.3.9')),
  ],
  [
    'a VPC attached twice to a transit gateway (D-TGWQ)',
    'transit-gateway',
    {
      'tgw-attach-red-2': {
        kind: 'transit-gateway-attachment',
        transitGatewayId: 'tgw-1',
        vpcId: 'vpc-red',
        nodes: [{ subnetId: 'subnet-red', networkInterfaceId: 'eni-2' }],
      },
    },
    ['gateways.tgw-attach-red-2.vpcId: tgw-attach-red already attaches vpc-red'],
    mergeParts(nodeIn('subnet-red', '10.1.1.9'), {
      networkInterfaces: { 'eni-2': { managedBy: 'tgw-attach-red-2' } },
    }),
  ],
  [
    'a VPC attached to two of them',
    'transit-gateway',
    {
      'tgw-2': { kind: 'transit-gateway' },
      'tgw-attach-red-2': {
        kind: 'transit-gateway-attachment',
        transitGatewayId: 'tgw-2',
        vpcId: 'vpc-red',
        nodes: [{ subnetId: 'subnet-red', networkInterfaceId: 'eni-2' }],
      },
    },
    [],
    mergeParts(nodeIn('subnet-red', '10.1.1.9'), {
      networkInterfaces: { 'eni-2': { managedBy: 'tgw-attach-red-2' } },
    }),
  ],
  [
    'two VPN connections attached to one',
    'transit-vpn',
    {
      'vpn-2': {
        kind: 'vpn-connection',
        transitGatewayId: 'tgw-1',
        customerGatewayId: 'cgw-1',
        tunnels: ['203.0.113.252', '203.0.113.251'],
      },
      'tgw-attach-vpn-2': {
        kind: 'transit-gateway-attachment',
        transitGatewayId: 'tgw-1',
        vpnConnectionId: 'vpn-2',
      },
    },
    [],
  ],
  [
    'a table of no transit gateway, with attachments of another and of none',
    'transit-vpn',
    { 'tgw-rtb-1': { transitGatewayId: 'tgw-x', associations: ['tgw-attach-red'], propagations: ['tgw-attach-x'] } },
    [
      'gateways.tgw-rtb-1.transitGatewayId: tgw-x does not exist',
      'gateways.tgw-rtb-1.associations.0: tgw-attach-red is not attached to tgw-x',
      'gateways.tgw-rtb-1.propagations.0: tgw-attach-x does not exist',
    ],
  ],
  [
    'an attachment of two tables, and a destination twice in one',
    'transit-vpn',
    {
      'tgw-rtb-2': {
        kind: 'transit-gateway-route-table',
        transitGatewayId: 'tgw-1',
        associations: ['tgw-attach-red'],
        routes: [{ destination: '10.0.0.0/8' }, { destination: '10.0.0.0/8', attachmentId: 'tgw-attach-red' }],
      },
    },
    [
      'gateways.tgw-rtb-2.associations.0: tgw-attach-red already uses tgw-rtb-1 — an attachment has one table',
      'gateways.tgw-rtb-2.routes: 10.0.0.0/8 stands twice — a table has one static route for each destination',
    ],
  ],
])('%s (world: %s)', (_what, world, gateways, expected, others = {}) => {
  expect(problemsOf(world, { gateways }, others)).toEqual(expected);
});
