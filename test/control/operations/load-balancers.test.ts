// `aws elbv2`: Network Load Balancers, listeners, target groups and their attributes. Codes: ELBv2 API reference; vpc-dataplane 6.4.

import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import type { World } from '../../../src/cloud/world.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { edit, outputOf, refusal } from '../lab-world.ts';

const world = buildWorld(worldFile('load-balancer'));
const link = buildWorld(worldFile('privatelink'));

const create = (more: string) => `aws elbv2 create-load-balancer --name shop --type network ${more}`;
const group = (more: string) => `aws elbv2 create-target-group --protocol TCP --port 443 --vpc-id vpc-red ${more}`;
const listen = (port: number, groupId: string, more = '--protocol TCP') =>
  `aws elbv2 create-listener --load-balancer-arn nlb-1 --port ${port} ${more} --default-actions Type=forward,TargetGroupArn=${groupId}`;
const attribute = (key: string, value: string) => `--attributes Key=${key},Value=${value}`;

const refusals: readonly (readonly [string, World, string, string])[] = [
  [
    'a name in use',
    world,
    'aws elbv2 create-load-balancer --name web --type network --subnets subnet-pub-a',
    'DuplicateLoadBalancerName',
  ],
  [
    'a name with a dot',
    world,
    'aws elbv2 create-load-balancer --name a.b --type network --subnets subnet-pub-a',
    'ValidationError',
  ],
  ['an unknown subnet in a mapping', world, create('--subnet-mappings SubnetId=subnet-x'), 'SubnetNotFound'],
  ['two subnets of one zone', world, create('--subnets subnet-pub-a subnet-app-a'), 'InvalidConfigurationRequest'],
  ['no way to name a subnet', world, create(''), 'MissingParameter'],
  ['internet-facing without an internet gateway', link, create('--subnets subnet-nlb'), 'InvalidSubnet'],
  [
    'an Elastic IP in use',
    world,
    create('--subnet-mappings SubnetId=subnet-pub-a,AllocationId=eipalloc-nat'),
    'ResourceInUse',
  ],
  [
    'an unknown Elastic IP',
    world,
    create('--subnet-mappings SubnetId=subnet-pub-a,AllocationId=eipalloc-x'),
    'AllocationIdNotFound',
  ],
  [
    'an address in use',
    world,
    create('--subnet-mappings SubnetId=subnet-pub-a,PrivateIPv4Address=10.1.1.80'),
    'InvalidSubnet',
  ],
  [
    'an unknown load balancer',
    world,
    'aws elbv2 delete-load-balancer --load-balancer-arn nlb-x',
    'LoadBalancerNotFound',
  ],
  ['one that a service offers', link, 'aws elbv2 delete-load-balancer --load-balancer-arn nlb-api', 'ResourceInUse'],
  ['a target group’s name in use', world, group('--name web'), 'DuplicateTargetGroupName'],
  ['a target group in use', world, 'aws elbv2 delete-target-group --target-group-arn tg-web', 'ResourceInUse'],
  ['an unknown target group', world, 'aws elbv2 delete-target-group --target-group-arn tg-x', 'TargetGroupNotFound'],
  [
    'an unknown instance',
    world,
    'aws elbv2 register-targets --target-group-arn tg-web --targets Id=i-x',
    'InvalidTarget',
  ],
  [
    'a stopped instance',
    edit(world, 'stop-instances --instance-ids i-api'),
    'aws elbv2 register-targets --target-group-arn tg-web --targets Id=i-api',
    'InvalidTarget',
  ],
  [
    'no address for a group of addresses',
    world,
    'aws elbv2 register-targets --target-group-arn tg-api --targets Id=i-api',
    'ValidationError',
  ],
  [
    'a public address',
    world,
    'aws elbv2 register-targets --target-group-arn tg-api --targets Id=8.8.8.8',
    'InvalidTarget',
  ],
  ['a port with a listener', world, listen(443, 'tg-api'), 'DuplicateListener'],
  ['a listener for an unknown group', world, listen(80, 'tg-x'), 'TargetGroupNotFound'],
  ['a listener of another protocol', world, listen(80, 'tg-web', '--protocol UDP'), 'InvalidConfigurationRequest'],
  ['an unknown listener', world, 'aws elbv2 delete-listener --listener-arn listener-9', 'ListenerNotFound'],
  [
    'an unknown attribute',
    world,
    `aws elbv2 modify-load-balancer-attributes --load-balancer-arn nlb-1 ${attribute('x', 'true')}`,
    'ValidationError',
  ],
  [
    'a value that is none',
    world,
    `aws elbv2 modify-target-group-attributes --target-group-arn tg-web ${attribute('preserve_client_ip.enabled', 'maybe')}`,
    'ValidationError',
  ],
  [
    'hiding clients from UDP targets (D-NLB)',
    edit(world, group('--name dns').replace('TCP', 'UDP')),
    `aws elbv2 modify-target-group-attributes --target-group-arn tg-1 ${attribute('preserve_client_ip.enabled', 'false')}`,
    'InvalidConfigurationRequest',
  ],
];

test.each(refusals)('%s is refused', (_name, start, line, code) => {
  expect(refusal(start, line)).toBe(code);
});

describe('a load balancer', () => {
  test('has a node in each subnet, with the Elastic IP that is named or an address that AWS lends', () => {
    const made = edit(
      world,
      'allocate-address',
      create('--subnet-mappings SubnetId=subnet-pub-a,AllocationId=eipalloc-1 SubnetId=subnet-pub-b'),
    );
    const [shape] = outputOf(made, 'aws elbv2 describe-load-balancers --load-balancer-arns nlb-2')!.LoadBalancers as [
      Record<string, unknown>,
    ];
    expect(shape).toMatchObject({ LoadBalancerName: 'shop', Scheme: 'internet-facing', State: { Code: 'active' } });
    const zones = shape.AvailabilityZones as {
      ZoneName: string;
      LoadBalancerAddresses: [{ AllocationId?: string; IpAddress: string }];
    }[];
    expect(zones.map(({ ZoneName }) => ZoneName)).toEqual(['us-east-1a', 'us-east-1b']);
    expect(zones.map(({ LoadBalancerAddresses: [{ AllocationId }] }) => AllocationId)).toEqual([
      'eipalloc-1',
      undefined,
    ]);
    expect(zones.every(({ LoadBalancerAddresses: [{ IpAddress }] }) => IpAddress.startsWith('203.0.113.'))).toBe(true);
    expect(checkWorld(made)).toEqual([]);
  });

  test('has no public address where it is internal', () => {
    const made = edit(world, create('--scheme internal --subnets subnet-app-a'));
    const [node] = made.gateways['nlb-2']!.nodes as { networkInterfaceId: string }[];
    expect(made.networkInterfaces[node!.networkInterfaceId]!.addresses[0]).not.toHaveProperty('autoPublicIp');
  });

  test('goes with its listeners and interfaces; Elastic IPs and target groups stay', () => {
    const gone = edit(world, 'aws elbv2 delete-load-balancer --load-balancer-arn nlb-1');
    expect(gone.networkInterfaces['eni-nlb-a']).toBeUndefined();
    expect(gone.elasticIps['eipalloc-nlb-a']).toEqual({ publicIp: '203.0.113.80' });
    expect(gone.gateways['tg-web']).toEqual(world.gateways['tg-web']);
    expect(checkWorld(gone)).toEqual([]);
  });

  test('is built by five calls and carries a flow', () => {
    const built = edit(
      world,
      create('--scheme internal --subnets subnet-app-a'),
      group('--name shop'),
      'aws elbv2 register-targets --target-group-arn tg-1 --targets Id=i-web-2,Port=8080',
      'aws elbv2 create-listener --load-balancer-arn nlb-2 --protocol TCP --port 80 --default-actions Type=forward,TargetGroupArn=tg-1',
    );
    const [node] = built.gateways['nlb-2']!.nodes as { networkInterfaceId: string }[];
    const { address } = built.networkInterfaces[node!.networkInterfaceId]!.addresses[0]!;
    const { outcome, request } = traceExchange(built, { from: 'i-api', to: address, port: 80 });
    expect([outcome, request.at]).toEqual(['conversed', 'i-web-2']);
    expect(outputOf(built, 'aws elbv2 describe-target-health --target-group-arn tg-1')).toEqual({
      TargetHealthDescriptions: [
        { Target: { Id: 'i-web-2', Port: 8080, AvailabilityZone: 'us-east-1a' }, TargetHealth: { State: 'healthy' } },
      ],
    });
  });
});

describe('listeners and targets', () => {
  test('a new listener takes a number that no level has used', () => {
    const made = edit(world, listen(80, 'tg-web'));
    expect(outputOf(made, 'aws elbv2 describe-listeners --load-balancer-arn nlb-1')!.Listeners).toHaveLength(3);
    expect(outputOf(made, 'aws elbv2 describe-listeners --listener-arns listener-3')).toMatchObject({
      Listeners: [{ LoadBalancerArn: 'nlb-1', Port: 80, Protocol: 'TCP' }],
    });
    expect(edit(made, 'aws elbv2 delete-listener --listener-arn listener-3').gateways['nlb-1']).toEqual(
      world.gateways['nlb-1'],
    );
  });

  test('registering twice is once; deregistering without a port takes all', () => {
    const twice = edit(
      world,
      'aws elbv2 register-targets --target-group-arn tg-web --targets Id=i-web-1 Id=i-web-1,Port=8080',
    );
    expect(twice.gateways['tg-web']!.targets).toHaveLength(3);
    const gone = edit(twice, 'aws elbv2 deregister-targets --target-group-arn tg-web --targets Id=i-web-1');
    expect(gone.gateways['tg-web']!.targets).toEqual([{ id: 'i-web-2' }]);
  });

  test('an instance that is ended is a target no longer; one that is stopped still is (D-NLB)', () => {
    const targets = (line: string) => edit(world, line).gateways['tg-web']!.targets;
    expect(targets('terminate-instances --instance-ids i-web-1')).toEqual([{ id: 'i-web-2' }]);
    expect(targets('stop-instances --instance-ids i-web-1')).toHaveLength(2);
  });

  test('a group that no listener uses may go', () => {
    const made = edit(world, group('--name spare'));
    expect(outputOf(made, 'aws elbv2 describe-target-groups --target-group-arns tg-1')).toMatchObject({
      TargetGroups: [{ TargetGroupName: 'spare', TargetType: 'instance', LoadBalancerArns: [] }],
    });
    expect(edit(made, 'aws elbv2 delete-target-group --target-group-arn tg-1').gateways).toEqual(world.gateways);
  });
});

describe('attributes', () => {
  const set = (start: World, key: string, value: string) =>
    edit(start, `aws elbv2 modify-target-group-attributes --target-group-arn tg-web ${attribute(key, value)}`);

  test('cross-zone balancing lets a node use the other zone (7.5 of the curriculum)', () => {
    const probe = { from: 'client', to: '203.0.113.81' } as const;
    const on = edit(
      world,
      `aws elbv2 modify-load-balancer-attributes --load-balancer-arn nlb-1 ${attribute('load_balancing.cross_zone.enabled', 'true')}`,
    );
    expect([traceExchange(world, probe).outcome, traceExchange(on, probe).outcome]).toEqual(['dropped', 'conversed']);
    expect(outputOf(on, 'aws elbv2 describe-load-balancer-attributes --load-balancer-arn nlb-1')).toEqual({
      Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }],
    });
  });

  test('a group may differ from its load balancer, and follow it again', () => {
    const own = set(world, 'load_balancing.cross_zone.enabled', 'true');
    expect(own.gateways['tg-web']!.crossZone).toBe(true);
    const again = set(own, 'load_balancing.cross_zone.enabled', 'use_load_balancer_configuration');
    expect(again.gateways['tg-web']).toEqual(world.gateways['tg-web']);
  });

  test('hiding the client mends the hairpin, and a proxy header still names it (7.4 of the curriculum)', () => {
    const mended = set(set(world, 'preserve_client_ip.enabled', 'false'), 'proxy_protocol_v2.enabled', 'true');
    const { outcome, seen } = traceExchange(mended, { from: 'i-web-1', to: '10.1.1.80' });
    expect([outcome, seen?.client?.address]).toEqual(['conversed', '10.1.2.21']);
  });

  test('are described as AWS has them while nobody has set them', () => {
    const values = (id: string) =>
      outputOf(world, `aws elbv2 describe-target-group-attributes --target-group-arn ${id}`)!.Attributes;
    expect(values('tg-web')).toContainEqual({ Key: 'preserve_client_ip.enabled', Value: 'true' });
    expect(values('tg-api')).toContainEqual({ Key: 'preserve_client_ip.enabled', Value: 'false' });
  });
});
