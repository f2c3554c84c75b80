// Middleboxes: what a gateway's own route table says must stand between the outside and a subnet. Source: D-RT, D-RA (vpc-dataplane 3.4).

import { edgeTableId } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { findRoute } from './routing.ts';
import type { Walk } from './walk.ts';

/** The interface that a route's target stands for; undefined for local and for what lives on the edge. */
export function interfaceBehind({ world, kinds }: Walk, target: string): string | undefined {
  if (target.startsWith('eni-')) return target;
  const gateway = world.gateways[target];
  return gateway && kinds[gateway.kind]!.interfaceOf?.(gateway);
}

/** What a gateway sends the packets for an address through, unless the interface at hand is it. */
export function middleboxBefore(
  walk: Walk,
  gatewayId: string,
  address: Address,
  networkInterfaceId: string,
): string | undefined {
  const { world } = walk;
  const tableId = edgeTableId(world, gatewayId);
  const route = tableId && findRoute(world, tableId, address);
  if (!route || route.target === 'local') return undefined;
  const isIt = isSameMachine(world, interfaceBehind(walk, route.target) ?? route.target, networkInterfaceId);
  return isIt ? undefined : route.target;
}

function isSameMachine({ networkInterfaces }: World, one: string, other: string): boolean {
  if (one === other) return true;
  const instanceId = networkInterfaces[one]?.instanceId;
  return instanceId !== undefined && networkInterfaces[other]?.instanceId === instanceId;
}
