// Reads a World from JSON: checks its shape, fills in what AWS would make by itself (the main table, the local routes, the default
// network ACL and security group), and checks every reference. What it gives, it also takes: a parsed World parses to itself.

import * as v from 'valibot';
import type { Cidr } from '../net/cidr.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkWorld } from './check-world.ts';
import type { NetworkAclId } from './filters.ts';
import type { SecurityGroupId } from './network-interface.ts';
import type { Problem } from './problem.ts';
import type { RouteTable } from './route-table.ts';
import type { VpcId } from './vpc.ts';
import { type World, type WorldDraft, worldSchema } from './world.ts';

/** For each gateway kind, the schema of what it keeps (its `kind` field left out). */
export type GatewaySchemas = Readonly<Record<string, v.GenericSchema>>;

export function parseWorld(input: unknown, kinds: GatewaySchemas): Result<World, readonly Problem[]> {
  const shape = v.safeParse(worldSchema, input);
  if (!shape.success) return fail(shape.issues.map(toProblem));
  const gateways = parseGateways(shape.output.gateways, kinds);
  if (!gateways.ok) return gateways;
  const world = fillDefaults({ ...shape.output, gateways: gateways.value } as World);
  const problems = checkWorld(world);
  return problems.length === 0 ? ok(world) : fail(problems);
}

function parseGateways(
  gateways: Readonly<Record<string, { kind: string }>>,
  kinds: GatewaySchemas,
): Result<Record<string, unknown>, readonly Problem[]> {
  const read: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [id, { kind, ...attributes }] of Object.entries(gateways)) {
    const schema = kinds[kind];
    if (!schema) {
      const known = Object.keys(kinds).join(', ');
      problems.push({
        path: ['gateways', id, 'kind'],
        message: `no gateway kind is called "${kind}"`,
        remedy: `use one of: ${known}`,
      });
      continue;
    }
    const result = v.safeParse(schema, attributes);
    if (result.success) read[id] = { kind, ...(result.output as object) };
    else problems.push(...result.issues.map((issue) => within(['gateways', id], toProblem(issue))));
  }
  return problems.length === 0 ? ok(read) : fail(problems);
}

export function toProblem(issue: v.BaseIssue<unknown>): Problem {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  return { path, message: describeIssue(issue) };
}

/** Keys that are unknown or missing in plain words; for the rest the library's own sentence does. */
function describeIssue({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type !== 'strict_object') return message;
  if (expected === 'never') return 'there is no such key';
  return received === 'undefined' ? 'it must be given' : message;
}

function within(prefix: readonly (string | number)[], problem: Problem): Problem {
  return { ...problem, path: [...prefix, ...problem.path] };
}

/** `vpc-red` has `rtb-red-main`, `acl-red-default` and `sg-red-default` unless the World says otherwise. */
function fillDefaults(world: World): World {
  const draft = structuredClone(world) as WorldDraft;
  for (const id of Object.keys(draft.vpcs)) fillVpc(draft, id as VpcId);
  for (const subnet of Object.values(draft.subnets))
    subnet.networkAclId ??= defaultOf<NetworkAclId>(draft.networkAcls, subnet.vpcId);
  for (const networkInterface of Object.values(draft.networkInterfaces)) {
    const vpcId = draft.subnets[networkInterface.subnetId]?.vpcId;
    const group =
      vpcId && !networkInterface.managedBy ? defaultOf<SecurityGroupId>(draft.securityGroups, vpcId) : undefined;
    if (networkInterface.groups.length === 0 && group) networkInterface.groups = [group];
  }
  for (const [id, instance] of Object.entries(draft.instances)) instance.name ??= id.slice(2);
  for (const [id, host] of Object.entries(draft.internet)) host.name ??= id;
  return draft;
}

function fillVpc(draft: WorldDraft, vpcId: VpcId): void {
  const name = vpcId.slice('vpc-'.length);
  const vpc = draft.vpcs[vpcId]!;
  const everything = (vpc.cidrs.some((cidr) => cidr.includes(':')) ? ['0.0.0.0/0', '::/0'] : ['0.0.0.0/0']) as Cidr[];
  if (!hasMainTable(draft, vpcId)) {
    const routeTableId = `rtb-${name}-main` as const;
    draft.routeTables[routeTableId] ??= { vpcId, routes: [] };
    draft.routeAssociations[`rtbassoc-${name}-main`] = { routeTableId, main: true };
  }
  for (const table of Object.values(draft.routeTables))
    if (table.vpcId === vpcId) addLocalRoutes(table.routes, vpc.cidrs);
  if (!defaultOf<NetworkAclId>(draft.networkAcls, vpcId)) {
    const allow = everything.map((cidr, index) => ({
      number: 100 + index,
      action: 'allow' as const,
      protocol: 'all' as const,
      cidr,
    }));
    draft.networkAcls[`acl-${name}-default`] = {
      vpcId,
      isDefault: true,
      inbound: allow,
      outbound: structuredClone(allow),
    };
  }
  if (!defaultOf(draft.securityGroups, vpcId)) {
    const id = `sg-${name}-default` as const;
    const outbound = everything.map((peer) => ({ protocol: 'all' as const, peer }));
    draft.securityGroups[id] = { vpcId, isDefault: true, inbound: [{ protocol: 'all', peer: id }], outbound };
  }
}

function hasMainTable(draft: WorldDraft, vpcId: string): boolean {
  return Object.values(draft.routeAssociations).some(
    ({ main, routeTableId }) => main && draft.routeTables[routeTableId]?.vpcId === vpcId,
  );
}

function addLocalRoutes(routes: RouteTable['routes'][number][], cidrs: readonly Cidr[]): void {
  const missing = cidrs.filter(
    (cidr) => !routes.some((route) => route.destination === cidr && route.origin === 'CreateRouteTable'),
  );
  routes.unshift(
    ...missing.map((destination) => ({ destination, target: 'local', origin: 'CreateRouteTable' as const })),
  );
}

function defaultOf<Id extends string>(
  records: Readonly<Record<string, { readonly vpcId: string; readonly isDefault: boolean }>>,
  vpcId: string,
): Id | undefined {
  return Object.entries(records).find(([, record]) => record.vpcId === vpcId && record.isDefault)?.[0] as
    | never
    | undefined;
}
