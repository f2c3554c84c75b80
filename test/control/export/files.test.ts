// Whole files as a player takes them home, for some of the worlds. That they mean what the World says is tested by those beside this one.

import { describe, test } from 'vitest';
import { EXTENSIONS, exportWorld } from '../../../src/control/export/export-world.ts';
import { expectFile } from '../expect-file.ts';
import { WORLDS } from './worlds.ts';

const NAMES = [
  'edge-table',
  'gateway-endpoint',
  'hybrid',
  'ipv6',
  'load-balancer',
  'nat',
  'peering',
  'privatelink',
  'regional-nat',
  'transit-gateway',
  'transit-vpn',
  'the rest',
];

describe.each(NAMES)('%s', (name) => {
  const [, world] = WORLDS.find(([each]) => each.replace('.yaml', '') === name)!;

  test.each(['aws-cli', 'terraform', 'cloudformation'] as const)('as %s', (target) => {
    const file = `files/${name.replaceAll(' ', '-')}.${EXTENSIONS[target]}`;
    expectFile(new URL(file, import.meta.url), exportWorld(world, target, name, 'en'));
  });
});
