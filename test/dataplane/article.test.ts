import { expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Trace } from '../../src/dataplane/step.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import type { Packet } from '../../src/net/packet.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

const probe = { from: 'i-vm1', to: '8.8.8.8' };

/** One line a tap: where, what, and the packet as it leaves the tap. */
function show(trace: Trace | undefined): string[] {
  return listTaps(trace!).map(({ node, step }) => `${node} ${step.kind}: ${layers(step.after)}`);
}

function layers({ wraps, ip }: Packet): string {
  const shown = wraps.map((wrap) => {
    if (wrap.layer === 'underlay') return `[${wrap.source} → ${wrap.destination}]`;
    return wrap.layer === 'vpc' ? `[${wrap.vpcId} ${wrap.target}]` : `[${wrap.layer}]`;
  });
  return [...shown, `${ip.source} → ${ip.destination}`].join(' ');
}

// Source: Z2 (the article), T15, T17; vpc-dataplane 2.2, 12.
test('the article flow leaves in seven taps: sent, route, mapping, wrap, strip, swap, delivered', () => {
  const { request } = traceExchange(buildWorld(worldFile('article')), probe);
  expect(show(request)).toEqual([
    'i-vm1 sent: 10.1.0.5 → 8.8.8.8',
    'host-a matched-route: 10.1.0.5 → 8.8.8.8',
    'host-a looked-up-mapping: 10.1.0.5 → 8.8.8.8',
    'host-a encapsulated: [100.64.0.11 → 100.64.255.1] [vpc-red igw-1] 10.1.0.5 → 8.8.8.8',
    'igw-1 decapsulated: 10.1.0.5 → 8.8.8.8',
    'igw-1 translated: 52.0.0.9 → 8.8.8.8',
    '8.8.8.8 delivered: 52.0.0.9 → 8.8.8.8',
  ]);
});

test('the answer takes every step in reverse, and the guest sees its private address only', () => {
  const { reply } = traceExchange(buildWorld(worldFile('article')), probe);
  expect(show(reply)).toEqual([
    '8.8.8.8 sent: 8.8.8.8 → 52.0.0.9',
    'igw-1 translated: 8.8.8.8 → 10.1.0.5',
    'igw-1 looked-up-mapping: 8.8.8.8 → 10.1.0.5',
    'igw-1 encapsulated: [100.64.255.1 → 100.64.0.11] [vpc-red eni-vm1] 8.8.8.8 → 10.1.0.5',
    'host-a decapsulated: 8.8.8.8 → 10.1.0.5',
    'i-vm1 delivered: 8.8.8.8 → 10.1.0.5',
  ]);
});

test('the far end sees the public address, with the guest own port', () => {
  const { outcome, seen, flows } = traceExchange(buildWorld(worldFile('article')), {
    ...probe,
    sourcePort: 40000,
    port: 53,
  });
  expect(outcome).toBe('conversed');
  expect(seen).toEqual({
    protocol: 'tcp',
    source: { address: '52.0.0.9', port: 40000 },
    destination: { address: '8.8.8.8', port: 53 },
  });
  expect(flows).toEqual([]);
});

test('nothing stands between vm1 and 8.8.8.8', () => {
  expect(diagnose(buildWorld(worldFile('article')), probe)).toEqual([]);
});
