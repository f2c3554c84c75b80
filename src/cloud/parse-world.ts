// Reads a World from JSON: checks its shape, fills in what AWS would make by itself (the main table, the local routes, the default
// network ACL and security group), and checks every reference. What it gives, it also takes: a parsed World parses to itself.

import * as v from 'valibot';
import { fail, ok, type Result } from '../result.ts';
import { checkWorld, type GatewayReferences } from './check-world.ts';
import { type Problem, toProblem } from './problem.ts';
import { fillServiceLists } from './service-lists.ts';
import type { VpcId } from './vpc.ts';
import { fillVpc, findDefaultAcl, findDefaultGroup } from './vpc-defaults.ts';
import { type World, type WorldDraft, worldSchema } from './world.ts';

/** For each gateway kind, the schema of what it keeps (its `kind` field left out). */
export type GatewaySchemas = Readonly<Record<string, v.GenericSchema>>;

export function parseWorld(
  input: unknown,
  kinds: GatewaySchemas,
  references: GatewayReferences = {},
): Result<World, readonly Problem[]> {
  const shape = v.safeParse(worldSchema, input);
  if (!shape.success) return fail(shape.issues.map(toProblem));
  const gateways = parseGateways(shape.output.gateways, kinds);
  if (!gateways.ok) return gateways;
  const world = fillDefaults({ ...shape.output, gateways: gateways.value } as World);
  const problems = checkWorld(world, references);
  return problems.length === 0 ? ok(world) : fail(problems);
}

function parseGateways(
  gateways: Readonly<Record<string, { kind: string }>>,
  kinds: GatewaySchemas,
): Result<Record<string, unknown>, readonly Problem[]> {
  const read: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [id, { kind, ...attributes }] of Object.entries(gateways)) {
    const schema = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
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

function within(prefix: readonly (string | number)[], problem: Problem): Problem {
  return { ...problem, path: [...prefix, ...problem.path] };
}

function fillDefaults(world: World): World {
  const draft = structuredClone(world) as WorldDraft;
  fillServiceLists(draft);
  for (const id of Object.keys(draft.vpcs)) fillVpc(draft, id as VpcId);
  for (const subnet of Object.values(draft.subnets)) subnet.networkAclId ??= findDefaultAcl(draft, subnet.vpcId);
  for (const networkInterface of Object.values(draft.networkInterfaces)) {
    const vpcId = draft.subnets[networkInterface.subnetId]?.vpcId;
    const group = vpcId && !networkInterface.managedBy ? findDefaultGroup(draft, vpcId) : undefined;
    if (networkInterface.groups.length === 0 && group) networkInterface.groups = [group];
  }
  for (const [id, instance] of Object.entries(draft.instances)) instance.name ??= id.slice(2);
  for (const [id, host] of Object.entries(draft.internet)) host.name ??= id;
  return draft;
}
