import { expect, test } from 'vitest';
import { nearest } from '../../src/control/nearest.ts';

const known = ['create-route', 'create-route-table', 'delete-route'];

test.each([
  ['create-rout', 'create-route'],
  ['craete-route', 'create-route'],
  ['create-routetable', 'create-route-table'],
  ['delete-rotue', 'delete-route'],
])('%s is meant as %s', (typed, meant) => {
  expect(nearest(typed, known)).toBe(meant);
});

test('what is like nothing is meant as nothing', () => {
  expect(nearest('launch', known)).toBeUndefined();
  expect(nearest('ls', [])).toBeUndefined();
});
