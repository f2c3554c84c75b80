// What is written, `run` accepts, and it makes what a customer owns of the first World. The lab's part is left out: hosts, machines outside,
// what has happened, and which public addresses AWS lends.

import { describe, expect, test } from 'vitest';
import type { World } from '../../../src/cloud/world.ts';
import { exportWorld } from '../../../src/control/export/export-world.ts';
import { parseScript } from '../../../src/control/script.ts';
import { buildAgain, canonical } from '../rebuild/rebuild-world.ts';
import { WORLDS } from './worlds.ts';

function customersPart(world: World) {
  const plain = canonical(world) as unknown as World;
  return {
    vpcs: plain.vpcs,
    subnets: plain.subnets,
    routeTables: plain.routeTables,
    routeAssociations: plain.routeAssociations,
    securityGroups: plain.securityGroups,
    networkAcls: plain.networkAcls,
    prefixLists: customersLists(plain),
    gateways: Object.fromEntries(
      Object.entries(plain.gateways)
        .filter(([, { kind }]) => kind !== 'customer-site')
        .map(([id, { siteId: _siteId, ...gateway }]) => [id, gateway]),
    ),
    instances: Object.fromEntries(Object.entries(plain.instances).map(([id, { state }]) => [id, state])),
    networkInterfaces: Object.fromEntries(
      Object.entries(plain.networkInterfaces).map(([id, { addresses, ...each }]) => [
        id,
        { ...each, addresses: addresses.map(({ address, autoPublicIp }) => [address, autoPublicIp !== undefined]) },
      ]),
    ),
    elasticIps: Object.fromEntries(
      Object.entries(plain.elasticIps).map(([id, each]) => [
        id,
        (each as unknown as { holder?: unknown }).holder ?? null,
      ]),
    ),
  };
}

/** AWS's own lists are as long as AWS says. */
function customersLists({ prefixLists }: World) {
  return Object.values(prefixLists).filter(({ name }) => !name.startsWith('com.amazonaws.'));
}

describe.each(WORLDS)('%s', (_name, world) => {
  test('comes back from the script for a real account', () => {
    const again = buildAgain(world, 'aws');
    const whole = buildAgain(world);
    // What the game's own script cannot make, this one cannot either.
    if (whole.missing.length > 0) return;
    expect(customersPart(again.world)).toEqual(customersPart(world));
  });

  test('has no line that is not the AWS CLI', () => {
    const script = exportWorld(world, 'aws-cli', 'A title', 'en');
    expect(parseScript(script).ok).toBe(true);
    expect(script.split('\n').filter((line) => !/^(?:$|#|set -e$|aws |\w+=\$\(aws )/.test(line))).toEqual([]);
  });
});
