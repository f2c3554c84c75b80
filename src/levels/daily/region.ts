// A puzzle's network is put together from regions. Each builds its part of a World that works, says what must work in it and what must
// not, and knows what can go wrong there and what that would tempt somebody to do.

import type { SourceCode } from '../../dataplane/rules.ts';
import type { Setting } from './setting.ts';

type ById<T> = Record<string, T>;

interface Row {
  destination: string;
  target: string;
}

interface Entry {
  number: number;
  action: 'allow' | 'deny';
  protocol?: 'tcp';
  ports?: { from: number; to: number };
  cidr: string;
}

interface GroupRule {
  protocol?: 'tcp';
  ports?: { from: number; to: number };
  peer: string;
}

/** A world file while it is being put together; what the regions write of it. */
export interface Draft {
  hosts: ById<{ underlay: string }>;
  vpcs: ById<{ cidrs: string[] }>;
  subnets: ById<{ vpcId: string; cidr: string; networkAclId?: string }>;
  routeTables: ById<{ vpcId: string; routes: Row[]; propagatingVgws?: string[] }>;
  routeAssociations: ById<{ routeTableId: string; subnetId?: string; main?: true }>;
  gateways: ById<{ kind: string; [attribute: string]: unknown }>;
  networkInterfaces: ById<{
    subnetId: string;
    addresses: { address: string }[];
    instanceId?: string;
    managedBy?: string;
    groups?: string[];
  }>;
  instances: ById<{ hostId: string }>;
  elasticIps: ById<{
    publicIp: string;
    association?: { id: string; networkInterfaceId: string; privateIp: string };
  }>;
  securityGroups: ById<{ vpcId: string; isDefault?: true; inbound: GroupRule[]; outbound: GroupRule[] }>;
  networkAcls: ById<{ vpcId: string; inbound: Entry[]; outbound: Entry[] }>;
  internet: ById<{ address: string; site?: string; service?: string; application?: { allowedSources: string[] } }>;
}

/** An operation with the values that its parameters are narrowed to, as a level file has it. */
export type Tools = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export interface GoalPlan {
  readonly id: string;
  readonly expect: 'converse' | 'not-deliver' | 'not-converse';
  readonly probe: { readonly from: string; readonly to: string; readonly port?: number };
  readonly through?: readonly string[];
  /** The sentence: `goal.<say>`, with the two ends and the port. */
  readonly say: 'talks' | 'answered' | 'by-way' | 'never-reaches' | 'no-answer';
  /** Only where one of these mishaps has happened. */
  readonly onlyWith?: readonly string[];
}

/** One thing that has gone wrong. Its words are `<part>.<id>` of the texts. */
export interface Mishap {
  readonly id: string;
  /** What it spoils, so that no two mishaps spoil the same. */
  readonly spot: string;
  spoil(draft: Draft, setting: Setting): void;
  /** What mends it: command lines. */
  repair(setting: Setting): readonly string[];
  /** That, among what does not mend it. */
  tools(setting: Setting): Tools;
  /** Where to look: an id. */
  where(setting: Setting): string;
  readonly sources: readonly SourceCode[];
}

/** Something that somebody may try who believes the wrong thing. Its words are `wrong.<id>` of the texts. */
export interface Lure {
  readonly id: string;
  /** The goal that it does not meet, or loses. */
  readonly about: string;
  readonly commands: readonly string[];
  /** What it takes, where it is there to lose its goal; any other lure is tried where the mishaps' tools happen to allow it. */
  readonly tools?: Tools;
}

export interface Region {
  readonly id: string;
  build(draft: Draft, setting: Setting): void;
  goals(setting: Setting): readonly GoalPlan[];
  readonly mishaps: readonly Mishap[];
  lures(setting: Setting): readonly Lure[];
}

export const EVERYWHERE = '0.0.0.0/0';

/** Targets that a route may have in the menu: those named, and none of the other kinds. */
export function targets(named: {
  readonly GatewayId?: readonly string[];
  readonly NatGatewayId?: readonly string[];
  readonly VpcPeeringConnectionId?: readonly string[];
}) {
  return {
    GatewayId: [],
    NatGatewayId: [],
    VpcPeeringConnectionId: [],
    NetworkInterfaceId: [],
    InstanceId: [],
    ...named,
  };
}

export function withoutRow(draft: Draft, table: string, destination: string): void {
  const { routes } = draft.routeTables[table]!;
  draft.routeTables[table]!.routes = routes.filter((row) => row.destination !== destination);
}

export function retarget(draft: Draft, table: string, destination: string, target: string): void {
  for (const row of draft.routeTables[table]!.routes) if (row.destination === destination) row.target = target;
}
