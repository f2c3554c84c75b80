// What a device sends back about a packet that it does not pass on, and what the packet's sender makes of it. Source: D-MTU, D-DX, D-NATT
// (vpc-dataplane 11).

import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Trace } from '../../src/dataplane/step.ts';
import { type Tap, tapsOf } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const showTap = ({ node, step }: Tap) => `${node} ${step.kind}`;
const stepsOf = ({ hops }: Trace) => hops.flatMap(({ steps }) => steps.map(({ kind, rule }) => `${kind} ${rule}`));

describe('an answer that is too big for the wire back (D-DX)', () => {
  // lab sends over a wire with jumbo frames; AWS knows a longer prefix over another one, which has none.
  const narrow: Part = {
    gateways: {
      'dxvif-1': { mtu: 9001 },
      'dxvif-3': {
        kind: 'virtual-interface',
        interfaceType: 'private',
        connectionId: 'dxcon-1',
        vlan: 103,
        virtualGatewayId: 'vgw-1',
      },
      'site-hq': {
        routes: [{ destination: '10.1.0.0/16', target: 'dxvif-1' }],
        advertises: [
          { prefix: '172.16.0.0/16', over: 'dxvif-1' },
          { prefix: '172.16.5.0/24', over: 'dxvif-3' },
        ],
      },
    },
  };
  const exchange = (...changes: readonly Part[]) =>
    traceExchange(buildWorld(worldFile('hybrid'), narrow, ...changes), { from: 'lab', to: 'i-app', size: 9001 });

  test('is refused, its sender is told, and the smaller one arrives', () => {
    const { outcome, request, reply, bounces } = exchange();
    expect([outcome, bounces!.length]).toEqual(['conversed', 1]);
    expect(request.packet.ip.datagram).toEqual({ bytes: 9001, dontFragment: true, pieces: 1 });
    expect(reply!.packet.ip.datagram).toEqual({ bytes: 1500, dontFragment: true, pieces: 1 });
    const [{ direction, refused, signal }] = bounces as [NonNullable<typeof bounces>[number]];
    expect(direction).toBe('reply');
    expect(refused.fault).toMatchObject({ reason: 'MTU_EXCEEDED', at: 'dxvif-3', about: '9001 > 1500' });
    expect(signal.path).toEqual(['dxvif-3', 'host-a', 'i-app']);
    expect(stepsOf(signal).at(-1)).toBe('delivered guest-told');
  });

  test('the scrubber has the refused one, what was sent back, and the one that arrived', () => {
    const { request, reply } = tapsOf(exchange());
    expect(request.map(({ node }) => node)).not.toContain('dxvif-3');
    expect(reply.map(showTap)).toEqual([
      'i-app sent',
      'host-a matched-route',
      'host-a looked-up-mapping',
      'host-a encapsulated',
      'vgw-1 decapsulated',
      'vgw-1 matched-route',
      'dxvif-3 answered',
      'dxvif-3 dropped',
      'dxvif-3 looked-up-mapping',
      'dxvif-3 encapsulated',
      'host-a decapsulated',
      'i-app delivered',
      'i-app sent',
      'host-a matched-route',
      'host-a looked-up-mapping',
      'host-a encapsulated',
      'vgw-1 decapsulated',
      'vgw-1 matched-route',
      'dxvif-3 encapsulated',
      'site-hq decapsulated',
      'lab delivered',
    ]);
  });

  test('is lost where a filter keeps the error from its sender', () => {
    const deaf: Part = { securityGroups: { 'sg-app': { inbound: [{ protocol: 'tcp', peer: '0.0.0.0/0' }] } } };
    const { outcome, reply, bounces } = exchange(deaf);
    expect([outcome, reply!.fault?.reason, bounces![0]!.refused]).toEqual(['delivered', 'MTU_EXCEEDED', reply]);
    expect(bounces![0]!.signal.fault).toMatchObject({ reason: 'SG_DENY_INGRESS', at: 'sg-app' });
  });
});

describe('a request that is refused', () => {
  const icmp: Part = { securityGroups: { 'sg-web': { inbound: [{ protocol: 'icmp', peer: '0.0.0.0/0' }] } } };
  const world = buildWorld(worldFile('nat'), icmp);
  const big: Probe = { from: 'i-web', to: 'client', size: 9001 };

  test('and sent again smaller is both packets, with the error between', () => {
    const { request, reply } = tapsOf(traceExchange(world, big));
    expect(request.map(showTap)).toEqual([
      'i-web sent',
      'host-b matched-route',
      'host-b looked-up-mapping',
      'host-b encapsulated',
      'igw-1 decapsulated',
      'igw-1 answered',
      'igw-1 dropped',
      'igw-1 looked-up-mapping',
      'igw-1 encapsulated',
      'host-b decapsulated',
      'i-web delivered',
      'i-web sent',
      'host-b matched-route',
      'host-b looked-up-mapping',
      'host-b encapsulated',
      'igw-1 decapsulated',
      'igw-1 translated',
      'client delivered',
    ]);
    expect(reply[0]).toMatchObject({ node: 'client', step: { kind: 'sent' } });
  });

  test('for good is shown once, and what was sent back stands for the answer', () => {
    const exchange = traceExchange(world, { from: 'i-web', to: 'client', ttl: 1 });
    const { request, reply } = tapsOf(exchange);
    expect(stepsOf(exchange.request).slice(-2)).toEqual(['answered ttl-spent', 'dropped ttl-spent']);
    expect(request.map(showTap).slice(-3)).toEqual(['igw-1 translated', 'internet answered', 'internet dropped']);
    expect(reply.map(showTap)).toEqual([
      'igw-1 translated',
      'igw-1 looked-up-mapping',
      'igw-1 encapsulated',
      'host-b decapsulated',
      'i-web delivered',
    ]);
  });

  test('in silence has no answer at all', () => {
    const exchange = traceExchange(world, { from: 'i-web', to: '203.0.113.77' });
    expect(tapsOf(exchange).reply).toEqual([]);
    expect(exchange).not.toHaveProperty('bounces');
  });
});

test('a fault says no more than it knows', () => {
  const world = buildWorld(worldFile('article'), { instances: { 'i-vm1': { state: 'stopped' } } });
  const { request } = traceExchange(world, { from: 'i-vm1', to: 'client' });
  expect(request.fault).toStrictEqual({
    reason: 'INSTANCE_STOPPED',
    code: 'BAD_STATE',
    at: 'i-vm1',
    traffic: 'tcp/443',
  });
});

test('a verdict keeps neither hops nor a path', () => {
  const { outcome, request, reply } = traceExchange(
    buildWorld(worldFile('article')),
    { from: 'i-vm1', to: 'client' },
    { recording: false },
  );
  expect([outcome, request.hops, request.path, reply!.hops, reply!.path]).toEqual(['conversed', [], [], [], []]);
});

test('a later packet on a connection that could not be opened is the opening’s failure, and no more', () => {
  const world = buildWorld(worldFile('article'), { routeTables: { 'rtb-red': { routes: [] } } });
  const probe: Probe = { from: 'i-vm1', to: 'client' };
  expect(traceExchange(world, { ...probe, continues: true })).toStrictEqual(traceExchange(world, probe));
});
