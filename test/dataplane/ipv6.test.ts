import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

// IPv6 inside the VPC: the same mapping, tables and filters, and nothing of IPv4 counts for it. Source: D-RT, D-NACL, D-IGW.
const dual: Part = {
  vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
  subnets: { 'subnet-a': { ipv6Cidr: '2001:db8:1:1::/64' }, 'subnet-b': { ipv6Cidr: '2001:db8:1:2::/64' } },
  networkInterfaces: {
    'eni-a': { addresses: [{ address: '10.1.1.5' }, { address: '2001:db8:1:1::5' }] },
    'eni-b': { addresses: [{ address: '10.1.2.5' }, { address: '2001:db8:1:2::5' }] },
  },
  securityGroups: {
    'sg-a': { outbound: [{ peer: '::/0' }] },
    'sg-b': { inbound: [{ peer: '2001:db8:1::/56' }], outbound: [] },
  },
};
const probe: Probe = { from: 'i-a', to: '2001:db8:1:2::5' };

function fate(...parts: readonly Part[]): string {
  const { request, reply } = traceExchange(buildWorld(worldFile('hairpin'), dual, ...parts), probe);
  const last = reply ?? request;
  return last.fault ? `${last.fault.code} at ${last.at}` : `${last.disposition} at ${last.at}`;
}

test('two machines of a VPC talk by the local route, wrapped over the IPv4 substrate', () => {
  const { outcome, request } = traceExchange(buildWorld(worldFile('hairpin'), dual), probe);
  expect(outcome).toBe('conversed');
  expect(request.path).toEqual(['i-a', 'host-a', 'host-b', 'i-b']);
  const wrapped = request.hops[1]!.steps.at(-1)!.after;
  expect([wrapped.wraps[0], wrapped.ip.source]).toEqual([
    { layer: 'underlay', source: '100.64.0.11', destination: '100.64.0.12' },
    '2001:db8:1:1::5',
  ]);
});

describe('rules about IPv4 do not count', () => {
  test.each<[string, Part, string]>([
    ['a group', { securityGroups: { 'sg-b': { inbound: [{ peer: '0.0.0.0/0' }] } } }, 'ENI_SG_RULES_MISMATCH at sg-b'],
    [
      'a list',
      {
        networkAcls: {
          'acl-b': {
            vpcId: 'vpc-red',
            inbound: [{ number: 100, action: 'allow', cidr: '0.0.0.0/0' }],
            outbound: [{ number: 100, action: 'allow', cidr: '0.0.0.0/0' }],
          },
        },
        subnets: { 'subnet-b': { networkAclId: 'acl-b' } },
      },
      'SUBNET_ACL_RESTRICTION at acl-b',
    ],
  ])('in %s', (_what, change, expected) => {
    expect(fate(change)).toBe(expected);
  });
});

test('a group reference holds for IPv6 addresses too (D-SG)', () => {
  expect(fate({ securityGroups: { 'sg-b': { inbound: [{ peer: 'sg-a' }] } } })).toBe('delivered at i-a');
});

test('a NAT gateway does not take it (D-NAT; NAT64 is not modelled)', () => {
  const change: Part = {
    vpcs: { 'vpc-red': { cidrs: ['10.0.0.0/16', '2001:db8:1::/56'] } },
    subnets: { 'subnet-p': { ipv6Cidr: '2001:db8:1:1::/64', networkAclId: undefined } },
    networkInterfaces: { 'eni-app': { addresses: [{ address: '10.0.2.10' }, { address: '2001:db8:1:1::5' }] } },
    networkAcls: { 'acl-q': { inbound: [{ number: 100, action: 'allow', cidr: '::/0' }] } },
    routeTables: { 'rtb-p': { routes: [{ destination: '::/0', target: 'nat-1' }] } },
    securityGroups: { 'sg-app': { outbound: [{ peer: '::/0' }] } },
  };
  const { request } = traceExchange(buildWorld(worldFile('nat'), change), { from: 'i-app', to: '2001:db8:ffff::8' });
  expect(request.fault).toMatchObject({ code: 'PROTOCOL_RESTRICTION', at: 'nat-1', about: 'IPv6' });
});
