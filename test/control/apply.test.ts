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
