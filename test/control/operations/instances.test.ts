import { describe, expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

const stop = 'stop-instances --instance-ids i-web';
const start = 'start-instances --instance-ids i-web';
const associate = 'associate-address --allocation-id eipalloc-free --instance-id i-web';

function publicIp(world = makeWorld(), instance = 'i-web') {
  const output = outputOf(world, `describe-instances --instance-ids ${instance}`) as {
    Reservations: { Instances: { PublicIpAddress?: string; State: { Name: string } }[] }[];
  };
  return output.Reservations[0]?.Instances[0]?.PublicIpAddress;
}

/** vpc-dataplane 5.2 and the EC2 User Guide. */
const refusals: readonly (readonly [string, readonly string[], string, string])[] = [
  ['stopping an unknown instance', [], 'stop-instances --instance-ids i-web i-x', 'InvalidInstanceID.NotFound'],
  ['stopping a malformed instance', [], 'stop-instances --instance-ids web', 'InvalidInstanceID.Malformed'],
  ['rebooting a stopped instance', [stop], 'reboot-instances --instance-ids i-web', 'IncorrectInstanceState'],
  [
    'an attribute of an unknown subnet',
    [],
    'modify-subnet-attribute --subnet-id subnet-x --map-public-ip-on-launch',
    'InvalidSubnetID.NotFound',
  ],
  ['no attribute of a subnet', [], 'modify-subnet-attribute --subnet-id subnet-pub', 'MissingParameter'],
  [
    'no attribute of an interface',
    [],
    'modify-network-interface-attribute --network-interface-id eni-fw',
    'MissingParameter',
  ],
  [
    'two attributes of an interface at once',
    [],
    'modify-network-interface-attribute --network-interface-id eni-fw --no-source-dest-check --groups sg-red-default',
    'InvalidParameterCombination',
  ],
  [
    'an unknown group',
    [],
    'modify-network-interface-attribute --network-interface-id eni-fw --groups sg-x',
    'InvalidGroup.NotFound',
  ],
  [
    'a group of another VPC',
    [],
    'modify-network-interface-attribute --network-interface-id eni-fw --groups sg-blue-default',
    'InvalidParameterValue',
  ],
  [
    'a service’s interface',
    ['create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free'],
    'modify-network-interface-attribute --network-interface-id eni-1 --source-dest-check',
    'AuthFailure',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a sixth security group on an interface is refused', () => {
  const ids = Array.from({ length: 6 }, (_, index) => `sg-n${index}`);
  const securityGroups = Object.fromEntries(ids.map((id) => [id, { vpcId: 'vpc-red' }]));
  const line = `modify-network-interface-attribute --network-interface-id eni-fw --groups ${ids.join(' ')}`;
  expect(refusal(makeWorld({ securityGroups }), line)).toBe('SecurityGroupsPerInterfaceLimitExceeded');
});

// D-EIP: vpc-dataplane 3.2 row 12, and the EC2 User Guide's "Instance IP addressing".
describe('a public address that AWS lent', () => {
  test('goes back when the instance stops', () => {
    expect(publicIp(edit(makeWorld(), stop))).toBeUndefined();
  });

  test('comes back as a different one when it starts', () => {
    expect(publicIp(edit(makeWorld(), stop, start))).toBe('203.0.113.100');
  });

  test('is a different one each time', () => {
    expect(publicIp(edit(makeWorld(), stop, start, stop, start))).toBe('203.0.113.101');
  });

  test('stays when the instance reboots', () => {
    expect(publicIp(edit(makeWorld(), 'reboot-instances --instance-ids i-web'))).toBe('203.0.113.77');
  });

  test('does not come back to an instance that got an Elastic IP meanwhile', () => {
    expect(publicIp(edit(makeWorld(), stop, associate, start))).toBe('203.0.113.9');
  });

  test('does not come back to an instance with a second interface', () => {
    const second = { subnetId: 'subnet-app', instanceId: 'i-web', addresses: [{ address: '10.1.2.40' }] };
    expect(publicIp(edit(makeWorld({ networkInterfaces: { 'eni-second': second } }), stop, start))).toBeUndefined();
  });

  // D-EIP: row 15. The flag is read at launch.
  test('does not come to an instance that was launched without, whatever the subnet says now', () => {
    const flag = 'modify-subnet-attribute --subnet-id subnet-app --map-public-ip-on-launch';
    const world = edit(
      makeWorld(),
      flag,
      'stop-instances --instance-ids i-app',
      'start-instances --instance-ids i-app',
    );
    expect(publicIp(world, 'i-app')).toBeUndefined();
  });

  test('can be asked for again and again, for those that went back are lent anew', () => {
    const small = makeWorld({ publicPool: { cidr: '192.0.2.0/29', next: 1 } });
    const rounds = Array.from({ length: 20 }, () => [stop, start]).flat();
    expect(publicIp(edit(small, ...rounds))).toMatch(/^192\.0\.2\.[1-6]$/);
  });
});

test('an Elastic IP stays through a stop and a start', () => {
  expect(publicIp(edit(makeWorld(), associate, stop))).toBe('203.0.113.9');
  expect(publicIp(edit(makeWorld(), associate, stop, start))).toBe('203.0.113.9');
});

const running = { Code: 16, Name: 'running' };
const stopped = { Code: 80, Name: 'stopped' };

// EC2 API reference, InstanceState.
test.each([
  ['stopping', [], stop, { Code: 64, Name: 'stopping' }, running],
  ['stopping what is stopped', [stop], stop, stopped, stopped],
  ['starting', [stop], start, { Code: 0, Name: 'pending' }, stopped],
  ['starting what runs', [], start, running, running],
])('%s tells the state before, and the one on the way', (_what, before, line, CurrentState, PreviousState) => {
  const [changes] = Object.values(outputOf(edit(makeWorld(), ...before), line)!);
  expect(changes).toEqual([{ InstanceId: 'i-web', CurrentState, PreviousState }]);
});

test.each([
  ['stopping what is stopped', [stop], stop],
  ['starting what runs', [], start],
  ['setting a flag to what it is', [], 'modify-subnet-attribute --subnet-id subnet-pub --no-map-public-ip-on-launch'],
])('%s is a success that changes nothing', (_what, before, line) => {
  const world = edit(makeWorld(), ...before);
  const result = run(world, line);
  expect(result.ok && result.value.world).toBe(world);
});

test('the source/destination check goes off, in every way the real CLI takes', () => {
  for (const flag of [
    '--no-source-dest-check',
    '--source-dest-check Value=false',
    `--source-dest-check '{"Value": false}'`,
  ]) {
    const world = edit(makeWorld(), `modify-network-interface-attribute --network-interface-id eni-fw ${flag}`);
    expect(world.networkInterfaces['eni-fw']?.sourceDestCheck).toBe(false);
  }
});
