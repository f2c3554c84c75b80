import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

const nat = 'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free';
const associate = 'associate-address --allocation-id eipalloc-free';

/** vpc-dataplane 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['a sixth address', Array(3).fill('allocate-address'), 'allocate-address', 'AddressLimitExceeded', 'D-ERR, D-NATT'],
  ['an unknown domain', [], 'allocate-address --domain standard', 'InvalidParameterValue', 'C-OS'],
  ['an address that another has', [], 'allocate-address --address 192.0.2.80', 'InvalidAddress.NotFound', 'C-LOG'],
  ['an address that is lent', [], 'allocate-address --address 203.0.113.77', 'InvalidAddress.NotFound', 'C-LOG'],
  ['a private address', [], 'allocate-address --address 10.1.1.9', 'InvalidAddress.NotFound', 'inferred'],
  ['no address named', [], 'associate-address --instance-id i-app', 'MissingParameter', 'C-OS'],
  ['no target named', [], associate, 'MissingParameter', 'C-OS'],
  [
    'an address and an allocation',
    [],
    `${associate} --public-ip 203.0.113.9 --instance-id i-app`,
    'InvalidParameterCombination',
    'C-OS, C-EUCA',
  ],
  [
    'two targets',
    [],
    `${associate} --instance-id i-app --network-interface-id eni-app`,
    'InvalidParameterCombination',
    'C-OS',
  ],
  [
    'an unknown allocation',
    [],
    'associate-address --allocation-id eipalloc-x --instance-id i-app',
    'InvalidAllocationID.NotFound',
    'C-LOG',
  ],
  [
    'a malformed allocation',
    [],
    'associate-address --allocation-id 203.0.113.9 --instance-id i-app',
    'InvalidAllocationID.Malformed',
    'D-ERR',
  ],
  [
    'an unknown public address',
    [],
    'associate-address --public-ip 203.0.113.250 --instance-id i-app',
    'InvalidAddress.NotFound',
    'D-ERR',
  ],
  [
    'an address that AWS only lent',
    [],
    'associate-address --public-ip 203.0.113.77 --instance-id i-app',
    'AuthFailure',
    'C-MOTO, C-OS',
  ],
  [
    'an unknown interface',
    [],
    `${associate} --network-interface-id eni-x`,
    'InvalidNetworkInterfaceID.NotFound',
    'D-ERR',
  ],
  ['an unknown instance', [], `${associate} --instance-id i-x`, 'InvalidInstanceID.NotFound', 'D-ERR'],
  [
    'a private address of another interface',
    [],
    `${associate} --network-interface-id eni-fw --private-ip-address 10.1.2.20`,
    'InvalidParameterValue',
    'inferred',
  ],
  [
    'a VPC without a gateway',
    [
      'disassociate-address --association-id eipassoc-blue',
      'detach-internet-gateway --internet-gateway-id igw-blue --vpc-id vpc-blue',
    ],
    `${associate} --instance-id i-blue`,
    'Gateway.NotAttached',
    'D-ERR, C-OS, C-EUCA',
  ],
  [
    'an address in use, when it may not move',
    [],
    'associate-address --allocation-id eipalloc-blue --instance-id i-app --no-allow-reassociation',
    'Resource.AlreadyAssociated',
    'D-API, C-LOG, C-OS',
  ],
  [
    'a target in use, when nothing may be displaced',
    [],
    `${associate} --instance-id i-blue --no-allow-reassociation`,
    'Resource.AlreadyAssociated',
    'C-OS',
  ],
  [
    'a service’s interface',
    [nat],
    'associate-address --allocation-id eipalloc-blue --network-interface-id eni-1',
    'AuthFailure',
    'C-LOG',
  ],
  ['a NAT gateway’s address', [nat], `${associate} --instance-id i-app`, 'AuthFailure', 'inferred'],
  [
    'an unknown association',
    [],
    'disassociate-address --association-id eipassoc-x',
    'InvalidAssociationID.NotFound',
    'D-ERR, C-OS',
  ],
  [
    'an address without an association',
    [],
    'disassociate-address --public-ip 203.0.113.9',
    'InvalidAssociationID.NotFound',
    'D-ERR',
  ],
  ['a NAT gateway’s association', [nat], 'disassociate-address --association-id eipassoc-1', 'AuthFailure', 'inferred'],
  [
    'the release of an unknown allocation',
    [],
    'release-address --allocation-id eipalloc-x',
    'InvalidAllocationID.NotFound',
    'C-LOG',
  ],
  [
    'the release of an address in use outside the default VPC',
    [`${associate} --instance-id i-app`],
    'release-address --allocation-id eipalloc-free',
    'InvalidIPAddress.InUse',
    'D-API, C-OS',
  ],
  [
    'the release of a NAT gateway’s address',
    [nat],
    'release-address --allocation-id eipalloc-free',
    'AuthFailure',
    'C-LOG',
  ],
  [
    'a release by public address',
    [],
    'release-address --public-ip 203.0.113.9',
    'InvalidParameterValue',
    'C-LOG, C-OS',
  ],
  ['a dry run', [], 'allocate-address --dry-run', 'DryRunOperation', 'D-ERR'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

describe('an address is allocated', () => {
  test('from the pool, in order, past what is held', () => {
    const world = makeWorld({ publicPool: { next: 9 } });
    expect(outputOf(world, 'allocate-address --domain vpc')).toEqual({
      PublicIp: '203.0.113.11',
      AllocationId: 'eipalloc-1',
      PublicIpv4Pool: 'amazon',
      NetworkBorderGroup: 'us-east-1',
      Domain: 'vpc',
    });
  });

  test('as far as the level’s quota goes', () => {
    const world = makeWorld({ quotas: { elasticIps: 2 } });
    expect(refusal(world, 'allocate-address')).toBe('AddressLimitExceeded');
  });
});

describe('an Elastic IP is associated', () => {
  test('with an instance’s only interface, and what AWS had lent goes back', () => {
    const world = edit(makeWorld(), `${associate} --instance-id i-web`);
    expect(world.elasticIps['eipalloc-free']?.association).toEqual({
      id: 'eipassoc-1',
      networkInterfaceId: 'eni-web',
      privateIp: '10.1.1.10',
    });
    expect(world.networkInterfaces['eni-web']?.addresses[0]?.autoPublicIp).toBeUndefined();
  });

  test('by its public address too', () => {
    const world = edit(makeWorld(), 'associate-address --public-ip 203.0.113.9 --network-interface-id eni-app');
    expect(world.elasticIps['eipalloc-free']?.association?.networkInterfaceId).toBe('eni-app');
  });

  test('with the private address that is named', () => {
    const world = edit(makeWorld(), `${associate} --network-interface-id eni-fw --private-ip-address 10.1.2.31`);
    expect(world.elasticIps['eipalloc-free']?.association?.privateIp).toBe('10.1.2.31');
  });

  // D-API: accounts without EC2-Classic.
  test('though it is in use elsewhere: it moves without a word', () => {
    const world = edit(makeWorld(), 'associate-address --allocation-id eipalloc-blue --instance-id i-app');
    expect(world.elasticIps['eipalloc-blue']?.association).toMatchObject({ networkInterfaceId: 'eni-app' });
  });

  // C-OS.
  test('again with the same interface: the same association, the same World', () => {
    const world = edit(makeWorld(), `${associate} --instance-id i-app`);
    const again = run(world, `${associate} --network-interface-id eni-app --no-allow-reassociation`);
    expect(again).toEqual({ ok: true, value: { world, output: { AssociationId: 'eipassoc-1' } } });
    expect(again.ok && again.value.world).toBe(world);
  });

  test('and displaces the Elastic IP that was there', () => {
    const world = edit(makeWorld(), `${associate} --instance-id i-blue`);
    expect(world.elasticIps['eipalloc-blue']).toEqual({ publicIp: '203.0.113.10' });
    expect(checkWorld(world)).toEqual([]);
  });

  test('with an instance of two interfaces only when one is named', () => {
    const second = { subnetId: 'subnet-app', instanceId: 'i-web', addresses: [{ address: '10.1.2.40' }] };
    const world = makeWorld({ networkInterfaces: { 'eni-second': second } });
    expect(refusal(world, `${associate} --instance-id i-web`)).toBe('InvalidInstanceID');
    expect(refusal(world, `${associate} --network-interface-id eni-second`)).toBe('success');
  });
});

// D-EIP: vpc-dataplane 3.2 row 11.
describe('an Elastic IP leaves', () => {
  const before = `${associate} --instance-id i-web`;
  const leave = 'disassociate-address --association-id eipassoc-1';
  const lent = (world = makeWorld()) => world.networkInterfaces['eni-web']?.addresses[0]?.autoPublicIp;

  test('and AWS lends another address in place of the one it took back', () => {
    expect(lent(edit(makeWorld(), before, leave))).toBe('203.0.113.100');
  });

  test('but lends none to an interface that never had one', () => {
    const world = edit(makeWorld(), `${associate} --instance-id i-app`, leave);
    expect(world.networkInterfaces['eni-app']?.addresses).toEqual([{ address: '10.1.2.20' }]);
  });

  test('but lends none while the instance is stopped', () => {
    expect(lent(edit(makeWorld(), before, 'stop-instances --instance-ids i-web', leave))).toBeUndefined();
  });

  test('but lends none to an instance with a second interface', () => {
    const second = { subnetId: 'subnet-app', instanceId: 'i-web', addresses: [{ address: '10.1.2.40' }] };
    const world = makeWorld({ networkInterfaces: { 'eni-second': second } });
    expect(lent(edit(world, `${associate} --network-interface-id eni-web`, leave))).toBeUndefined();
  });

  test('by moving on, and AWS lends another there too', () => {
    expect(lent(edit(makeWorld(), before, `${associate} --instance-id i-app`))).toBe('203.0.113.100');
  });
});

// D-API: an address of the default VPC is disassociated on the way.
test('an address in use in the default VPC can be released', () => {
  const world = edit(makeWorld(), 'release-address --allocation-id eipalloc-blue');
  expect(Object.keys(world.elasticIps)).toEqual(['eipalloc-free']);
});

test('the number of a released allocation is not given again', () => {
  const world = edit(makeWorld(), 'allocate-address', 'release-address --allocation-id eipalloc-1');
  expect(outputOf(world, 'allocate-address')?.AllocationId).toBe('eipalloc-2');
});

// D-API: AllocateAddress takes an address back that was released, while nobody else has it.
test('a certain address is taken back', () => {
  expect(outputOf(makeWorld(), 'allocate-address --address 52.0.0.9')).toMatchObject({ PublicIp: '52.0.0.9' });
});
