// What a target group may hold, and what a form offers for it. Codes: ELBv2 API reference, RegisterTargets; D-NLB (vpc-dataplane 6.4).

import { describe, expect, test } from 'vitest';
import { checkTargetFor, isSame, listCandidates, type TargetInput } from '../../src/control/target-choice.ts';
import type { Target } from '../../src/dataplane/gateways/target-group.ts';
import { makeWorld } from './lab-world.ts';

/** A group of instances and one of addresses in vpc-red; i-web and its address are in already, and i-fw has two addresses. */
const world = makeWorld({
  vpcs: {
    'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] },
    'vpc-blue': { cidrs: ['172.31.0.0/16', '2001:db8:2::/56'] },
  },
  subnets: {
    'subnet-app': { vpcId: 'vpc-red', cidr: '10.1.2.0/24', ipv6Cidr: '2001:db8:1::/64' },
    'subnet-blue': { vpcId: 'vpc-blue', cidr: '172.31.0.0/20', ipv6Cidr: '2001:db8:2::/64' },
  },
  gateways: {
    'tg-machines': { kind: 'target-group', vpcId: 'vpc-red', port: 443, targets: [{ id: 'i-web' }] },
    'tg-addresses': {
      kind: 'target-group',
      vpcId: 'vpc-red',
      port: 443,
      targetType: 'ip',
      targets: [{ id: '10.1.1.10' }],
    },
  },
  networkInterfaces: {
    'eni-six': {
      subnetId: 'subnet-app',
      addresses: [{ address: '10.1.2.40' }, { address: '2001:db8:1::40' }],
    },
    'eni-six-blue': { subnetId: 'subnet-blue', addresses: [{ address: '172.31.0.40' }, { address: '2001:db8:2::40' }] },
  },
});

describe('a form offers', () => {
  test.each([
    ['the instances of its VPC that a group lacks', 'tg-machines', ['Id=i-app', 'Id=i-fw']],
    ['every address of theirs', 'tg-addresses', ['Id=10.1.2.20', 'Id=10.1.2.30', 'Id=10.1.2.31']],
    ['nothing before there is a group', undefined, []],
  ])('%s', (_what, groupId, expected) => {
    expect(listCandidates(world, groupId)).toEqual(expected);
  });
});

const stranger = (id: string) => ({
  code: 'InvalidTarget',
  message: `The target '${id}' is not an instance of vpc-red, the network of the target group.`,
});
const unreachable = (id: string) => ({
  code: 'InvalidTarget',
  message: `The address '${id}' is not one of the VPC's, nor one that a wire or a peering may lead to.`,
});

test.each([
  ['tg-machines', 'i-app', undefined],
  ['tg-machines', 'i-x', stranger('i-x')],
  ['tg-machines', 'i-blue', stranger('i-blue')],
  ['tg-addresses', '10.1.2.20', undefined],
  // Of no machine: private blocks and 100.64.0.0/10 may lie behind a wire or a peering.
  ['tg-addresses', '192.168.7.7', undefined],
  ['tg-addresses', '100.64.3.3', undefined],
  ['tg-addresses', '198.51.100.8', unreachable('198.51.100.8')],
  // An IPv6 address is the VPC's own only where an interface of the VPC has it.
  ['tg-addresses', '2001:db8:1::40', undefined],
  ['tg-addresses', '2001:db8:2::40', unreachable('2001:db8:2::40')],
  [
    'tg-addresses',
    'i-app',
    { code: 'ValidationError', message: `'i-app' is not an IP address, which a group of type ip holds.` },
  ],
])('%s takes %s, or says why not', (groupId, Id, expected) => {
  expect(checkTargetFor(world, groupId, { Id })).toEqual(expected);
});

test('an instance that does not run is not registered', () => {
  const start = makeWorld({
    gateways: { 'tg-1': { kind: 'target-group', vpcId: 'vpc-red', port: 443, targets: [] } },
    instances: { 'i-app': { hostId: 'host-b', state: 'stopped' } },
  });
  expect(checkTargetFor(start, 'tg-1', { Id: 'i-app' })).toEqual({
    code: 'InvalidTarget',
    message: "The target 'i-app' is not in a running state and cannot be registered.",
  });
});

/** The group's port stands where a target names none. */
test.each<[Target, TargetInput, boolean]>([
  [{ id: 'i-a' }, { Id: 'i-a' }, true],
  [{ id: 'i-a' }, { Id: 'i-a', Port: 443 }, true],
  [{ id: 'i-a', port: 443 }, { Id: 'i-a' }, true],
  [{ id: 'i-a', port: 8080 }, { Id: 'i-a', Port: 8080 }, true],
  [{ id: 'i-a', port: 8080 }, { Id: 'i-a' }, false],
  [{ id: 'i-a' }, { Id: 'i-a', Port: 8080 }, false],
  [{ id: 'i-a' }, { Id: 'i-b' }, false],
])('%j and %j in a group of port 443: the same is %s', (target, input, expected) => {
  expect(isSame(target, input, 443)).toBe(expected);
});
