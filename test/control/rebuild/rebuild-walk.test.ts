// Whatever a player has done, in whatever order: the script that rebuild writes gets there again.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { printCommand } from '../../../src/control/command.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { edit } from '../lab-world.ts';
import { follow, STARTS, walks } from '../walk.ts';
import { buildAgain, canonical, isListed } from './rebuild-world.ts';

function expectSame(world: World, done: readonly string[]) {
  const again = buildAgain(world);
  expect(again.missing.filter((each) => !isListed(each))).toEqual([]);
  if (again.missing.length === 0) expect([done, canonical(again.world)]).toEqual([done, canonical(world)]);
}

test('a World after any walk is built again by its script', () => {
  fc.assert(
    fc.property(walks, (walk) => {
      const done: string[] = [];
      const world = follow(walk, (before, move, next) => {
        if (next !== before) done.push(printCommand(move));
      });
      expectSame(world, done);
    }),
  );
});

const twoGateways = [
  'create-transit-gateway',
  'create-transit-gateway-route-table --transit-gateway-id tgw-1',
  'create-transit-gateway',
];
const propagation =
  '-transit-gateway-route-table-propagation --transit-gateway-route-table-id tgw-rtb-1 --transit-gateway-attachment-id tgw-attach-red';
const detachRed = 'delete-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-red';
const detachOut = 'delete-transit-gateway-vpc-attachment --transit-gateway-attachment-id tgw-attach-out';

/** What walks have found, kept: the World that the lines start from, and the lines. */
const found: readonly (readonly [string, string, readonly string[]])[] = [
  ['a table of the first transit gateway, made before the second one', 'lab', twoGateways],
  [
    'a propagation that was taken away and given again',
    'transit-vpn',
    [`disable${propagation}`, `enable${propagation}`],
  ],
  ['a route to a transit gateway whose attachment is gone', 'transit-gateway', [detachRed]],
  ['a route of a transit gateway to an attachment that is gone', 'transit-gateway', [detachOut]],
  ['a target that does not run any more', 'load-balancer', ['stop-instances --instance-ids i-web-1']],
  ['a target that is gone', 'load-balancer', ['terminate-instances --instance-ids i-web-2']],
  [
    'a public address where the gateway is detached',
    'three-missing-things',
    ['run-instances --subnet-id subnet-red --associate-public-ip-address'],
  ],
  [
    'a public address that another instance has given back',
    'lab',
    [
      'associate-address --allocation-id eipalloc-free --network-interface-id eni-web',
      'run-instances --subnet-id subnet-pub --associate-public-ip-address',
      'allocate-address',
    ],
  ],
  [
    'two instances that gave theirs back',
    'lab',
    [
      'run-instances --subnet-id subnet-pub --associate-public-ip-address',
      'run-instances --subnet-id subnet-pub --associate-public-ip-address',
      'stop-instances --instance-ids i-web i-1',
    ],
  ],
  [
    'a rule that has outlived its peering connection',
    'peering',
    ['delete-vpc-peering-connection --vpc-peering-connection-id pcx-1'],
  ],
  ['a wire that was laid to another site', 'hybrid', ['lab lay-wire --connection-id dxcon-1 --site-id site-branch']],
  [
    'a route for a subnet that is gone',
    'load-balancer',
    [
      'create-subnet --vpc-id vpc-red --cidr-block 10.1.0.0/24',
      'create-route --route-table-id rtb-red-main --destination-cidr-block 10.1.0.0/24 --nat-gateway-id nat-1',
      'delete-subnet --subnet-id subnet-1',
    ],
  ],
  [
    'a route to a gateway that is gone, where no further one is granted',
    'three-missing-things',
    ['delete-internet-gateway --internet-gateway-id igw-1', ...Array(5).fill('create-internet-gateway')],
  ],
  [
    'a table of a gateway that is not attached any more',
    'edge-table',
    [
      'terminate-instances --instance-ids i-app',
      'disassociate-address --association-id eipassoc-fw',
      'detach-internet-gateway --internet-gateway-id igw-1 --vpc-id vpc-red',
    ],
  ],
  [
    'a lost zone whose last subnet is gone',
    'regional-nat',
    [
      'terminate-instances --instance-ids i-app-b',
      'lab lose-zone --zone us-east-1b',
      'delete-subnet --subnet-id subnet-app-b',
    ],
  ],
  [
    'a row of the mapping that has become true',
    'lab',
    [
      'create-network-interface --subnet-id subnet-app',
      'run-instances --subnet-id subnet-blue --no-associate-public-ip-address',
      'lab put-mapping --vpc-id vpc-red --private-ip-address 10.1.2.4 --host-id host-a',
      'attach-network-interface --network-interface-id eni-1 --instance-id i-1 --device-index 1',
    ],
  ],
  [
    'a row that was written and taken away while nothing ran the interface',
    'lab',
    [
      'create-network-interface --subnet-id subnet-app',
      'lab put-mapping --vpc-id vpc-red --private-ip-address 10.1.2.4 --host-id host-a',
      'lab delete-mapping --vpc-id vpc-red --private-ip-address 10.1.2.4',
    ],
  ],
];

test.each(found)('%s', (_what, start, lines) => {
  const world = edit(STARTS[start]!, ...lines);
  expect(readWorld(JSON.parse(JSON.stringify(world)))).toEqual({ ok: true, value: world });
  expectSame(world, lines);
});
