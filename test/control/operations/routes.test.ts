import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

const pub = '--route-table-id rtb-pub';
const app = '--route-table-id rtb-app';
const nat = 'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free';
const associateEdge = 'associate-route-table --route-table-id rtb-app --gateway-id igw-red';

/** vpc-dataplane 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['no target', [], `create-route ${app} --destination-cidr-block 0.0.0.0/0`, 'MissingParameter', 'C-LOG, C-OS, C-STK'],
  ['no destination', [], `create-route ${app} --gateway-id igw-red`, 'MissingParameter', 'C-STK'],
  [
    'two targets',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-red --network-interface-id eni-fw`,
    'InvalidParameterCombination',
    'C-LOG, C-OS, C-STK',
  ],
  [
    'a bad block',
    [],
    `create-route ${app} --destination-cidr-block 10.300.0.0/8 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-MOTO, C-STK',
  ],
  [
    'an IPv6 block as an IPv4 one',
    [],
    `create-route ${app} --destination-cidr-block ::/0 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-STK',
  ],
  [
    'an unknown table, before its unknown target',
    [],
    'create-route --route-table-id rtb-x --destination-cidr-block 0.0.0.0/0 --gateway-id igw-x',
    'InvalidRouteTableID.NotFound',
    'C-STK (order)',
  ],
  [
    'an unknown gateway',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-x`,
    'InvalidGatewayID.NotFound',
    'C-LOG, C-STK',
  ],
  [
    'a NAT gateway given as a gateway',
    [nat],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id nat-1`,
    'InvalidGatewayID.NotFound',
    'C-LOG',
  ],
  [
    'an unknown NAT gateway',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-x`,
    'NatGatewayNotFound',
    'C-STK, D-ERR',
  ],
  [
    'an unknown interface',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --network-interface-id eni-x`,
    'InvalidNetworkInterfaceID.NotFound',
    'D-ERR',
  ],
  [
    'a gateway that is not attached',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-spare`,
    'InvalidParameterValue',
    'C-LOG, C-OS',
  ],
  [
    'a gateway of another VPC',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-blue`,
    'InvalidParameterValue',
    'C-LOG, C-OS',
  ],
  [
    'an interface of another VPC',
    [],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --network-interface-id eni-blue`,
    'InvalidParameterValue',
    'C-STK',
  ],
  [
    'the VPC’s block to a gateway',
    [],
    `create-route ${app} --destination-cidr-block 10.1.0.0/16 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-LOG',
  ],
  [
    'a subnet’s block to a gateway',
    [],
    `create-route ${app} --destination-cidr-block 10.1.1.0/24 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-LOG',
  ],
  [
    'half a subnet to an interface',
    [],
    `create-route ${pub} --destination-cidr-block 10.1.2.0/25 --network-interface-id eni-fw`,
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'one host to an interface',
    [],
    `create-route ${pub} --destination-cidr-block 10.1.2.20/32 --network-interface-id eni-fw`,
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'a destination that goes elsewhere',
    [],
    `create-route ${pub} --destination-cidr-block 0.0.0.0/0 --network-interface-id eni-fw`,
    'RouteAlreadyExists',
    'D-ERR, C-OS, C-STK',
  ],
  [
    'another target in an edge table',
    [associateEdge],
    `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-LOG',
  ],
  [
    'the replacement of what is not there',
    [],
    `replace-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-red`,
    'InvalidParameterValue',
    'C-MOTO, C-OS, C-STK',
  ],
  [
    'local for what is not local',
    [],
    `replace-route ${pub} --destination-cidr-block 0.0.0.0/0 --local-target`,
    'InvalidParameterValue',
    'C-STK',
  ],
  [
    'the local route to a gateway',
    [],
    `replace-route ${pub} --destination-cidr-block 10.1.0.0/16 --gateway-id igw-red`,
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'the deletion of what is not there',
    [],
    `delete-route ${app} --destination-cidr-block 0.0.0.0/0`,
    'InvalidRoute.NotFound',
    'D-ERR, all',
  ],
  [
    'the deletion of a local route',
    [],
    `delete-route ${app} --destination-cidr-block 10.1.0.0/16`,
    'InvalidParameterValue',
    'C-TF, C-OS, C-EUCA',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a propagated route is not deleted by hand', () => {
  const propagated = { destination: '172.16.0.0/16', target: 'vgw-1', origin: 'EnableVgwRoutePropagation' };
  const world = makeWorld({ routeTables: { 'rtb-vpn': { vpcId: 'vpc-red', routes: [propagated] } } });
  const line = 'delete-route --route-table-id rtb-vpn --destination-cidr-block 172.16.0.0/16';
  expect(refusal(world, line)).toBe('InvalidParameterValue');
});

test('a table takes five hundred routes and no more', () => {
  const routes = Array.from({ length: 499 }, (_, index) => ({
    destination: `192.0.${index >> 8}.${index & 255}/32`,
    target: 'igw-red',
  }));
  const world = makeWorld({ routeTables: { 'rtb-full': { vpcId: 'vpc-red', routes } } });
  const line = 'create-route --route-table-id rtb-full --destination-cidr-block 0.0.0.0/0 --gateway-id igw-red';
  expect(refusal(world, line)).toBe('RouteLimitExceeded');
});

describe('a route is created', () => {
  const line = `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-red`;

  test('in its table, and in no other', () => {
    const start = makeWorld();
    const world = edit(start, line);
    expect(world.routeTables['rtb-app']?.routes.at(-1)).toEqual({
      destination: '0.0.0.0/0',
      target: 'igw-red',
      origin: 'CreateRoute',
    });
    expect(world.routeTables['rtb-pub']).toBe(start.routeTables['rtb-pub']);
  });

  // C-OS, C-STK; C-MOTO refuses.
  test('again without a word when it goes to the same target', () => {
    const world = edit(makeWorld(), line);
    expect(run(world, line)).toEqual({ ok: true, value: { world, output: { Return: true } } });
  });

  // D-CIDR; C-STK for routes.
  test('with its host bits cleared without a word', () => {
    const world = edit(makeWorld(), `create-route ${app} --destination-cidr-block 192.0.2.80/24 --gateway-id igw-red`);
    expect(world.routeTables['rtb-app']?.routes.at(-1)?.destination).toBe('192.0.2.0/24');
  });

  test('to an instance, which stands for its interface', () => {
    const world = edit(makeWorld(), `create-route ${pub} --destination-cidr-block 10.1.2.0/24 --instance-id i-fw`);
    expect(world.routeTables['rtb-pub']?.routes.at(-1)?.target).toBe('eni-fw');
  });
});

describe('a route is replaced', () => {
  test('in its place', () => {
    const world = edit(
      makeWorld(),
      nat,
      `replace-route ${pub} --destination-cidr-block 0.0.0.0/0 --nat-gateway-id nat-1`,
    );
    expect(world.routeTables['rtb-pub']?.routes.map(({ target }) => target)).toEqual(['local', 'nat-1']);
  });

  // D-RT, D-RTW.
  test('even the local one: through an appliance, and back', () => {
    const there = `replace-route ${pub} --destination-cidr-block 10.1.0.0/16 --network-interface-id eni-fw`;
    const away = edit(makeWorld(), there);
    expect(away.routeTables['rtb-pub']?.routes[0]).toMatchObject({ target: 'eni-fw', origin: 'CreateRouteTable' });
    const back = edit(away, `replace-route ${pub} --destination-cidr-block 10.1.0.0/16 --local-target`);
    expect(back).toEqual(makeWorld());
  });
});

test('a route is deleted, and the table’s others stay', () => {
  const world = edit(makeWorld(), `delete-route ${pub} --destination-cidr-block 0.0.0.0/0`);
  expect(world.routeTables['rtb-pub']?.routes.map(({ destination }) => destination)).toEqual(['10.1.0.0/16']);
  expect(checkWorld(world)).toEqual([]);
});

test('the refusal of a detached gateway says which VPC to attach it to', () => {
  const result = run(makeWorld(), `create-route ${app} --destination-cidr-block 0.0.0.0/0 --gateway-id igw-spare`);
  expect(result.ok ? '' : result.error.remedy).toContain('attach it to vpc-red');
});

test('the routes of a table print as the API prints them', () => {
  const world = edit(makeWorld(), `create-route ${pub} --destination-cidr-block 10.1.2.0/24 --instance-id i-fw`);
  expect(outputOf(world, 'describe-route-tables --filters Name=association.subnet-id,Values=subnet-pub')).toMatchObject(
    {
      RouteTables: [
        {
          Routes: [
            { DestinationCidrBlock: '10.1.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
            { DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-red', Origin: 'CreateRoute', State: 'active' },
            { DestinationCidrBlock: '10.1.2.0/24', NetworkInterfaceId: 'eni-fw', InstanceId: 'i-fw' },
          ],
        },
      ],
    },
  );
});
