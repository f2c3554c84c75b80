// Who is meant by an id, a name or an address on the command line.

import type { World } from '../cloud/world.ts';
import { nearest } from '../control/nearest.ts';
import { parseAddress } from '../net/address.ts';
import type { Say } from './messages.ts';
import { Refusal } from './refusal.ts';

interface Machine {
  readonly id: string;
  readonly name: string | undefined;
  readonly addresses: readonly string[];
}

/** The sender's id: a machine's, or a frame's. */
export function findSender(world: World, word: string, say: Say): string {
  if (Object.hasOwn(world.frames, word)) return word;
  const found = findMachine(world, word);
  if (!found) throw unknownMachine(world, word, say);
  return found.id;
}

/** The receiver as a probe names it: a machine's id, or an address that may belong to nobody. */
export function findReceiver(world: World, word: string, say: Say): string {
  const address = parseAddress(word);
  if (address) return address;
  const found = findMachine(world, word);
  if (!found) throw unknownMachine(world, word, say);
  return found.id;
}

function findMachine(world: World, word: string): Machine | undefined {
  const machines = listMachines(world);
  const address = parseAddress(word);
  return (
    machines.find(({ id }) => id === word) ??
    machines.find(({ name }) => name === word) ??
    machines.find(({ addresses }) => address && addresses.includes(address))
  );
}

function listMachines(world: World): readonly Machine[] {
  const interfaces = Object.entries(world.networkInterfaces);
  const instances = Object.entries(world.instances).map(([id, { name }]) => {
    const own = interfaces.filter(([, { instanceId }]) => instanceId === id);
    return { id, name, addresses: own.flatMap(([eni, { addresses }]) => [...privateAndPublic(world, eni, addresses)]) };
  });
  const outside = Object.entries(world.internet).map(([id, { name, address }]) => ({ id, name, addresses: [address] }));
  return [...instances, ...outside];
}

function privateAndPublic(
  world: World,
  networkInterfaceId: string,
  addresses: World['networkInterfaces'][string]['addresses'],
): readonly string[] {
  const elastic = Object.values(world.elasticIps).flatMap(({ publicIp, association }) =>
    association?.networkInterfaceId === networkInterfaceId ? [publicIp] : [],
  );
  return [...addresses.flatMap(({ address, autoPublicIp }) => [address, autoPublicIp ?? []].flat()), ...elastic];
}

function unknownMachine(world: World, word: string, say: Say): Refusal {
  const names = listMachines(world).flatMap(({ id, name }) => (name && name !== id ? [name, id] : [id]));
  const known = [...names, ...Object.keys(world.frames)];
  const close = nearest(word, known);
  const remedy = close
    ? say('did-you-mean', { word: close })
    : say('known-machines', { words: known.slice(0, 12).join(', ') || '-' });
  return new Refusal(say('no-machine', { word }), remedy);
}
