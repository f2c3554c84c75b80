import { expect, test } from 'vitest';
import { reduceSession, startSession } from '../../src/game/session.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { movesOf } from '../../src/levels/moves.ts';

test.each([
  [{ name: 'StopInstances', input: { InstanceIds: ['i-app'] } }, 1],
  [{ name: 'StopInstances', input: { InstanceIds: ['i-app', 'i-db', 'i-web'] } }, 3],
  [{ name: 'ModifyVpcEndpoint', input: { VpcEndpointId: 'vpce-1', AddRouteTableIds: ['rtb-a', 'rtb-b'] } }, 2],
  [{ name: 'CreateRoute', input: { RouteTableId: 'rtb-a', DestinationCidrBlock: '0.0.0.0/0' } }, 1],
])('%j counts %i moves', (operation, moves) => {
  expect(movesOf(operation)).toBe(moves);
});

test('one typed call for two tables costs what two calls from the menu do', () => {
  const level = builtInLibrary().level('two-lists-one-exception');
  if (!level.ok) throw new Error('the level does not read');
  const start = startSession(level.value);
  const add = (...tables: readonly string[]) => ({
    type: 'operate' as const,
    operation: { name: 'ModifyVpcEndpoint', input: { VpcEndpointId: 'vpce-ddb', AddRouteTableIds: tables } },
  });
  const atOnce = reduceSession(start, add('rtb-a', 'rtb-public'));
  const oneByOne = reduceSession(reduceSession(start, add('rtb-a')), add('rtb-public'));
  expect(atOnce.present.moves).toBe(2);
  expect(oneByOne.present.moves).toBe(2);
});
