// The Mapping Service: which physical machine holds a private address of a VPC, and which edge or Hyperplane device holds a gateway.
// Source: T15, T17, Z1. Simplified: one local table; a miss is a drop and never a retry (vpc-dataplane 1.3).
// Inferred: how the fabric names a gateway. Ours is a row whose key is the gateway's id and whose device is the fleet.

import type { World } from '../cloud/world.ts';
import { memoByIdentity, memoByParts } from '../memo.ts';
import type { MappingRow } from './step.ts';

type Rows = ReadonlyMap<string, ReadonlyMap<string, MappingRow>>;

const rowsByVpc = memoByParts<World, Rows>(
  ['hosts', 'substrate', 'subnets', 'mapping', 'instances', 'networkInterfaces'],
  (world) => {
    const rows = new Map<string, Map<string, MappingRow>>();
    for (const [id, networkInterface] of Object.entries(world.networkInterfaces)) {
      const vpcId = world.subnets[networkInterface.subnetId]?.vpcId as string;
      const ofVpc = rows.get(vpcId) ?? new Map<string, MappingRow>();
      rows.set(vpcId, ofVpc);
      for (const { address } of networkInterface.addresses) {
        const row = mappingRow(world, vpcId, address, id);
        if (row) ofVpc.set(address, row);
      }
    }
    return rows;
  },
);

function mappingRow(world: World, vpcId: string, address: string, networkInterfaceId: string): MappingRow | undefined {
  const override = world.mapping[`${vpcId}/${address}`];
  if (override === null) return undefined;
  const device = override ?? deviceOf(world, networkInterfaceId);
  if (!device) return undefined;
  return { vpcId, key: address, target: networkInterfaceId, device, underlay: underlayOf(world, device) };
}

/** The machine that really holds an interface: a host, or Hyperplane for a service's; undefined while nothing does. */
export function deviceOf(world: World, networkInterfaceId: string): string | undefined {
  const networkInterface = world.networkInterfaces[networkInterfaceId];
  if (!networkInterface) return undefined;
  const { instanceId, managedBy } = networkInterface;
  return managedBy ? 'hyperplane' : instanceId && world.instances[instanceId]!.hostId;
}

const NOTHING_CHANGED: World['mapping'] = {};

/** The row as it should be, whatever a level has broken. */
export function trueMapping(world: World, vpcId: string, address: string): MappingRow | undefined {
  return rowsByVpc({ ...world, mapping: NOTHING_CHANGED })
    .get(vpcId)
    ?.get(address);
}

const hostsByUnderlay = memoByIdentity((hosts: World['hosts']) => {
  return new Map(Object.entries(hosts).map(([id, { underlay }]) => [underlay as string, id]));
});

export function findHostByUnderlay(world: World, underlay: string): string | undefined {
  return hostsByUnderlay(world.hosts).get(underlay);
}

export function underlayOf(world: World, device: string): string {
  return device === 'hyperplane' ? world.substrate.hyperplane : world.hosts[device]!.underlay;
}

/** The row for a private address of a VPC; undefined is a miss. */
export function lookUpMapping(world: World, vpcId: string, address: string): MappingRow | undefined {
  return rowsByVpc(world).get(vpcId)?.get(address);
}

/** The row for a gateway that has no interface: any device of the edge fleet serves it. */
export function gatewayRow(world: World, vpcId: string, gatewayId: string): MappingRow {
  return { vpcId, key: gatewayId, target: gatewayId, device: 'blackfoot', underlay: world.substrate.blackfoot };
}

/** Every row of the Mapping Service, for a player to read. */
export function listMapping(world: World): readonly MappingRow[] {
  return [...rowsByVpc(world).values()].flatMap((rows) => [...rows.values()]);
}
