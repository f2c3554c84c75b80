// A script that builds a World from an empty region, as a person would type it: the design's "everything a world file can state".

import type { World } from '../../cloud/world.ts';
import { writeEndpointRoutes, writePrefixLists, writeTargetGroups } from './balancers.ts';
import { writeForeignRules, writeNetworkAcls, writeSecurityGroups } from './filters.ts';
import {
  attachInternetGateways,
  createInternetGateways,
  writeAddressAssociations,
  writeElasticIps,
  writeGateways,
} from './gateways.ts';
import { writePropagation } from './hybrid.ts';
import {
  noteTheRest,
  writeConditions,
  writeFrames,
  writeHosts,
  writeMachines,
  writeMapping,
  writeNotebook,
  writePublicPool,
  writeQuotas,
} from './lab.ts';
import { writeApplications, writeInstances, writeInterfaces, writeStarts } from './machines.ts';
import { writeAclAssociations, writeSubnets, writeVpcs } from './networks.ts';
import { writeDetachedRoutes, writeGoneRoutes, writeRoutes, writeRouteTables, writeTableUsers } from './routing.ts';
import { type Audience, openWriter, type ScriptWriter } from './script-writer.ts';

export interface Rebuild {
  /** The script's lines, comments among them. */
  readonly lines: readonly string[];
  /** The variable that holds each id once the script has run. */
  readonly variables: ReadonlyMap<string, string>;
  /** Parts of the World that no operation makes, each with its path and the reason. */
  readonly missing: readonly string[];
}

/** Each thing comes after everything that it names. */
const ORDER: readonly ((writer: ScriptWriter) => void)[] = [
  writeQuotas,
  writeHosts,
  writeVpcs,
  writeSubnets,
  writePrefixLists,
  writeSecurityGroups,
  writeNetworkAcls,
  writeAclAssociations,
  writeRouteTables,
  writeGoneRoutes,
  createInternetGateways,
  writeDetachedRoutes,
  writeInstances,
  writeTargetGroups,
  writeInterfaces,
  attachInternetGateways,
  writeElasticIps,
  writeGateways,
  writeForeignRules,
  writeAddressAssociations,
  writeStarts,
  writeRoutes,
  writeEndpointRoutes,
  writePropagation,
  writeTableUsers,
  writeApplications,
  writeMachines,
  writeMapping,
  writeFrames,
  writeNotebook,
  writePublicPool,
  writeConditions,
  noteTheRest,
];

export function rebuild(world: World, audience: Audience = 'blackfoot'): Rebuild {
  const writer = openWriter(world, audience);
  for (const part of ORDER) part(writer);
  while (/^(#|$)/.test(writer.lines.at(-1) ?? 'x')) writer.lines.pop();
  const { lines, variables, missing } = writer;
  return { lines, variables, missing };
}
