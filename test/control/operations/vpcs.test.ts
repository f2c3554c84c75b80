import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-vpc --cidr-block 10.9.0.0/16';
const subnet = 'create-subnet --vpc-id vpc-red --cidr-block';
const further = 'associate-vpc-cidr-block --vpc-id vpc-red';
const routeTo = 'create-route --route-table-id rtb-app --gateway-id igw-red --destination-cidr-block';

/** vpc-dataplane 5.2 and 10: what, the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['a VPC wider than /16', [], 'create-vpc --cidr-block 10.0.0.0/15', 'InvalidVpc.Range', 'C-MOTO, C-OS, C-EUCA'],
  ['a VPC narrower than /28', [], 'create-vpc --cidr-block 10.0.0.0/29', 'InvalidVpc.Range', 'C-MOTO, C-OS, C-EUCA'],
  ['a VPC of link-local addresses', [], 'create-vpc --cidr-block 169.254.0.0/16', 'InvalidVpc.Range', 'D-CIDR'],
  ['a VPC without a block', [], 'create-vpc', 'Usage', 'CLI'],
  ['a sixth VPC', [create, create, create], create, 'VpcLimitExceeded', 'D-ERR, D-LIM'],
  ['the deletion of an unknown VPC', [], 'delete-vpc --vpc-id vpc-x', 'InvalidVpcID.NotFound', 'D-ERR'],
  ['the deletion of a VPC with subnets', [], 'delete-vpc --vpc-id vpc-red', 'DependencyViolation', 'C-MOTO, C-OS'],
  [
    'the deletion of a VPC with a gateway',
    [create, 'attach-internet-gateway --internet-gateway-id igw-spare --vpc-id vpc-1'],
    'delete-vpc --vpc-id vpc-1',
    'DependencyViolation',
    'C-MOTO, C-OS',
  ],
  [
    'the deletion of a VPC with a table of its own',
    [create, 'create-route-table --vpc-id vpc-1'],
    'delete-vpc --vpc-id vpc-1',
    'DependencyViolation',
    'C-MOTO, C-OS',
  ],
  ['a block of another private range', [], `${further} --cidr-block 172.16.0.0/16`, 'InvalidVpc.Range', 'C-LOG'],
  ['a block that overlaps the first', [], `${further} --cidr-block 10.1.128.0/20`, 'InvalidVpc.Range', 'inferred'],
  [
    'a block as wide as a route’s destination',
    [`${routeTo} 10.7.1.0/24`],
    `${further} --cidr-block 10.7.0.0/16`,
    'InvalidVpc.Range',
    'D-CIDR; code inferred',
  ],
  [
    'a sixth block',
    [5, 6, 7, 8].map((n) => `${further} --cidr-block 10.${n}.0.0/16`),
    `${further} --cidr-block 10.9.0.0/16`,
    'CidrLimitExceeded',
    'C-MOTO, D-LIM',
  ],
  [
    'taking the first block away',
    [],
    'disassociate-vpc-cidr-block --association-id vpc-cidr-assoc-red-10-1-0-0-16',
    'OperationNotPermitted',
    'C-MOTO',
  ],
  [
    'taking a block away under a subnet',
    [`${further} --cidr-block 10.7.0.0/16`, `${subnet} 10.7.1.0/24`],
    'disassociate-vpc-cidr-block --association-id vpc-cidr-assoc-red-10-7-0-0-16',
    'InvalidCidrBlock.InUse',
    'C-LOG',
  ],
  [
    'taking an unknown block away',
    [],
    'disassociate-vpc-cidr-block --association-id vpc-cidr-assoc-x',
    'InvalidVpcCidrBlockAssociationID.NotFound',
    'C-TF',
  ],
  ['a subnet outside the VPC', [], `${subnet} 10.2.1.0/24`, 'InvalidSubnet.Range', 'D-ERR, C-MOTO, C-OS'],
  ['a subnet narrower than /28', [], `${subnet} 10.1.9.0/29`, 'InvalidSubnet.Range', 'D-ERR, C-MOTO, C-OS'],
  ['a subnet on top of another', [], `${subnet} 10.1.1.128/25`, 'InvalidSubnet.Conflict', 'D-ERR, C-MOTO, C-OS'],
  [
    'a subnet in a zone of another region',
    [],
    `${subnet} 10.1.9.0/24 --availability-zone eu-west-1a`,
    'InvalidParameterValue',
    'C-MOTO',
  ],
  [
    'a subnet with an IPv6 block that the VPC has not',
    [],
    `${subnet} 10.1.9.0/24 --ipv6-cidr-block 2001:db8::/64`,
    'InvalidSubnet.Range',
    'D-SUB; code inferred',
  ],
  [
    'the deletion of a subnet with interfaces',
    [],
    'delete-subnet --subnet-id subnet-app',
    'DependencyViolation',
    'C-OS, C-LOG',
  ],
  ['the deletion of an unknown subnet', [], 'delete-subnet --subnet-id subnet-x', 'InvalidSubnetID.NotFound', 'D-ERR'],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a VPC takes 200 subnets and no more (D-LIM)', () => {
  const subnets = Object.fromEntries(
    Array.from({ length: 200 }, (_, n) => [
      `subnet-n${n}`,
      { vpcId: 'vpc-blue', cidr: `172.31.${128 + Math.floor(n / 16)}.${(n % 16) * 16}/28` },
    ]),
  );
  const line = 'create-subnet --vpc-id vpc-blue --cidr-block 172.31.64.0/24';
  const { 'subnet-n199': _last, ...fewer } = subnets;
  const { 'subnet-n198': _other, ...fewest } = fewer;
  expect(refusal(makeWorld({ subnets: fewest }), line)).toBe('success');
  expect(refusal(makeWorld({ subnets: fewer }), line)).toBe('SubnetLimitExceeded');
});

test('a level may grant more, or less', () => {
  expect(refusal(makeWorld({ quotas: { vpcs: 2 } }), create)).toBe('VpcLimitExceeded');
  expect(refusal(makeWorld({ quotas: { subnets: 2 } }), `${subnet} 10.1.9.0/24`)).toBe('SubnetLimitExceeded');
});

describe('a new VPC', () => {
  // D-RT, D-NACL, D-SG. A world file that states no more is filled the same way.
  test('has what AWS makes by itself, as in a world file', () => {
    const made = edit(makeWorld(), create);
    const stated = makeWorld({ vpcs: { 'vpc-1': { cidrs: ['10.9.0.0/16'] } } });
    expect({ ...made, issued: {} }).toEqual(stated);
  });

  test('is told as pending, with its id', () => {
    expect(outputOf(makeWorld(), create)).toMatchObject({ Vpc: { VpcId: 'vpc-1', State: 'pending' } });
  });

  // D-CIDR: host bits are cleared without a word.
  test('takes a block with host bits', () => {
    expect(edit(makeWorld(), 'create-vpc --cidr-block 10.9.5.1/16').vpcs['vpc-1']?.cidrs).toEqual(['10.9.0.0/16']);
  });

  test('goes with all that came with it', () => {
    const world = edit(makeWorld(), create, 'delete-vpc --vpc-id vpc-1');
    expect({ ...world, issued: {} }).toEqual(makeWorld());
  });

  test('takes its own rows of the Mapping Service with it when it is deleted', () => {
    const mapping = { 'vpc-1/10.9.0.9': 'host-a', 'vpc-10/10.9.0.9': 'host-a', 'vpc-red/10.1.2.20': 'host-a' };
    const vpcs = { 'vpc-1': { cidrs: ['10.9.0.0/16'] }, 'vpc-10': { cidrs: ['10.9.0.0/16'] } };
    const world = edit(makeWorld({ vpcs, mapping }), 'delete-vpc --vpc-id vpc-1');
    expect(Object.keys(world.mapping)).toEqual(['vpc-10/10.9.0.9', 'vpc-red/10.1.2.20']);
  });

  test('gets an IPv6 block of its own from Amazon', () => {
    const line = `${create} --amazon-provided-ipv6-cidr-block`;
    const world = edit(makeWorld(), line, line);
    expect(world.vpcs['vpc-1']?.cidrs).toEqual(['10.9.0.0/16', '2001:db8:1200::/56']);
    expect(world.vpcs['vpc-2']?.cidrs).toEqual(['10.9.0.0/16', '2001:db8:1200:100::/56']);
    expect(world.networkAcls['acl-1-default']?.inbound.map(({ cidr }) => cidr)).toEqual(['0.0.0.0/0', '::/0']);
  });
});

describe('one more block', () => {
  // D-RT: one local route for each block.
  test('gives every table of the VPC its local route', () => {
    const world = edit(makeWorld(), `${further} --cidr-block 10.7.0.0/16`);
    for (const table of ['rtb-pub', 'rtb-app', 'rtb-red-main'])
      expect(world.routeTables[table]?.routes).toContainEqual({
        destination: '10.7.0.0/16',
        target: 'local',
        origin: 'CreateRouteTable',
      });
  });

  test('leaves nothing behind when it is taken away', () => {
    const world = edit(
      makeWorld(),
      `${further} --cidr-block 10.7.0.0/16`,
      'disassociate-vpc-cidr-block --association-id vpc-cidr-assoc-red-10-7-0-0-16',
    );
    expect(world).toEqual(makeWorld());
  });

  // D-NACL, D-SG: AWS adds the rules to what nobody has changed.
  test('of IPv6 opens the default network ACL and group to it', () => {
    const world = edit(makeWorld(), `${further} --amazon-provided-ipv6-cidr-block`);
    expect(world.networkAcls['acl-red-default']?.outbound.map(({ cidr }) => cidr)).toEqual(['0.0.0.0/0', '::/0']);
    expect(world.securityGroups['sg-red-default']?.outbound.map(({ peer }) => peer)).toEqual(['0.0.0.0/0', '::/0']);
    expect(checkWorld(world)).toEqual([]);
  });
});

describe('a new subnet', () => {
  test('follows the main table and the default network ACL, and gives no public address', () => {
    const world = edit(makeWorld(), `${subnet} 10.1.9.0/24 --availability-zone us-east-1b`);
    expect(world.subnets['subnet-1']).toEqual({
      vpcId: 'vpc-red',
      cidr: '10.1.9.0/24',
      availabilityZone: 'us-east-1b',
      networkAclId: 'acl-red-default',
      mapPublicIpOnLaunch: false,
    });
    expect(outputOf(world, 'describe-subnets --subnet-ids subnet-1')).toMatchObject({
      Subnets: [{ AvailableIpAddressCount: 251 }],
    });
  });

  test('gets an IPv6 block with it or later, and loses it', () => {
    const ipv6 = `${further} --amazon-provided-ipv6-cidr-block`;
    const once = edit(makeWorld(), ipv6, `${subnet} 10.1.9.0/24 --ipv6-cidr-block 2001:db8:1200:1::/64`);
    const later = edit(
      makeWorld(),
      ipv6,
      `${subnet} 10.1.9.0/24`,
      'associate-subnet-cidr-block --subnet-id subnet-1 --ipv6-cidr-block 2001:db8:1200:1::/64',
    );
    expect(later).toEqual(once);
    const gone = edit(later, 'disassociate-subnet-cidr-block --association-id subnet-cidr-assoc-1-2001-db8-1200-1-64');
    expect(gone.subnets['subnet-1']?.ipv6Cidr).toBeUndefined();
  });

  test('takes its association with it when it is deleted', () => {
    const world = edit(
      makeWorld(),
      `${subnet} 10.1.9.0/24`,
      'associate-route-table --subnet-id subnet-1 --route-table-id rtb-app',
      'delete-subnet --subnet-id subnet-1',
    );
    expect({ ...world, issued: {} }).toEqual(makeWorld());
  });
});

test('DNS settings are taken and change nothing', () => {
  const world = makeWorld();
  expect(edit(world, 'modify-vpc-attribute --vpc-id vpc-red --enable-dns-hostnames')).toBe(world);
  expect(edit(world, `modify-vpc-attribute --vpc-id vpc-red --enable-dns-support '{"Value":false}'`)).toBe(world);
});

test('an empty region can be filled', () => {
  const empty = readWorld({});
  const world = edit(
    empty.ok ? empty.value : makeWorld(),
    create,
    'create-subnet --vpc-id vpc-1 --cidr-block 10.9.1.0/24',
  );
  expect(checkWorld(world)).toEqual([]);
});
