// Which target a load balancer's node sends a flow to. Source: D-NLB (vpc-dataplane 6.4).
// Simplified: a client's flows take turns, by their number and port, where AWS hashes the whole flow.

import { vpcIdOfInterface } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { type Packet, sourcePortOf } from '../net/packet.ts';
import type { Target, TargetGroup } from './gateways/target-group.ts';
import { lookUpMapping } from './mapping.ts';
import { DEFAULT_SOURCE_PORT, primaryAddress } from './probe.ts';
import { stops, type Walk } from './walk.ts';
import { lostZoneOf, zoneOf } from './zones.ts';

/** A target as it stands in the World. */
export interface Standing {
  readonly address: Address;
  readonly port: number;
  /** Undefined where it is no interface of the group's VPC: an address reached over a peering or a wire. */
  readonly networkInterfaceId?: string | undefined;
  /** Undefined stands for every zone. */
  readonly zone?: string | undefined;
  readonly runs: boolean;
}

export function listTargets(world: World, group: TargetGroup): readonly Standing[] {
  return group.targets.flatMap((target) => standingOf(world, group, target) ?? []);
}

function standingOf(world: World, group: TargetGroup, { id, port = group.port }: Target): Standing | undefined {
  const home = id.startsWith('i-') ? primaryAddress(world, id) : addressHome(world, group.vpcId, id as Address);
  if (!home) return undefined;
  const { address, networkInterfaceId } = home;
  const networkInterface = world.networkInterfaces[networkInterfaceId ?? ''];
  if (!networkInterface || vpcIdOfInterface(world, networkInterface) !== group.vpcId)
    return { address, port, runs: true };
  const isStopped = world.instances[networkInterface.instanceId ?? '']?.state === 'stopped';
  const runs = !isStopped && lostZoneOf(world, networkInterfaceId) === undefined;
  return { address, port, networkInterfaceId, zone: zoneOf(world, networkInterfaceId), runs };
}

function addressHome(world: World, vpcId: string, address: Address) {
  return { address, networkInterfaceId: lookUpMapping(world, vpcId, address)?.target };
}

/** The target for a flow; undefined when the walk ends here. A diagnosis takes any target once it has said why none fits. */
export function chooseTarget(
  walk: Walk,
  group: TargetGroup,
  { groupId, zone, crossZone }: { readonly groupId: string; readonly zone: string; readonly crossZone: boolean },
  packet: Packet,
): Standing | undefined {
  const all = listTargets(walk.world, group);
  if (all.length === 0) {
    stops(walk, 'LB_NO_TARGET', groupId, packet);
    return undefined;
  }
  const near = all.filter((target) => crossZone || target.zone === undefined || target.zone === zone);
  if (near.length === 0 && stops(walk, 'LB_NO_TARGET_IN_ZONE', groupId, packet, zone)) return undefined;
  const reachable = near.length > 0 ? near : all;
  const running = reachable.filter(({ runs }) => runs);
  if (running.length === 0 && stops(walk, 'LB_TARGETS_DOWN', groupId, packet)) return undefined;
  const chosen = running.length > 0 ? running : reachable;
  return chosen[turnOf(walk, packet) % chosen.length];
}

function turnOf({ flow = 1 }: Walk, { transport }: Packet): number {
  const PORTS = 65536;
  return flow - 1 + ((sourcePortOf(transport) - DEFAULT_SOURCE_PORT + PORTS) % PORTS);
}
