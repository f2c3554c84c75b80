// What is marked on the map: the packet, its way, its end, the player's choice. A thing that is not drawn itself (a security group, say)
// is marked by what stands for it, and named in the frame's upper edge.

import { findPairByPublicIp } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { Scene } from './scene.ts';

export interface MapMarks {
  /** Where the packet is: an instance, a host, a gateway, `internet`, a machine there, or an address. */
  readonly packetAt?: string | undefined;
  /** Where it has been. */
  readonly path?: readonly string[] | undefined;
  /** The component at fault. */
  readonly failedAt?: string | undefined;
  /** What the player's cursor is on. */
  readonly chosen?: string | undefined;
  /** What the last edit or undo has changed. */
  readonly changed?: readonly string[] | undefined;
}

export interface ResolvedMarks {
  readonly packet: ReadonlySet<string>;
  readonly passed: ReadonlySet<string>;
  readonly failed: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  readonly chosen: string | undefined;
  /** For a VPC's upper edge or, under `internet`, the line outside: marked things that are not drawn. */
  readonly notes: ReadonlyMap<string, { readonly id: string; readonly failed: boolean }>;
}

export function resolveMarks(world: World, scene: Scene, marks: MapMarks): ResolvedMarks {
  const { packetAt, path = [], failedAt, chosen, changed = [] } = marks;
  const notes = new Map<string, { id: string; failed: boolean }>();
  for (const [id, failed] of [
    [packetAt, false],
    [failedAt, true],
  ] as const) {
    const place = id && placeOfUndrawn(world, scene, id);
    if (id && place) notes.set(place, { id, failed });
  }
  const all = (ids: readonly (string | undefined)[]) => new Set(ids.flatMap((id) => (id ? standIns(world, id) : [])));
  const edited = new Set([...changed, ...all(changed)]);
  return { packet: all([packetAt]), passed: all(path), failed: all([failedAt]), changed: edited, chosen, notes };
}

/** The ids on the map that stand for a component. */
function standIns(world: World, id: string): readonly string[] {
  if (id.startsWith('sg-')) return holdersOf(world, id);
  if (id.startsWith('acl-'))
    return Object.keys(world.subnets).filter((subnetId) => world.subnets[subnetId]!.networkAclId === id);
  if (id.startsWith('eipalloc-')) return [id, world.elasticIps[id]?.association?.networkInterfaceId ?? id];
  if (id.includes('/')) return [id.slice(0, id.indexOf('/'))];
  if (!/^[0-9a-f.:]+$/.test(id)) return [id];
  const holder = findPairByPublicIp(world, id)?.networkInterfaceId ?? machineAt(world, id);
  return [holder ?? 'internet'];
}

function holdersOf(world: World, groupId: string): readonly string[] {
  return Object.entries(world.networkInterfaces)
    .filter(([, { groups }]) => groups.some((group) => group === groupId))
    .map(([id]) => id);
}

function machineAt(world: World, address: string): string | undefined {
  return Object.keys(world.internet).find((id) => world.internet[id]!.address === address);
}

function placeOfUndrawn(world: World, scene: Scene, id: string): string | undefined {
  if (id.startsWith('sg-')) return world.securityGroups[id]?.vpcId;
  if (id.startsWith('acl-')) return world.networkAcls[id]?.vpcId;
  if (id.startsWith('host-')) return scene.substrate ? undefined : vpcOnHost(world, id);
  const isAddress = /^[0-9a-f.:]+$/.test(id) && /[.:]/.test(id);
  return isAddress && standIns(world, id)[0] === 'internet' ? 'internet' : undefined;
}

/** A VPC that has a machine on the host. */
function vpcOnHost(world: World, hostId: string): string | undefined {
  const home = Object.values(world.networkInterfaces).find(
    ({ instanceId }) => instanceId && world.instances[instanceId]?.hostId === hostId,
  );
  return world.subnets[home?.subnetId ?? '']?.vpcId ?? Object.keys(world.vpcs)[0];
}
