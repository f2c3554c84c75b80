// Machines as facts to read: instances and what their software is set to do, machines on the internet, the hosts below.

import { displayName, interfacesOf } from '../../cloud/lookup.ts';
import type { Application } from '../../cloud/machine.ts';
import type { World } from '../../cloud/world.ts';
import { describeRow } from '../../dataplane/explain.ts';
import { listMapping } from '../../dataplane/mapping.ts';
import { describeInterface } from './describe-network.ts';
import type { Fact, Found } from './fact.ts';
import type { MapLabels } from './pen.ts';

export function describeInstance(world: World, id: string, labels: MapLabels): Found {
  const { hostId, state, forwarding, application } = world.instances[id]!;
  const stopped: readonly Fact[] =
    state === 'stopped' ? [{ label: 'fact.state', value: labels.stopped, warns: true }] : [];
  const forwards: readonly Fact[] =
    forwarding === 'none' ? [] : [{ label: 'fact.forwarding', value: labels[forwarding] }];
  const interfaces = interfacesOf(world, id).map((interfaceId) => describeInterface(world, interfaceId, labels));
  return {
    facts: [
      ...stopped,
      ...interfaces.flatMap(({ facts }) => facts),
      ...forwards,
      ...applicationFacts(application, labels),
      { label: 'fact.host', value: hostId },
    ],
    routeTableId: interfaces[0]?.routeTableId,
  };
}

export function describeOutside(world: World, id: string, labels: MapLabels): Found {
  const { address, application } = world.internet[id]!;
  return { facts: [{ label: 'fact.addresses', value: address }, ...applicationFacts(application, labels)] };
}

/** Only what a level states: a machine without stated listeners answers everything. */
function applicationFacts({ listeners, allowedSources, records }: Application, labels: MapLabels): readonly Fact[] {
  const listed = (label: Fact['label'], values: readonly string[] | undefined): readonly Fact[] =>
    values ? [{ label, value: values.join(', ') || labels['value.nobody'], warns: values.length === 0 }] : [];
  const bound = listeners?.map(
    ({ protocol, port, bind }) => `${protocol}${port ? `/${port}` : ''}${bind === 'any' ? '' : ` ${bind}`}`,
  );
  const known = records && Object.entries(records).map(([name, address]) => `${name} = ${address}`);
  return [...listed('fact.listens', bound), ...listed('fact.allows', allowedSources), ...listed('fact.knows', known)];
}

export function describeHost(world: World, id: string, labels: MapLabels): Found {
  const { underlay, checksFrames } = world.hosts[id]!;
  const runs = Object.keys(world.instances).filter((instanceId) => world.instances[instanceId]!.hostId === id);
  const rows = listMapping(world).filter(({ device }) => device === id);
  return {
    facts: [
      { label: 'fact.underlay', value: `${underlay} ${labels['value.physical']}` },
      { label: 'fact.runs', value: runs.map((one) => displayName(world, one)).join(', ') || labels['value.nobody'] },
      ...rows.map((row): Fact => ({ label: 'fact.mapping', value: describeRow(row) })),
      { label: 'fact.checks', value: labels[checksFrames ? 'value.on' : 'value.off'], warns: !checksFrames },
    ],
  };
}

export function describeFrame(world: World, id: string, labels: MapLabels): Found {
  const { fromHost, toHost, vpcId, source, destination, protocol, port, discarded } = world.frames[id]!;
  return {
    facts: [
      { label: 'fact.sends', value: `${fromHost} → ${toHost}` },
      { label: 'fact.vpc', value: vpcId },
      { label: 'fact.carries', value: `${source} → ${destination} ${protocol}/${port}` },
      ...(discarded ? [{ label: 'fact.state', value: labels.discarded, warns: true } as const] : []),
    ],
  };
}

export function describeMapping(world: World, key: string, labels: MapLabels): Found {
  const row = listMapping(world).find(({ vpcId, key: address }) => `${vpcId}/${address}` === key);
  return { facts: [{ label: 'fact.mapping', value: row ? describeRow(row) : labels.noRow, warns: !row }] };
}
