// For the bench: the same echo and its answer sent through the kernel and followed by the simulator, in the world of level 4.3
// (a NAT gateway, then the edge).

import { join } from 'node:path';
import { destinationAddress } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { invariant } from '../../src/invariant.ts';
import { builtInLibrary } from '../../src/levels/built-in.ts';
import { startHands } from './hands.ts';
import { whyNot } from './machine.ts';
import { planWorld } from './plan.ts';
import { GUEST } from './station.ts';

const LEVEL = 'one-packet-three-sources';
const PROBE = { from: 'i-app', to: 'dns', protocol: 'icmp' } as const;
const PINGS = 2000;
const EXCHANGES = 20_000;

interface RoundTrip {
  /** Microseconds, the median. */
  readonly sent: number;
  /** Microseconds, the mean, with all steps kept. */
  readonly simulated: number;
}

/** A sentence where this machine cannot send. */
export async function timeRoundTrip(folder: string): Promise<RoundTrip | string> {
  const reason = whyNot();
  if (reason) return reason;
  const level = builtInLibrary().level(LEVEL);
  invariant(level.ok, `${LEVEL} does not read`);
  const world = level.value.start;
  const hands = await startHands('/usr/bin/python3', join(folder, 'hands.py'));
  const destination = destinationAddress(world, PROBE);
  invariant(destination, `${PROBE.to} has no address`);
  const pings = { station: GUEST(PROBE.from), destination, count: PINGS };
  const times = [...(await hands.timePings(planWorld(world, []), pings))].sort((a, b) => a - b);
  hands.close();
  invariant(traceExchange(world, PROBE).outcome === 'conversed', 'the simulator gets no answer');
  for (let warm = 0; warm < EXCHANGES; warm++) traceExchange(world, PROBE);
  const started = performance.now();
  for (let made = 0; made < EXCHANGES; made++) traceExchange(world, PROBE);
  const simulated = ((performance.now() - started) * 1000) / EXCHANGES;
  return { sent: (times[PINGS / 2] ?? 0) * 1e6, simulated };
}
