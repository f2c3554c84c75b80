// The worlds that exports are tried on: each level as it starts and as its reference leaves it, and every world of the tests.

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { World } from '../../../src/cloud/world.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import { builtInLibrary } from '../../../src/levels/built-in.ts';
import { carryOut } from '../../../src/levels/replay.ts';
import { edit, makeWorld } from '../lab-world.ts';

const folder = new URL('../../worlds/', import.meta.url);
const library = builtInLibrary();

const ofTests = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name): readonly [string, World] => {
    const world = readWorld(parse(readFileSync(new URL(name, folder), 'utf8')));
    if (!world.ok) throw new Error(`${name}: ${JSON.stringify(world.error)}`);
    return [name, world.value];
  });

const ofLevels = library.entries.flatMap(({ id }): (readonly [string, World])[] => {
  const level = library.level(id);
  if (!level.ok) throw new Error(`${id}: ${JSON.stringify(level.error)}`);
  const { start, reference } = level.value;
  return [
    [`${id}, at the start`, start],
    [`${id}, solved`, carryOut(start, reference)],
  ];
});

/** What no level and no other test has: a list of the customer's own, a second interface, a Direct Connect gateway. */
const rest = edit(
  makeWorld({}),
  'create-managed-prefix-list --prefix-list-name offices --address-family IPv4 --max-entries 4 --entries Cidr=192.0.2.0/24',
  'authorize-security-group-ingress --group-id sg-red-default --ip-permissions IpProtocol=tcp,FromPort=443,ToPort=443,PrefixListIds=[{PrefixListId=pl-1}]',
  'create-network-interface --subnet-id subnet-app --private-ip-address 10.1.2.99',
  'attach-network-interface --network-interface-id eni-1 --instance-id i-app --device-index 1',
  'create-vpn-gateway --type ipsec.1',
  'aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name wire',
  'aws directconnect create-direct-connect-gateway --direct-connect-gateway-name hub',
  'aws directconnect create-direct-connect-gateway-association --direct-connect-gateway-id dxgw-1 --gateway-id vgw-1',
  'aws directconnect create-private-virtual-interface --connection-id dxcon-1 --new-private-virtual-interface virtualInterfaceName=vif,vlan=101,asn=65000,directConnectGatewayId=dxgw-1',
);

export const WORLDS: readonly (readonly [string, World])[] = [...ofTests, ...ofLevels, ['the rest', rest]];
