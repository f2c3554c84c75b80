// Which worlds the kernel can stand in for. The rest belong to systems that Linux has no simple counterpart of; they are counted, never guessed.

import type { World } from '../../src/cloud/world.ts';
import { isIpv4Cidr } from '../../src/net/cidr.ts';

const KINDS: ReadonlySet<string> = new Set(['internet-gateway', 'nat-gateway', 'vpc-peering-connection']);

/** What in a world the kernel cannot stand in for; undefined when it is compared. */
export function outOfScope(world: World): string | undefined {
  for (const { kind, nodes } of Object.values(world.gateways)) {
    if (!KINDS.has(kind)) return `a ${kind}`;
    if (kind === 'nat-gateway' && nodes !== undefined) return 'a regional nat-gateway';
  }
  if (Object.values(world.routeAssociations).some(({ gatewayId }) => gatewayId)) return 'an edge route table';
  if (Object.values(world.internet).some(({ site, service }) => site ?? service)) return 'a site or a service';
  if (Object.values(world.routeTables).some(({ propagatingVgws }) => propagatingVgws)) return 'route propagation';
  if (!Object.values(world.vpcs).every(({ cidrs }) => cidrs.every(isIpv4Cidr))) return 'IPv6';
  const { lostZones, downLinks, idleSeconds } = world.conditions;
  if (lostZones.length + downLinks.length + idleSeconds > 0) return 'lost zones, links or time';
  return undefined;
}
