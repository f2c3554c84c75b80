// Which blocks a VPC and its subnets may have: D-CIDR, D-SUB (vpc-dataplane 10); codes C-MOTO, C-OS, C-EUCA, C-LOG (5.2).

import { describe, expect, test } from 'vitest';
import { checkFurtherBlock, checkSubnetBlock, checkVpcBlock } from '../../src/control/block-rules.ts';
import type { Cidr } from '../../src/net/cidr.ts';
import { makeWorld } from './lab-world.ts';

const block = (text: string) => text as Cidr;

describe('a VPC’s block', () => {
  test.each(['10.0.0.0/16', '10.0.0.0/28', '2001:db8::/44', '2001:db8::/56', '2001:db8::/60'])(
    '%s is granted',
    (text) => {
      expect(checkVpcBlock(block(text))).toBeUndefined();
    },
  );

  test.each([
    ['10.0.0.0/15', 'A block of a VPC is from /16 to /28.'],
    ['10.0.0.0/29', 'A block of a VPC is from /16 to /28.'],
    ['2001:db8::/40', 'AWS gives a VPC a /56.'],
    ['2001:db8::/64', 'AWS gives a VPC a /56.'],
    ['2001:db8::/50', 'AWS gives a VPC a /56.'],
  ])('%s has the wrong size', (text, remedy) => {
    expect(checkVpcBlock(block(text))).toEqual({
      code: 'InvalidVpc.Range',
      message: `The CIDR '${text}' is invalid.`,
      remedy,
    });
  });

  test.each([
    ['0.1.0.0/16', '0.0.0.0/8'],
    ['127.0.0.0/16', '127.0.0.0/8'],
    ['169.254.0.0/24', '169.254.0.0/16'],
    ['224.0.0.0/16', '224.0.0.0/4'],
  ])('%s is nobody’s', (text, forbidden) => {
    expect(checkVpcBlock(block(text))).toEqual({
      code: 'InvalidVpc.Range',
      message: `The CIDR '${text}' is restricted.`,
      remedy: `It overlaps ${forbidden}, which no network may use; private blocks are 10.0.0.0/8, 172.16.0.0/12 and 192.168.0.0/16.`,
    });
  });
});

/** vpc-red is peered with vpc-peer, which has two blocks, and asks vpc-asked for it; vpc-far is none of its business. */
const world = makeWorld({
  vpcs: {
    'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] },
    'vpc-peer': { cidrs: ['10.5.0.0/16', '10.6.0.0/16'] },
    'vpc-asked': { cidrs: ['10.7.0.0/16'] },
    'vpc-far': { cidrs: ['10.8.0.0/16'] },
  },
  gateways: {
    'pcx-1': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-red', accepterVpcId: 'vpc-peer' },
    'pcx-2': {
      kind: 'vpc-peering-connection',
      requesterVpcId: 'vpc-red',
      accepterVpcId: 'vpc-asked',
      state: 'pending-acceptance',
    },
  },
  routeTables: {
    'rtb-app': {
      vpcId: 'vpc-red',
      routes: [
        { destination: '10.9.1.0/24', target: 'eni-app' },
        { destination: '10.9.2.0/24', target: 'eni-app' },
        { destination: 'pl-own', target: 'eni-app' },
      ],
    },
    'rtb-far': { vpcId: 'vpc-far', routes: [{ destination: '10.9.64.0/24', target: 'pcx-1' }] },
  },
  prefixLists: { 'pl-own': { name: 'office', cidrs: ['10.9.3.0/24'] } },
  quotas: { cidrBlocks: 2 },
});

describe('a further block of a VPC', () => {
  test.each(['10.2.0.0/16', '10.8.0.0/16', '10.9.1.0/25', '10.9.64.0/24', '198.51.100.0/24', '2001:db8:2::/56'])(
    '%s is granted',
    (text) => {
      expect(checkFurtherBlock(world, 'vpc-red', block(text))).toBeUndefined();
    },
  );

  test.each([
    ['10.1.128.0/17', 'It overlaps 10.1.0.0/16, which the network has.'],
    ['10.5.1.0/24', 'It overlaps a block of vpc-peer, with which the network is peered.'],
    ['10.6.1.0/24', 'It overlaps a block of vpc-peer, with which the network is peered.'],
    ['10.7.1.0/24', 'It overlaps a block of vpc-asked, with which the network is peered.'],
    ['192.168.0.0/16', 'Use a CIDR from the same private range as 10.1.0.0/16, or a public one.'],
    [
      '10.9.0.0/18',
      "It is as wide as a route's destination, or wider: 10.9.1.0/24 in rtb-app, 10.9.2.0/24 in rtb-app.",
    ],
  ])('%s is refused: %s', (text, remedy) => {
    expect(checkFurtherBlock(world, 'vpc-red', block(text))).toEqual({
      code: 'InvalidVpc.Range',
      message: `The CIDR '${text}' cannot be added to vpc-red.`,
      remedy,
    });
  });

  test('counts against its own family only', () => {
    const full = makeWorld({
      vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '10.2.0.0/16'] } },
      quotas: { cidrBlocks: 2 },
    });
    expect(checkFurtherBlock(full, 'vpc-red', block('2001:db8::/56'))).toBeUndefined();
    expect(checkFurtherBlock(full, 'vpc-red', block('10.3.0.0/16'))).toEqual({
      code: 'CidrLimitExceeded',
      message: "The network 'vpc-red' has reached its limit of 2 CIDR blocks.",
    });
  });
});

describe('a subnet’s block', () => {
  test.each(['10.1.9.0/28', '10.1.128.0/17', '2001:db8:1::/64', '2001:db8:1::/60'])('%s is granted', (text) => {
    expect(checkSubnetBlock(world, 'vpc-red', block(text))).toBeUndefined();
  });

  test.each([
    ['10.1.9.0/29', 'A block of a subnet is from /16 to /28.'],
    ['2001:db8:1::/68', 'AWS gives a subnet a /64.'],
    ['2001:db8:1::/62', 'AWS gives a subnet a /64.'],
    ['10.2.0.0/24', 'It must lie inside a block of vpc-red: 10.1.0.0/16, 2001:db8:1::/56.'],
  ])('%s is refused: %s', (text, remedy) => {
    expect(checkSubnetBlock(world, 'vpc-red', block(text))).toEqual({
      code: 'InvalidSubnet.Range',
      message: `The CIDR '${text}' is invalid.`,
      remedy,
    });
  });
});
