// What is asked of a world: everybody to everybody, by each address that the sender may use for the other, and by three protocols.

import type { World } from '../../src/cloud/world.ts';
import { DEFAULT_SOURCE_PORT, destinationAddress, type Probe } from '../../src/dataplane/probe.ts';
import { type Address, type Ipv4, isIpv4 } from '../../src/net/address.ts';
import { addressAt, cidrContains, scopeOf } from '../../src/net/cidr.ts';

/** A probe with everything stated, so that both sides read the same. */
export interface Question {
  readonly from: string;
  readonly source: Address;
  readonly to: Address;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly port: number;
  readonly sourcePort: number;
}

/** Above those that frames' packets have. */
const FIRST_SOURCE_PORT = DEFAULT_SOURCE_PORT + 100;

/** Gives each its own source port, so that no two share a flow. */
export function listQuestions(world: World, asked: readonly Probe[] = []): Question[] {
  const every = [...asked, ...pairs(world), ...oddities(world), ...forgeries(world)].flatMap((probe) =>
    state(world, probe),
  );
  const unique = new Map(every.map((question) => [JSON.stringify(question), question]));
  const probes = [...unique.values()].map((question, index) => ({
    ...question,
    sourcePort: FIRST_SOURCE_PORT + index,
  }));
  return [...probes, ...framesOf(world)];
}

const WAYS = [
  { protocol: 'tcp' },
  { protocol: 'tcp', port: 22 },
  { protocol: 'udp', port: 53 },
  { protocol: 'icmp' },
] as const;

function pairs(world: World): Probe[] {
  const machines = [...Object.keys(world.instances), ...Object.keys(world.internet)];
  return machines.flatMap((from) =>
    machines.flatMap((to) =>
      from === to
        ? []
        : [false, true].flatMap((byPublicAddress) => WAYS.map((way) => ({ from, to, byPublicAddress, ...way }))),
    ),
  );
}

/** What the internet should never see for a source. */
const FOREIGN = ['10.9.9.9', '100.64.9.9'] as Ipv4[];

/** From outside with a private source, and from machines that may send with any source, with one that is not their VPC's. */
function forgeries(world: World): Probe[] {
  const { networkInterfaces, instances, internet } = world;
  const free = Object.values(networkInterfaces).flatMap(({ sourceDestCheck, instanceId }) =>
    sourceDestCheck ? [] : (instanceId ?? []),
  );
  const from = (machine: string, source: Ipv4) =>
    Object.keys(instances).flatMap((to) =>
      to === machine ? [] : [false, true].map((byPublicAddress) => ({ from: machine, to, source, byPublicAddress })),
    );
  return [
    ...Object.keys(internet).flatMap((machine) => FOREIGN.flatMap((source) => from(machine, source))),
    ...[...new Set(free)].flatMap((machine) => from(machine, FOREIGN[0]!)),
  ];
}

/** Nobody's address inside, outside and in private space; second addresses at either end; and a source that is somebody else's. */
function oddities(world: World): Probe[] {
  const subnet = Object.values(world.subnets)[0];
  const vacant = subnet ? [addressAt(subnet.cidr, 77)] : [];
  const spare = Object.values(world.elasticIps).find(({ association }) => !association);
  const targets = [...vacant, '9.9.9.9', '192.168.77.7', spare?.publicIp].filter((to) => to !== undefined);
  const machines = Object.keys(world.instances);
  return machines.flatMap((from, index) => {
    const [, ...more] = addressesOf(world, from);
    const peer = machines[(index + 1) % machines.length] as string;
    const borrowed = ownAddress(world, peer);
    return [
      ...targets.map((to) => ({ from, to, protocol: 'udp', port: 53 }) as const),
      ...more.flatMap((source) => [
        ...Object.keys(world.internet).map((to) => ({ from, to, source })),
        { from, to: peer, source },
        { from: peer, to: source },
      ]),
      ...[peer, ...Object.keys(world.internet)].map((to) => ({ from, to, source: borrowed })),
    ];
  });
}

/** Frames that somebody has put on the wire. One that a player has thrown away was never sent. */
function framesOf(world: World): Question[] {
  // Each from its own port: two frames with the same ends would be one flow to the kernel's TCP.
  return Object.entries(world.frames).flatMap(
    ([from, { vpcId, source, destination, protocol, port, discarded }], index) => {
      const receiver = ownerOf(world, vpcId, destination);
      const isToItself = receiver !== undefined && receiver === ownerOf(world, vpcId, source);
      if (discarded || isToItself || protocol === 'esp' || protocol === 'gre') return [];
      return [{ from, source, to: destination, protocol, port, sourcePort: DEFAULT_SOURCE_PORT + index }];
    },
  );
}

function ownerOf({ networkInterfaces, subnets }: World, vpcId: string, address: Address): string | undefined {
  const holder = Object.values(networkInterfaces).find(
    ({ subnetId, addresses }) =>
      subnets[subnetId]?.vpcId === vpcId && addresses.some((each) => each.address === address),
  );
  return holder?.instanceId;
}

function state(world: World, probe: Probe): Question[] {
  const { from, protocol = 'tcp', port = 443 } = probe;
  const source = probe.source ?? ownAddress(world, from);
  const to = destinationAddress(world, probe);
  if (!source || !to || !isIpv4(source) || !isIpv4(to) || to === source || isOwn(world, from, to)) return [];
  if (protocol === 'esp' || protocol === 'gre') return [];
  return [{ from, source, to, protocol, port: protocol === 'icmp' ? 0 : port, sourcePort: 0 }];
}

function ownAddress(world: World, machine: string): Address | undefined {
  const outside = world.internet[machine]?.address;
  return outside ?? addressesOf(world, machine).find(isIpv4);
}

function addressesOf(world: World, instanceId: string): readonly Address[] {
  const own = Object.values(world.networkInterfaces).filter((each) => each.instanceId === instanceId);
  return own.flatMap(({ addresses }) => addresses.map(({ address }) => address));
}

/** A kernel keeps what it sends to itself; a host of ours would not. */
function isOwn(world: World, machine: string, to: Address): boolean {
  return addressesOf(world, machine).includes(to) || world.internet[machine]?.address === to;
}

/** Public addresses that are nobody's: the simulator takes each for a machine that answers. */
export function strangersOf(world: World, questions: readonly Question[]): Address[] {
  const lent = Object.values(world.networkInterfaces).flatMap(({ addresses }) =>
    addresses.map((each) => each.autoPublicIp),
  );
  const held = new Set<Address | undefined>([
    ...Object.values(world.internet).map(({ address }) => address),
    ...Object.values(world.elasticIps).map(({ publicIp }) => publicIp),
    ...lent,
  ]);
  const asked = new Set(questions.map(({ to }) => to));
  const isFree = (to: Address) => !held.has(to) && scopeOf(to) === 'public' && !cidrContains(world.publicPool.cidr, to);
  return [...asked].filter(isFree);
}
