// Everything that stands between two machines, there and back: the walk notes each fault and goes on as if it were mended.
// What it assumes once it has listed a fault (a missing public address, a gateway not attached) stays assumed, so that one missing
// thing is listed once. It cannot go past a fault that leaves it no idea where the packet was meant to go; then the list ends there.

import type { World } from '../cloud/world.ts';
import type { DropReason } from './codes.ts';
import { makePretence } from './pretence.ts';
import type { Probe } from './probe.ts';
import type { Fault } from './step.ts';
import { traceExchange } from './trace.ts';

export interface Finding extends Fault {
  readonly direction: 'request' | 'reply';
}

export function diagnose(world: World, probe: Probe): readonly Finding[] {
  const findings: Finding[] = [];
  const known = new Set<string>();
  const { settled, unheard } = settle(world, probe);
  traceExchange(world, settled, {
    recording: false,
    pretence: makePretence(),
    onWalk: ({ faults }, isReply) => {
      for (const fault of faults) {
        const key = whatIsMissing(fault);
        if (known.has(key)) continue;
        known.add(key);
        findings.push({ ...fault, direction: isReply ? 'reply' : 'request' });
      }
    },
  });
  return [...findings, ...unheard];
}

/**
 * A probe whose size or time to live matters, as it is once its sender has learnt what devices told it; and why they were not heard.
 * Going past a fault skips what a device answers, so that has to be known before.
 */
function settle(world: World, probe: Probe): { readonly settled: Probe; readonly unheard: readonly Finding[] } {
  if (probe.size === undefined && probe.ttl === undefined) return { settled: probe, unheard: [] };
  const { request, bounces = [] } = traceExchange(world, probe, { recording: false });
  const unheard = bounces.flatMap(({ signal: { fault } }) =>
    fault ? [{ ...fault, direction: 'reply' as const }] : [],
  );
  return { settled: { ...probe, size: request.packet.ip.datagram?.bytes }, unheard };
}

/** Faults that are one setting of the component, whatever packet meets it. */
const ONE_SETTING: ReadonlySet<DropReason> = new Set([
  'INSTANCE_STOPPED',
  'ZONE_DOWN',
  'COMPONENT_DOWN',
  'GATEWAY_DETACHED',
  'TUNNEL_DOWN',
  'WIRE_DOWN',
  'SRC_DST_CHECK',
  'NOT_FORWARDING',
  'SG_EMPTY_EGRESS',
  'SG_EMPTY_INGRESS',
]);

/** One edit would mend two faults with the same key. */
function whatIsMissing({ reason, at, about, traffic, row }: Fault): string {
  if (ONE_SETTING.has(reason)) return `${reason} ${at}`;
  if (row && 'destination' in row) return `${reason} ${at} ${row.destination}`;
  return `${reason} ${at} ${about} ${traffic}`;
}
