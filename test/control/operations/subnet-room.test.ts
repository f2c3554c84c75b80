// How many private addresses a subnet still gives. Code D-ERR (InsufficientFreeAddressesInSubnet): the whole call is refused.

import { expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { edit, makeWorld, run } from '../lab-world.ts';

/** Of the eleven addresses of subnet-small, 10.1.9.13 and 10.1.9.14 are free; nat-1 stands there and is private. */
const world = makeWorld({
  subnets: { 'subnet-small': { vpcId: 'vpc-red', cidr: '10.1.9.0/28' } },
  networkInterfaces: {
    'eni-most': {
      subnetId: 'subnet-small',
      addresses: Array.from({ length: 8 }, (_, index) => ({ address: `10.1.9.${index + 4}` })),
    },
    'eni-nat': { subnetId: 'subnet-small', managedBy: 'nat-1', addresses: [{ address: '10.1.9.12' }] },
  },
  gateways: {
    'nat-1': {
      kind: 'nat-gateway',
      vpcId: 'vpc-red',
      subnetId: 'subnet-small',
      connectivityType: 'private',
      networkInterfaceId: 'eni-nat',
    },
  },
});

const assign = 'assign-private-ip-addresses --network-interface-id eni-most';
const assignNat = 'assign-private-nat-gateway-address --nat-gateway-id nat-1';

const refusals: readonly (readonly [string, string, string])[] = [
  [
    `${assign} --secondary-private-ip-address-count 3`,
    'InsufficientFreeAddressesInSubnet',
    "The subnet 'subnet-small' does not have enough free addresses.",
  ],
  [
    `${assignNat} --private-ip-address-count 3`,
    'InsufficientFreeAddressesInSubnet',
    "The subnet 'subnet-small' does not have enough free addresses.",
  ],
  [
    `${assignNat} --private-ip-addresses 10.1.9.13 10.1.9.13`,
    'InvalidIPAddress.InUse',
    'The address 10.1.9.13 is in use.',
  ],
  [
    `${assignNat} --private-ip-addresses 10.1.9.13 10.1.9.4`,
    'InvalidIPAddress.InUse',
    'The address 10.1.9.4 is in use.',
  ],
];

test.each(refusals)('%s is refused', (line, code, message) => {
  expect(run(world, line)).toMatchObject({ ok: false, error: { code, message } });
});

test.each([
  [`${assign} --secondary-private-ip-address-count 2`, 'eni-most', 10],
  [`${assignNat} --private-ip-address-count 2`, 'eni-nat', 3],
  [`${assignNat} --private-ip-addresses 10.1.9.14 10.1.9.13`, 'eni-nat', 3],
])('%s takes the last two', (line, eni, count) => {
  const full = edit(world, line);
  expect(full.networkInterfaces[eni]!.addresses).toHaveLength(count);
  expect(checkWorld(full)).toEqual([]);
  expect(run(full, `${assignNat} --private-ip-address-count 1`)).toMatchObject({
    error: { code: 'InsufficientFreeAddressesInSubnet' },
  });
});

test('an Elastic IP that is named twice is refused, however many a gateway may have', () => {
  const start = edit(
    makeWorld({ quotas: { addressesPerNatGateway: 8 } }),
    'allocate-address',
    'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free',
  );
  const line = 'associate-nat-gateway-address --nat-gateway-id nat-1 --allocation-ids eipalloc-1 eipalloc-1';
  expect(run(start, line)).toMatchObject({
    error: { code: 'Resource.AlreadyAssociated', message: 'The Elastic IP eipalloc-1 is already in use.' },
  });
  const once = edit(start, line.replace('eipalloc-1 eipalloc-1', 'eipalloc-1'));
  expect(once.networkInterfaces['eni-1']!.addresses).toHaveLength(2);
});
