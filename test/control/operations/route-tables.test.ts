import { describe, expect, test } from 'vitest';
import { checkWorld } from '../../../src/cloud/check-world.ts';
import { effectiveTableId } from '../../../src/cloud/lookup.ts';
import { edit, makeWorld, outputOf, refusal, run } from '../lab-world.ts';

const associate = (table: string, subnet: string) =>
  `associate-route-table --route-table-id ${table} --subnet-id ${subnet}`;
const replace = (association: string, table: string) =>
  `replace-route-table-association --association-id ${association} --route-table-id ${table}`;

/** vpc-dataplane 5.2: the lines before, the line, the code, where the code was seen. */
const refusals: readonly (readonly [string, readonly string[], string, string, string])[] = [
  ['an unknown VPC', [], 'create-route-table --vpc-id vpc-x', 'InvalidVpcID.NotFound', 'D-ERR'],
  [
    'the deletion of the main table',
    [],
    'delete-route-table --route-table-id rtb-red-main',
    'DependencyViolation',
    'C-OS, C-MOTO',
  ],
  [
    'the deletion of a table in use',
    [],
    'delete-route-table --route-table-id rtb-pub',
    'DependencyViolation',
    'C-OS, C-MOTO',
  ],
  [
    'a second table of a subnet',
    [],
    associate('rtb-app', 'subnet-pub'),
    'Resource.AlreadyAssociated',
    'C-LOG x3, C-OS',
  ],
  ['the same table again', [], associate('rtb-pub', 'subnet-pub'), 'Resource.AlreadyAssociated', 'C-LOG x3, C-OS'],
  ['a table of another VPC', [], associate('rtb-app', 'subnet-blue'), 'InvalidParameterValue', 'C-OS, C-EUCA'],
  ['neither subnet nor gateway', [], 'associate-route-table --route-table-id rtb-app', 'MissingParameter', 'C-OS'],
  [
    'an edge table that leads out',
    [],
    'associate-route-table --route-table-id rtb-pub --gateway-id igw-red',
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'the main table as an edge table',
    [],
    'associate-route-table --route-table-id rtb-red-main --gateway-id igw-red',
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'an edge table as the main table',
    ['associate-route-table --route-table-id rtb-app --gateway-id igw-red'],
    replace('rtbassoc-red-main', 'rtb-app'),
    'InvalidParameterValue',
    'D-RT',
  ],
  [
    'the end of the main association',
    [],
    'disassociate-route-table --association-id rtbassoc-red-main',
    'InvalidParameterValue',
    'C-OS, C-EUCA',
  ],
  [
    'the end of an unknown association',
    [],
    'disassociate-route-table --association-id rtbassoc-x',
    'InvalidAssociationID.NotFound',
    'C-OS, C-EUCA',
  ],
  ['an unknown association', [], replace('rtbassoc-x', 'rtb-app'), 'InvalidAssociationID.NotFound', 'C-OS, C-EUCA'],
  ['an unknown table', [], replace('rtbassoc-pub', 'rtb-x'), 'InvalidRouteTableID.NotFound', 'C-OS, C-EUCA'],
  [
    'a table of another VPC for a subnet',
    [],
    replace('rtbassoc-pub', 'rtb-blue-main'),
    'InvalidParameterValue',
    'C-OS, C-EUCA',
  ],
];

test.each(refusals)('%s is refused', (_what, before, line, code) => {
  expect(refusal(edit(makeWorld(), ...before), line)).toBe(code);
});

test('a VPC takes two hundred tables and no more', () => {
  const tables = Object.fromEntries(Array.from({ length: 200 }, (_, n) => [`rtb-n${n}`, { vpcId: 'vpc-blue' }]));
  expect(refusal(makeWorld({ routeTables: tables }), 'create-route-table --vpc-id vpc-blue')).toBe(
    'RouteTableLimitExceeded',
  );
});

test('a new table knows its VPC’s own block and is used by nobody', () => {
  expect(outputOf(makeWorld(), 'create-route-table --vpc-id vpc-red')).toMatchObject({
    RouteTable: {
      RouteTableId: 'rtb-1',
      VpcId: 'vpc-red',
      Associations: [],
      Routes: [
        { DestinationCidrBlock: '10.1.0.0/16', GatewayId: 'local', Origin: 'CreateRouteTable', State: 'active' },
      ],
    },
  });
});

test('a subnet with an association leaves the main table, and comes back without it', () => {
  const world = edit(makeWorld(), associate('rtb-app', 'subnet-app'));
  expect(effectiveTableId(world, 'subnet-app')).toBe('rtb-app');
  const back = edit(world, 'disassociate-route-table --association-id rtbassoc-1');
  expect(effectiveTableId(back, 'subnet-app')).toBe('rtb-red-main');
});

describe('an association is replaced', () => {
  test('by a new one with a new id', () => {
    const line = replace('rtbassoc-pub', 'rtb-app');
    expect(outputOf(makeWorld(), line)).toEqual({
      NewAssociationId: 'rtbassoc-1',
      AssociationState: { State: 'associated' },
    });
    const world = edit(makeWorld(), line);
    expect(effectiveTableId(world, 'subnet-pub')).toBe('rtb-app');
    expect(checkWorld(world)).toEqual([]);
  });

  // D-RTW: this is how the main table changes.
  test('even the main one, which changes the way of every subnet without its own', () => {
    const world = edit(makeWorld(), replace('rtbassoc-red-main', 'rtb-pub'));
    expect(world.routeAssociations['rtbassoc-1']).toEqual({ routeTableId: 'rtb-pub', main: true });
    expect(effectiveTableId(world, 'subnet-app')).toBe('rtb-pub');
  });

  test('by the same table without any change', () => {
    const world = makeWorld();
    const result = run(world, replace('rtbassoc-pub', 'rtb-pub'));
    expect(result.ok && result.value.world).toBe(world);
  });
});

test('a table that nobody uses is deleted', () => {
  const world = edit(makeWorld(), 'delete-route-table --route-table-id rtb-app');
  expect(world.routeTables).not.toHaveProperty('rtb-app');
  expect(checkWorld(world)).toEqual([]);
});
