// Everything that stands between two machines, there and back: the walk notes each fault and goes on as if it were mended.
// What it assumes once it has listed a fault (a missing public address, a gateway not attached) stays assumed, so that one missing
// thing is listed once. It cannot go past a fault that leaves it no idea where the packet was meant to go; then the list ends there.

import type { World } from '../cloud/world.ts';
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
  traceExchange(world, probe, {
    recording: false,
    pretence: makePretence(),
    onWalk: ({ faults }, isReply) => {
      for (const fault of faults) {
        const key = `${fault.code} ${fault.at}`;
        if (known.has(key)) continue;
        known.add(key);
        findings.push({ ...fault, direction: isReply ? 'reply' : 'request' });
      }
    },
  });
  return findings;
}
