import { expect, test } from 'vitest';
import { applyOperation } from '../../src/control/apply.ts';
import { makeWorld } from './lab-world.ts';

function code(name: string, input: Readonly<Record<string, unknown>>): string {
  const result = applyOperation(makeWorld(), { name, input });
  return result.ok ? 'success' : result.error.code;
}

test('an action that nobody has is refused', () => {
  expect(code('CreateWormhole', {})).toBe('InvalidAction');
});

// C-STK: permission and dry run; the number of parameters; what exists; then the action's own checks.
test('what is wrong first is told first', () => {
  const route = { RouteTableId: 'rtb-x', DestinationCidrBlock: '10.1.0.0/16', GatewayId: 'igw-red' };
  expect(code('CreateRoute', { GatewayId: 'igw-x', DryRun: true })).toBe('MissingParameter');
  expect(code('CreateRoute', { ...route, DryRun: true })).toBe('DryRunOperation');
  expect(code('CreateRoute', { ...route, NatGatewayId: 'nat-x' })).toBe('InvalidParameterCombination');
  expect(code('CreateRoute', route)).toBe('InvalidRouteTableID.NotFound');
  expect(code('CreateRoute', { ...route, RouteTableId: 'rtb-app', GatewayId: 'igw-x' })).toBe(
    'InvalidGatewayID.NotFound',
  );
  expect(code('CreateRoute', { ...route, RouteTableId: 'rtb-app', GatewayId: 'igw-spare' })).toBe(
    'InvalidParameterValue',
  );
});

test('a dry run that is turned off is no dry run', () => {
  expect(code('AllocateAddress', { DryRun: false })).toBe('success');
});

test('the remedy for an unknown id names what there is', () => {
  const result = applyOperation(makeWorld(), { name: 'StopInstances', input: { InstanceIds: ['i-x'] } });
  expect(result.ok ? '' : result.error.remedy).toBe('Known: i-web, i-app, i-fw, i-blue');
});

/** EC2's own sentences, of which a player sees every word. */
test.each<[string, Readonly<Record<string, unknown>>, string, string]>([
  ['CreateWormhole', {}, 'InvalidAction', 'The action CreateWormhole is not valid for this web service.'],
  ['CreateRoute', {}, 'MissingParameter', 'The request must contain the parameter RouteTableId.'],
  [
    'CreateRoute',
    { RouteTableId: 'rtb-app', GatewayId: 'igw-red' },
    'MissingParameter',
    'The request must contain one of the parameters DestinationCidrBlock, DestinationIpv6CidrBlock, DestinationPrefixListId.',
  ],
  [
    'DeregisterTargets',
    { TargetGroupArn: 'tg-x' },
    'MissingParameter',
    'The request must contain the parameter Targets.',
  ],
  [
    'CreateRoute',
    { RouteTableId: 'rtb-app', DestinationCidrBlock: '0.0.0.0/0', GatewayId: 'igw-red', NatGatewayId: 'nat-x' },
    'InvalidParameterCombination',
    'The parameters GatewayId and NatGatewayId cannot be used together.',
  ],
  [
    'AllocateAddress',
    { DryRun: true },
    'DryRunOperation',
    'The request would have been carried out, but it is a dry run.',
  ],
])('%s with %j is %s', (name, input, code, message) => {
  expect(applyOperation(makeWorld(), { name, input })).toMatchObject({ error: { code, message } });
});

test('a look gives back the very World that it looked at', () => {
  const world = makeWorld();
  const looked = applyOperation(world, { name: 'DescribeVpcs', input: {} });
  expect(looked.ok && looked.value.world).toBe(world);
});
