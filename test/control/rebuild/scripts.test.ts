// The scripts that build some Worlds again, whole. That they do build them is tested beside this.

import { expect, test } from 'vitest';
import { rebuild } from '../../../src/control/rebuild/rebuild.ts';
import { buildWorld, worldFile } from '../../worlds/build.ts';
import { expectFile } from '../expect-file.ts';
import { makeWorld } from '../lab-world.ts';

const NAMES = [
  'hybrid',
  'ipv6',
  'load-balancer',
  'peering',
  'privatelink',
  'regional-nat',
  'transit-gateway',
  'transit-vpn',
];

test.each(NAMES)('%s', (name) => {
  const { lines, missing } = rebuild(buildWorld(worldFile(name)));
  expectFile(new URL(`scripts/${name}.sh`, import.meta.url), `${lines.join('\n')}\n`);
  expect(missing).toEqual([]);
});

test('the lab', () => {
  const { lines, missing } = rebuild(makeWorld());
  expectFile(new URL('scripts/lab.sh', import.meta.url), `${lines.join('\n')}\n`);
  expect(missing).toEqual(['vpcs.vpc-blue.isDefault: a default VPC']);
});
