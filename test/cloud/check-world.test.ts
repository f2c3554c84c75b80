import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../src/cloud/check-world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

function problemsOf(...parts: readonly Part[]): string[] {
  const result = readWorld(mergeParts(...parts));
  return result.ok ? [] : result.error.map(formatProblem);
}

describe('a broken reference is reported where it stands', () => {
  test.each<[string, Part]>([
    ['subnets.subnet-q.vpcId: vpc-nope does not exist', { subnets: { 'subnet-q': { vpcId: 'vpc-nope' } } }],
    [
      'subnets.subnet-q.networkAclId: acl-nope does not exist',
      { subnets: { 'subnet-q': { networkAclId: 'acl-nope' } } },
    ],
    ['routeTables.rtb-q.vpcId: vpc-nope does not exist', { routeTables: { 'rtb-q': { vpcId: 'vpc-nope' } } }],
    [
      'routeAssociations.rtbassoc-q.routeTableId: rtb-nope does not exist',
      { routeAssociations: { 'rtbassoc-q': { routeTableId: 'rtb-nope' } } },
    ],
    [
      'routeAssociations.rtbassoc-q.subnetId: subnet-nope does not exist',
      { routeAssociations: { 'rtbassoc-q': { subnetId: 'subnet-nope' } } },
    ],
    [
      'routeAssociations.rtbassoc-e.gatewayId: igw-nope does not exist',
      { routeAssociations: { 'rtbassoc-e': { routeTableId: 'rtb-q', gatewayId: 'igw-nope' } } },
    ],
    [
      'networkInterfaces.eni-app.subnetId: subnet-nope does not exist',
      { networkInterfaces: { 'eni-app': { subnetId: 'subnet-nope' } } },
    ],
    [
      'networkInterfaces.eni-app.instanceId: i-nope does not exist',
      { networkInterfaces: { 'eni-app': { instanceId: 'i-nope' } } },
    ],
    [
      'networkInterfaces.eni-nat.managedBy: nat-nope does not exist',
      { networkInterfaces: { 'eni-nat': { managedBy: 'nat-nope' } } },
    ],
    [
      'networkInterfaces.eni-app.groups.0: sg-nope does not exist',
      { networkInterfaces: { 'eni-app': { groups: ['sg-nope'] } } },
    ],
    ['instances.i-app.hostId: host-nope does not exist', { instances: { 'i-app': { hostId: 'host-nope' } } }],
    [
      'elasticIps.eipalloc-web.association.networkInterfaceId: eni-nope does not exist',
      { elasticIps: { 'eipalloc-web': { association: { networkInterfaceId: 'eni-nope' } } } },
    ],
    ['securityGroups.sg-app.vpcId: vpc-nope does not exist', { securityGroups: { 'sg-app': { vpcId: 'vpc-nope' } } }],
    [
      'securityGroups.sg-app.inbound.0.peer: sg-nope does not exist',
      { securityGroups: { 'sg-app': { inbound: [{ peer: 'sg-nope' }] } } },
    ],
    ['networkAcls.acl-p.vpcId: vpc-nope does not exist', { networkAcls: { 'acl-p': { vpcId: 'vpc-nope' } } }],
    ['gateways.igw-1.vpcId: vpc-nope does not exist', { gateways: { 'igw-1': { vpcId: 'vpc-nope' } } }],
    ['gateways.nat-1.subnetId: subnet-nope does not exist', { gateways: { 'nat-1': { subnetId: 'subnet-nope' } } }],
    [
      'gateways.nat-1.networkInterfaceId: eni-nope does not exist',
      { gateways: { 'nat-1': { networkInterfaceId: 'eni-nope' } } },
    ],
    [
      'gateways.nat-1.allocationId: eipalloc-nope does not exist',
      { gateways: { 'nat-1': { allocationId: 'eipalloc-nope' } } },
    ],
    ['mapping.vpc-nope/10.0.2.10: vpc-nope does not exist', { mapping: { 'vpc-nope/10.0.2.10': null } }],
    ['mapping.vpc-red/10.0.2.10: host-nope does not exist', { mapping: { 'vpc-red/10.0.2.10': 'host-nope' } }],
    ['frames.frame-1.fromHost: host-nope does not exist', { frames: { 'frame-1': frame({ fromHost: 'host-nope' }) } }],
    ['frames.frame-1.toHost: host-nope does not exist', { frames: { 'frame-1': frame({ toHost: 'host-nope' }) } }],
    ['frames.frame-1.vpcId: vpc-nope does not exist', { frames: { 'frame-1': frame({ vpcId: 'vpc-nope' }) } }],
  ])('%s', (expected, change) => {
    expect(problemsOf(worldFile('nat'), change)).toContainEqual(expect.stringContaining(expected));
  });

  test('the remedy names what exists', () => {
    expect(problemsOf(worldFile('nat'), { instances: { 'i-app': { hostId: 'host-nope' } } })).toEqual([
      'instances.i-app.hostId: host-nope does not exist — define host-nope, or name one of: host-a, host-b',
    ]);
  });
});

function frame(change: Part): Part {
  return {
    fromHost: 'host-a',
    toHost: 'host-b',
    vpcId: 'vpc-red',
    source: '10.0.2.10',
    destination: '10.0.1.10',
    ...change,
  };
}

const ipv6: Part = { vpcs: { 'vpc-red': { cidrs: ['10.0.0.0/16', '2001:db8:1::/56'] } } };
const blue: Part = {
  vpcs: { 'vpc-blue': { cidrs: ['10.9.0.0/16'] } },
  subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.9.1.0/24' } },
};

describe('a rule of the VPC is reported where it is broken', () => {
  test.each<[string, string, Part]>([
    [
      'D-CIDR',
      'vpcs.vpc-red.cidrs.0: 10.0.0.0/8 is not between /16 and /28',
      { vpcs: { 'vpc-red': { cidrs: ['10.0.0.0/8'] } } },
    ],
    [
      'D-CIDR',
      'vpcs.vpc-red.cidrs.1: 10.0.128.0/17 overlaps 10.0.0.0/16',
      { vpcs: { 'vpc-red': { cidrs: ['10.0.0.0/16', '10.0.128.0/17'] } } },
    ],
    [
      'D-SUB',
      'subnets.subnet-x.cidr: 10.0.9.0/29 is not between /16 and /28',
      { subnets: { 'subnet-x': { vpcId: 'vpc-red', cidr: '10.0.9.0/29' } } },
    ],
    [
      'D-SUB',
      'subnets.subnet-x.cidr: 10.5.9.0/24 lies outside the blocks of vpc-red',
      { subnets: { 'subnet-x': { vpcId: 'vpc-red', cidr: '10.5.9.0/24' } } },
    ],
    [
      'D-SUB',
      'subnets.subnet-x.cidr: 10.0.2.128/25 overlaps subnet-p (10.0.2.0/24)',
      { subnets: { 'subnet-x': { vpcId: 'vpc-red', cidr: '10.0.2.128/25' } } },
    ],
    [
      'D-SUB',
      'subnets.subnet-p.ipv6Cidr: 2001:db8:2::/64 lies outside the blocks of vpc-red',
      { ...ipv6, subnets: { 'subnet-p': { ipv6Cidr: '2001:db8:2::/64' } } },
    ],
    [
      'D-SUB',
      'subnets.subnet-q.ipv6Cidr: 2001:db8:1::/64 overlaps subnet-p (2001:db8:1::/64)',
      {
        ...ipv6,
        subnets: { 'subnet-p': { ipv6Cidr: '2001:db8:1::/64' }, 'subnet-q': { ipv6Cidr: '2001:db8:1::/64' } },
      },
    ],
    [
      'D-SUB',
      'subnets.subnet-p.ipv6Cidr: 10.0.7.0/24 is not an IPv6 block',
      { subnets: { 'subnet-p': { ipv6Cidr: '10.0.7.0/24' } } },
    ],
    [
      'D-NACL',
      'subnets.subnet-blue.networkAclId: acl-p is in another VPC',
      { ...blue, subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.9.1.0/24', networkAclId: 'acl-p' } } },
    ],
    [
      'D-SUB',
      'networkInterfaces.eni-app.addresses.0: 10.0.9.10 lies outside subnet-p (10.0.2.0/24)',
      { networkInterfaces: { 'eni-app': { addresses: [{ address: '10.0.9.10' }] } } },
    ],
    [
      'D-SUB',
      'networkInterfaces.eni-app.addresses.0: 10.0.2.3 is one of the five addresses that AWS keeps in 10.0.2.0/24',
      { networkInterfaces: { 'eni-app': { addresses: [{ address: '10.0.2.3' }] } } },
    ],
    [
      'D-SUB',
      'networkInterfaces.eni-app.addresses.0: 10.0.2.255 is one of the five addresses',
      { networkInterfaces: { 'eni-app': { addresses: [{ address: '10.0.2.255' }] } } },
    ],
    [
      'D-ADDR',
      'networkInterfaces.eni-nat.addresses.0: 10.0.1.10 already belongs to eni-web',
      { networkInterfaces: { 'eni-nat': { addresses: [{ address: '10.0.1.10' }] } } },
    ],
    [
      'D-SG',
      'networkInterfaces.eni-blue.groups.0: sg-app is in another VPC',
      {
        ...blue,
        networkInterfaces: {
          'eni-blue': { subnetId: 'subnet-blue', addresses: [{ address: '10.9.1.10' }], groups: ['sg-app'] },
        },
      },
    ],
    [
      'D-SG',
      'securityGroups.sg-blue.inbound.0.peer: sg-app is in another VPC',
      { ...blue, securityGroups: { 'sg-blue': { vpcId: 'vpc-blue', inbound: [{ peer: 'sg-app' }] } } },
    ],
    [
      'D-NAT',
      'networkInterfaces.eni-nat: an interface belongs to an instance or to a service',
      { networkInterfaces: { 'eni-nat': { instanceId: 'i-web' } } },
    ],
    [
      'D-NAT',
      'networkInterfaces.eni-app.managedBy: nat-1 does not name eni-app as its interface',
      { networkInterfaces: { 'eni-app': { managedBy: 'nat-1' } } },
    ],
    [
      'D-NAT',
      'gateways.nat-1.networkInterfaceId: eni-nat is not managed by nat-1',
      { networkInterfaces: { 'eni-nat': { managedBy: undefined } } },
    ],
    [
      'D-NAT',
      'gateways.nat-1.networkInterfaceId: eni-nat is not in subnet-p',
      { gateways: { 'nat-1': { subnetId: 'subnet-p' } } },
    ],
    [
      'D-IGW',
      'gateways.igw-2.vpcId: vpc-red already has igw-1',
      { gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-red' } } },
    ],
    [
      'D-RT',
      'routeTables.rtb-q.routes.2: 0.0.0.0/0 stands twice',
      {
        routeTables: {
          'rtb-q': {
            routes: [
              { destination: '0.0.0.0/0', target: 'igw-1' },
              { destination: '0.0.0.0/0', target: 'nat-1' },
            ],
          },
        },
      },
    ],
    [
      'D-RT',
      'routeAssociations.rtbassoc-x: subnet-q already uses a table by rtbassoc-q',
      { routeAssociations: { 'rtbassoc-x': { routeTableId: 'rtb-p', subnetId: 'subnet-q' } } },
    ],
    [
      'D-RT',
      'routeAssociations.rtbassoc-q: an association is for one subnet, for one gateway, or main',
      { routeAssociations: { 'rtbassoc-q': { main: true } } },
    ],
    [
      'D-RT',
      'routeAssociations.rtbassoc-x.subnetId: subnet-blue and rtb-q are in different VPCs',
      { ...blue, routeAssociations: { 'rtbassoc-x': { routeTableId: 'rtb-q', subnetId: 'subnet-blue' } } },
    ],
    [
      'D-NACL',
      'networkAcls.acl-q.inbound: rule number 100 stands twice',
      {
        networkAcls: {
          'acl-q': {
            inbound: [
              { number: 100, action: 'allow', cidr: '0.0.0.0/0' },
              { number: 100, action: 'deny', cidr: '10.0.0.0/8' },
            ],
          },
        },
      },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.publicIp: 52.0.0.9 already belongs to eipalloc-nat',
      { elasticIps: { 'eipalloc-web': { publicIp: '52.0.0.9' } } },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.publicIp: 198.51.100.8 already belongs to client',
      { elasticIps: { 'eipalloc-web': { publicIp: '198.51.100.8' } } },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.association.privateIp: eni-web does not hold 10.0.1.99',
      { elasticIps: { 'eipalloc-web': { association: { privateIp: '10.0.1.99' } } } },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.association: 10.0.1.20 already belongs to eipalloc-nat',
      { elasticIps: { 'eipalloc-web': { association: { networkInterfaceId: 'eni-nat', privateIp: '10.0.1.20' } } } },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.association.id: eipassoc-nat already belongs to eipalloc-nat',
      { elasticIps: { 'eipalloc-web': { association: { id: 'eipassoc-nat' } } } },
    ],
    [
      'D-EIP',
      'elasticIps.eipalloc-web.association: 10.0.1.10 has both an Elastic IP and an auto-assigned address',
      { networkInterfaces: { 'eni-web': { addresses: [{ address: '10.0.1.10', autoPublicIp: '203.0.113.5' }] } } },
    ],
    [
      'T17',
      'hosts.host-b.underlay: 100.64.0.11 already belongs to host-a',
      { hosts: { 'host-b': { underlay: '100.64.0.11' } } },
    ],
    [
      'T17',
      'hosts.host-b.underlay: 100.64.255.1 already belongs to blackfoot',
      { hosts: { 'host-b': { underlay: '100.64.255.1' } } },
    ],
    [
      'T17',
      'mapping.vpc-red/10.0.2.999: 10.0.2.999 is not an address in its usual form',
      { mapping: { 'vpc-red/10.0.2.999': null } },
    ],
  ])('%s: %s', (_source, expected, change) => {
    expect(problemsOf(worldFile('nat'), change)).toContainEqual(expect.stringContaining(expected));
  });
});

test('all problems are reported at once', () => {
  const problems = problemsOf(worldFile('nat'), {
    instances: { 'i-app': { hostId: 'host-nope' } },
    subnets: { 'subnet-x': { vpcId: 'vpc-nope', cidr: '10.0.9.0/24' } },
    gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-red' } },
  });
  expect(problems).toHaveLength(3);
});

test('two VPCs may own the same block and the same addresses (T17)', () => {
  const world = buildWorld(worldFile('nat'), {
    vpcs: { 'vpc-blue': { cidrs: ['10.0.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.0.2.0/24' } },
    networkInterfaces: { 'eni-blue': { subnetId: 'subnet-blue', addresses: [{ address: '10.0.2.10' }] } },
  });
  expect(Object.keys(world.vpcs)).toEqual(['vpc-red', 'vpc-blue']);
});
