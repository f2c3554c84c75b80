import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { interfacesOf } from '../../../src/cloud/lookup.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-network-interface --subnet-id subnet-app';
const attach = 'attach-network-interface --network-interface-id eni-1 --instance-id i-app --device-index 1';
const detach = 'detach-network-interface --attachment-id eni-attach-1';
const assign = 'assign-private-ip-addresses --network-interface-id eni-app --private-ip-addresses';
const unassign = 'unassign-private-ip-addresses --network-interface-id eni-fw --private-ip-addresses';
const nat = 'create-nat-gateway --subnet-id subnet-app --connectivity-type private';

/** EC2 API reference; what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an interface in an unknown subnet', [], `${create}x`, 'InvalidSubnetID.NotFound', 'D-ERR'],
  [
    'an address outside the subnet',
    [],
    `${create} --private-ip-address 10.1.1.50`,
    'InvalidParameterValue',
    'C-EUCA, C-LOG',
  ],
  [
    'one of AWS’s five addresses',
    [],
    `${create} --private-ip-address 10.1.2.3`,
    'InvalidParameterValue',
    'C-EUCA, D-SUB',
  ],
  ['an address in use', [], `${create} --private-ip-address 10.1.2.20`, 'InvalidIPAddress.InUse', 'C-LOG'],
  [
    'an address in use among several',
    [],
    `${create} --private-ip-addresses PrivateIpAddress=10.1.2.50,Primary=true PrivateIpAddress=10.1.2.20`,
    'InvalidIPAddress.InUse',
    'C-LOG',
  ],
  [
    'an IPv6 address where there is no block',
    [],
    `${create} --ipv6-addresses Ipv6Address=2001:db8::5`,
    'InvalidParameterValue',
    'inferred',
  ],
  ['an unknown group', [], `${create} --groups sg-x`, 'InvalidGroup.NotFound', 'D-ERR'],
  ['a group of another VPC', [], `${create} --groups sg-blue-default`, 'InvalidParameter', 'C-LOG'],
  [
    'attaching what is attached',
    [],
    'attach-network-interface --network-interface-id eni-fw --instance-id i-app --device-index 1',
    'InvalidNetworkInterface.InUse',
    'D-ERR',
  ],
  ['attaching at a taken index', [create], attach.replace('index 1', 'index 0'), 'InvalidParameterValue', 'C-LOG'],
  ['attaching a service’s interface', [nat], attach, 'AuthFailure', 'C-LOG'],
  [
    'attaching across zones',
    [
      'create-subnet --vpc-id vpc-red --cidr-block 10.1.9.0/24 --availability-zone us-east-1b',
      'create-network-interface --subnet-id subnet-1',
    ],
    attach,
    'InvalidParameterCombination',
    'C-LOG',
  ],
  [
    'detaching the first interface',
    [],
    'detach-network-interface --attachment-id eni-attach-web',
    'OperationNotPermitted',
    'C-LOG, C-OS',
  ],
  ['detaching what is not attached', [create], detach, 'InvalidAttachmentID.NotFound', 'C-TF, C-OS'],
  [
    'deleting an interface in use',
    [],
    'delete-network-interface --network-interface-id eni-app',
    'InvalidParameterValue',
    'C-LOG',
  ],
  [
    'deleting a service’s interface',
    [nat],
    'delete-network-interface --network-interface-id eni-1',
    'AuthFailure',
    'inferred',
  ],
  [
    'deleting an unknown interface',
    [],
    'delete-network-interface --network-interface-id eni-x',
    'InvalidNetworkInterfaceID.NotFound',
    'D-ERR',
  ],
  ['assigning an address that another has', [], `${assign} 10.1.2.31`, 'InvalidParameterValue', 'C-LOG'],
  ['moving a primary address', [], `${assign} 10.1.2.30 --allow-reassignment`, 'InvalidParameterValue', 'inferred'],
  ['assigning an address of another subnet', [], `${assign} 10.1.1.60`, 'InvalidParameterValue', 'C-EUCA'],
  [
    'assigning nothing',
    [],
    'assign-private-ip-addresses --network-interface-id eni-app',
    'MissingParameter',
    'inferred',
  ],
  ['unassigning a primary address', [], `${unassign} 10.1.2.30`, 'InvalidParameterValue', 'inferred'],
  ['unassigning what it has not', [], `${unassign} 10.1.2.99`, 'InvalidParameterValue', 'inferred'],
  [
    'an IPv6 address in a subnet without a block',
    [],
    'assign-ipv6-addresses --network-interface-id eni-app --ipv6-address-count 1',
    'InvalidParameterValue',
    'inferred',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a full subnet has no room for one more', () => {
  const full = Array.from({ length: 11 }, (_, index) => ({ address: `10.1.9.${index + 4}` }));
  const world = makeWorld({
    subnets: { 'subnet-small': { vpcId: 'vpc-red', cidr: '10.1.9.0/28' } },
    networkInterfaces: { 'eni-full': { subnetId: 'subnet-small', addresses: full } },
  });
  const line = 'create-network-interface --subnet-id subnet-small';
  expect(refusal(world, line)).toBe('InsufficientFreeAddressesInSubnet');
});

describe('a new interface', () => {
  test('takes the first free address and the default group, and belongs to nobody', () => {
    const world = edit(makeWorld(), create);
    expect(world.networkInterfaces['eni-1']).toEqual({
      subnetId: 'subnet-app',
      addresses: [{ address: '10.1.2.4' }],
      groups: ['sg-red-default'],
      sourceDestCheck: true,
    });
    expect(outputOf(makeWorld(), create)).toMatchObject({
      NetworkInterface: { NetworkInterfaceId: 'eni-1', Status: 'available', PrivateIpAddress: '10.1.2.4' },
    });
  });

  test('takes the addresses that are named, the primary one first', () => {
    const line = `${create} --private-ip-addresses PrivateIpAddress=10.1.2.51 PrivateIpAddress=10.1.2.50,Primary=true`;
    const addresses = edit(makeWorld(), line).networkInterfaces['eni-1']?.addresses.map(({ address }) => address);
    expect(addresses).toEqual(['10.1.2.50', '10.1.2.51']);
  });

  test('is gone without a trace when it is deleted', () => {
    const world = edit(makeWorld(), create, 'delete-network-interface --network-interface-id eni-1');
    expect({ ...world, issued: {} }).toEqual(makeWorld());
  });

  // D-EIP: disassociated, not released.
  test('leaves its Elastic IP allocated when it is deleted', () => {
    const world = edit(
      makeWorld(),
      create,
      'associate-address --allocation-id eipalloc-free --network-interface-id eni-1',
      'delete-network-interface --network-interface-id eni-1',
    );
    expect(world.elasticIps['eipalloc-free']).toEqual({ publicIp: '203.0.113.9' });
  });
});

describe('an attached interface', () => {
  test('comes behind those that the instance has', () => {
    const world = edit(makeWorld(), create, attach);
    expect(interfacesOf(world, 'i-app')).toEqual(['eni-app', 'eni-1']);
    expect(checkWorld(world)).toEqual([]);
  });

  test('comes behind them even when it is older', () => {
    const lines = [create, 'run-instances --subnet-id subnet-app', attach.replace('i-app', 'i-1')];
    expect(interfacesOf(edit(makeWorld(), ...lines), 'i-1')).toEqual(['eni-2', 'eni-1']);
  });

  test('can be detached, and belongs to nobody again', () => {
    expect(edit(makeWorld(), create, attach, detach)).toEqual(edit(makeWorld(), create));
  });
});

describe('a further private address', () => {
  test('comes behind the primary one', () => {
    const world = edit(makeWorld(), `${assign} 10.1.2.50 10.1.2.51`);
    expect(world.networkInterfaces['eni-app']?.addresses).toEqual([
      { address: '10.1.2.20' },
      { address: '10.1.2.50' },
      { address: '10.1.2.51' },
    ]);
  });

  test('is the first free one when it is not named', () => {
    const line = 'assign-private-ip-addresses --network-interface-id eni-app --secondary-private-ip-address-count 2';
    expect(outputOf(makeWorld(), line)?.AssignedPrivateIpAddresses).toEqual([
      { PrivateIpAddress: '10.1.2.4' },
      { PrivateIpAddress: '10.1.2.5' },
    ]);
  });

  // D-API: a secondary address moves with its Elastic IP.
  test('moves to another interface where that is allowed, and its Elastic IP with it', () => {
    const world = edit(
      makeWorld(),
      'associate-address --allocation-id eipalloc-free --network-interface-id eni-fw --private-ip-address 10.1.2.31',
      `${assign} 10.1.2.31 --allow-reassignment`,
    );
    expect(world.networkInterfaces['eni-fw']?.addresses).toHaveLength(1);
    expect(world.elasticIps['eipalloc-free']?.association?.networkInterfaceId).toBe('eni-app');
    expect(checkWorld(world)).toEqual([]);
  });

  test('can be taken away', () => {
    expect(edit(makeWorld(), `${assign} 10.1.2.50`, `${unassign.replace('eni-fw', 'eni-app')} 10.1.2.50`)).toEqual(
      makeWorld(),
    );
  });
});

test('IPv6 addresses come from the subnet’s block, and go', () => {
  const dualStack = edit(
    makeWorld(),
    'associate-vpc-cidr-block --vpc-id vpc-red --amazon-provided-ipv6-cidr-block',
    'associate-subnet-cidr-block --subnet-id subnet-app --ipv6-cidr-block 2001:db8:1200:2::/64',
  );
  const given = edit(dualStack, 'assign-ipv6-addresses --network-interface-id eni-app --ipv6-address-count 1');
  expect(given.networkInterfaces['eni-app']?.addresses[1]).toEqual({ address: '2001:db8:1200:2::4' });
  const named = 'assign-ipv6-addresses --network-interface-id eni-app --ipv6-addresses 2001:db8:1200:2:0::4';
  expect(edit(dualStack, named).networkInterfaces).toEqual(given.networkInterfaces);
  const gone = edit(
    given,
    'unassign-ipv6-addresses --network-interface-id eni-app --ipv6-addresses 2001:db8:1200:2::4',
  );
  expect(gone).toEqual(dualStack);
});
