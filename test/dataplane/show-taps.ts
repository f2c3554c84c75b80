import type { Trace } from '../../src/dataplane/step.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import type { Packet } from '../../src/net/packet.ts';

/** One line a tap: where, what, and the packet as it leaves the tap. */
export function showTaps(trace: Trace | undefined): string[] {
  return listTaps(trace!).map(({ node, step }) => `${node} ${step.kind}: ${layers(step.after)}`);
}

function layers({ wraps, ip }: Packet): string {
  const shown = wraps.map((wrap) => {
    if (wrap.layer === 'underlay') return `[${wrap.source} → ${wrap.destination}]`;
    return wrap.layer === 'vpc' ? `[${wrap.vpcId} ${wrap.target}]` : `[${wrap.layer}]`;
  });
  return [...shown, `${ip.source} → ${ip.destination}`].join(' ');
}
