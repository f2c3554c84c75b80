// What each kind of gateway may name in a World: the place, the problem and the remedy, word for word.

import { expect, test } from 'vitest';
import type { Part } from '../worlds/build.ts';
import { problemsOf } from './problems-of.ts';

const egressOnly = (vpcId: string): Part => ({ 'eigw-2': { kind: 'egress-only-internet-gateway', vpcId } });
const peering = (requesterVpcId: string, accepterVpcId: string, state = 'active'): Part => ({
  'pcx-3': { kind: 'vpc-peering-connection', requesterVpcId, accepterVpcId, state },
});

test.each<[string, string, Part, string[], Part?]>([
  [
    'a second egress-only gateway of a VPC (D-LIM)',
    'ipv6',
    egressOnly('vpc-red'),
    ['gateways.eigw-2.vpcId: vpc-red already has eigw-1 — a VPC has at most one egress-only internet gateway'],
  ],
  ['one of another VPC', 'ipv6', egressOnly('vpc-blue'), [], { vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } } }],
  [
    'a gateway endpoint for no list',
    'gateway-endpoint',
    { 'vpce-s3': { prefixListId: 'pl-x' } },
    ['gateways.vpce-s3.prefixListId: pl-x does not exist'],
  ],
  [
    'an interface endpoint for no service',
    'privatelink',
    { 'vpce-api': { endpointServiceId: undefined } },
    ['gateways.vpce-api: an interface endpoint is for some service — give endpointServiceId or serviceName'],
  ],
  [
    'an interface endpoint for a service that is none',
    'privatelink',
    { 'vpce-api': { endpointServiceId: 'nlb-api' } },
    ['gateways.vpce-api.endpointServiceId: nlb-api is not a endpoint-service'],
  ],
  [
    'an endpoint service of no load balancer',
    'privatelink',
    { 'vpce-svc-api': { loadBalancerId: 'nlb-x' } },
    ['gateways.vpce-svc-api.loadBalancerId: nlb-x does not exist'],
  ],
  [
    'a listener for no group',
    'load-balancer',
    { 'nlb-1': { listeners: [{ id: 'listener-1' }, { id: 'listener-2', port: 8443, targetGroupId: 'tg-x' }] } },
    ['gateways.nlb-1.listeners.1.targetGroupId: tg-x does not exist'],
  ],
  [
    'targets of the wrong sort, and one that is gone',
    'load-balancer',
    { 'tg-web': { targets: [{ id: '10.1.2.21' }, { id: 'i-x' }] }, 'tg-api': { targets: [{ id: 'i-api' }] } },
    [
      'gateways.tg-web.targets.0.id: 10.1.2.21 is not what a group of type instance holds',
      'gateways.tg-web.targets.1.id: i-x does not exist',
      'gateways.tg-api.targets.0.id: i-api is not what a group of type ip holds',
    ],
  ],
  [
    'a regional NAT gateway’s address that is gone, and one that is used elsewhere',
    'regional-nat',
    { 'nat-r': { zones: { 'us-east-1a': ['eipalloc-a'], 'us-east-1b': ['eipalloc-b', 'eipalloc-x'] } } },
    [
      'gateways.nat-r.zones.us-east-1a.0: eipalloc-a is associated with an interface, too — leave out the association of eipalloc-a',
      'gateways.nat-r.zones.us-east-1b.1: eipalloc-x does not exist',
    ],
    {
      elasticIps: {
        'eipalloc-a': {
          association: { id: 'eipassoc-a', networkInterfaceId: 'eni-app-a', privateIp: '10.1.3.20' },
        },
      },
    },
  ],
  [
    'a VPN connection of no gateway',
    'vpn',
    { 'vpn-1': { vpnGatewayId: undefined } },
    ['gateways.vpn-1: a VPN connection ends at one gateway of AWS — give vpnGatewayId or transitGatewayId'],
  ],
  [
    'a VPN connection of a transit gateway that is gone',
    'transit-vpn',
    { 'vpn-1': { transitGatewayId: 'tgw-x' } },
    ['gateways.vpn-1.transitGatewayId: tgw-x does not exist'],
  ],
  [
    'routes of its own on a connection that is not static',
    'vpn',
    { 'vpn-1': { staticRoutesOnly: false } },
    ['gateways.vpn-1.routes: only a static connection has routes of its own — set staticRoutesOnly: true'],
  ],
  [
    'a virtual interface of no gateway',
    'hybrid',
    { 'dxvif-1': { virtualGatewayId: 'vgw-x' } },
    ['gateways.dxvif-1.virtualGatewayId: vgw-x does not exist'],
  ],
  [
    'a virtual interface of no Direct Connect gateway',
    'hybrid',
    { 'dxvif-1': { virtualGatewayId: undefined, directConnectGatewayId: 'dxgw-x' } },
    ['gateways.dxvif-1.directConnectGatewayId: dxgw-x does not exist'],
  ],
  ['a wire that is not laid yet', 'hybrid', { 'dxcon-2': { kind: 'direct-connect-connection' } }, []],
  [
    'a peering of VPCs that are gone',
    'peering',
    peering('vpc-x', 'vpc-y'),
    ['gateways.pcx-3.requesterVpcId: vpc-x does not exist', 'gateways.pcx-3.accepterVpcId: vpc-y does not exist'],
  ],
  [
    'a peering with a VPC that is gone',
    'peering',
    peering('vpc-red', 'vpc-y'),
    ['gateways.pcx-3.accepterVpcId: vpc-y does not exist'],
  ],
  [
    'a peering of a VPC with itself (D-PEER: no overlap)',
    'peering',
    peering('vpc-red', 'vpc-red'),
    ['gateways.pcx-3: vpc-red and vpc-red overlap — such a connection is failed, and never active'],
  ],
  [
    'a second peering of a pair',
    'peering',
    peering('vpc-red', 'vpc-blue'),
    ['gateways.pcx-3: pcx-1 already peers vpc-red with vpc-blue'],
  ],
  ['one that has one VPC of the pair', 'peering', peering('vpc-red', 'vpc-green'), []],
  ['one that was rejected', 'peering', peering('vpc-blue', 'vpc-red', 'rejected'), []],
])('%s (world: %s)', (_what, world, gateways, expected, others = {}) => {
  expect(problemsOf(world, { gateways }, others)).toEqual(expected);
});
