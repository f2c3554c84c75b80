// The machines below the overlay and what the Mapping Service says of them. Shown only where a level is about that:
// in every other level it would say again what the interfaces already say.

import type { World } from '../../cloud/world.ts';
import { listMapping } from '../../dataplane/mapping.ts';

export interface SubstrateScene {
  readonly hosts: readonly HostScene[];
  readonly rows: readonly MappingScene[];
  readonly frames: readonly FrameScene[];
}

export interface HostScene {
  readonly id: string;
  readonly underlay: string;
  /** Names of the instances that really run there. */
  readonly runs: readonly string[];
}

export interface MappingScene {
  /** `vpc-red/10.1.0.9`: the Mapping Service's key. */
  readonly id: string;
  readonly vpc: string;
  readonly address: string;
  /** Undefined: there is no row. */
  readonly device: string | undefined;
}

export interface FrameScene {
  readonly id: string;
  readonly fromHost: string;
  readonly toHost: string;
  readonly vpc: string;
  readonly source: string;
  readonly destination: string;
  readonly discarded: boolean;
}

export function substrateScene(world: World): SubstrateScene {
  const several = Object.keys(world.vpcs).length > 1;
  const vpcName = (vpcId: string) => (several ? vpcId.replace(/^vpc-/, '') : '');
  return {
    hosts: Object.entries(world.hosts).map(([id, { underlay }]) => ({ id, underlay, runs: runsOn(world, id) })),
    rows: mappingRows(world).map((row) => ({ ...row, vpc: vpcName(row.vpc) })),
    frames: Object.entries(world.frames).map(([id, frame]) => ({ id, ...frame, vpc: vpcName(frame.vpcId) })),
  };
}

/** Whether the map of this network is not the one that writes itself. */
export function isAboutMapping(world: World): boolean {
  if (Object.keys(world.mapping).length > 0 || Object.keys(world.frames).length > 0) return true;
  const blocks = Object.values(world.vpcs).flatMap(({ cidrs }) => cidrs);
  return new Set(blocks).size < blocks.length;
}

function runsOn(world: World, hostId: string): readonly string[] {
  return Object.entries(world.instances)
    .filter(([, instance]) => instance.hostId === hostId)
    .map(([id, { name }]) => name ?? id);
}

function mappingRows(world: World): readonly MappingScene[] {
  const rows = listMapping(world).map(({ vpcId, key, device }) => ({
    id: `${vpcId}/${key}`,
    vpc: vpcId,
    address: key,
    device,
  }));
  const missing = Object.entries(world.mapping).filter(([, hostId]) => hostId === null);
  const gaps = missing.map(([id]) => {
    const [vpc = '', address = ''] = id.split('/');
    return { id, vpc, address, device: undefined };
  });
  const order = Object.keys(world.vpcs);
  return [...rows, ...gaps].sort(
    (a, b) => order.indexOf(a.vpc) - order.indexOf(b.vpc) || compareAddresses(a.address, b.address),
  );
}

function compareAddresses(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
