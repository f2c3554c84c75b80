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
  'create-security-group --group-name web --description web --vpc-id vpc-red',
  'authorize-security-group-ingress --group-id sg-1 --protocol tcp --port 443 --source-group sg-red-default',
  'authorize-security-group-ingress --group-id sg-1 --protocol icmp --port 8 --cidr 0.0.0.0/0',
  'revoke-security-group-egress --group-id sg-1 --protocol all --cidr 0.0.0.0/0',
  'authorize-security-group-egress --group-id sg-1 --protocol udp --port 53-54 --source-group sg-1',
  'authorize-security-group-egress --group-id sg-red-default --protocol tcp --port 22 --cidr 10.1.0.0/16',
  'create-network-acl --vpc-id vpc-red',
  'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 100 --protocol tcp --port-range From=443,To=444 --rule-action allow --cidr-block 0.0.0.0/0',
  'create-network-acl-entry --network-acl-id acl-1 --ingress --rule-number 110 --protocol icmp --icmp-type-code Type=8,Code=-1 --rule-action allow --cidr-block 0.0.0.0/0',
  'create-network-acl-entry --network-acl-id acl-1 --egress --rule-number 90 --protocol udp --port-range From=53,To=53 --rule-action deny --cidr-block 192.0.2.0/24',
  'create-network-acl-entry --network-acl-id acl-1 --egress --rule-number 100 --protocol -1 --rule-action allow --cidr-block 0.0.0.0/0',
  'create-network-acl-entry --network-acl-id acl-blue-default --ingress --rule-number 50 --protocol tcp --port-range From=22,To=22 --rule-action deny --cidr-block 0.0.0.0/0',
  'modify-network-interface-attribute --network-interface-id eni-fw --no-source-dest-check',
  'stop-instances --instance-ids i-blue',
  'create-vpc-peering-connection --vpc-id vpc-red --peer-vpc-id vpc-blue',
  'create-nat-gateway --subnet-id subnet-pub --allocation-id eipalloc-free',
  'create-nat-gateway --subnet-id subnet-app --connectivity-type private',
  'assign-private-nat-gateway-address --nat-gateway-id nat-2 --private-ip-addresses 10.1.2.51',
  'create-nat-gateway --subnet-id subnet-app --connectivity-type private',
  'delete-nat-gateway --nat-gateway-id nat-3',
  `create-vpc-endpoint --vpc-id vpc-red --service-name com.amazonaws.us-east-1.s3 --route-table-ids rtb-app --policy-document '{"Statement":[]}'`,
  'create-vpn-gateway --type ipsec.1',
  'aws directconnect create-connection --location EqDC2 --bandwidth 1Gbps --connection-name wire',
  'aws directconnect create-direct-connect-gateway --direct-connect-gateway-name hub',
  'aws directconnect create-direct-connect-gateway-association --direct-connect-gateway-id dxgw-1 --gateway-id vgw-1',
  'aws directconnect create-private-virtual-interface --connection-id dxcon-1 --new-private-virtual-interface virtualInterfaceName=vif,vlan=101,asn=65000,directConnectGatewayId=dxgw-1',
);

export const WORLDS: readonly (readonly [string, World])[] = [...ofTests, ...ofLevels, ['the rest', rest]];
