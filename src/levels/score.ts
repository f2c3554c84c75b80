// What an answer costs and what it opens, beside whether it is right.

import { findPublicPair, interfacesOf } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Probe } from '../dataplane/probe.ts';
import { traceExchange } from '../dataplane/trace.ts';
import type { Level } from './level.ts';
import { PRICES } from './prices.ts';

/** US dollars a month for what stands in the World, traffic left out. */
export function monthlyCost(world: World): number {
  const { perHour, hoursPerMonth } = PRICES;
  const gateways = Object.values(world.gateways).filter(
    ({ kind, state }) => kind === 'nat-gateway' && (state === 'available' || state === 'pending'),
  );
  const auto = Object.values(world.networkInterfaces).flatMap(({ addresses }) =>
    addresses.filter(({ autoPublicIp }) => autoPublicIp),
  );
  const publicIps = Object.keys(world.elasticIps).length + auto.length;
  const hourly = gateways.length * perHour.natGateway + publicIps * perHour.publicIpv4;
  return Math.round(hourly * hoursPerMonth * 100) / 100;
}

/** One delivery that nobody asked for. */
export interface Exposed {
  readonly from: string;
  readonly to: string;
}

/** Requests from the internet that reach an instance though no goal asks for it: every machine outside, to every instance with a public address. */
export function listExposure(level: Level, world: World): readonly Exposed[] {
  const asked = new Set(askedProbes(level).map((probe) => `${probe.from} ${receiverOf(world, probe)}`));
  const reachable = Object.keys(world.instances).filter((id) => hasPublicAddress(world, id));
  return Object.keys(world.internet).flatMap((from) =>
    reachable
      .filter((to) => !asked.has(`${from} ${to}`) && !asked.has(`${to} ${from}`))
      .filter((to) => traceExchange(world, { from, to }, { recording: false }).outcome !== 'dropped')
      .map((to) => ({ from, to })),
  );
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
