// What one kind of gateway is: what it keeps, when a route to it works, and what it does with a packet. One file a kind, in gateways/.

import type * as v from 'valibot';
import type { CheckReferences } from '../cloud/check-world.ts';
import type { Gateway } from '../cloud/gateway.ts';
import type { World } from '../cloud/world.ts';
import type { Address, Ipv4 } from '../net/address.ts';
import type { Packet } from '../net/packet.ts';
import type { DropReason } from './codes.ts';
import type { Next, Walk } from './walk.ts';

/** A wrapped packet at the device where a gateway lives. */
export interface Arrival<Attributes> {
  readonly walk: Walk;
  readonly id: string;
  readonly gateway: Attributes;
  readonly packet: Packet;
}

/** A bare packet whose route names the gateway, still on the sender's host. */
export interface Departure<Attributes> extends Arrival<Attributes> {
  /** The sending interface, and its device's address on the substrate. */
  readonly networkInterfaceId: string;
  readonly underlay: Ipv4;
}

export interface GatewayKind<Attributes = unknown> {
  readonly kind: string;
  /** What its ids start with: `igw`. */
  readonly prefix: string;
  /** What AWS calls it: "internet gateway". */
  readonly label: string;
  /** Which parameter of CreateRoute names it. */
  readonly routeParameter: string;
  /** Where it lives: on the Blackfoot edge fleet, on Hyperplane behind a network interface of its own, or nowhere (`take` does it all). */
  readonly device: 'blackfoot' | 'hyperplane' | 'none';
  /** Whether its subnet's network ACL looks even at what machines of that subnet send to its interface. */
  readonly filtersNeighbours?: boolean;
  readonly attributes: v.GenericSchema<unknown, Attributes>;
  /** Reports what its record names and the World does not have; ids of VPCs, subnets, interfaces and Elastic IPs are looked after already. */
  readonly references?: CheckReferences<Attributes>;
  /** Why a route of this VPC to the gateway is a blackhole; undefined while it works. */
  blackhole(gateway: Attributes, vpcId: string, world: World, id: string): DropReason | undefined;
  /** The VPCs whose route tables may name it; the one that it is attached to unless told. */
  homes?(gateway: Attributes, id: string, world: World): readonly string[];
  /** For a diagnosis that misses a route: whether it could carry packets of this VPC to that destination. */
  leadsTo?(gateway: Attributes, vpcId: string, destination: Address, world: World, id: string): boolean;
  /** The interface that stands for it in the VPC, where it has one. */
  interfaceOf?(gateway: Attributes): string | undefined;
  /** What the sender's host does with a packet that a route gives to it, where that is not to wrap it for its device: a peering, say. */
  take?(departure: Departure<Attributes>): Next;
  /** What it does with a packet that came over the VPC's wrap: routed to it, or addressed to its interface; absent where it has no device. */
  forward?(arrival: Arrival<Attributes>): Next;
  /** What it does with a packet from outside the VPC; absent where nothing can come in that way. */
  receive?(arrival: Arrival<Attributes>): Next;
}

export type GatewayKinds = Readonly<Record<string, GatewayKind>>;

/** Gives a kind its place in the registry. The cast is safe: a kind's functions only meet gateways that its own schema has read. */
export function defineGateway<Attributes>(kind: GatewayKind<Attributes>): GatewayKind {
  return kind as unknown as GatewayKind;
}

type Component<Attributes> = Pick<
  GatewayKind<Attributes>,
  'kind' | 'prefix' | 'label' | 'attributes' | 'references' | 'receive'
>;

/** A kind that no route can name: a customer's router, a VPN connection, an attachment. It has no device in the VPC. */
export function defineComponent<Attributes>(component: Component<Attributes>): GatewayKind {
  return defineGateway<Attributes>({
    ...component,
    routeParameter: '',
    device: 'none',
    blackhole: () => 'ROUTE_BLACKHOLE',
  });
}

/** The VPCs whose route tables may name a gateway. */
export function homesOf(kinds: GatewayKinds, world: World, id: string): readonly string[] {
  const gateway = world.gateways[id];
  const homes = gateway && kindOf(kinds, gateway)?.homes?.(gateway, id, world);
  return homes ?? (typeof gateway?.vpcId === 'string' ? [gateway.vpcId] : []);
}

export function kindOf(kinds: GatewayKinds, gateway: Gateway | undefined): GatewayKind | undefined {
  return gateway && kinds[gateway.kind];
}
