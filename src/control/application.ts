// The software of a machine, as the lab's operations see it: an instance or a machine on the internet, and every address it might name.

import { findPublicPair, interfacesOf, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { Application } from '../cloud/machine.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';

export function applicationOf(world: World, machine: string | undefined): Application {
  return (world.instances[machine ?? ''] ?? world.internet[machine ?? ''])?.application ?? {};
}

export function draftApplication(draft: WorldDraft, machine: string) {
  return (draft.instances[machine] ?? draft.internet[machine])!.application;
}

/** Machines whose software states what an operation changes; where none does there is nothing to set. */
export function machinesStating(part: keyof Application) {
  return (world: World): readonly string[] =>
    [...Object.keys(world.instances), ...Object.keys(world.internet)].filter(
      (machine) => applicationOf(world, machine)[part] !== undefined,
    );
}

/** The addresses a machine holds, each with the public one that the edge swaps it for. */
export function addressesOf(world: World, machine: string): readonly Address[] {
  const outside = world.internet[machine];
  if (outside) return [outside.address];
  return interfacesOf(world, machine).flatMap((networkInterfaceId) => {
    const networkInterface = world.networkInterfaces[networkInterfaceId]!;
    const vpcId = vpcIdOfInterface(world, networkInterface);
    return networkInterface.addresses.flatMap(({ address }): readonly Address[] => {
      const pair = findPublicPair(world, vpcId, address);
      return pair ? [address, pair.publicIp] : [address];
    });
  });
}

/** Every address under which one machine might know another: those of all others, and the Elastic IPs. */
export function addressesOfOthers(world: World, machine: string | undefined): readonly Address[] {
  const others = [...Object.keys(world.instances), ...Object.keys(world.internet)].filter((each) => each !== machine);
  const elasticIps = Object.values(world.elasticIps).map(({ publicIp }) => publicIp);
  const own = new Set(machine ? addressesOf(world, machine) : []);
  const all = [...others.flatMap((each) => addressesOf(world, each)), ...elasticIps];
  return [...new Set(all)].filter((each) => !own.has(each));
}
