// What a launch asks for, said in either way: EC2 API reference, RunInstances; codes C-LOG.

import { describe, expect, test } from 'vitest';
import { checkLaunch, type LaunchInput, newInterfaceOf, takenInterfaces } from '../../src/control/launch.ts';
import { makeWorld } from './lab-world.ts';

const world = makeWorld();
/** No VPC is the default one. */
const bare = makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } });

const device = (more: object = {}) => ({ DeviceIndex: 0, ...more });
const launch = (...NetworkInterfaces: readonly ReturnType<typeof device>[]) => ({ NetworkInterfaces }) as LaunchInput;

describe('the new interface', () => {
  test('is described by the launch itself', () => {
    const input = { SubnetId: 'subnet-app', SecurityGroupIds: ['sg-red-default'], AssociatePublicIpAddress: true };
    expect(newInterfaceOf(world, input)).toMatchObject({
      SubnetId: 'subnet-app',
      Groups: ['sg-red-default'],
      AssociatePublicIpAddress: true,
    });
    expect(newInterfaceOf(world, {})).toMatchObject({ SubnetId: 'subnet-blue' });
  });

  test('is described by a structure', () => {
    const given = {
      SubnetId: 'subnet-app',
      PrivateIpAddress: '10.1.2.50',
      Groups: ['sg-red-default'],
      Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }],
      AssociatePublicIpAddress: false,
    };
    expect(newInterfaceOf(world, launch(device(given)))).toEqual(given);
    const loose = newInterfaceOf(world, { ...launch(device()), AssociatePublicIpAddress: true });
    expect(loose).toMatchObject({ SubnetId: 'subnet-blue', AssociatePublicIpAddress: true });
  });

  test('is none where the first structure names an interface that exists, or none is given', () => {
    expect(newInterfaceOf(world, launch(device({ NetworkInterfaceId: 'eni-app' })))).toBeUndefined();
    expect(newInterfaceOf(world, launch())).toBeUndefined();
  });
});

test('interfaces that exist are taken in the order of their indexes', () => {
  const later = { DeviceIndex: 1, NetworkInterfaceId: 'eni-app' };
  expect(takenInterfaces(launch(later, device({ NetworkInterfaceId: 'eni-fw' })))).toEqual(['eni-fw', 'eni-app']);
  expect(takenInterfaces(launch(device()))).toEqual([]);
  expect(takenInterfaces({})).toEqual([]);
});

const noDefault = {
  code: 'VPCIdNotSpecified',
  message: 'There is no default VPC for this user.',
  remedy: 'Name the subnet.',
};
const together = {
  code: 'InvalidParameterCombination',
  message: 'Network interfaces and an instance-level subnet, address or group cannot be in the same request.',
  remedy: 'Say them inside --network-interfaces.',
};
const oneKind = {
  code: 'InvalidParameterValue',
  message: 'A launch here makes one new interface, or takes interfaces that exist.',
};
const notLent = {
  code: 'InvalidParameterCombination',
  message: 'A public address can be lent only to the one new interface of a launch.',
};
const missing = (code: string, what: string) => ({ code, message: `The ${what} does not exist.` });
const app = { DeviceIndex: 0, NetworkInterfaceId: 'eni-app' };
const fw = { DeviceIndex: 1, NetworkInterfaceId: 'eni-fw' };

const checks: readonly (readonly [string, LaunchInput, object | undefined, object | undefined])[] = [
  ['nothing said', {}, undefined, noDefault],
  ['a subnet', { SubnetId: 'subnet-app' }, undefined, undefined],
  ['a structure that says nothing', launch(device()), undefined, noDefault],
  ['a subnet in a structure', launch(device({ SubnetId: 'subnet-app' })), undefined, undefined],
  ['an interface that exists', launch(app), undefined, undefined],
  ['two that exist', launch(app, fw), undefined, undefined],
  ['two new ones', launch(device(), { DeviceIndex: 1 }), oneKind, oneKind],
  ['a new one beside one that exists', launch(app, { DeviceIndex: 1 }), oneKind, oneKind],
  ['a subnet beside a structure', { ...launch(device()), SubnetId: 'subnet-app' }, together, together],
  ['groups beside a structure', { ...launch(device()), SecurityGroupIds: ['sg-red-default'] }, together, together],
  [
    'a public address for two, one of which asks',
    launch(app, { ...fw, AssociatePublicIpAddress: true } as typeof fw),
    notLent,
    notLent,
  ],
  ['a public address for all', { ...launch(app), AssociatePublicIpAddress: true }, notLent, notLent],
  [
    'a public address for the new one',
    launch(device({ SubnetId: 'subnet-app', AssociatePublicIpAddress: true })),
    undefined,
    undefined,
  ],
  [
    'an unknown interface',
    launch({ DeviceIndex: 0, NetworkInterfaceId: 'eni-x' } as typeof app),
    missing('InvalidNetworkInterfaceID.NotFound', "network interface 'eni-x'"),
    missing('InvalidNetworkInterfaceID.NotFound', "network interface 'eni-x'"),
  ],
  [
    'an unknown subnet',
    launch(device({ SubnetId: 'subnet-x' })),
    missing('InvalidSubnetID.NotFound', "subnet 'subnet-x'"),
    missing('InvalidSubnetID.NotFound', "subnet 'subnet-x'"),
  ],
  [
    'an unknown group',
    launch(device({ SubnetId: 'subnet-app', Groups: ['sg-red-default', 'sg-x'] })),
    missing('InvalidGroup.NotFound', "security group 'sg-x'"),
    missing('InvalidGroup.NotFound', "security group 'sg-x'"),
  ],
];

test.each(checks)('a launch with %s, with a default VPC and without one', (_what, input, withDefault, without) => {
  expect(checkLaunch(world, input)).toEqual(withDefault);
  expect(checkLaunch(bare, input)).toEqual(without);
});
