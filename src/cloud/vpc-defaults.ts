// What AWS makes by itself with a VPC: the main route table with its local routes, the default network ACL and security group; and what it
// adds to them when the VPC gets one more block. Source: D-RT, D-NACL, D-SG, D-CIDR. Inferred: rules that somebody has changed are left alone.

import { type Cidr, isIpv4Cidr } from '../net/cidr.ts';
import type { NetworkAclId } from './filters.ts';
import type { SecurityGroupId } from './network-interface.ts';
import type { RouteTable } from './route-table.ts';
import type { VpcId } from './vpc.ts';
import type { WorldDraft } from './world.ts';

const EVERYTHING = '0.0.0.0/0' as string as Cidr;
const EVERYTHING_IPV6 = '::/0' as string as Cidr;

/** `vpc-red` has `rtb-red-main`, `acl-red-default` and `sg-red-default` unless the World says otherwise. */
export function fillVpc(draft: WorldDraft, vpcId: VpcId): void {
  const name = vpcId.slice('vpc-'.length);
  const { cidrs } = draft.vpcs[vpcId]!;
  if (!hasMainTable(draft, vpcId)) {
    const routeTableId = `rtb-${name}-main` as const;
    draft.routeTables[routeTableId] ??= { vpcId, routes: [] };
    draft.routeAssociations[`rtbassoc-${name}-main`] = { routeTableId, main: true };
  }
  fillLocalRoutes(draft, vpcId);
  if (!findDefaultAcl(draft, vpcId)) {
    const inbound = freshAclEntries(cidrs);
    draft.networkAcls[`acl-${name}-default`] = { vpcId, isDefault: true, inbound, outbound: structuredClone(inbound) };
  }
  if (!findDefaultGroup(draft, vpcId)) {
    const id = `sg-${name}-default` as const;
    draft.securityGroups[id] = { vpcId, isDefault: true, ...freshGroupRules(id, cidrs) };
  }
}

/** Everywhere, in each of the families that the blocks speak. */
export function everythingIn(cidrs: readonly Cidr[]): Cidr[] {
  return cidrs.every(isIpv4Cidr) ? [EVERYTHING] : [EVERYTHING, EVERYTHING_IPV6];
}

/** What a default network ACL has in each direction. */
export function freshAclEntries(cidrs: readonly Cidr[]) {
  return everythingIn(cidrs).map(allowAll);
}

/** What a default security group has: its own members in, everything out. */
export function freshGroupRules(id: SecurityGroupId, cidrs: readonly Cidr[]) {
  return {
    inbound: [{ protocol: 'all' as const, peer: id }],
    outbound: everythingIn(cidrs).map((peer) => ({ protocol: 'all' as const, peer })),
  };
}

function allowAll(cidr: Cidr, index: number) {
  return { number: 100 + index, action: 'allow' as const, protocol: 'all' as const, cidr };
}

/** One local route for each of the VPC's blocks, in each of its tables. */
export function fillLocalRoutes(draft: WorldDraft, vpcId: string): void {
  for (const table of Object.values(draft.routeTables))
    if (table.vpcId === vpcId) addLocalRoutes(table.routes, draft.vpcs[vpcId]!.cidrs);
}

function addLocalRoutes(routes: RouteTable['routes'][number][], cidrs: readonly Cidr[]): void {
  const missing = cidrs.filter(
    (cidr) => !routes.some((route) => route.destination === cidr && route.origin === 'CreateRouteTable'),
  );
  routes.unshift(...missing.map(localRoute));
}

export function localRoute(destination: Cidr) {
  return { destination, target: 'local', origin: 'CreateRouteTable' as const };
}

/** The VPC speaks IPv6 now, and its default network ACL and security group let it. */
export function admitIpv6(draft: WorldDraft, vpcId: string): void {
  const acl = draft.networkAcls[findDefaultAcl(draft, vpcId) ?? ''];
  for (const entries of acl ? [acl.inbound, acl.outbound] : [])
    if (entries.length === 1 && entries[0]?.number === 100) entries.push(allowAll(EVERYTHING_IPV6, 1));
  const group = draft.securityGroups[findDefaultGroup(draft, vpcId) ?? ''];
  if (group?.outbound.length === 1 && group.outbound[0]?.peer === EVERYTHING)
    group.outbound.push({ protocol: 'all', peer: EVERYTHING_IPV6 });
}

function hasMainTable(draft: WorldDraft, vpcId: string): boolean {
  return Object.values(draft.routeAssociations).some(
    ({ main, routeTableId }) => main && draft.routeTables[routeTableId]?.vpcId === vpcId,
  );
}

type Defaults = Readonly<Record<string, { readonly vpcId: string; readonly isDefault: boolean }>>;

export function findDefaultAcl({ networkAcls }: { readonly networkAcls: Defaults }, vpcId: string) {
  return findDefault(networkAcls, vpcId) as NetworkAclId | undefined;
}

export function findDefaultGroup({ securityGroups }: { readonly securityGroups: Defaults }, vpcId: string) {
  return findDefault(securityGroups, vpcId) as SecurityGroupId | undefined;
}

function findDefault(records: Defaults, vpcId: string): string | undefined {
  return Object.entries(records).find(([, record]) => record.vpcId === vpcId && record.isDefault)?.[0];
}
