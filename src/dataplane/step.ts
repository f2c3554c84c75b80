// The vocabulary of a trace. A trace is a disposition and hops; a hop is a node and steps; a step is the packet before and after,
// the rule that applied and the row that decided. Plain data: tests compare it, `explain.ts` turns it into sentences, screens draw it.

import type { NetworkAclEntry, SecurityGroupRule } from '../cloud/filters.ts';
import type { PublicPair } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import type { Address } from '../net/address.ts';
import type { Cidr } from '../net/cidr.ts';
import type { Packet, Protocol } from '../net/packet.ts';
import type { BalancedFlow } from './balanced-flow.ts';
import type { DropReason } from './codes.ts';
import type { RuleId } from './rules.ts';

/** What can happen to a packet in one step. */
export type StepKind =
  | 'sent'
  | 'resolved-arp'
  | 'checked'
  | 'filtered'
  | 'matched-route'
  | 'looked-up-mapping'
  | 'encapsulated'
  | 'decapsulated'
  | 'translated'
  | 'forwarded'
  | 'fragmented'
  | 'answered'
  | 'delivered'
  | 'dropped';

/** The rules by which each kind of step happens. A dropped step has its reason's rule. */
export const RULES_OF_STEPS = {
  sent: ['sent', 'wrap'],
  'resolved-arp': ['arp-peer', 'arp-router'],
  checked: ['source-check', 'destination-check', 'receive-check', 'endpoint-admission'],
  filtered: ['group-rule', 'group-state', 'acl-entry'],
  'matched-route': [
    'longest-prefix',
    'local-route',
    'local-over-learned',
    'vgw-route',
    'site-route',
    'edge-table',
    'transit-route',
  ],
  'looked-up-mapping': ['mapping-row', 'gateway-mapping', 'flow-owner'],
  encapsulated: ['wrap', 'endpoint-identity', 'ipsec', 'vlan-tag'],
  decapsulated: ['strip', 'unwrap', 'endpoint-return', 'endpoint-takeover', 'ipsec-open', 'vlan-open'],
  translated: [
    'igw-source-nat',
    'igw-destination-nat',
    'nat-session',
    'nlb-preserves',
    'nlb-own-address',
    'nlb-return',
    'site-nat',
    'site-alias',
  ],
  forwarded: [
    'internet',
    'igw-no-swap',
    'igw-hairpin',
    'igw-ipv6',
    'guest-forwards',
    'peering',
    'eigw-out',
    'eigw-in',
    'sealed',
  ],
  /** Cut into pieces that the way ahead can carry. */
  fragmented: ['fragmented'],
  /** A device answers the sender instead of passing the packet on. */
  answered: ['nat-idle', 'nlb-idle', 'nat-lost-flow', 'mtu-limit', 'ttl-spent'],
  delivered: ['listener', 'guest-accepts', 'guest-told'],
} as const satisfies Record<Exclude<StepKind, 'dropped'>, readonly RuleId[]>;

export type NotedKind = keyof typeof RULES_OF_STEPS;
export type RuleOf<Kind extends NotedKind> = (typeof RULES_OF_STEPS)[Kind][number];

/** A row of the Mapping Service: a private address of a VPC, or a gateway, and where in the substrate it lives. */
export interface MappingRow {
  readonly vpcId: string;
  /** The private address, or the gateway's id. */
  readonly key: string;
  readonly target: string;
  /** A host's id, or the fleet: `blackfoot` or `hyperplane`. */
  readonly device: string;
  readonly underlay: string;
}

/** One row of a NAT's flow table: how a flow looks inside and outside. */
export interface NatFlow {
  readonly owner: string;
  readonly protocol: Protocol;
  readonly inside: { readonly address: Address; readonly port: number };
  readonly outside: { readonly address: Address; readonly port: number };
  readonly remote: { readonly address: Address; readonly port: number };
}

/** A row of what a virtual private gateway or a customer's router knows: a prefix and the link that leads there. */
export interface LinkRoute {
  readonly destination: Cidr;
  /** A VPN connection, a virtual interface, or `isp`. */
  readonly target: string;
  readonly learned: 'direct-connect' | 'vpn-static' | 'vpn-bgp' | 'configured' | 'backup';
  /** Networks on the way, as BGP counts them. */
  readonly pathLength: number;
}

/** The two blocks of a customer's one-to-one translation. */
export interface AliasRow {
  readonly own: Cidr;
  readonly alias: Cidr;
}

/** The row that decided: of the table that the step names. */
export type Row =
  | BalancedFlow
  | Route
  | LinkRoute
  | AliasRow
  | MappingRow
  | NatFlow
  | PublicPair
  | SecurityGroupRule
  | NetworkAclEntry;

export interface Step {
  readonly kind: StepKind;
  readonly rule: RuleId;
  readonly before: Packet;
  readonly after: Packet;
  /** The table, group, list or gateway that decided. */
  readonly table?: string;
  readonly row?: Row;
  /** Only in a `dropped` step: why, and what the component was asked for. */
  readonly reason?: DropReason;
  readonly about?: string;
}

/** The kind of place that a hop is. */
export type Place = 'guest' | 'host' | 'blackfoot' | 'hyperplane' | 'internet' | 'outside';

export interface Hop {
  readonly node: string;
  readonly place: Place;
  readonly steps: readonly Step[];
}

/** How a packet ends. `refused` reached its machine, where nothing listens; `looped` would go round for ever. */
export type Disposition = 'delivered' | 'refused' | 'dropped' | 'looped';

/** A packet's bad end, or one of the faults that a diagnosis lists. */
export interface Fault {
  readonly reason: DropReason;
  readonly code: string;
  /** The component at fault. */
  readonly at: string;
  /** What the component was asked for: an address, a route's destination, a gateway. */
  readonly about?: string;
  /** What was sent, as a rule would name it: `tcp/443`, `icmp`. */
  readonly traffic: string;
  readonly row?: Row;
}

export interface Trace {
  readonly disposition: Disposition;
  /** The component where it ended: the receiver, or what dropped it. */
  readonly at: string;
  readonly fault?: Fault;
  /** Empty when the trace was asked for its verdict only. */
  readonly hops: readonly Hop[];
  /** The packet as it was at its end. */
  readonly packet: Packet;
  /** The nodes it passed, in order; empty when the trace was asked for its verdict only. */
  readonly path: readonly string[];
}
