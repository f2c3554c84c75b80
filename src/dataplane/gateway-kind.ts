// What one kind of gateway is: what it keeps, when a route to it works, and what it does with a packet. One file a kind, in gateways/.

import type * as v from 'valibot';
import type { Gateway } from '../cloud/gateway.ts';
import type { World } from '../cloud/world.ts';
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

export interface GatewayKind<Attributes = unknown> {
  readonly kind: string;
  /** What its ids start with: `igw`. */
  readonly prefix: string;
  /** What AWS calls it: "internet gateway". */
  readonly label: string;
  /** Which parameter of CreateRoute names it. */
  readonly routeParameter: string;
  /** Where it lives: on the Blackfoot edge fleet, or on Hyperplane behind a network interface of its own. */
  readonly device: 'blackfoot' | 'hyperplane';
  readonly attributes: v.GenericSchema<unknown, Attributes>;
  /** Why a route of this VPC to the gateway is a blackhole; undefined while it works. */
  blackhole(gateway: Attributes, vpcId: string, world: World): DropReason | undefined;
  /** The interface that stands for it in the VPC, where it has one. */
  interfaceOf?(gateway: Attributes): string | undefined;
  /** What it does with a packet that came over the VPC's wrap: routed to it, or addressed to its interface. */
  forward(arrival: Arrival<Attributes>): Next;
  /** What it does with a packet from outside the VPC; absent where nothing can come in that way. */
  receive?(arrival: Arrival<Attributes>): Next;
}

export type GatewayKinds = Readonly<Record<string, GatewayKind>>;

/** Gives a kind its place in the registry. The cast is safe: a kind's functions only meet gateways that its own schema has read. */
export function defineGateway<Attributes>(kind: GatewayKind<Attributes>): GatewayKind {
  return kind as unknown as GatewayKind;
}

export function kindOf(kinds: GatewayKinds, gateway: Gateway | undefined): GatewayKind | undefined {
  return gateway && kinds[gateway.kind];
}
