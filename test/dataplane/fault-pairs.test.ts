// Two faults at once, of everything that can break in every healthy World of the tests: a diagnosis names both.

import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';
import { type Injection, listInjections } from './fault-pairs.ts';

const names = readdirSync(new URL('../worlds/', import.meta.url)).flatMap(
  (name) => name.match(/^(.*)\.yaml$/)?.[1] ?? [],
);

let pairs = 0;

afterAll(() => console.log(`${pairs} pairs of faults, in ${names.length} worlds`));

describe.each(names)('%s', (name) => {
  const world = buildWorld(worldFile(name));

  test.each(healthyProbes(world).map((probe) => [nameOf(probe), probe] as const))('%s', (_name, probe) => {
    const alone = listInjections(world)
      .map((injection) => ({ injection, findings: findingsOf(injection.change(world), probe) }))
      .filter(({ findings }) => findings.length > 0);
    const unnamed = alone.flatMap((first, index) =>
      alone.slice(index + 1).flatMap((second) => checkPair(world, probe, first, second)),
    );
    expect(unnamed).toEqual([]);
  });
});

/** What only stands behind something else that breaks, or has no state of its own. */
const BEHIND = [
  'customer-gateway',
  'transit-gateway',
  'transit-gateway-attachment',
  'virtual-interface',
  'endpoint-service',
];

test('every kind of gateway in these Worlds breaks in some way', () => {
  const worlds = names.map((name) => buildWorld(worldFile(name)));
  const kinds = new Set(worlds.flatMap(({ gateways }) => Object.values(gateways).map(({ kind }) => kind)));
  const broken = worlds.flatMap((world) =>
    listInjections(world).flatMap(({ touches: [id] }) => world.gateways[id as string]?.kind ?? []),
  );
  expect([...kinds].filter((kind) => !broken.includes(kind)).sort()).toEqual(BEHIND.sort());
});

interface Fault {
  readonly injection: Injection;
  /** What a diagnosis says of it alone. */
  readonly findings: readonly string[];
}

/** What a diagnosis of both leaves out. Two breaks of one thing, or of a route and its target, are not independent. */
function checkPair(world: World, probe: Probe, first: Fault, second: Fault): readonly string[] {
  const [one, other] = [first.injection, second.injection];
  if (one.touches.some((id) => other.touches.includes(id))) return [];
  pairs++;
  const found = findingsOf(other.change(one.change(world)), probe);
  const isNamed = ({ findings }: Fault) => findings.some((each) => found.includes(each));
  const named = [first, second].filter(isNamed);
  if (named.length === 2 || named.some(({ injection }) => injection.hides)) return [];
  return [`${one.what} (${first.findings}) and ${other.what} (${second.findings}): ${found}`];
}

function findingsOf(world: World, probe: Probe): readonly string[] {
  return diagnose(world, probe).map(({ code, at }) => `${code} ${at}`);
}

/** Every question that the World answers well: from any machine to any other, to a service's public address, to what it has on record. */
function healthyProbes(world: World): readonly Probe[] {
  const machines = [...Object.keys(world.instances), ...Object.keys(world.internet)];
  const targets = [...machines, ...servicesOf(world)];
  const probes = machines.flatMap((from): readonly Probe[] => [
    ...targets.filter((to) => to !== from).map((to) => ({ from, to })),
    ...recordsOf(world, from).map((toRecord) => ({ from, toRecord })),
  ]);
  return probes.filter((probe) => traceExchange(world, probe, { recording: false }).outcome === 'conversed');
}

function servicesOf({ elasticIps, networkInterfaces }: World): readonly string[] {
  return Object.values(elasticIps).flatMap(({ publicIp, association }) =>
    networkInterfaces[association?.networkInterfaceId ?? '']?.managedBy ? [publicIp] : [],
  );
}

function recordsOf({ instances, internet }: World, id: string): readonly string[] {
  return Object.keys((instances[id] ?? internet[id])!.application.records ?? {});
}

function nameOf({ from, to, toRecord }: Probe): string {
  return `${from} → ${to ?? toRecord}`;
}
