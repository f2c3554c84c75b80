// What each gateway takes and what it refuses: the way in and out of vpc-dataplane 7.1, with what the fault says and that nothing gets past.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

const unchecked = (eni: string): Part => ({ networkInterfaces: { [eni]: { sourceDestCheck: false } } });

function refusal(world: string, change: Part, probe: Probe): string {
  const { request, reply } = traceExchange(buildWorld(worldFile(world), change), probe);
  const { disposition, fault } = reply ?? request;
  return `${reply ? 'reply' : 'request'} ${disposition}: ${fault?.reason} at ${fault?.at} about ${fault?.about}`;
}

const dualNat: Part = mergeParts(
  {
    vpcs: { 'vpc-red': { cidrs: ['10.0.0.0/16', '2001:db8:1::/56'] } },
    subnets: { 'subnet-p': { ipv6Cidr: '2001:db8:1:2::/64' } },
    networkInterfaces: { 'eni-app': { addresses: [{ address: '10.0.2.10' }, { address: '2001:db8:1:2::5' }] } },
    securityGroups: { 'sg-app': { outbound: [{ peer: '::/0' }] } },
    networkAcls: { 'acl-p': { outbound: [{ number: 100, action: 'allow', cidr: '::/0' }] } },
  },
  {
    networkAcls: { 'acl-q': { inbound: [{ number: 100, action: 'allow', cidr: '::/0' }] } },
    routeTables: { 'rtb-p': { routes: [{ destination: '::/0', target: 'nat-1' }] } },
  },
);
const dualRegional: Part = {
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
  subnets: { 'subnet-app-a': { ipv6Cidr: '2001:db8:1:2::/64' } },
  networkInterfaces: { 'eni-app-a': { addresses: [{ address: '10.1.3.20' }, { address: '2001:db8:1:2::5' }] } },
  securityGroups: { 'sg-red-default': { outbound: [{ peer: '::/0' }] } },
  routeTables: { 'rtb-main': { routes: [{ destination: '::/0', target: 'nat-r' }] } },
};
const ownAddress: Part = {
  networkInterfaces: { 'eni-app-a': { addresses: [{ address: '10.1.3.20', autoPublicIp: '203.0.113.9' }] } },
  securityGroups: { 'sg-red-default': { inbound: [{ peer: '0.0.0.0/0' }] } },
};
const bucket: Probe = { from: 'i-app', to: 'bucket' };
const elsewhere = '2001:db8:aaaa::1';
const far: Part = { routeTables: { 'rtb-app': { routes: [{ destination: '198.19.128.0/24', target: 'vpce-s3' }] } } };

describe('a gateway refuses', () => {
  test.each<[string, string, string, Part, Probe]>([
    [
      'a NAT gateway: IPv6, as there is no NAT64 here (simplified)',
      'nat',
      'request dropped: PROTOCOL_UNSUPPORTED at nat-1 about IPv6',
      dualNat,
      { from: 'i-app', to: elsewhere },
    ],
    [
      'a NAT gateway: GRE (D-NAT)',
      'nat',
      'request dropped: PROTOCOL_UNSUPPORTED at nat-1 about GRE',
      {},
      { from: 'i-app', to: 'client', protocol: 'gre' },
    ],
    [
      'a NAT gateway: an answer in pieces (D-NATT), cut on the internet’s side',
      'nat',
      'reply dropped: FRAGMENTS at nat-1 about TCP',
      {},
      { from: 'i-app', to: 'client', size: 5000, dontFragment: false },
    ],
    [
      'a NAT gateway: a request that is in pieces already (D-NATT)',
      'nat',
      'request dropped: FRAGMENTS at nat-1 about TCP',
      {},
      { from: 'i-app', to: 'client', size: 10_000, dontFragment: false },
    ],
    [
      'a regional NAT gateway: IPv6 (simplified)',
      'regional-nat',
      'request dropped: PROTOCOL_UNSUPPORTED at nat-r about IPv6',
      dualRegional,
      { from: 'i-app-a', to: elsewhere },
    ],
    [
      'a regional NAT gateway: GRE (D-NAT)',
      'regional-nat',
      'request dropped: PROTOCOL_UNSUPPORTED at nat-r about GRE',
      {},
      { from: 'i-app-a', to: 'client', protocol: 'gre' },
    ],
    [
      'a regional NAT gateway: a request in pieces (D-NATT)',
      'regional-nat',
      'request dropped: FRAGMENTS at nat-r about TCP',
      {},
      { from: 'i-app-a', to: 'client', size: 10_000, dontFragment: false },
    ],
    [
      'a regional NAT gateway: an answer in pieces (D-NATT)',
      'regional-nat',
      'reply dropped: FRAGMENTS at nat-r about TCP',
      {},
      { from: 'i-app-a', to: 'client', size: 5000, dontFragment: false },
    ],
    [
      'a regional NAT gateway: the answer of a machine with an address of its own (3.2, case 4)',
      'regional-nat',
      'reply dropped: ASYMMETRIC_RETURN at nat-r about 198.51.100.8',
      ownAddress,
      { from: 'client', to: 'i-app-a' },
    ],
    [
      'an internet gateway: an IPv6 source that no interface of the VPC holds (D-RA)',
      'ipv6',
      'request dropped: NO_PUBLIC_MAPPING_EGRESS at igw-1 about 2001:db8:1:1::9',
      unchecked('eni-web'),
      { from: 'i-web', to: elsewhere, source: '2001:db8:1:1::9' as never },
    ],
    [
      'a gateway endpoint: UDP (D-RA)',
      'gateway-endpoint',
      'request dropped: VPCE_PROTOCOL at vpce-s3 about UDP',
      {},
      { ...bucket, protocol: 'udp' },
    ],
    [
      'a gateway endpoint: a source that is no interface of the VPC (D-GWE)',
      'gateway-endpoint',
      'request dropped: VPCE_FOREIGN_SOURCE at vpce-s3 about 10.9.0.9',
      unchecked('eni-app'),
      { ...bucket, source: '10.9.0.9' as never },
    ],
    [
      'a gateway endpoint: a destination outside its list (D-RA)',
      'gateway-endpoint',
      'request dropped: VPCE_PREFIX at vpce-s3 about 198.19.128.20',
      far,
      { from: 'i-app', to: 'far-bucket' },
    ],
  ])('%s', (_what, world, expected, change, probe) => {
    expect(refusal(world, change, probe)).toBe(expected);
  });
});

describe('a virtual private gateway', () => {
  const blue: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.1.0/24' } },
    instances: { 'i-blue': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.2.1.5' }] },
    },
  };
  const toVpn = (destination: string): Part => ({
    gateways: { 'site-hq': { routes: [{ destination, target: 'vpn-1' }] } },
  });
  const detached: Part = { gateways: { 'vgw-1': { vpcId: undefined } } };

  test.each<[string, string, Part, Probe]>([
    [
      'takes nothing in for another VPC (7.1, D-RA)',
      'request dropped: VGW_FOREIGN_DEST at vgw-1 about 10.2.1.5',
      mergeParts(blue, toVpn('10.2.0.0/16')),
      { from: 'hq', to: '10.2.1.5' },
    ],
    [
      'takes nothing in for a VPC that it is not attached to, and says which',
      'request dropped: GATEWAY_DETACHED at vgw-1 about vpc-red',
      detached,
      { from: 'hq', to: '10.1.2.20' },
    ],
    [
      'takes nothing in for nobody while it is detached',
      'request dropped: VGW_FOREIGN_DEST at vgw-1 about 10.1.9.9',
      detached,
      { from: 'hq', to: '10.1.9.9' },
    ],
    [
      'does not send back by the link that a packet has come by',
      'request dropped: VGW_FOREIGN_DEST at vgw-1 about 172.16.200.1',
      {
        gateways: {
          'site-hq': { cidrs: ['172.16.0.0/17'], routes: [{ destination: '172.16.128.0/17', target: 'vpn-1' }] },
        },
      },
      { from: 'hq', to: '172.16.200.1' },
    ],
    [
      'takes in for an interface whose row of the mapping is missing, which ends there',
      'request dropped: MAPPING_MISS at vpc-red about 10.1.2.20',
      { mapping: { 'vpc-red/10.1.2.20': null } },
      { from: 'hq', to: '10.1.2.20' },
    ],
    [
      'and a customer’s router: what is too big for a tunnel, and nobody is told (D-VPNQ)',
      'request dropped: MTU_EXCEEDED at vpn-1 about 1500 > 1446',
      {},
      { from: 'hq', to: '10.1.2.20', size: 1500 },
    ],
    [
      'and a customer’s router: an address at home that nobody has',
      'request dropped: ONPREM_NO_ROUTE at site-hq about 172.16.0.9',
      { internet: { hq: undefined } },
      { from: 'i-app', to: '172.16.0.9' },
    ],
  ])('%s', (_what, expected, change, probe) => {
    expect(refusal('vpn', change, probe)).toBe(expected);
  });

  const found = (change: Part, to: string) =>
    diagnose(buildWorld(worldFile('vpn'), change), { from: 'i-app', to }).map(
      ({ direction, reason, at }) => `${direction} ${reason} ${at}`,
    );
  const toVgw: Part = { routeTables: { 'rtb-app': { routes: [{ destination: '172.16.0.0/16', target: 'vgw-1' }] } } };

  test.each<[string, string[], Part, string]>([
    ['detached, and no route: both', ['request NO_ROUTE rtb-app', 'request GATEWAY_DETACHED vgw-1'], detached, 'hq'],
    [
      'detached, and the route a blackhole: once a way',
      ['request ROUTE_BLACKHOLE rtb-app', 'reply GATEWAY_DETACHED vgw-1'],
      mergeParts(detached, toVgw),
      'hq',
    ],
    ['does not lead to an address that no site has', ['request NO_ROUTE rtb-app'], {}, '10.77.0.1'],
  ])('in a diagnosis: %s', (_what, expected, change, to) => {
    expect(found(change, to)).toEqual(expected);
  });
});
