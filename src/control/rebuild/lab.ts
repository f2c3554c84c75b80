// The part of a rebuilding script that makes what no customer has: physical hosts, machines outside, frames, exceptions of the mapping,
// quotas and the pool of public addresses.

import { QUOTA_NAMES, QUOTAS, quotaOf } from '../../cloud/quotas.ts';
import type { Address } from '../../net/address.ts';
import { addressAt } from '../../net/cidr.ts';
import { hostedAddresses, trueHost } from '../mapping-row.ts';
import { writeApplication } from './machines.ts';
import { define, has, lacks, mixed, type Options, ref, type ScriptWriter, section, write } from './script-writer.ts';

export function writeQuotas(writer: ScriptWriter): void {
  section(writer, 'Quotas');
  for (const quota of QUOTA_NAMES) {
    const value = quotaOf(writer.world, quota);
    if (value !== QUOTAS[quota].limit) write(writer, 'lab set-quota', { quota, value });
  }
}

export function writeHosts(writer: ScriptWriter): void {
  section(writer, 'Substrate hosts');
  for (const [id, { underlay, checksFrames }] of Object.entries(writer.world.hosts)) {
    const options: Options = { underlay, ...(!checksFrames && { 'no-checks-frames': true }) };
    define(writer, id, 'lab create-host', options, 'HostId');
  }
}

export function writeMachines(writer: ScriptWriter): void {
  section(writer, 'Machines outside');
  for (const [id, { name, address, site, service, application }] of Object.entries(writer.world.internet)) {
    if (site && !has(writer, site)) {
      lacks(writer, `internet.${id} (${site})`, 'its site is not made');
      continue;
    }
    write(writer, 'lab create-machine', {
      name: name ?? id,
      'machine-id': name === id ? undefined : id,
      address,
      site: site && ref(writer, site),
      service,
    });
    if (Object.keys(application).length > 0) writeApplication(writer, id, application);
  }
}

export function writeMapping(writer: ScriptWriter): void {
  const { world } = writer;
  section(writer, 'Exceptions of the Mapping Service');
  for (const [key, hostId] of Object.entries(world.mapping)) {
    const [vpcId, address] = key.split('/') as [string, string];
    if (!hostedAddresses(world, { VpcId: vpcId }).some((each) => each === address)) {
      lacks(writer, `mapping.${key}`, 'a row for an address that nobody holds');
      continue;
    }
    if ((trueHost(world, vpcId, address as Address) ?? null) === hostId) continue;
    const row = { 'vpc-id': ref(writer, vpcId), 'private-ip-address': address };
    if (hostId === null) write(writer, 'lab delete-mapping', row);
    else write(writer, 'lab put-mapping', { ...row, 'host-id': ref(writer, hostId) });
  }
}

export function writeFrames(writer: ScriptWriter): void {
  section(writer, 'Frames on the wire');
  for (const [id, frame] of Object.entries(writer.world.frames)) {
    const { fromHost, toHost, vpcId, source, destination, protocol, port, discarded } = frame;
    const ends = { 'from-host': ref(writer, fromHost), 'to-host': ref(writer, toHost), 'vpc-id': ref(writer, vpcId) };
    define(writer, id, 'lab create-frame', { ...ends, source, destination, protocol, port }, 'FrameId');
    if (discarded) write(writer, 'lab discard-frame', { 'frame-id': ref(writer, id) });
  }
}

export function writeNotebook(writer: ScriptWriter): void {
  section(writer, 'Answers');
  for (const [puzzle, tiles] of Object.entries(writer.world.notebook))
    for (const tile of tiles) write(writer, 'lab place-tile', { puzzle, tile });
}

export function writePublicPool(writer: ScriptWriter): void {
  const { cidr, next } = writer.world.publicPool;
  section(writer, 'The next public address');
  const address = addressAt(cidr, next);
  if (address) write(writer, 'lab set-public-pool', { cidr, next: address });
  else lacks(writer, 'publicPool.next', 'a pool that has run out');
}

/** What has happened: zones lost, links down, seconds without a packet. */
export function writeConditions(writer: ScriptWriter): void {
  const { lostZones, downLinks, idleSeconds } = writer.world.conditions;
  section(writer, 'What has happened');
  for (const zone of lostZones)
    if (Object.values(writer.world.subnets).some(({ availabilityZone }) => availabilityZone === zone))
      write(writer, 'lab lose-zone', { zone });
    else lacks(writer, `conditions.lostZones (${zone})`, 'a zone in which no subnet stands');
  for (const link of downLinks) {
    const [id = '', ...end] = link.split(/(?=\/)/);
    if (!has(writer, id)) {
      lacks(writer, `conditions.downLinks (${link})`, 'its link is not made');
      continue;
    }
    write(writer, 'lab set-link', { link: mixed(writer, { id }, ...end), state: 'down' });
  }
  if (idleSeconds > 0) write(writer, 'lab wait', { seconds: idleSeconds });
}

/** What no operation sets. */
export function noteTheRest(writer: ScriptWriter): void {
  const { region, substrate } = writer.world;
  if (region !== 'us-east-1') lacks(writer, 'region', 'a region other than us-east-1');
  if (substrate.blackfoot !== '100.64.255.1' || substrate.hyperplane !== '100.64.254.1')
    lacks(writer, 'substrate', 'other addresses of the fleets');
}
