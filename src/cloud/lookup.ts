// Questions that many parts ask of a World, answered from indexes that are built once per unchanged part.

import { memoByIdentity, memoByParts } from '../memo.ts';
import type { Address, Ipv4 } from '../net/address.ts';
import { cidrContains } from '../net/cidr.ts';
import { type Gateway, type GatewayNode, nodesOf } from './gateway.ts';
import type { NetworkInterface, NetworkInterfaceId } from './network-interface.ts';
import type { RouteAssociation, RouteTableId } from './route-table.ts';
import type { World } from './world.ts';

interface TableUse {
  readonly bySubnet: ReadonlyMap<string, RouteTableId>;
  readonly byGateway: ReadonlyMap<string, RouteTableId>;
  readonly mainByVpc: ReadonlyMap<string, RouteTableId>;
}

const tableUse = memoByParts<World, TableUse>(['routeAssociations', 'routeTables'], (world) => {
  const use = { bySubnet: new Map(), byGateway: new Map(), mainByVpc: new Map() };
  for (const { routeTableId, subnetId, gatewayId, main } of Object.values(world.routeAssociations)) {
    if (subnetId) use.bySubnet.set(subnetId, routeTableId);
    if (gatewayId) use.byGateway.set(gatewayId, routeTableId);
    if (main) use.mainByVpc.set(world.routeTables[routeTableId]?.vpcId, routeTableId);
  }
  return use;
});

/** The table that a subnet really uses: its own association's, else its VPC's main table. Source: D-RT. */
export function effectiveTableId(world: World, subnetId: string): RouteTableId {
  const use = tableUse(world);
  const own = use.bySubnet.get(subnetId);
  return own ?? (use.mainByVpc.get(world.subnets[subnetId]?.vpcId as string) as RouteTableId);
}

/** The table that steers traffic coming in through a gateway, where one is associated. */
export function edgeTableId(world: World, gatewayId: string): RouteTableId | undefined {
  return tableUse(world).byGateway.get(gatewayId);
}

export function isMainTable(world: World, routeTableId: string): boolean {
  const vpcId = world.routeTables[routeTableId]?.vpcId as string;
  return tableUse(world).mainByVpc.get(vpcId) === routeTableId;
}

export function mainTableId(world: World, vpcId: string): RouteTableId | undefined {
  return tableUse(world).mainByVpc.get(vpcId);
}

export function associationsOf(world: World, routeTableId: string): readonly (readonly [string, RouteAssociation])[] {
  return Object.entries(world.routeAssociations).filter(([, association]) => association.routeTableId === routeTableId);
}

export function vpcIdOfInterface(world: World, networkInterface: NetworkInterface): string {
  return world.subnets[networkInterface.subnetId]?.vpcId as string;
}

const interfacesByInstance = memoByIdentity((interfaces: World['networkInterfaces']) => {
  const owned = new Map<string, NetworkInterfaceId[]>();
  for (const [id, { instanceId }] of Object.entries(interfaces)) {
    if (!instanceId) continue;
    const list = owned.get(instanceId);
    if (list) list.push(id as NetworkInterfaceId);
    else owned.set(instanceId, [id as NetworkInterfaceId]);
  }
  return owned;
});

/** The instance's interfaces, the primary one first (the order of the World's records). */
export function interfacesOf(world: World, instanceId: string): readonly NetworkInterfaceId[] {
  return interfacesByInstance(world.networkInterfaces).get(instanceId) ?? [];
}

/** One private address and the public one that the edge swaps it with. */
export interface PublicPair {
  readonly publicIp: Ipv4;
  readonly privateIp: Ipv4;
  readonly networkInterfaceId: NetworkInterfaceId;
  readonly vpcId: string;
  /** The Elastic IP's allocation; undefined for an auto-assigned address. */
  readonly allocationId?: string;
}

interface PublicPairs {
  readonly byPublic: ReadonlyMap<string, PublicPair>;
  /** VPC, then private address. */
  readonly byPrivate: ReadonlyMap<string, ReadonlyMap<string, PublicPair>>;
}

const publicPairs = memoByParts<World, PublicPairs>(
  ['subnets', 'networkInterfaces', 'elasticIps'],
  ({ subnets, networkInterfaces, elasticIps }) => {
    const byPublic = new Map<string, PublicPair>();
    const byPrivate = new Map<string, Map<string, PublicPair>>();
    const add = (networkInterfaceId: NetworkInterfaceId, privateIp: Ipv4, publicIp: Ipv4, allocationId?: string) => {
      const vpcId = subnets[networkInterfaces[networkInterfaceId]?.subnetId as string]?.vpcId as string;
      const pair = { publicIp, privateIp, networkInterfaceId, vpcId, ...(allocationId && { allocationId }) };
      byPublic.set(publicIp, pair);
      const ofVpc = byPrivate.get(vpcId) ?? new Map<string, PublicPair>();
      byPrivate.set(vpcId, ofVpc.set(privateIp, pair));
    };
    for (const [id, { addresses }] of Object.entries(networkInterfaces))
      for (const { address, autoPublicIp } of addresses)
        if (autoPublicIp) add(id as NetworkInterfaceId, address as Ipv4, autoPublicIp);
    for (const [id, { publicIp, association }] of Object.entries(elasticIps))
      if (association) add(association.networkInterfaceId, association.privateIp, publicIp, id);
    return { byPublic, byPrivate };
  },
);

/** The pair behind a private address of a VPC: what the edge swaps it with on the way out. */
export function findPublicPair(world: World, vpcId: string, privateIp: string): PublicPair | undefined {
  return publicPairs(world).byPrivate.get(vpcId)?.get(privateIp);
}

/** The pair behind a public address, whoever holds it: what the edge swaps it with on the way in. */
export function findPairByPublicIp(world: World, publicIp: string): PublicPair | undefined {
  return publicPairs(world).byPublic.get(publicIp);
}

/** Every pair of a VPC. */
export function listPublicPairs(world: World, vpcId: string): readonly PublicPair[] {
  return [...(publicPairs(world).byPrivate.get(vpcId)?.values() ?? [])];
}

export function findAttachedGateway(world: World, kind: string, vpcId: string): string | undefined {
  return attachments(world.gateways).get(kind)?.get(vpcId);
}

const attachments = memoByIdentity((gateways: World['gateways']) => {
  const attached = new Map<string, Map<string, string>>();
  for (const [id, { kind, vpcId }] of Object.entries(gateways)) {
    if (typeof vpcId !== 'string') continue;
    const ofKind = attached.get(kind) ?? new Map<string, string>();
    attached.set(kind, ofKind.set(vpcId, id));
  }
  return attached;
});

const gatewaysByKind = memoByIdentity((gateways: World['gateways']) => {
  const byKind = new Map<string, (readonly [string, Gateway])[]>();
  for (const entry of Object.entries(gateways)) {
    const ofKind = byKind.get(entry[1].kind);
    if (ofKind) ofKind.push(entry);
    else byKind.set(entry[1].kind, [entry]);
  }
  return byKind;
});

const NONE: readonly (readonly [string, never])[] = [];

/** Every gateway of a kind, as its kind has read it; `Attributes` must be that kind's. */
export function listGateways<Attributes = Gateway>(
  world: World,
  kind: string,
): readonly (readonly [string, Attributes])[] {
  return (gatewaysByKind(world.gateways).get(kind) ?? NONE) as readonly (readonly [string, Attributes])[];
}

/** The node of a service whose interface holds an address. */
export function nodeHolding(world: World, gatewayId: string, held: Address): GatewayNode | undefined {
  const gateway = world.gateways[gatewayId];
  return (gateway ? nodesOf(gateway) : []).find(({ networkInterfaceId }) =>
    world.networkInterfaces[networkInterfaceId]?.addresses.some(({ address }) => address === held),
  );
}

/** Whether an address stands in a prefix list. */
export function isListed(world: World, prefixListId: string, address: Address): boolean {
  return world.prefixLists[prefixListId]?.cidrs.some((cidr) => cidrContains(cidr, address)) ?? false;
}

/** What people call a component: an instance's or an outside machine's name, else its id. */
export function displayName(world: World, id: string): string {
  return world.instances[id]?.name ?? world.internet[id]?.name ?? id;
}
