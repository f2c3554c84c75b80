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
        Description: 'Interface for NAT Gateway nat-1',
        RequesterManaged: true,
        Association: { AllocationId: 'eipalloc-free', AssociationId: 'eipassoc-1', PublicIp: '203.0.113.9' },
      },
    ],
  });
});

const S3 = 'com.amazonaws.us-east-1.s3';

/** C-LOG: what EC2 writes of the interfaces that its services own. */
const owners: readonly (readonly [line: string, type: string, description: string])[] = [
  [
    `create-vpc-endpoint --vpc-endpoint-type Interface --vpc-id vpc-red --service-name ${S3} --subnet-ids subnet-app`,
    'vpc_endpoint',
    'VPC Endpoint Interface vpce-1',
  ],
  [
    'create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-red --subnet-ids subnet-app',
    'transit_gateway',
    'Network Interface for Transit Gateway Attachment tgw-attach-1',
  ],
  [
    'aws elbv2 create-load-balancer --name web --type network --scheme internal --subnets subnet-app',
    'network_load_balancer',
    'ELB net/web/nlb-1',
  ],
];

test.each(owners)('%s makes an interface of its own type', (line, InterfaceType, Description) => {
  const world = edit(makeWorld(), 'create-transit-gateway', line);
  const look = `describe-network-interfaces --filters Name=interface-type,Values=${InterfaceType}`;
  expect(outputOf(world, look)).toMatchObject({ NetworkInterfaces: [{ InterfaceType, Description }] });
  const byDescription = `describe-network-interfaces --filters 'Name=description,Values=${Description}'`;
  expect(outputOf(world, byDescription)).toMatchObject({ NetworkInterfaces: [{ NetworkInterfaceId: 'eni-1' }] });
});

test('an instance with IPv6 tells its address, and those of each interface', () => {
  const world = edit(
    makeWorld(),
    'associate-vpc-cidr-block --vpc-id vpc-red --ipv6-cidr-block 2001:db8:1::/56',
    'associate-subnet-cidr-block --subnet-id subnet-app --ipv6-cidr-block 2001:db8:1:2::/64',
    'assign-ipv6-addresses --network-interface-id eni-app --ipv6-addresses 2001:db8:1:2::5',
  );
  const Instances = [
    {
      Ipv6Address: '2001:db8:1:2::5',
      NetworkInterfaces: [{ SubnetId: 'subnet-app', Ipv6Addresses: [{ Ipv6Address: '2001:db8:1:2::5' }] }],
    },
  ];
  expect(outputOf(world, 'describe-instances --instance-ids i-app')).toMatchObject({ Reservations: [{ Instances }] });
});

// AWS CLI reference, the examples of these calls.
test('what is on its way is told as such, and as done when it is looked at', () => {
  const subnet = edit(makeWorld(), 'associate-vpc-cidr-block --vpc-id vpc-red --ipv6-cidr-block 2001:db8:1::/56');
  const give = 'associate-subnet-cidr-block --subnet-id subnet-app --ipv6-cidr-block 2001:db8:1:2::/64';
  const take = 'disassociate-subnet-cidr-block --association-id subnet-cidr-assoc-app-2001-db8-1-2-64';
  const block = (State: string) => ({ Ipv6CidrBlockAssociation: { Ipv6CidrBlockState: { State } } });
  expect(outputOf(subnet, give)).toMatchObject(block('associating'));
  expect(outputOf(edit(subnet, give), take)).toMatchObject(block('disassociating'));
  const further = 'associate-vpc-cidr-block --vpc-id vpc-red --cidr-block 10.7.0.0/16';
  const CidrBlockState = { State: 'associating' };
  expect(outputOf(makeWorld(), further)).toMatchObject({ CidrBlockAssociation: { CidrBlockState } });
  expect(outputOf(makeWorld(), 'create-vpn-gateway')).toMatchObject({ VpnGateway: { State: 'available' } });
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

  // EC2 API reference, DescribeRouteTables: each family of destinations and each kind of target has a filter of its own.
  test.each([
    ['route.destination-ipv6-cidr-block', '::/0'],
    ['route.egress-only-internet-gateway-id', 'eigw-1'],
    ['route.destination-prefix-list-id', 'pl-s3'],
    ['route.transit-gateway-id', 'tgw-1'],
    ['route.vpc-peering-connection-id', 'pcx-1'],
  ])('know the routes of a table by %s', (name, value) => {
    const world = edit(
      makeWorld(),
      'create-egress-only-internet-gateway --vpc-id vpc-red',
      'create-transit-gateway',
      'create-transit-gateway-vpc-attachment --transit-gateway-id tgw-1 --vpc-id vpc-red --subnet-ids subnet-app',
      'create-vpc-peering-connection --vpc-id vpc-red --peer-vpc-id vpc-blue',
      `create-vpc-endpoint --vpc-id vpc-red --service-name ${S3} --route-table-ids rtb-app`,
      'create-route --route-table-id rtb-app --destination-ipv6-cidr-block ::/0 --egress-only-internet-gateway-id eigw-1',
      'create-route --route-table-id rtb-app --destination-cidr-block 10.8.0.0/16 --transit-gateway-id tgw-1',
      'create-route --route-table-id rtb-app --destination-cidr-block 172.31.0.0/16 --vpc-peering-connection-id pcx-1',
    );
    const tables = (filter: string) =>
      (outputOf(world, `describe-route-tables --filters Name=${filter},Values=${value}`)!.RouteTables as object[])
        .length;
    expect(tables(name)).toBe(1);
    expect(tables('route.destination-cidr-block')).toBe(0);
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
