import { expect, test } from 'vitest';
import { applyOperation } from '../../../src/control/apply.ts';
import type { Operation } from '../../../src/control/operation.ts';
import { changedIds } from '../../../src/ui/map/changes.ts';
import { routeRows } from '../../../src/ui/map/route-rows.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';

const world = buildWorld(worldFile('two-zones'));
const after = (name: string, input: Operation['input'], start = world) => {
  const applied = applyOperation(start, { name, input });
  if (!applied.ok) throw new Error(applied.error.message);
  return applied.value.world;
};

test.each([
  ['a route', 'DeleteRoute', { RouteTableId: 'rtb-app', DestinationCidrBlock: '0.0.0.0/0' }, ['rtb-app']],
  ['an association', 'DisassociateRouteTable', { AssociationId: 'rtbassoc-app-a' }, ['rtb-app', 'subnet-app-a']],
  ['an instance', 'StopInstances', { InstanceIds: ['i-app-a'] }, ['i-app-a']],
] as const)('an edit of %s changes that and what stands for it, and taking it back the same', (_, name, input, ids) => {
  const edited = after(name, input);
  expect([...new Set(changedIds(world, edited))].sort()).toEqual(ids);
  expect([...new Set(changedIds(edited, world))].sort()).toEqual(ids);
});

test('the same network has changed in nothing', () => {
  expect(changedIds(world, world)).toEqual([]);
});

test('a row is new where the table had none like it', () => {
  const edited = after('ReplaceRoute', {
    RouteTableId: 'rtb-app',
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: 'nat-b',
  });
  const rows = routeRows(edited, 'rtb-app', { before: world }).map(({ target, isNew }) => [target, isNew]);
  expect(rows).toEqual([
    ['local', false],
    ['nat-b', true],
  ]);
  expect(routeRows(edited, 'rtb-app').some(({ isNew }) => isNew)).toBe(false);
});

test('an Elastic IP that goes changes the interface that it was mapped to', () => {
  const article = buildWorld(worldFile('article'));
  const edited = after('DisassociateAddress', { AssociationId: 'eipassoc-vm1' }, article);
  expect(changedIds(article, edited)).toContain('eni-vm1');
});
