// Everything of a World that a customer's account could hold, as resources, and notes about the rest.

import type { World } from '../../cloud/world.ts';
import { declareElasticIps } from './addresses.ts';
import { declareNetworkAcls, declareSecurityGroups } from './filters.ts';
import { declareGateways } from './gateways.ts';
import { declareInstances, declareInterfaces } from './machines.ts';
import { declareSubnets, declareVpcs } from './networks.ts';
import { declarePrefixLists } from './prefix-lists.ts';
import { type Inventory, leaveOut } from './resource.ts';
import { declareRoutes, declareRouteTables, declareTableUsers } from './routing.ts';

const PARTS: readonly ((inventory: Inventory) => void)[] = [
  declareVpcs,
  declareSubnets,
  declarePrefixLists,
  declareSecurityGroups,
  declareNetworkAcls,
  declareRouteTables,
  declareInterfaces,
  declareInstances,
  declareElasticIps,
  declareGateways,
  declareRoutes,
  declareTableUsers,
  noteTheRest,
];

export function takeInventory(world: World): Inventory {
  const inventory: Inventory = { world, resources: [], notes: [] };
  leaveOut(inventory, 'costs');
  for (const part of PARTS) part(inventory);
  return inventory;
}

/** What is no customer's to make. */
function noteTheRest(inventory: Inventory): void {
  const { world } = inventory;
  const { lostZones, downLinks, idleSeconds } = world.conditions;
  const outside = Object.entries(world.internet).map(([id, { name }]) => name ?? id);
  if (outside.length > 0) leaveOut(inventory, 'outside', outside.join(', '));
  if (Object.values(world.instances).some(({ application }) => Object.keys(application).length > 0))
    leaveOut(inventory, 'software');
  if (Object.keys(world.mapping).length > 0 || Object.keys(world.frames).length > 0) leaveOut(inventory, 'substrate');
  if (lostZones.length > 0 || downLinks.length > 0 || idleSeconds > 0) leaveOut(inventory, 'conditions');
}
