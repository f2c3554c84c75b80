// What there is to draw of a World, in reading order and free of sizes: VPCs with their subnets and edges, what hangs loose, the outside.

import { type Gateway, nodesOf } from '../../cloud/gateway.ts';
import { edgeTableId, effectiveTableId, findPublicPair, interfacesOf } from '../../cloud/lookup.ts';
import type { NetworkInterface } from '../../cloud/network-interface.ts';
import type { World } from '../../cloud/world.ts';
import { kindOf } from '../../dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { findRegionalAddress } from '../../dataplane/regional-address.ts';
import { lostZoneOf } from '../../dataplane/zones.ts';
import { memoByIdentity } from '../../memo.ts';
import { type JoinScene, listJoins } from './join-scene.ts';
import { listSites, machinesAt, type SiteScene } from './site-scene.ts';
import { isAboutMapping, type SubstrateScene, substrateScene } from './substrate-scene.ts';

export interface Scene {
  readonly vpcs: readonly VpcScene[];
  /** Gateways that are attached to no VPC. */
  readonly loose: readonly EdgeScene[];
  /** Elastic IPs that no interface has. */
  readonly free: readonly { readonly id: string; readonly publicIp: string }[];
  readonly outside: readonly MachineScene[];
  /** What joins VPCs. */
  readonly joins: readonly JoinScene[];
  /** Customers' own networks. */
  readonly sites: readonly SiteScene[];
  /** Whether there is an outside to speak of: machines on it, or a gateway that leads there. */
  readonly hasInternet: boolean;
  /** Absent where the level is not about the machines below. */
  readonly substrate: SubstrateScene | undefined;
}

export interface MachineScene {
  readonly id: string;
  readonly name: string;
  readonly address: string;
}

export interface VpcScene {
  readonly id: string;
  readonly cidrs: readonly string[];
  readonly subnets: readonly SubnetScene[];
  readonly edges: readonly EdgeScene[];
  /** Tables that no subnet and no gateway uses. */
  readonly unusedTables: readonly string[];
}

export interface EdgeScene {
  readonly id: string;
  /** The fleet that it is a function of: `Blackfoot`. */
  readonly device: string;
  /** The table that steers what comes in by it. */
  readonly tableId?: string | undefined;
}

export interface SubnetScene {
  readonly id: string;
  readonly name: string;
  readonly cidr: string;
  readonly vpcCidr: string;
  readonly tableId: string;
  /** Whether it has the table only because it is the main one. */
  readonly byDefault: boolean;
  readonly rows: readonly RowScene[];
}

/** One interface of an instance, or one gateway that stands in a subnet. */
export interface RowScene {
  readonly id: string;
  /** Every id by which a packet or a fault may name it. */
  readonly ids: readonly string[];
  readonly name: string;
  readonly isGateway: boolean;
  readonly addresses: readonly { readonly address: string; readonly publicIp?: string | undefined }[];
  readonly notes: readonly Note[];
}

export type Note =
  | 'stopped'
  | 'zoneLost'
  | 'checkOff'
  | 'router'
  | 'nat'
  | 'pending'
  | 'failed'
  | 'deleting'
  | 'deleted'
  | 'pendingAcceptance'
  | 'rejected'
  | 'private';

/** A network whose map has just been mended still shows it when it began as one that is about the map. */
export function sceneOf(world: World, start: World = world): Scene {
  return isAboutMapping(world) || isAboutMapping(start) ? sceneToTheHosts(world) : sceneAbove(world);
}

const sceneToTheHosts = memoByIdentity(
  (world: World): Scene => ({ ...sceneAbove(world), substrate: substrateScene(world) }),
);

const sceneAbove = memoByIdentity((world: World): Scene => {
  const gateways = Object.entries(world.gateways);
  return {
    vpcs: Object.keys(world.vpcs).map((id) => vpcScene(world, id)),
    loose: gateways
      .filter(([id, { vpcId }]) => vpcId === undefined && deviceOf(world, id) === 'blackfoot')
      .map(([id]) => edgeScene(world, id)),
    free: Object.entries(world.elasticIps)
      .filter(([, { publicIp, association }]) => !association && !findRegionalAddress(world, publicIp))
      .map(([id, { publicIp }]) => ({ id, publicIp })),
    outside: machinesAt(world, undefined),
    joins: listJoins(world),
    sites: listSites(world),
    hasInternet: Object.keys(world.internet).length > 0 || gateways.some(([id]) => deviceOf(world, id) === 'blackfoot'),
    substrate: undefined,
  };
});

function deviceOf(world: World, id: string) {
  return kindOf(GATEWAY_KINDS, world.gateways[id])?.device ?? 'blackfoot';
}

function edgeScene(world: World, id: string): EdgeScene {
  const device = deviceOf(world, id);
  return { id, device: device[0]!.toUpperCase() + device.slice(1), tableId: edgeTableId(world, id) };
}

function vpcScene(world: World, vpcId: string): VpcScene {
  const own = <T extends object>(records: Readonly<Record<string, T>>) =>
    Object.entries(records).filter(([, record]) => 'vpcId' in record && record.vpcId === vpcId);
  return {
    id: vpcId,
    cidrs: world.vpcs[vpcId]!.cidrs,
    subnets: own(world.subnets).map(([id]) => subnetScene(world, id)),
    edges: own(world.gateways)
      .filter(([id, gateway]) => isOnEdge(world, id, gateway))
      .map(([id]) => edgeScene(world, id)),
    unusedTables: own(world.routeTables)
      .filter(([id]) => isUnused(world, id))
      .map(([id]) => id),
  };
}

/** What has no interface in a subnet; a part that has no device of its own is drawn with what it belongs to. */
function isOnEdge(world: World, id: string, gateway: Gateway): boolean {
  return gateway.subnetId === undefined && nodesOf(gateway).length === 0 && deviceOf(world, id) !== 'none';
}

/** A main table that nobody uses and that says nothing but `local` is no news. */
function isUnused(world: World, routeTableId: string): boolean {
  const uses = Object.values(world.routeAssociations).filter((use) => use.routeTableId === routeTableId);
  if (uses.some(({ main }) => !main)) return false;
  if (uses.length === 0) return true;
  const { vpcId, routes } = world.routeTables[routeTableId]!;
  const serves = Object.keys(world.subnets).some(
    (id) => world.subnets[id]!.vpcId === vpcId && effectiveTableId(world, id) === routeTableId,
  );
  return !serves && routes.some(({ target }) => target !== 'local');
}

function subnetScene(world: World, subnetId: string): SubnetScene {
  const { cidr, vpcId } = world.subnets[subnetId]!;
  return {
    id: subnetId,
    name: subnetId.replace(/^subnet-/, ''),
    cidr,
    vpcCidr: world.vpcs[vpcId]?.cidrs[0] ?? cidr,
    tableId: effectiveTableId(world, subnetId) ?? '',
    byDefault: !Object.values(world.routeAssociations).some((use) => use.subnetId === subnetId),
    rows: [...interfaceRows(world, subnetId, vpcId), ...lostGatewayRows(world, subnetId)],
  };
}

function interfaceRows(world: World, subnetId: string, vpcId: string): readonly RowScene[] {
  return Object.entries(world.networkInterfaces)
    .filter(([, networkInterface]) => networkInterface.subnetId === subnetId)
    .map(([id, networkInterface]) => ({
      ...inItsZone(world, id, ownerOf(world, id, networkInterface)),
      addresses: networkInterface.addresses.map(({ address }) => ({
        address,
        publicIp: findPublicPair(world, vpcId, address)?.publicIp,
      })),
    }));
}

function inItsZone<Row extends Pick<RowScene, 'notes'>>(world: World, networkInterfaceId: string, row: Row): Row {
  return lostZoneOf(world, networkInterfaceId) ? { ...row, notes: ['zoneLost', ...row.notes] } : row;
}

function ownerOf(world: World, id: string, networkInterface: NetworkInterface): Omit<RowScene, 'addresses'> {
  const { instanceId, managedBy, sourceDestCheck } = networkInterface;
  if (managedBy)
    return {
      id: managedBy,
      ids: [managedBy, id],
      name: managedBy,
      isGateway: true,
      notes: gatewayNotes(world, managedBy),
    };
  const unchecked: readonly Note[] = sourceDestCheck ? [] : ['checkOff'];
  if (!instanceId) return { id, ids: [id], name: id, isGateway: false, notes: unchecked };
  const { name = instanceId, state, forwarding } = world.instances[instanceId]!;
  const isFirst = interfacesOf(world, instanceId)[0] === id;
  return {
    id: isFirst ? instanceId : id,
    ids: [instanceId, id],
    name: isFirst ? name : `${name} ${id}`,
    isGateway: false,
    notes: [
      ...(state === 'stopped' ? (['stopped'] as const) : []),
      ...unchecked,
      ...(forwarding === 'none' ? [] : [forwarding]),
    ],
  };
}

function gatewayNotes(world: World, id: string): readonly Note[] {
  const { state, connectivityType }: Partial<Gateway> = world.gateways[id] ?? {};
  const notes: Note[] = connectivityType === 'private' ? ['private'] : [];
  return typeof state === 'string' && state !== 'available' ? [...notes, state as Note] : notes;
}

/** Gateways of the subnet that have lost their interface, or never got one: failed and deleted ones. */
function lostGatewayRows(world: World, subnetId: string): readonly RowScene[] {
  const standing = new Set(Object.values(world.networkInterfaces).map(({ managedBy }) => managedBy));
  return Object.entries(world.gateways)
    .filter(([id, gateway]) => gateway.subnetId === subnetId && !standing.has(id))
    .map(([id]) => ({ id, ids: [id], name: id, isGateway: true, addresses: [], notes: gatewayNotes(world, id) }));
}
