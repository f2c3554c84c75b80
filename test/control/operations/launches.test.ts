import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { interfacesOf } from '../../../src/cloud/lookup.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const run = 'run-instances --image-id ami-1 --instance-type t3.micro --subnet-id subnet-app';
const withInterface = (text: string) => `run-instances --network-interfaces '${text}'`;

/** EC2 API reference, RunInstances; what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown subnet', [], 'run-instances --subnet-id subnet-x', 'InvalidSubnetID.NotFound', 'D-ERR'],
  [
    'an unknown subnet inside a structure',
    [],
    withInterface('DeviceIndex=0,SubnetId=subnet-x'),
    'InvalidSubnetID.NotFound',
    'D-ERR',
  ],
  ['an address in use', [], `${run} --private-ip-address 10.1.2.20`, 'InvalidIPAddress.InUse', 'C-LOG'],
  [
    'an address outside the subnet',
    [],
    `${run} --private-ip-address 10.1.1.20`,
    'InvalidParameterValue',
    'C-LOG, C-EUCA',
  ],
  ['an unknown group', [], `${run} --security-group-ids sg-x`, 'InvalidGroup.NotFound', 'D-ERR'],
  ['a group of another VPC', [], `${run} --security-group-ids sg-blue-default`, 'InvalidParameter', 'C-LOG'],
  [
    'a subnet beside a structure',
    [],
    `${run} --network-interfaces DeviceIndex=0,SubnetId=subnet-app`,
    'InvalidParameterCombination',
    'C-LOG',
  ],
  [
    'an interface in use',
    [],
    withInterface('DeviceIndex=0,NetworkInterfaceId=eni-app'),
    'InvalidNetworkInterface.InUse',
    'D-ERR',
  ],
  [
    'an unknown interface',
    [],
    withInterface('DeviceIndex=0,NetworkInterfaceId=eni-x'),
    'InvalidNetworkInterfaceID.NotFound',
    'D-ERR',
  ],
  [
    'a public address for an old interface',
    ['create-network-interface --subnet-id subnet-app'],
    withInterface('DeviceIndex=0,NetworkInterfaceId=eni-1,AssociatePublicIpAddress=true'),
    'InvalidParameterCombination',
    'EC2 User Guide',
  ],
  ['an unknown host', [], `${run} --placement HostId=host-x`, 'InvalidHostID.NotFound', 'C-TF'],
  [
    'a name that no map can show',
    [],
    `${run} --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value="<web>"}]'`,
    'InvalidParameterValue',
    'ours',
  ],
  ['ending an unknown instance', [], 'terminate-instances --instance-ids i-x', 'InvalidInstanceID.NotFound', 'D-ERR'],
  ['tags for an unknown thing', [], 'create-tags --resources i-x --tags Key=Name,Value=a', 'InvalidID', 'D-ERR'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('without a default VPC the subnet must be named', () => {
  expect(refusal(makeWorld({ vpcs: { 'vpc-blue': { cidrs: ['172.31.0.0/16'] } } }), 'run-instances')).toBe(
    'VPCIdNotSpecified',
  );
  expect(interfaceOf(edit(makeWorld(), 'run-instances'))?.subnetId).toBe('subnet-blue');
});

function interfaceOf(world = makeWorld(), instanceId = 'i-1') {
  return world.networkInterfaces[interfacesOf(world, instanceId)[0] ?? ''];
}

describe('a launched instance', () => {
  test('runs on the first host, with an interface of its own', () => {
    const world = edit(makeWorld(), run);
    expect(world.instances['i-1']).toMatchObject({ name: 'i-1', hostId: 'host-a', state: 'running' });
    expect(interfaceOf(world)).toEqual({
      subnetId: 'subnet-app',
      instanceId: 'i-1',
      addresses: [{ address: '10.1.2.4' }],
      groups: ['sg-red-default'],
      sourceDestCheck: true,
    });
    expect(checkWorld(world)).toEqual([]);
  });

  test('is told as pending', () => {
    expect(outputOf(makeWorld(), run)).toMatchObject({
      Instances: [{ InstanceId: 'i-1', State: { Code: 0, Name: 'pending' }, PrivateIpAddress: '10.1.2.4', Tags: [] }],
    });
  });

  test('has the name of its tag, given with it or later', () => {
    const tagged = `${run} --tag-specifications 'ResourceType=instance,Tags=[{Key=Name,Value=web}]'`;
    expect(edit(makeWorld(), tagged).instances['i-1']?.name).toBe('web');
    expect(edit(makeWorld(), run, 'create-tags --resources i-1 --tags Key=Name,Value=web')).toEqual(
      edit(makeWorld(), tagged),
    );
  });

  test('runs on the host that its placement names', () => {
    expect(edit(makeWorld(), `${run} --placement HostId=host-b`).instances['i-1']?.hostId).toBe('host-b');
  });

  test('gets a host where there is none', () => {
    const empty = readWorld({});
    const world = edit(
      empty.ok ? empty.value : makeWorld(),
      'create-vpc --cidr-block 10.9.0.0/16',
      'create-subnet --vpc-id vpc-1 --cidr-block 10.9.1.0/24',
      'run-instances --subnet-id subnet-1',
    );
    expect(world.hosts).toEqual({ 'host-1': { underlay: '100.64.0.11', checksFrames: true } });
    expect(checkWorld(world)).toEqual([]);
  });

  test('may take over an interface that exists', () => {
    const lines = [
      'create-network-interface --subnet-id subnet-app --private-ip-address 10.1.2.50',
      withInterface('DeviceIndex=0,NetworkInterfaceId=eni-1'),
    ];
    expect(interfaceOf(edit(makeWorld(), ...lines))?.addresses).toEqual([{ address: '10.1.2.50' }]);
  });

  test('is described by a structure as well', () => {
    const structure = withInterface(
      'DeviceIndex=0,SubnetId=subnet-app,PrivateIpAddress=10.1.2.50,AssociatePublicIpAddress=true',
    );
    const flat = `${run} --private-ip-address 10.1.2.50 --associate-public-ip-address`;
    expect(edit(makeWorld(), structure)).toEqual(edit(makeWorld(), flat));
  });
});

/** EC2 User Guide "using-eni" (vpc-dataplane 3.2 row 15): the subnet's flag, unless the launch says otherwise. */
const lending: readonly (readonly [string, string, string | undefined])[] = [
  ['a subnet that lends none', run, undefined],
  ['a launch that asks for one', `${run} --associate-public-ip-address`, '203.0.113.100'],
  ['a subnet that lends one', run.replace('app', 'blue'), '203.0.113.100'],
  ['a launch that declines', `${run.replace('app', 'blue')} --no-associate-public-ip-address`, undefined],
];

test.each(lending)('the public address after %s', (_what, line, publicIp) => {
  expect(interfaceOf(edit(makeWorld(), line))?.addresses[0]?.autoPublicIp).toBe(publicIp);
});

describe('an ended instance', () => {
  test('takes its first interface with it', () => {
    expect({ ...edit(makeWorld(), run, 'terminate-instances --instance-ids i-1'), issued: {} }).toEqual(makeWorld());
  });

  test('leaves further interfaces, and its Elastic IP allocated', () => {
    const world = edit(
      makeWorld(),
      'create-network-interface --subnet-id subnet-app',
      'attach-network-interface --network-interface-id eni-1 --instance-id i-app --device-index 1',
      'associate-address --allocation-id eipalloc-free --network-interface-id eni-app',
      'terminate-instances --instance-ids i-app',
    );
    expect(world.networkInterfaces['eni-1']?.instanceId).toBeUndefined();
    expect(world.networkInterfaces['eni-app']).toBeUndefined();
    expect(world.elasticIps['eipalloc-free']?.association).toBeUndefined();
    expect(checkWorld(world)).toEqual([]);
  });

  test('never gives its number to another', () => {
    expect(edit(makeWorld(), run, 'terminate-instances --instance-ids i-1', run).instances).toHaveProperty('i-2');
  });
});
