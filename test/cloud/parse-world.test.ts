import { describe, expect, test } from 'vitest';
import { effectiveTableId, isMainTable } from '../../src/cloud/lookup.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

describe('what AWS makes by itself is filled in', () => {
  const world = buildWorld({
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '10.2.0.0/16'] } },
    subnets: { 'subnet-a': { vpcId: 'vpc-red', cidr: '10.1.0.0/24' } },
    hosts: { 'host-a': { underlay: '100.64.0.11' } },
    instances: { 'i-web-1': { hostId: 'host-a' } },
    networkInterfaces: {
      'eni-1': { subnetId: 'subnet-a', instanceId: 'i-web-1', addresses: [{ address: '10.1.0.5' }] },
    },
    internet: { client: { address: '198.51.100.8' } },
  });

  test('a main table with one local route for each block (D-RT)', () => {
    expect(world.routeTables['rtb-red-main']?.routes).toEqual([
      { destination: '10.1.0.0/16', target: 'local', origin: 'CreateRouteTable' },
      { destination: '10.2.0.0/16', target: 'local', origin: 'CreateRouteTable' },
    ]);
    expect(effectiveTableId(world, 'subnet-a')).toBe('rtb-red-main');
    expect(isMainTable(world, 'rtb-red-main')).toBe(true);
  });

  test('a default network ACL that allows all, for subnets that name none (D-NACL)', () => {
    const allow = [{ number: 100, action: 'allow', protocol: 'all', cidr: '0.0.0.0/0' }];
    expect(world.networkAcls['acl-red-default']).toMatchObject({ isDefault: true, inbound: allow, outbound: allow });
    expect(world.subnets['subnet-a']?.networkAclId).toBe('acl-red-default');
  });

  test('a default security group whose members reach each other, for interfaces that name none (D-SG)', () => {
    expect(world.securityGroups['sg-red-default']).toMatchObject({
      isDefault: true,
      inbound: [{ protocol: 'all', peer: 'sg-red-default' }],
      outbound: [{ protocol: 'all', peer: '0.0.0.0/0' }],
    });
    expect(world.networkInterfaces['eni-1']?.groups).toEqual(['sg-red-default']);
  });

  test('names for machines, from their ids', () => {
    expect([world.instances['i-web-1']?.name, world.internet.client?.name]).toEqual(['web-1', 'client']);
  });

  test('the region, the fleets and the pool', () => {
    expect(world.region).toBe('us-east-1');
    expect(world.substrate).toEqual({ blackfoot: '100.64.255.1', hyperplane: '100.64.254.1' });
    expect(world.publicPool.cidr).toBe('203.0.113.0/24');
    expect(world.quotas.elasticIps).toBe(5);
  });
});

test('a VPC with an IPv6 block allows IPv6 by default too', () => {
  const world = buildWorld({ vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } } });
  expect(world.networkAcls['acl-red-default']?.inbound.map(({ cidr }) => cidr)).toEqual(['0.0.0.0/0', '::/0']);
  expect(world.securityGroups['sg-red-default']?.outbound.map(({ peer }) => peer)).toEqual(['0.0.0.0/0', '::/0']);
});

test('what a file states is not filled in again', () => {
  const world = buildWorld(worldFile('three-missing-things'));
  expect(Object.keys(world.routeTables)).toEqual(['rtb-main', 'rtb-edge']);
  expect(effectiveTableId(world, 'subnet-red')).toBe('rtb-edge');
});

test('a local route that was given another target stays as it is, and none is added (D-RTW)', () => {
  const world = buildWorld(worldFile('nat'), {
    routeTables: {
      'rtb-p': { routes: [{ destination: '10.0.0.0/16', target: 'eni-web', origin: 'CreateRouteTable' }] },
    },
  });
  expect(world.routeTables['rtb-p']?.routes).toHaveLength(1);
});

test('an empty file is an empty region', () => {
  const world = buildWorld({});
  expect([world.vpcs, world.gateways, world.instances]).toEqual([{}, {}, {}]);
});

test.each(['article', 'nat', 'hairpin', 'three-missing-things'] as const)('%s, once read, reads as itself', (name) => {
  const world = buildWorld(worldFile(name));
  const again = readWorld(JSON.parse(JSON.stringify(world)));
  expect(again.ok && again.value).toEqual(world);
});

test('reading leaves the input as it was', () => {
  const input = structuredClone(worldFile('article'));
  readWorld(input);
  expect(input).toEqual(worldFile('article'));
});

describe('what is misspelt is reported where it stands', () => {
  test.each<[string, unknown, (string | number)[], string]>([
    ['not a record', 7, [], 'Invalid type'],
    ['null', null, [], 'Invalid type'],
    ['an unknown part', { vpsc: {} }, ['vpsc'], 'there is no such key'],
    ['an id of another kind', { vpcs: { 'subnet-1': { cidrs: ['10.0.0.0/16'] } } }, ['vpcs', 'subnet-1'], 'vpc-'],
    [
      'an id with a control character',
      { vpcs: { 'vpc-\u001b[31m': { cidrs: ['10.0.0.0/16'] } } },
      ['vpcs', 'vpc-\u001b[31m'],
      'vpc-',
    ],
    ['a VPC without a block', { vpcs: { 'vpc-1': { cidrs: [] } } }, ['vpcs', 'vpc-1', 'cidrs'], 'at least one'],
    ['host bits', { vpcs: { 'vpc-1': { cidrs: ['10.0.0.1/16'] } } }, ['vpcs', 'vpc-1', 'cidrs', 0], 'no host bits'],
    [
      'a leading zero',
      { hosts: { 'host-a': { underlay: '100.064.0.1' } } },
      ['hosts', 'host-a', 'underlay'],
      'no leading zeros',
    ],
    [
      'a port past the end',
      {
        securityGroups: { 'sg-1': { vpcId: 'vpc-1', inbound: [{ ports: { from: 1, to: 65536 }, peer: '0.0.0.0/0' }] } },
      },
      ['securityGroups', 'sg-1', 'inbound', 0, 'ports', 'to'],
      '65535',
    ],
    [
      'a range that runs backwards',
      { securityGroups: { 'sg-1': { vpcId: 'vpc-1', inbound: [{ ports: { from: 9, to: 1 }, peer: '0.0.0.0/0' }] } } },
      ['securityGroups', 'sg-1', 'inbound', 0, 'ports'],
      'first port',
    ],
    [
      'a gateway kind that does not exist',
      { gateways: { 'igw-1': { kind: 'igw' } } },
      ['gateways', 'igw-1', 'kind'],
      'no gateway kind is called "igw"',
    ],
    [
      'an attribute that a kind does not keep',
      { gateways: { 'igw-1': { kind: 'internet-gateway', subnetId: 'subnet-1' } } },
      ['gateways', 'igw-1', 'subnetId'],
      'there is no such key',
    ],
    [
      'a name with a control character',
      { instances: { 'i-1': { hostId: 'host-a', name: 'a\u0007b' } } },
      ['instances', 'i-1', 'name'],
      'expected a name',
    ],
    [
      'a fractional rule number',
      { networkAcls: { 'acl-1': { vpcId: 'vpc-1', inbound: [{ number: 1.5, action: 'allow', cidr: '0.0.0.0/0' }] } } },
      ['networkAcls', 'acl-1', 'inbound', 0, 'number'],
      'Invalid integer',
    ],
  ])('%s', (_what, input, path, message) => {
    const result = readWorld(input);
    if (result.ok) throw new Error('it was read');
    expect(result.error[0]?.path).toEqual(path);
    expect(result.error[0]?.message).toContain(message);
  });

  test('a key that would reach into the prototype is no part of a world', () => {
    expect(readWorld(JSON.parse('{"__proto__": {"region": "x"}, "constructor": {}}')).ok).toBe(false);
  });
});
