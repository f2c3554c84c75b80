// Builds a World a second time, by the script that `rebuild` writes, and makes the two comparable: ids as in the first one, order and
// whatever means the same left out.

import { readFileSync } from 'node:fs';
import { search } from '@jmespath-community/jmespath';
import type { NetworkAclEntry, SecurityGroupRule } from '../../../src/cloud/filters.ts';
import { type Gateway, nodesOf } from '../../../src/cloud/gateway.ts';
import { interfacesOf, mainTableId } from '../../../src/cloud/lookup.ts';
import { findDefaultAcl, findDefaultGroup } from '../../../src/cloud/vpc-defaults.ts';
import type { World } from '../../../src/cloud/world.ts';
import { applyOperation } from '../../../src/control/apply.ts';
import { trueHost } from '../../../src/control/mapping-row.ts';
import { groupName } from '../../../src/control/operations/describe-security-groups.ts';
import { portShape } from '../../../src/control/protocol.ts';
import { rebuild } from '../../../src/control/rebuild/rebuild.ts';
import type { Audience } from '../../../src/control/rebuild/script-writer.ts';
import { parseScript, runScript } from '../../../src/control/script.ts';
import { readWorld } from '../../../src/dataplane/read-world.ts';
import type { Address } from '../../../src/net/address.ts';
import { ok } from '../../../src/result.ts';

export interface Rebuilt {
  readonly world: World;
  readonly missing: readonly string[];
  readonly lines: readonly string[];
}

/** What a part without an operation is called in test/not-modelled.md. */
const notModelled = readFileSync(new URL('../../not-modelled.md', import.meta.url), 'utf8');

/** Whether a part that no operation makes is told of there. */
export function isListed(missing: string): boolean {
  const [, reason] = /: (.*)$/.exec(missing) ?? [];
  return reason !== undefined && notModelled.includes(reason);
}

/** The World that the script builds from an empty region, under the ids of the first one. */
export function buildAgain(world: World, audience: Audience = 'blackfoot'): Rebuilt {
  const { lines, variables, missing } = rebuild(world, audience);
  const echoes = [...variables].map(([id, variable]) => `echo ID ${id} $${variable}`);
  const { built, printed } = runLines([...lines, ...echoes].join('\n'));
  const ids = new Map(
    printed.flatMap((line): [string, string][] => {
      const [, original, issued] = /^ID (\S+) (\S+)$/.exec(line) ?? [];
      return original && issued ? [[issued, original]] : [];
    }),
  );
  for (const vpcId of Object.keys(built.vpcs)) nameDefaults(ids, built, vpcId, world);
  nameCompanions(ids, built, world);
  return { world: rename(built, ids), missing, lines };
}

function runLines(script: string): { readonly built: World; readonly printed: readonly string[] } {
  const empty = readWorld({});
  if (!empty.ok) throw new Error('a region with nothing in it does not read');
  let built = empty.value;
  const statements = parseScript(script);
  if (!statements.ok) throw new Error(`line ${statements.error.line}: ${statements.error.message}\n${script}`);
  const results = runScript(statements.value, {
    search: (output, expression) => search(output as Parameters<typeof search>[0], expression),
    operate: (operation) => {
      const applied = applyOperation(built, operation);
      if (!applied.ok) return applied;
      built = applied.value.world;
      return ok(applied.value.output);
    },
  });
  const failed = results.find(({ error }) => error);
  if (failed?.error)
    throw new Error(
      `${script.split('\n')[failed.line - 1]}: ${failed.error.code} ${failed.error.message} ${failed.error.remedy ?? ''}`,
    );
  return { built, printed: results.map(({ printed }) => printed) };
}

/** What AWS made with a VPC goes by the ids that the first World has for it, whether the script asked for them or not. */
function nameDefaults(ids: Map<string, string>, built: World, issuedVpc: string, world: World): void {
  const vpcId = ids.get(issuedVpc) as string;
  for (const find of [mainTableId, findDefaultAcl, findDefaultGroup]) {
    const [issued, original] = [find(built, issuedVpc), find(world, vpcId)];
    if (issued && original) ids.set(issued, original);
  }
}

/** What a transit gateway calls the route table that came with it. */
const DEFAULT_TABLES = ['associationDefaultRouteTableId', 'propagationDefaultRouteTableId'] as const;

/** What came with an instance, a gateway or a service, which the script seldom asks for. */
function nameCompanions(ids: Map<string, string>, built: World, world: World): void {
  for (const issued of Object.keys(built.instances)) {
    const [interfaces, originals] = [interfacesOf(built, issued), interfacesOf(world, ids.get(issued) as string)];
    interfaces.forEach((each, index) => ids.set(each, originals[index] ?? each));
  }
  for (const [issued, gateway] of Object.entries(built.gateways)) {
    const original = world.gateways[ids.get(issued) ?? ''];
    const originals = original ? nodesOf(original) : [];
    for (const role of DEFAULT_TABLES) {
      const [table, first] = [gateway[role], original?.[role]];
      if (typeof table === 'string' && typeof first === 'string') ids.set(table, first);
    }
    nodesOf(gateway).forEach((node, index) =>
      ids.set(node.networkInterfaceId, originals[index]?.networkInterfaceId ?? ''),
    );
  }
  for (const [issued, { name }] of Object.entries(built.prefixLists)) {
    const original = Object.keys(world.prefixLists).find((each) => world.prefixLists[each]?.name === name);
    if (original) ids.set(issued, original);
  }
}

function rename(world: World, ids: ReadonlyMap<string, string>): World {
  // A name may look like an id and is none.
  const text = JSON.stringify(world).replace(/(?<!"name":)"([a-z]+-[a-z0-9-]+)(\/[^"]*)?"/g, (whole, id, rest = '') => {
    const original = ids.get(id);
    return original === undefined ? whole : `"${original}${rest}"`;
  });
  return JSON.parse(text) as World;
}

/** A World as far as it means something, in one order. */
export function canonical(world: World) {
  const { issued: _issued, routeAssociations, elasticIps, gateways, ...rest } = world;
  return sortKeys({
    ...rest,
    // AWS's ends of the tunnels are AWS's choice.
    gateways: map(gateways, ({ tunnels: _tunnels, ...each }, id) => ({ name: id, ...each, ...ownListeners(each) })),
    quotas: {},
    routeAssociations: Object.values(routeAssociations)
      .map((each) => JSON.stringify(sortKeys(each)))
      .sort(),
    elasticIps: map(elasticIps, ({ publicIp, association }) => ({
      publicIp,
      holder: association && [association.networkInterfaceId, association.privateIp],
    })),
    // A row that says what is so anyway is no exception.
    mapping: Object.fromEntries(Object.entries(world.mapping).filter(([key, host]) => !isTrue(world, key, host))),
    vpcs: map(world.vpcs, ({ cidrs, ...each }) => ({ ...each, cidrs: [...cidrs].sort() })),
    routeTables: map(world.routeTables, ({ routes, ...each }) => ({ ...each, routes: sorted(routes) })),
    securityGroups: map(world.securityGroups, ({ vpcId, isDefault, inbound, outbound }, id) => ({
      vpcId,
      isDefault,
      name: groupName(world, id),
      inbound: sorted(inbound.map(plainRule)),
      outbound: sorted(outbound.map(plainRule)),
    })),
    networkAcls: map(world.networkAcls, ({ inbound, outbound, ...each }) => ({
      ...each,
      inbound: sorted(inbound.map(plainEntry)),
      outbound: sorted(outbound.map(plainEntry)),
    })),
    networkInterfaces: map(world.networkInterfaces, ({ addresses: [first, ...others], groups, ...each }) => ({
      ...each,
      // Nobody sets the check of a service's interface, and nothing asks it.
      sourceDestCheck: each.managedBy ? undefined : each.sourceDestCheck,
      groups: [...groups].sort(),
      // Where an attachment of a transit gateway stands in its subnet is AWS's choice.
      addresses: each.managedBy?.startsWith('tgw-') ? [] : [first, ...sorted(others)],
    })),
    interfaceOrder: map(world.instances, (_instance, id) => interfacesOf(world, id)),
    frames: sorted(Object.values(world.frames)),
  });
}

function isTrue(world: World, key: string, host: string | null): boolean {
  const [vpcId, address] = key.split('/') as [string, Address];
  return (trueHost(world, vpcId, address) ?? null) === host;
}

/** A listener's number means nothing. */
function ownListeners({ listeners }: Gateway) {
  if (!Array.isArray(listeners)) return {};
  return { listeners: sorted(listeners.map(({ id: _id, ...each }) => each)) };
}

function plainRule({ protocol, ports, icmp, peer }: SecurityGroupRule) {
  return { protocol, ports: portShape(protocol, ports, icmp), peer };
}

function plainEntry({ number, action, protocol, ports, icmp, cidr }: NetworkAclEntry) {
  return { number, action, protocol, ports: portShape(protocol, ports, icmp), cidr };
}

function map<T, U>(record: Readonly<Record<string, T>>, change: (value: T, id: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(record).map(([id, value]) => [id, change(value, id)]));
}

function sorted(list: readonly unknown[]): readonly unknown[] {
  const texts = [...new Set(list.map((each) => JSON.stringify(sortKeys(each))))].sort();
  return texts.map((text) => JSON.parse(text));
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sortKeys(each)]));
}
