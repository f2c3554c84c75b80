// Source: AWS CLI command reference, `aws ec2 wait` and `aws elbv2 wait`.

import { describe, expect, test } from 'vitest';
import { edit, makeWorld, outputOf, refusal } from '../lab-world.ts';

const world = edit(
  makeWorld({}),
  'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free',
  'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-blue',
  'create-vpc-peering-connection --vpc-id vpc-red --peer-vpc-id vpc-blue',
  'stop-instances --instance-ids i-app',
);

describe('a waiter', () => {
  test.each([
    'wait nat-gateway-available --nat-gateway-ids nat-1',
    'wait instance-running --instance-ids i-web i-fw',
    'wait vpc-peering-connection-exists --vpc-peering-connection-ids pcx-1',
  ])('%s prints nothing once the state is reached', (line) => {
    expect(outputOf(world, line)).toBeUndefined();
  });

  test.each([
    ['wait nat-gateway-available --nat-gateway-ids nat-1 nat-2', 'WaiterNatGatewayAvailable'],
    ['wait instance-running --instance-ids i-web i-app', 'WaiterInstanceRunning'],
    ['wait nat-gateway-available --nat-gateway-ids nat-9', 'NatGatewayNotFound'],
    ['wait nat-gateway-available', 'Usage'],
    ['wait nat-gateway-ready --nat-gateway-ids nat-1', 'UnknownCommand'],
  ])('%s fails with %s', (line, code) => {
    expect(refusal(world, line)).toBe(code);
  });
});
