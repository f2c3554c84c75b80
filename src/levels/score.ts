// What an answer costs and what it opens, beside whether it is right.

import { findPublicPair, interfacesOf } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Operation } from '../control/operation.ts';
import { DEFAULT_PORT, type Probe } from '../dataplane/probe.ts';
import { traceExchange } from '../dataplane/trace.ts';
import { memoByIdentity } from '../memo.ts';
import { monthlyBill } from './bill.ts';
import type { Level } from './level.ts';
import { countMoves } from './moves.ts';
import { carryOut } from './replay.ts';

/** What an answer comes to, played from the level's start: moves, US dollars a month, deliveries that nobody asked for. */
export interface Price {
  readonly moves: number;
  readonly dollars: number;
  readonly exposure: number;
}

export function priceAnswer(level: Level, edits: readonly Operation[]): Price {
  const world = carryOut(level.start, edits);
  return {
    moves: countMoves(edits),
    dollars: monthlyCost(level, world),
    exposure: listExposure(level, world).length,
  };
}

/** US dollars a month: what stands, and the goals' traffic. */
export function monthlyCost(level: Level, world: World): number {
  return monthlyBill(level, world).total;
}

/** One delivery that nobody asked for. */
export interface Exposed {
  readonly from: string;
  readonly to: string;
  /** `tcp/22`, `icmp`. */
  readonly traffic: string;
}

const exposureByLevel = memoByIdentity((level: Level) => memoByIdentity((world: World) => findExposure(level, world)));

/**
 * Requests that arrive though no goal asks for them, among the level's own `exposureProbes`; or, where it states none, from every machine
 * on the internet to every instance with a public address, on every port that the level's probes use.
 */
export function listExposure(level: Level, world: World): readonly Exposed[] {
  return exposureByLevel(level)(world);
}

function findExposure(level: Level, world: World): readonly Exposed[] {
  const asked = new Set(
    askedProbes(level).flatMap((probe) => {
      const to = receiverOf(world, probe);
      const traffic = trafficOf(probe);
      return [`${probe.from} ${to} ${traffic}`, `${to} ${probe.from} ${traffic}`];
    }),
  );
  return (level.exposureProbes ?? everyKnock(level, world)).flatMap((probe) => {
    const traffic = trafficOf(probe);
    if (asked.has(`${probe.from} ${probe.to} ${traffic}`)) return [];
    const { outcome, request } = traceExchange(world, probe, { recording: false });
    return outcome === 'dropped' ? [] : [{ from: probe.from, to: probe.to ?? request.at, traffic }];
  });
}

function everyKnock(level: Level, world: World): readonly Probe[] {
  const reachable = Object.keys(world.instances).filter((id) => hasPublicAddress(world, id));
  const kinds = new Map(level.goals.flatMap((goal) => ('probe' in goal ? [[trafficOf(goal.probe), goal.probe]] : [])));
  const knocks = kinds.size > 0 ? [...kinds.values()] : [{ protocol: 'tcp', port: DEFAULT_PORT } as const];
  const strangers = Object.keys(world.internet).filter((id) => world.internet[id]?.site === undefined);
  return strangers.flatMap((from) =>
    reachable.flatMap((to) => knocks.map(({ protocol, port }) => ({ from, to, protocol, port }))),
  );
}

function trafficOf({ protocol = 'tcp', port = DEFAULT_PORT }: Pick<Probe, 'protocol' | 'port'>): string {
  return protocol === 'tcp' || protocol === 'udp' ? `${protocol}/${port}` : protocol;
}

/** What the level wants to be sent: its must-reach goals, and the packets that its questions and puzzles are about. */
function askedProbes({ goals, questions, puzzles }: Level): readonly Probe[] {
  const wanted = goals.flatMap((goal) => ('probe' in goal && isWanted(goal.expect) ? [goal.probe] : []));
  return [...wanted, ...questions.map(({ reads }) => reads.probe), ...puzzles.map(({ probe }) => probe)];
}

/** A record's address may belong to anybody, so the packet says who receives it. */
function receiverOf(world: World, probe: Probe): string | undefined {
  return probe.toRecord === undefined ? probe.to : traceExchange(world, probe, { recording: false }).request.at;
}

function isWanted(expect: string): boolean {
  return expect === 'converse' || expect === 'deliver';
}

function hasPublicAddress(world: World, instanceId: string): boolean {
  return interfacesOf(world, instanceId).some((id) => {
    const networkInterface = world.networkInterfaces[id]!;
    const vpcId = world.subnets[networkInterface.subnetId]?.vpcId as string;
    return networkInterface.addresses.some(({ address }) => findPublicPair(world, vpcId, address));
  });
}
