// What can be done with one thing, as its page in the AWS console offers it: the operations that name the thing or a part of it, each as a
// form in which that is answered already.

import { associationsOf, interfacesOf } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { type Candidate, isPossible, type Tool } from './form.ts';
import { findOperation } from './operations/registry.ts';

export interface Offer {
  readonly tool: Tool;
  readonly given: readonly Candidate[];
}

export function offersAbout(world: World, tools: readonly Tool[], thing: string): readonly Offer[] {
  const names = namesOf(world, thing);
  return tools.flatMap((tool) => {
    const given = givenFor(world, tool, names);
    return given ? [{ tool, given }] : [];
  });
}

/** The first way in which the tool's form can name the thing. */
function givenFor(world: World, tool: Tool, names: readonly (readonly string[])[]): readonly Candidate[] | undefined {
  const parameters = Object.entries(findOperation(tool.name)?.parameters ?? {});
  const takes = (text: string) =>
    parameters.filter(([, { read }]) => read(text).ok).map(([parameter]) => ({ parameter, text }));
  for (const texts of names)
    for (const given of combine(texts.map(takes))) if (isPossible(world, tool, given)) return given;
  return undefined;
}

/** One of each list, in every way there is; none when there are no lists. */
function combine(lists: readonly (readonly Candidate[])[]): readonly (readonly Candidate[])[] {
  return lists.reduce<readonly (readonly Candidate[])[]>(
    (all, list) => all.flatMap((some) => list.map((one) => [...some, one])),
    lists.length > 0 ? [[]] : [],
  );
}

/** What stands for the thing in an operation, the nearest first. A row of the Mapping Service is two things together. */
function namesOf(world: World, thing: string): readonly (readonly string[])[] {
  const isRow = thing.includes('/');
  return [isRow ? thing.split('/') : [thing], ...partsOf(world, thing).map((part) => [part])];
}

/** Its interfaces and their Elastic IPs and groups; its associations; its network ACL. */
function partsOf(world: World, thing: string): readonly string[] {
  const own = Object.hasOwn(world.instances, thing) ? interfacesOf(world, thing) : [];
  const interfaces = Object.hasOwn(world.networkInterfaces, thing) ? [thing] : own;
  const { networkAclId } = world.subnets[thing] ?? {};
  return [
    ...own,
    ...interfaces.flatMap((id) => addressesOf(world, id)),
    ...interfaces.flatMap((id) => world.networkInterfaces[id]?.groups ?? []),
    ...(world.elasticIps[thing]?.association ? [world.elasticIps[thing].association.id] : []),
    ...usesOf(world, thing),
    ...(networkAclId ? [networkAclId] : []),
  ];
}

function addressesOf(world: World, networkInterfaceId: string): readonly string[] {
  return Object.entries(world.elasticIps).flatMap(([id, { association }]) =>
    association?.networkInterfaceId === networkInterfaceId ? [association.id, id] : [],
  );
}

/** The associations of a route table, or of a subnet or gateway with its table. */
function usesOf(world: World, thing: string): readonly string[] {
  const own = associationsOf(world, thing).map(([id]) => id);
  const joined = Object.entries(world.routeAssociations).flatMap(([id, { subnetId, gatewayId }]) =>
    subnetId === thing || gatewayId === thing ? [id] : [],
  );
  return [...own, ...joined];
}
