import { expect, test } from 'vitest';
import type { WorldDraft } from '../../src/cloud/world.ts';
import { issueId, retireId } from '../../src/control/issue-id.ts';
import { makeWorld } from './lab-world.ts';

const draft = () => structuredClone(makeWorld()) as WorldDraft;

test('ids count up from what has been given, and pass over what a level has', () => {
  const world = draft();
  world.gateways['nat-2'] = { kind: 'nat-gateway' } as never;
  expect([issueId(world, 'nat'), issueId(world, 'nat'), issueId(world, 'tgw')]).toEqual(['nat-1', 'nat-3', 'tgw-1']);
  expect(world.issued).toEqual({ nat: 3, tgw: 1 });
});

test('an address association’s id is passed over as well', () => {
  const world = draft();
  world.elasticIps['eipalloc-blue']!.association!.id = 'eipassoc-1';
  expect(issueId(world, 'eipassoc')).toBe('eipassoc-2');
});

test.each([
  ['nat-7', { nat: 7 }],
  ['tgw-attach-12', { 'tgw-attach': 12 }],
  ['nat-0', {}],
  ['nat-red', {}],
  ['nat-7-old', {}],
  ['2nat-7', {}],
  ['nat-1234567', {}],
])('when %s goes, its number is kept: %j', (id, issued) => {
  const world = draft();
  retireId(world, id);
  expect(world.issued).toEqual(issued);
});

test('a lower number than was given changes nothing', () => {
  const world = draft();
  world.issued.nat = 9;
  retireId(world, 'nat-3');
  expect(world.issued).toEqual({ nat: 9 });
});
