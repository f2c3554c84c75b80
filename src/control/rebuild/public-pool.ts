// The pool hands out public addresses in order, so the one that the World tells of is made the next one.

import type { World } from '../../cloud/world.ts';
import { type Ipv4, ipv4FromNumber, ipv4ToNumber } from '../../net/address.ts';
import { type Cidr, cidrContains } from '../../net/cidr.ts';
import { findFreePublicIp, offsetIn } from '../issue-address.ts';
import { type ScriptWriter, write } from './script-writer.ts';

export function writeNextPublicIp(writer: ScriptWriter, next: Ipv4 | undefined): void {
  if (next) write(writer, 'lab set-public-pool', { cidr: blockAround(writer.world.publicPool.cidr, next), next });
}

/** Makes the next address one that nobody holds in the end: whoever is lent it has to give it back. */
export function writePassingPublicIp(writer: ScriptWriter, turn: number): void {
  let { world } = writer;
  for (let skipped = 0; skipped < turn; skipped++) world = withNextTaken(world);
  writeNextPublicIp(writer, findFreePublicIp(world));
}

function withNextTaken(world: World): World {
  const { cidr, next } = world.publicPool;
  const taken = findFreePublicIp(world);
  return { ...world, publicPool: { cidr, next: taken ? offsetIn(cidr, taken) + 1 : next } };
}

/** The World's own pool where the address lies in it, else the /24 around it. */
function blockAround(pool: Cidr, address: Ipv4): string {
  if (cidrContains(pool, address)) return pool;
  const value = ipv4ToNumber(address);
  return `${ipv4FromNumber(value - (value % 256))}/24`;
}

/** Whether each address is the pool's next one after that before it. */
export function areInARow(addresses: readonly Ipv4[]): boolean {
  const values = addresses.map(ipv4ToNumber);
  return values.every((value, index) => index === 0 || value === values[index - 1]! + 1);
}
