// The addresses that AWS hands out: public ones from the region's pool, private ones from a subnet's block.
// Simplified: in order, where AWS picks at random.

import { isReserved } from '../cloud/vpc.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import { type Ipv4, ipv4FromNumber, ipv4ToNumber } from '../net/address.ts';
import { addressAt, type Cidr, cidrSize, cidrsOverlap, splitCidr } from '../net/cidr.ts';

/** The next public address of the pool that nobody holds; undefined when all are out. */
export function findFreePublicIp({
  publicPool,
  elasticIps,
  networkInterfaces,
  internet,
  gateways,
}: World): Ipv4 | undefined {
  const held = new Set<string>([
    ...Object.values(elasticIps).map(({ publicIp }) => publicIp),
    ...Object.values(internet).map(({ address }) => address),
    ...Object.values(gateways).flatMap(({ tunnels }) => (tunnels as readonly string[] | undefined) ?? []),
    ...Object.values(networkInterfaces).flatMap(({ addresses }) => addresses.map((entry) => entry.autoPublicIp ?? '')),
  ]);
  const base = ipv4ToNumber(splitCidr(publicPool.cidr).base as Ipv4);
  const size = cidrSize(publicPool.cidr);
  for (let step = 0; step < size; step++) {
    const offset = (publicPool.next + step) % size;
    const publicIp = ipv4FromNumber(base + offset);
    if (offset > 0 && offset < size - 1 && !held.has(publicIp)) return publicIp;
  }
  return undefined;
}

/** AWS's ends of a new VPN connection's two tunnels: the highest addresses of the pool that nobody holds. */
export function findTunnelAddresses(world: World): readonly Ipv4[] {
  const { publicPool, elasticIps, networkInterfaces, gateways } = world;
  const held = new Set<unknown>([
    ...Object.values(elasticIps).map(({ publicIp }) => publicIp),
    ...Object.values(networkInterfaces).flatMap(({ addresses }) => addresses.map((entry) => entry.autoPublicIp)),
    ...Object.values(gateways).flatMap(({ tunnels }) => tunnels ?? []),
  ]);
  const size = cidrSize(publicPool.cidr);
  const found: Ipv4[] = [];
  for (let offset = size - 2; offset > 0 && found.length < 2; offset--) {
    const address = addressAt(publicPool.cidr, offset) as Ipv4;
    if (!held.has(address)) found.push(address);
  }
  return found;
}

/** Takes the next public address out of the pool; undefined when all are out. */
export function issuePublicIp(draft: WorldDraft): Ipv4 | undefined {
  const publicIp = findFreePublicIp(draft as World);
  if (publicIp) draft.publicPool.next = offsetIn(draft.publicPool.cidr, publicIp) + 1;
  return publicIp;
}

/** How far from the start of a block an address stands. */
export function offsetIn(block: Cidr, address: Ipv4): number {
  return ipv4ToNumber(address) - ipv4ToNumber(splitCidr(block).base as Ipv4);
}

/** Every private address that some interface of the subnet holds. */
export function heldAddresses(world: World, subnetId: string): ReadonlySet<string> {
  const own = Object.values(world.networkInterfaces).filter(
    (networkInterface) => networkInterface.subnetId === subnetId,
  );
  return new Set(own.flatMap(({ addresses }) => addresses.map(({ address }) => address)));
}

/** The first address of a subnet that neither AWS nor an interface holds; undefined when the subnet is full. */
export function findFreePrivateIp(world: World, subnetId: string): Ipv4 | undefined {
  return freePrivateIps(world, subnetId, 1)[0];
}

/** The first `count` such addresses; fewer when there are no more. */
export function freePrivateIps(world: World, subnetId: string, count: number): readonly Ipv4[] {
  const { cidr } = world.subnets[subnetId]!;
  const held = heldAddresses(world, subnetId);
  const free: Ipv4[] = [];
  for (let offset = 0; offset < cidrSize(cidr) && free.length < count; offset++) {
    const address = addressAt(cidr, offset) as Ipv4;
    if (!isReserved(cidr, address) && !held.has(address)) free.push(address);
  }
  return free;
}

/** Where Amazon's IPv6 blocks come from here: documentation's own range, RFC 3849. */
const IPV6_POOL = '2001:db8:1200::/40' as string as Cidr;

/** The first /56 of Amazon's that no VPC has. */
export function findFreeIpv6Block({ vpcs }: Pick<World, 'vpcs'>): Cidr {
  const held = Object.values(vpcs).flatMap(({ cidrs }) => cidrs);
  for (let index = 0; ; index++) {
    const block = `${addressAt(IPV6_POOL, index * 2 ** 72)}/56` as Cidr;
    if (!held.some((other) => cidrsOverlap(other, block))) return block;
  }
}

/** Where the substrate's hosts live: shared address space, RFC 6598. */
const UNDERLAY = '100.64.0.0/16' as string as Cidr;

/** The first host of the underlay from +11 that nothing physical has. */
export function findFreeUnderlay({ hosts, substrate }: Pick<World, 'hosts' | 'substrate'>): Ipv4 {
  const held = new Set<string>([...Object.values(hosts).map(({ underlay }) => underlay), ...Object.values(substrate)]);
  for (let offset = 11; ; offset++) {
    const address = addressAt(UNDERLAY, offset) as Ipv4;
    if (!held.has(address)) return address;
  }
}
