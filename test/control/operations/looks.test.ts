// The shapes are those of the EC2 API reference, as far as our World knows.

import { describe, expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

const nat = 'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free';

/** The line, and what its output holds. */
const looks: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  [
    'describe-vpcs --vpc-ids vpc-red',
    {
      Vpcs: [
        {
          VpcId: 'vpc-red',
          State: 'available',
          CidrBlock: '10.1.0.0/16',
          CidrBlockAssociationSet: [
            {
              AssociationId: 'vpc-cidr-assoc-red-10-1-0-0-16',
              CidrBlock: '10.1.0.0/16',
              CidrBlockState: { State: 'associated' },
            },
          ],
          IsDefault: false,
        },
      ],
    },
  ],
  [
    'describe-subnets --subnet-ids subnet-blue',
    {
      Subnets: [
        {
          SubnetId: 'subnet-blue',
          VpcId: 'vpc-blue',
          State: 'available',
          AvailabilityZone: 'us-east-1a',
          CidrBlock: '172.31.0.0/20',
          AvailableIpAddressCount: 4090,
          DefaultForAz: true,
          MapPublicIpOnLaunch: true,
        },
      ],
    },
  ],
  [
    'describe-internet-gateways --internet-gateway-ids igw-red',
    { InternetGateways: [{ InternetGatewayId: 'igw-red', Attachments: [{ State: 'available', VpcId: 'vpc-red' }] }] },
  ],
  [
    'describe-nat-gateways --nat-gateway-ids nat-1',
    {
      NatGateways: [
        {
          NatGatewayId: 'nat-1',
          VpcId: 'vpc-red',
          SubnetId: 'subnet-pub',
          State: 'available',
          ConnectivityType: 'public',
          NatGatewayAddresses: [
            {
              AllocationId: 'eipalloc-free',
              PublicIp: '203.0.113.9',
              AssociationId: 'eipassoc-1',
              NetworkInterfaceId: 'eni-1',
              PrivateIp: '10.1.1.4',
              IsPrimary: true,
              Status: 'succeeded',
            },
          ],
        },
      ],
    },
  ],
  [
    'describe-addresses --allocation-ids eipalloc-blue',
    {
      Addresses: [
        {
          InstanceId: 'i-blue',
          PublicIp: '203.0.113.10',
          AllocationId: 'eipalloc-blue',
          AssociationId: 'eipassoc-blue',
          NetworkInterfaceId: 'eni-blue',
          PrivateIpAddress: '172.31.0.10',
          Domain: 'vpc',
          PublicIpv4Pool: 'amazon',
          NetworkBorderGroup: 'us-east-1',
        },
      ],
    },
  ],
  [
    'describe-security-groups --group-ids sg-blue-default',
    {
      SecurityGroups: [
        {
          GroupId: 'sg-blue-default',
          GroupName: 'default',
          VpcId: 'vpc-blue',
          IpPermissions: [
            {
              IpProtocol: '-1',
              IpRanges: [],
              Ipv6Ranges: [],
              UserIdGroupPairs: [{ GroupId: 'sg-blue-default' }],
              PrefixListIds: [],
            },
          ],
          IpPermissionsEgress: [
            {
              IpProtocol: '-1',
              IpRanges: [{ CidrIp: '0.0.0.0/0' }],
              Ipv6Ranges: [],
              UserIdGroupPairs: [],
              PrefixListIds: [],
            },
          ],
        },
      ],
    },
  ],
  [
    'describe-network-acls --filters Name=association.subnet-id,Values=subnet-blue',
    {
      NetworkAcls: [
        {
          NetworkAclId: 'acl-blue-default',
          VpcId: 'vpc-blue',
          IsDefault: true,
          Associations: [
            { NetworkAclAssociationId: 'aclassoc-blue', NetworkAclId: 'acl-blue-default', SubnetId: 'subnet-blue' },
          ],
          Entries: [
            { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', Egress: true },
            { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', Egress: true },
            { RuleNumber: 100, Protocol: '-1', RuleAction: 'allow', CidrBlock: '0.0.0.0/0', Egress: false },
            { RuleNumber: 32767, Protocol: '-1', RuleAction: 'deny', CidrBlock: '0.0.0.0/0', Egress: false },
          ],
        },
      ],
    },
  ],
];

test.each(looks)('%s prints what the API would', (line, output) => {
  expect(outputOf(edit(makeWorld(), nat), line)).toEqual(output);
});

test('an interface tells whose its public address is', () => {
  const world = edit(makeWorld(), nat);
  expect(outputOf(world, 'describe-network-interfaces --network-interface-ids eni-web eni-1')).toMatchObject({
    NetworkInterfaces: [
      {
        NetworkInterfaceId: 'eni-web',
        Association: { IpOwnerId: 'amazon', PublicIp: '203.0.113.77' },
        Attachment: { InstanceId: 'i-web', DeviceIndex: 0, Status: 'attached' },
        RequesterManaged: false,
        SourceDestCheck: true,
      },
      {
        NetworkInterfaceId: 'eni-1',
        InterfaceType: 'nat_gateway',
        RequesterManaged: true,
        Association: { AllocationId: 'eipalloc-free', AssociationId: 'eipassoc-1', PublicIp: '203.0.113.9' },
      },
    ],
  });
});

test('an instance stands in a reservation, with its name as a tag', () => {
  expect(outputOf(makeWorld(), 'describe-instances --filters Name=tag:Name,Values=web')).toMatchObject({
    Reservations: [
      {
        Instances: [
          {
            InstanceId: 'i-web',
            State: { Code: 16, Name: 'running' },
            PrivateIpAddress: '10.1.1.10',
            PublicIpAddress: '203.0.113.77',
            Tags: [{ Key: 'Name', Value: 'web' }],
          },
        ],
      },
    ],
  });
});

describe('filters', () => {
  const subnets = (filters: string) => {
    const { Subnets } = outputOf(makeWorld(), `describe-subnets --filters ${filters}`) as {
      Subnets: { SubnetId: string }[];
    };
    return Subnets.map(({ SubnetId }) => SubnetId);
  };

  test('of several values take any of them', () => {
    expect(subnets('Name=vpc-id,Values=vpc-red,vpc-blue')).toHaveLength(3);
  });

  test('add up', () => {
    expect(subnets('Name=vpc-id,Values=vpc-red Name=cidr-block,Values=10.1.2.0/24')).toEqual(['subnet-app']);
  });

  test('know wildcards, and take other signs as they are', () => {
    expect(subnets('Name=subnet-id,Values=subnet-*p*')).toEqual(['subnet-pub', 'subnet-app']);
    expect(subnets('Name=cidr-block,Values=10.1.?.0/24')).toEqual(['subnet-pub', 'subnet-app']);
    expect(subnets('Name=cidr-block,Values=10a1a1a0/24')).toEqual([]);
  });

  test('that match nothing are no mistake', () => {
    expect(subnets('Name=vpc-id,Values=vpc-x')).toEqual([]);
  });
});

test('an id that names nothing is refused', () => {
  expect(refusal(makeWorld(), 'describe-subnets --subnet-ids subnet-pub subnet-x')).toBe('InvalidSubnetID.NotFound');
});

test('looking gives the same World back', () => {
  const world = makeWorld();
  const result = run(world, 'describe-route-tables');
  expect(result.ok && result.value.world).toBe(world);
});
