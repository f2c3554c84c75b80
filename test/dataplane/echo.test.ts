import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld } from '../worlds/build.ts';

// An echo has one identifier for both ends, so only its type says who asks. It matters where a packet meets its own flow again: i-web asks
// for the public address of the NAT instance that masks it. The kernel suite found both cases. Source: D-CT, D-NATT.

const world = (admitted: string): World =>
  buildWorld({
    hosts: { 'host-a': { underlay: '100.64.0.11' }, 'host-b': { underlay: '100.64.0.12' } },
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
    subnets: {
      'subnet-web': { vpcId: 'vpc-red', cidr: '10.1.1.0/24' },
      'subnet-proxy': { vpcId: 'vpc-red', cidr: '10.1.9.0/24' },
    },
    routeTables: {
      'rtb-web': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'eni-proxy' }] },
      'rtb-proxy': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    },
    routeAssociations: {
      'rtbassoc-web': { routeTableId: 'rtb-web', subnetId: 'subnet-web' },
      'rtbassoc-proxy': { routeTableId: 'rtb-proxy', subnetId: 'subnet-proxy' },
    },
    gateways: { 'igw-1': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
    instances: { 'i-web': { hostId: 'host-a' }, 'i-proxy': { hostId: 'host-b', forwarding: 'nat' } },
    networkInterfaces: {
      'eni-web': { subnetId: 'subnet-web', instanceId: 'i-web', addresses: [{ address: '10.1.1.10' }] },
      'eni-proxy': {
        subnetId: 'subnet-proxy',
        instanceId: 'i-proxy',
        sourceDestCheck: false,
        groups: ['sg-proxy'],
        addresses: [{ address: '10.1.9.10' }],
      },
    },
    elasticIps: {
      'eipalloc-1': {
        publicIp: '203.0.113.90',
        association: { id: 'eipassoc-1', networkInterfaceId: 'eni-proxy', privateIp: '10.1.9.10' },
      },
    },
    securityGroups: {
      'sg-proxy': {
        vpcId: 'vpc-red',
        inbound: [{ peer: '10.1.0.0/16' }, { peer: admitted }],
        outbound: [{ peer: '0.0.0.0/0' }],
      },
    },
  });

const ask = { from: 'i-web', to: '203.0.113.90', protocol: 'icmp' } as const;

describe('a request that comes back to the NAT instance that masked it', () => {
  test('is for the instance itself, and no answer of the flow whose identifier it has', () => {
    const { outcome, request, seen } = traceExchange(world('203.0.113.0/24'), ask);
    expect([outcome, request.at]).toEqual(['conversed', 'i-proxy']);
    expect([seen?.source.address, seen?.destination.address]).toEqual(['203.0.113.90', '10.1.9.10']);
  });

  test('is not let in by the security group for the sake of the flow that it opened on the way out', () => {
    const { outcome, request } = traceExchange(world('198.51.100.0/24'), ask);
    expect([outcome, request.fault?.reason, request.at]).toEqual(['dropped', 'SG_DENY_INGRESS', 'sg-proxy']);
  });
});
