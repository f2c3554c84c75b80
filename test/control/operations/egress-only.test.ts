import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { listMoves } from '../../../src/control/form.ts';
import { traceExchange } from '../../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const create = 'create-egress-only-internet-gateway --vpc-id vpc-red';
const route = 'create-route --route-table-id rtb-app --egress-only-internet-gateway-id eigw-1';

/** vpc-dataplane 3.5, 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown VPC', [], create.replace('vpc-red', 'vpc-x'), 'InvalidVpcID.NotFound', 'D-ERR'],
  ['a second one for the VPC', [create], create, 'EgressOnlyInternetGatewayLimitExceeded', 'D-LIM; code inferred'],
  [
    'deleting an unknown one',
    [],
    'delete-egress-only-internet-gateway --egress-only-internet-gateway-id eigw-9',
    'InvalidGatewayID.NotFound',
    'C-TF',
  ],
  ['a route to an unknown one', [], `${route} --destination-ipv6-cidr-block ::/0`, 'InvalidGatewayID.NotFound', 'C-TF'],
  [
    'an IPv4 route',
    [create],
    `${route} --destination-cidr-block 0.0.0.0/0`,
    'InvalidParameterValue',
    'D-EIGW; code inferred',
  ],
  [
    'a route from another VPC',
    ['create-egress-only-internet-gateway --vpc-id vpc-blue'],
    `${route} --destination-ipv6-cidr-block ::/0`,
    'InvalidParameterValue',
    'C-OS',
  ],
  [
    'one given as a gateway',
    [create],
    `${route.replace('--egress-only-internet-gateway-id', '--gateway-id')} --destination-ipv6-cidr-block ::/0`,
    'InvalidGatewayID.NotFound',
    'C-LOG',
  ],
  [
    'a table on it',
    [create],
    'associate-route-table --route-table-id rtb-app --gateway-id eigw-1',
    'InvalidGatewayID.NotFound',
    'D-RT (igw and vgw only)',
  ],
  [
    'deleting its VPC',
    ['create-egress-only-internet-gateway --vpc-id vpc-blue'],
    'delete-vpc --vpc-id vpc-blue',
    'DependencyViolation',
    'C-MOTO, C-OS',
  ],
];

describe('EC2 refuses', () => {
  test.each(refusals)('%s', (_case, before, line, code) => {
    expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
  });
});

describe('an egress-only internet gateway', () => {
  test('is attached from the first', () => {
    const gateway = { EgressOnlyInternetGatewayId: 'eigw-1', Attachments: [{ State: 'attached', VpcId: 'vpc-red' }] };
    expect(outputOf(makeWorld(), create)).toEqual({ EgressOnlyInternetGateway: gateway });
    expect(outputOf(edit(makeWorld(), create), 'describe-egress-only-internet-gateways')).toEqual({
      EgressOnlyInternetGateways: [gateway],
    });
  });

  test('with its own row lets a machine out that had only 0.0.0.0/0', () => {
    const world = buildWorld(worldFile('ipv6'));
    const probe = { from: 'i-old', to: '2001:db8:aaaa::1' };
    expect(traceExchange(world, probe).outcome).toBe('dropped');
    const row = 'create-route --route-table-id rtb-old --destination-ipv6-cidr-block ::/0';
    const opened = edit(world, `${row} --egress-only-internet-gateway-id eigw-1`);
    expect(traceExchange(opened, probe).outcome).toBe('conversed');
  });

  test('leaves blackholes behind when it is deleted (D-EIGW)', () => {
    const world = edit(
      makeWorld(),
      create,
      `${route} --destination-ipv6-cidr-block ::/0`,
      'delete-egress-only-internet-gateway --egress-only-internet-gateway-id eigw-1',
    );
    const tables = outputOf(world, 'describe-route-tables --route-table-ids rtb-app');
    expect(JSON.stringify(tables)).toContain(
      '"DestinationIpv6CidrBlock":"::/0","EgressOnlyInternetGatewayId":"eigw-1","Origin":"CreateRoute","State":"blackhole"',
    );
  });
});

describe('a table on a gateway', () => {
  const associate = 'associate-route-table --route-table-id rtb-new --gateway-id igw-1';
  const bare = () =>
    buildWorld(worldFile('edge-table'), {
      routeAssociations: { 'rtbassoc-edge': undefined },
      routeTables: { 'rtb-edge': undefined, 'rtb-new': { vpcId: 'vpc-red' } },
    });
  const steer =
    'create-route --route-table-id rtb-new --destination-cidr-block 10.1.2.0/24 --network-interface-id eni-fw';

  test('steers what comes in through the middlebox, whichever comes first, the route or the association', () => {
    const probe = { from: 'client', to: 'i-app' };
    expect(traceExchange(bare(), probe).request.path).not.toContain('i-fw');
    for (const lines of [
      [associate, steer],
      [steer, associate],
    ])
      expect(traceExchange(edit(bare(), ...lines), probe).request.path).toContain('i-fw');
  });

  test('replaces the local target, and gives it back (D-RT, D-RTW)', () => {
    const replace = 'replace-route --route-table-id rtb-new --destination-cidr-block 10.1.0.0/16';
    const probe = { from: 'client', to: 'i-app' };
    const away = edit(bare(), associate, `${replace} --network-interface-id eni-fw`);
    expect(traceExchange(away, probe).request.path).toContain('i-fw');
    expect(traceExchange(edit(away, `${replace} --local-target`), probe).request.path).not.toContain('i-fw');
  });

  test.each<[string, readonly string[], string, string]>([
    [
      'a middlebox in the subnet that it protects (D-RT; code inferred)',
      [associate],
      steer.replace('10.1.2.0', '10.1.9.0'),
      'InvalidParameterValue',
    ],
    ['a host route (D-RT)', [associate], steer.replace('10.1.2.0/24', '10.1.2.20/32'), 'InvalidParameterValue'],
    [
      'a block that is no subnet (D-RT)',
      [associate],
      steer.replace('10.1.2.0/24', '10.1.2.0/25'),
      'InvalidParameterValue',
    ],
    [
      'a destination outside the VPC (D-RT)',
      [associate],
      steer.replace('10.1.2.0/24', '0.0.0.0/0'),
      'InvalidParameterValue',
    ],
    [
      'another gateway for a target (C-LOG)',
      [associate],
      'create-route --route-table-id rtb-new --destination-cidr-block 10.1.2.0/24 --gateway-id igw-1',
      'InvalidParameterValue',
    ],
    [
      'a second table (D-RT)',
      [associate],
      'associate-route-table --route-table-id rtb-fw --gateway-id igw-1',
      'InvalidParameterValue',
    ],
    [
      'the main table (D-RT)',
      [],
      'associate-route-table --route-table-id rtb-red-main --gateway-id igw-1',
      'InvalidParameterValue',
    ],
    [
      'a table with a way out (D-RT)',
      [],
      'associate-route-table --route-table-id rtb-app --gateway-id igw-1',
      'InvalidParameterValue',
    ],
  ])('refuses %s', (_case, before, line, code) => {
    expect(refusal(edit(bare(), ...before), line)).toBe(code);
  });

  test('is offered only where something could stand in the middle', () => {
    const offered = (world: World) =>
      listMoves(world, [{ name: 'AssociateRouteTable' }]).flatMap(({ input }) => (input.GatewayId ? [input] : []));
    expect(offered(bare())).toEqual([{ RouteTableId: 'rtb-new', GatewayId: 'igw-1' }]);
    const noMiddlebox = {
      instances: { 'i-fw': { forwarding: 'none' } },
      networkInterfaces: { 'eni-fw': { sourceDestCheck: true } },
    };
    const plain = buildWorld(worldFile('edge-table'), noMiddlebox, {
      routeAssociations: { 'rtbassoc-edge': undefined },
      routeTables: { 'rtb-edge': undefined, 'rtb-app': { routes: [] }, 'rtb-new': { vpcId: 'vpc-red' } },
    });
    expect(offered(plain)).toEqual([]);
  });
});
