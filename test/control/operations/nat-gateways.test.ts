import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free';
const createPrivate = 'create-nat-gateway --subnet-id subnet-app --connectivity-type private';

/** vpc-dataplane 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown subnet', [], 'create-nat-gateway --subnet-id subnet-x', 'InvalidSubnetID.NotFound', 'C-LOG'],
  ['a malformed subnet', [], 'create-nat-gateway --subnet-id pub', 'InvalidSubnet', 'C-LOG'],
  [
    'a public gateway without an address',
    [],
    'create-nat-gateway --subnet-id subnet-pub',
    'MissingParameter',
    'inferred',
  ],
  [
    'a private gateway with an address',
    [],
    `${createPrivate} --allocation-id eipalloc-free`,
    'InvalidParameterCombination',
    'inferred',
  ],
  [
    'an address outside the subnet',
    [],
    `${create} --private-ip-address 10.1.2.99`,
    'InvalidParameterValue',
    'inferred',
  ],
  ['one of AWS’s five addresses', [], `${create} --private-ip-address 10.1.1.2`, 'InvalidParameterValue', 'D-SUB'],
  ['an address in use', [], `${create} --private-ip-address 10.1.1.10`, 'InvalidParameterValue', 'inferred'],
  [
    'a sixth gateway in the zone',
    Array(5).fill(createPrivate),
    createPrivate,
    'NatGatewayLimitExceeded',
    'C-LOG, D-NATT',
  ],
  [
    'the deletion of an unknown gateway',
    [],
    'delete-nat-gateway --nat-gateway-id nat-x',
    'NatGatewayNotFound',
    'C-TF, C-EUCA',
  ],
  ['a malformed gateway', [], 'delete-nat-gateway --nat-gateway-id igw-red', 'NatGatewayMalformed', 'D-ERR'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

describe('a public NAT gateway', () => {
  test('takes the subnet’s first free address, an interface of its own and the Elastic IP', () => {
    const world = edit(makeWorld(), create);
    expect(world.gateways['nat-1']).toEqual({
      kind: 'nat-gateway',
      vpcId: 'vpc-red',
      subnetId: 'subnet-pub',
      connectivityType: 'public',
      state: 'available',
      networkInterfaceId: 'eni-1',
      allocationId: 'eipalloc-free',
    });
    expect(world.networkInterfaces['eni-1']).toMatchObject({
      addresses: [{ address: '10.1.1.4' }],
      managedBy: 'nat-1',
    });
    expect(world.elasticIps['eipalloc-free']?.association?.privateIp).toBe('10.1.1.4');
    expect(checkWorld(world)).toEqual([]);
  });

  test('takes the address that is named', () => {
    const world = edit(makeWorld(), `${create} --private-ip-address 10.1.1.50`);
    expect(world.networkInterfaces['eni-1']?.addresses).toEqual([{ address: '10.1.1.50' }]);
  });

  test('is told as pending by the call that makes it', () => {
    expect(outputOf(makeWorld(), create)).toMatchObject({
      NatGateway: { NatGatewayId: 'nat-1', State: 'pending', NatGatewayAddresses: [{ AllocationId: 'eipalloc-free' }] },
    });
  });

  // D-NATT: its subnet's table is not looked at.
  test('becomes available in a subnet that has no way out', () => {
    const world = edit(makeWorld(), create.replace('subnet-pub', 'subnet-app'));
    expect(world.gateways['nat-1']?.state).toBe('available');
  });

  // D-NAT.
  test('leaves its Elastic IP allocated and its routes behind when it is deleted', () => {
    const route = 'create-route --route-table-id rtb-app --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-1';
    const world = edit(makeWorld(), create, route, 'delete-nat-gateway --nat-gateway-id nat-1');
    expect(world.elasticIps['eipalloc-free']).toEqual({ publicIp: '203.0.113.9' });
    expect(Object.keys(world.networkInterfaces)).not.toContain('eni-1');
    expect(outputOf(world, 'describe-route-tables --route-table-ids rtb-app')).toMatchObject({
      RouteTables: [{ Routes: [{}, { NatGatewayId: 'nat-1', State: 'blackhole' }] }],
    });
    expect(checkWorld(world)).toEqual([]);
  });

  test('never gets the number of a deleted one, so that an old route does not come to life', () => {
    const nat = { kind: 'nat-gateway', vpcId: 'vpc-red', subnetId: 'subnet-app', networkInterfaceId: 'eni-nat' };
    const own = { subnetId: 'subnet-app', addresses: [{ address: '10.1.2.60' }], managedBy: 'nat-1' };
    const world = makeWorld({
      gateways: { 'nat-1': nat },
      networkInterfaces: { 'eni-nat': own },
    });
    const next = edit(world, 'delete-nat-gateway --nat-gateway-id nat-1', create);
    expect(next.gateways).toHaveProperty('nat-2');
  });
});

test('a private NAT gateway needs neither an Elastic IP nor an internet gateway', () => {
  const world = edit(makeWorld(), createPrivate);
  expect(world.gateways['nat-1']).toMatchObject({ connectivityType: 'private', state: 'available' });
});

/** D-API NatGateway.FailureCode: the call succeeds, the gateway fails. */
const failures: readonly (readonly [string, (world: World) => World, string, string])[] = [
  [
    'no internet gateway is attached',
    (world) =>
      edit(
        world,
        'stop-instances --instance-ids i-web',
        'detach-internet-gateway --internet-gateway-id igw-red --vpc-id vpc-red',
      ),
    create,
    'Gateway.NotAttached',
  ],
  ['the Elastic IP is in use', (world) => world, create.replace('free', 'blue'), 'Resource.AlreadyAssociated'],
  ['the Elastic IP does not exist', (world) => world, create.replace('free', 'x'), 'InvalidAllocationID.NotFound'],
];

test.each(failures)('when %s, creating a NAT gateway succeeds and the gateway fails', (_why, prepare, line, code) => {
  const world = edit(prepare(makeWorld()), line);
  expect(outputOf(world, 'describe-nat-gateways')).toMatchObject({
    NatGateways: [{ NatGatewayId: 'nat-1', State: 'failed', FailureCode: code, NatGatewayAddresses: [] }],
  });
  expect(Object.keys(world.networkInterfaces)).not.toContain('eni-1');
  expect(checkWorld(world)).toEqual([]);
});

test('a full subnet makes the gateway fail', () => {
  const full = Array.from({ length: 11 }, (_, index) => ({ address: `10.1.9.${index + 4}` }));
  const world = makeWorld({
    subnets: { 'subnet-small': { vpcId: 'vpc-red', cidr: '10.1.9.0/28' } },
    networkInterfaces: { 'eni-full': { subnetId: 'subnet-small', addresses: full } },
  });
  const next = edit(world, create.replace('subnet-pub', 'subnet-small'));
  expect(next.gateways['nat-1']).toMatchObject({ state: 'failed', failureCode: 'InsufficientFreeAddressesInSubnet' });
});

test('a failed gateway does not count against the quota', () => {
  const failing = create.replace('free', 'blue');
  expect(refusal(edit(makeWorld(), ...Array(5).fill(failing)), create)).toBe('success');
});
