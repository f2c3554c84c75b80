// What stateful devices forget while a connection is idle. A NAT gateway forgets every flow after 350 s; the host's connection tracking keeps
// TCP for five days, UDP for minutes. Source: D-NATT, D-CT (vpc-dataplane 4.2, 8). Simplified: one connection, whose two ends may send
// keep-alives; tracking on Nitro v6, which forgets TCP after 350 s, is not modelled.

import type { World } from '../cloud/world.ts';
import type { Protocol } from '../net/packet.ts';
import { applicationOf } from './probe.ts';
import { findSubnetRoute } from './routing.ts';
import type { Sessions, TrackedFlow } from './sessions.ts';
import type { NatFlow } from './step.ts';

/** Seconds without a packet after which a NAT gateway forgets a flow. Source: D-NATT. */
const NAT_IDLE_SECONDS = 350;

/** The same of a load balancer. Source: D-NLB. */
export const BALANCED_IDLE_SECONDS = { tcp: 350, udp: 120 } as const;

/** The same of an interface's connection tracking, for flows that have been answered. Source: D-CT. */
export const TRACKED_IDLE_SECONDS: Readonly<Record<Protocol, number>> = {
  tcp: 432_000,
  udp: 180,
  icmp: 600,
  esp: 600,
  gre: 600,
};

/** The same of a NAT. Inferred: a NAT instance and a company's router track flows as a host does. */
export function natIdleSeconds({ gateways }: World, { owner, protocol }: NatFlow): number {
  const isNatGateway = /nat-gateway$/.test(gateways[owner]?.kind ?? '');
  return isNatGateway ? NAT_IDLE_SECONDS : TRACKED_IDLE_SECONDS[protocol];
}

/** How long the connection has really been without a packet: either end may have sent keep-alives meanwhile. */
export function idleTime(world: World, machines: readonly string[]): number {
  const keepAlives = machines.flatMap((machine) => applicationOf(world, machine)?.keepAliveSeconds ?? []);
  return Math.min(world.conditions.idleSeconds, ...keepAlives);
}

/** Forgets what is idle for too long. An edit since then also cuts what no interface tracks. */
export function ageSessions(sessions: Sessions, world: World, idleSeconds: number, edited: boolean): void {
  sessions.forgotten.push(...takeOut(sessions.nat, (flow) => idleSeconds >= natIdleSeconds(world, flow)));
  takeOut(
    sessions.balanced,
    ({ protocol }) => idleSeconds >= BALANCED_IDLE_SECONDS[protocol === 'udp' ? 'udp' : 'tcp'],
  );
  takeOut(
    sessions.tracked,
    (flow) =>
      idleSeconds >= TRACKED_IDLE_SECONDS[flow.protocol] || (edited && flow.isOpen && !isAlwaysTracked(world, flow)),
  );
}

const STATEFUL_TARGETS = ['nat-', 'tgw-', 'eigw-', 'vpce-'];

/** A flow by way of another stateful service is tracked whatever its rules. Source: D-CT. */
function isAlwaysTracked(world: World, { networkInterfaceId, remote }: TrackedFlow): boolean {
  const { subnetId } = world.networkInterfaces[networkInterfaceId] ?? {};
  const target = subnetId && findSubnetRoute(world, subnetId, remote)?.target;
  return STATEFUL_TARGETS.some((prefix) => target?.startsWith(prefix));
}

function takeOut<T>(list: T[], isOut: (item: T) => boolean): readonly T[] {
  const out = list.filter(isOut);
  list.splice(0, list.length, ...list.filter((item) => !out.includes(item)));
  return out;
}
