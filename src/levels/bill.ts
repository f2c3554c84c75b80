// A month's bill: what stands in the World by the hour, and the traffic of the goals by the gigabyte, along the way that it really takes.
// Prices: prices.ts. Simplified: only goals that state gigabytes have traffic, and only those that no event comes before.

import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Hop, Trace } from '../dataplane/step.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { zoneOf } from '../dataplane/zones.ts';
import { memoByIdentity } from '../memo.ts';
import { cidrContains } from '../net/cidr.ts';
import type { Level, ProbeGoal } from './level.ts';
import { PRICES } from './prices.ts';

type ChargedItem =
  | keyof typeof PRICES.perHour
  | keyof typeof PRICES.perGigabyte
  | 'internet-egress'
  | 'direct-connect-egress'
  | 'cross-zone';

/** One line of the bill. */
export interface Charge {
  readonly item: ChargedItem;
  /** The component, where it is one. */
  readonly at?: string;
  /** The goal whose traffic it is; absent for what stands. */
  readonly goal?: string;
  readonly unit: 'hour' | 'gigabyte';
  readonly amount: number;
  /** Dollars for one unit. */
  readonly rate: number;
  readonly dollars: number;
}

export interface Bill {
  readonly charges: readonly Charge[];
  /** Dollars a month, to the cent. */
  readonly total: number;
}

const billsByLevel = memoByIdentity((level: Level) => memoByIdentity((world: World) => writeBill(level, world)));

export function monthlyBill(level: Level, world: World): Bill {
  return billsByLevel(level)(world);
}

/** What a month costs at each component; traffic that no component is paid for stands under its item. Dearest first. */
export function dearest({ charges }: Bill): readonly (readonly [at: string, dollars: number])[] {
  const sums = new Map<string, number>();
  for (const { at, item, dollars } of charges) sums.set(at ?? item, (sums.get(at ?? item) ?? 0) + dollars);
  return [...sums].sort(([, a], [, b]) => b - a);
}

function writeBill(level: Level, world: World): Bill {
  const charges = [
    ...listStanding(world),
    ...level.goals.flatMap((goal) => ('probe' in goal ? listTraffic(world, goal) : [])),
  ];
  const total = charges.reduce((sum, { dollars }) => sum + dollars, 0);
  return { charges, total: Math.round(total * 100) / 100 };
}

/** What is billed as long as it stands. */
function listStanding(world: World): readonly Charge[] {
  const hours = (item: keyof typeof PRICES.perHour, at: string, count = 1): Charge => {
    const isWide = world.gateways[at]?.bandwidth === '10Gbps';
    const rate = isWide ? PRICES.directConnect10Gbps : PRICES.perHour[item];
    return charge({ item, at, unit: 'hour', amount: PRICES.hoursPerMonth * count, rate });
  };
  const lent = Object.entries(world.networkInterfaces).flatMap(([id, { addresses }]) =>
    addresses.flatMap(({ autoPublicIp }) => (autoPublicIp ? [id] : [])),
  );
  const gateways = Object.entries(world.gateways).flatMap(([id, gateway]) =>
    isBilled(gateway.kind) && isLive(gateway.state) ? [hours(gateway.kind, id, countZones(gateway))] : [],
  );
  return [...gateways, ...[...Object.keys(world.elasticIps), ...lent].map((id) => hours('public-ipv4', id))];
}

function isBilled(kind: string): kind is keyof typeof PRICES.perHour {
  return Object.hasOwn(PRICES.perHour, kind);
}

/** A kind without states is there; one that failed, was rejected or waits for somebody is not billed. */
function isLive(state: unknown): boolean {
  return state === undefined || state === 'available' || state === 'pending' || state === 'active' || state === 'up';
}

function countZones({ kind, nodes, zones }: { readonly kind: string; readonly [attribute: string]: unknown }): number {
  if (kind === 'interface-endpoint' && Array.isArray(nodes)) return nodes.length;
  if (kind === 'regional-nat-gateway' && zones && typeof zones === 'object') return Object.keys(zones).length;
  return 1;
}

/** What a goal's bytes cost on their way, there and back. */
function listTraffic(world: World, { id: goal, probe, gigabytes, after }: ProbeGoal): readonly Charge[] {
  if (!gigabytes || after !== undefined) return [];
  const { request, reply } = traceExchange(world, probe);
  const of = (trace: Trace | undefined, amount: number) =>
    trace?.disposition === 'delivered' && amount > 0
      ? alongTheWay(world, trace).map((rate) => ({ ...rate, amount }))
      : [];
  return [...of(request, gigabytes.request), ...of(reply, gigabytes.reply)].map((each) =>
    charge({ ...each, goal, unit: 'gigabyte' }),
  );
}

type Rate = Pick<Charge, 'item' | 'at' | 'rate'>;

function alongTheWay(world: World, { hops }: Trace): readonly Rate[] {
  return [...listProcessed(world, hops), ...listZoneChanges(world, hops), ...listWaysOut(world, hops)];
}

function listProcessed({ gateways }: World, hops: readonly Hop[]): readonly Rate[] {
  return [...new Set(hops.map(({ node }) => node))].flatMap((at): readonly Rate[] => {
    const kind = gateways[at]?.kind as keyof typeof PRICES.perGigabyte | undefined;
    return kind && Object.hasOwn(PRICES.perGigabyte, kind) ? [{ item: kind, at, rate: PRICES.perGigabyte[kind] }] : [];
  });
}

/** Each wrap from an interface of one zone to one of another: both ends are the account's, and both pay. */
function listZoneChanges(world: World, hops: readonly Hop[]): readonly Rate[] {
  return hops.flatMap(({ steps }) =>
    steps.flatMap(({ kind, after }): readonly Rate[] => {
      const vpc = kind === 'encapsulated' ? after.wraps.find((wrap) => wrap.layer === 'vpc') : undefined;
      const [from, to] = vpc ? [zoneOf(world, vpc.from), zoneOf(world, vpc.target)] : [];
      return from && to && from !== to ? [{ item: 'cross-zone', rate: 2 * PRICES.crossZone }] : [];
    }),
  );
}

/** Out by the internet or by a wire. What turns round at the edge has not left the Region, nor what S3 or DynamoDB gets in the same one. */
function listWaysOut(world: World, hops: readonly Hop[]): readonly Rate[] {
  if (hops[0]?.place !== 'guest' || isServiceHere(world, hops.at(-1)?.node)) return [];
  const endsInside = hops.at(-1)?.place === 'guest';
  if (hops.some(({ node }) => node === 'internet'))
    return [
      endsInside
        ? { item: 'cross-zone', rate: 2 * PRICES.crossZone }
        : { item: 'internet-egress', rate: PRICES.internetEgress },
    ];
  const wires = new Set(listGateways(world, 'virtual-interface').map(([id]) => id));
  const wire = hops.find(({ node }) => wires.has(node));
  return wire ? [{ item: 'direct-connect-egress', at: wire.node, rate: PRICES.directConnectEgress }] : [];
}

function isServiceHere({ internet, prefixLists }: World, machine: string | undefined): boolean {
  const { service, address } = internet[machine ?? ''] ?? {};
  if (!service || !address) return false;
  return Object.values(prefixLists).some(
    ({ name, cidrs }) => name.endsWith(`.${service}`) && cidrs.some((block) => cidrContains(block, address)),
  );
}

function charge(line: Omit<Charge, 'dollars'>): Charge {
  return { ...line, dollars: line.amount * line.rate };
}
