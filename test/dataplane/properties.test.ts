import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { World } from '../../src/cloud/world.ts';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';

// Small worlds with everything a packet can meet, right and wrong: two subnets and a forwarder's, an internet gateway that may be
// detached, a NAT gateway that may stand anywhere, routes to anything, filters that let a part through.

const target = fc.constantFrom('igw-1', 'igw-2', 'nat-1', 'eni-a', 'eni-b', 'eni-f', 'eni-gone', 'local');
const destination = fc.constantFrom(
  '0.0.0.0/0',
  '198.51.100.0/24',
  '198.51.100.8/32',
  '10.1.1.0/24',
  '10.1.2.0/24',
  '10.1.9.0/24',
  '52.0.0.0/24',
  '8.0.0.0/7',
);
const routes = fc.uniqueArray(fc.record({ destination, target }), {
  maxLength: 4,
  selector: (route) => route.destination,
});
const ports = fc.option(fc.constantFrom({ from: 443, to: 443 }, { from: 1024, to: 65535 }, { from: 0, to: 500 }), {
  nil: undefined,
});
const block = fc.constantFrom(
  '0.0.0.0/0',
  '10.1.0.0/16',
  '10.1.1.0/24',
  '198.51.100.0/24',
  '52.0.0.0/24',
  '10.1.9.10/32',
);
const protocol = fc.constantFrom('all', 'tcp', 'icmp');
const rule = fc.record({ protocol, ports, peer: fc.oneof(block, fc.constantFrom('sg-a', 'sg-b')) });
const entries = fc.uniqueArray(
  fc.record({
    number: fc.integer({ min: 1, max: 6 }),
    action: fc.constantFrom('allow', 'deny'),
    protocol,
    ports,
    cidr: block,
  }),
  { maxLength: 3, selector: (entry) => entry.number },
);
const mostly = <T>(usual: T, other: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: other });
const openGroup = { vpcId: 'vpc-red', inbound: [{ peer: '0.0.0.0/0' }], outbound: [{ peer: '0.0.0.0/0' }] };
const openList = {
  vpcId: 'vpc-red',
  inbound: [{ number: 9, action: 'allow', cidr: '0.0.0.0/0' }],
  outbound: [{ number: 9, action: 'allow', cidr: '0.0.0.0/0' }],
};
const group = mostly<object>(
  openGroup,
  fc.record({
    vpcId: fc.constant('vpc-red'),
    inbound: fc.array(rule, { maxLength: 2 }),
    outbound: fc.array(rule, { maxLength: 2 }),
  }),
);
const acl = mostly<object>(openList, fc.record({ vpcId: fc.constant('vpc-red'), inbound: entries, outbound: entries }));
const state = mostly('running', fc.constant('stopped'));
const forwarding = fc.constantFrom('none', 'router', 'nat');
const check = fc.boolean();
const placed = mostly<string | null | undefined>(undefined, fc.constantFrom('host-a', 'host-b', null));

const world = fc
  .record({
    tables: fc.tuple(routes, routes, routes),
    groups: fc.tuple(group, group),
    lists: fc.tuple(acl, acl),
    states: fc.tuple(state, state, state),
    forwardings: fc.tuple(forwarding, forwarding, forwarding),
    checks: fc.tuple(check, check, check),
    mapped: fc.tuple(placed, placed),
    attached: mostly(true, fc.constant(false)),
    natIn: fc.constantFrom('f', 'a', 'b'),
    natState: mostly('available', fc.constantFrom('pending', 'failed')),
    eips: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), mostly(true, fc.constant(false))),
    allowedSources: mostly<string[] | undefined>(undefined, fc.constant(['198.51.100.0/24'])),
  })
  .map((draw): World => {
    const homes = {
      a: '10.1.1.5',
      b: '10.1.2.5',
      f: '10.1.9.10',
      nat: { a: '10.1.1.20', b: '10.1.2.20', f: '10.1.9.20' }[draw.natIn]!,
    };
    const machines = (['a', 'b', 'f'] as const).map((name, index) => [name, index] as const);
    const eip = (name: keyof typeof homes, index: number) => ({
      publicIp: `52.0.0.${index + 1}`,
      ...(draw.eips[index] && {
        association: { id: `eipassoc-${name}`, networkInterfaceId: `eni-${name}`, privateIp: homes[name] },
      }),
    });
    const result = readWorld({
      hosts: { 'host-a': { underlay: '100.64.0.11' }, 'host-b': { underlay: '100.64.0.12' } },
      vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16'] } },
      subnets: Object.fromEntries(
        machines.map(([name], index) => [
          `subnet-${name}`,
          { vpcId: 'vpc-red', cidr: `10.1.${[1, 2, 9][index]}.0/24`, networkAclId: `acl-${name === 'a' ? 'a' : 'b'}` },
        ]),
      ),
      routeTables: Object.fromEntries(
        machines.map(([name, index]) => [`rtb-${name}`, { vpcId: 'vpc-red', routes: draw.tables[index] }]),
      ),
      routeAssociations: Object.fromEntries(
        machines.map(([name]) => [`rtbassoc-${name}`, { routeTableId: `rtb-${name}`, subnetId: `subnet-${name}` }]),
      ),
      gateways: {
        'igw-1': { kind: 'internet-gateway', ...(draw.attached && { vpcId: 'vpc-red' }) },
        'nat-1': {
          kind: 'nat-gateway',
          vpcId: 'vpc-red',
          subnetId: `subnet-${draw.natIn}`,
          networkInterfaceId: 'eni-nat',
          state: draw.natState,
        },
      },
      instances: Object.fromEntries(
        machines.map(([name, index]) => [
          `i-${name}`,
          {
            hostId: index === 1 ? 'host-b' : 'host-a',
            state: draw.states[index],
            forwarding: draw.forwardings[index],
            ...(name === 'b' && draw.allowedSources && { application: { allowedSources: draw.allowedSources } }),
          },
        ]),
      ),
      networkInterfaces: {
        ...Object.fromEntries(
          machines.map(([name, index]) => [
            `eni-${name}`,
            {
              subnetId: `subnet-${name}`,
              instanceId: `i-${name}`,
              addresses: [{ address: homes[name] }],
              groups: [name === 'b' ? 'sg-b' : 'sg-a'],
              sourceDestCheck: draw.checks[index],
            },
          ]),
        ),
        'eni-nat': { subnetId: `subnet-${draw.natIn}`, managedBy: 'nat-1', addresses: [{ address: homes.nat }] },
      },
      elasticIps: {
        'eipalloc-a': eip('a', 0),
        'eipalloc-b': eip('b', 1),
        'eipalloc-f': eip('f', 2),
        'eipalloc-nat': eip('nat', 3),
      },
      securityGroups: { 'sg-a': draw.groups[0], 'sg-b': draw.groups[1] },
      networkAcls: { 'acl-a': draw.lists[0], 'acl-b': draw.lists[1] },
      mapping: Object.fromEntries(
        [
          ['vpc-red/10.1.1.5', draw.mapped[0]],
          ['vpc-red/10.1.2.5', draw.mapped[1]],
        ].filter(([, device]) => device !== undefined),
      ),
      internet: { client: { address: '198.51.100.8' } },
      frames: {
        'frame-1': {
          fromHost: 'host-b',
          toHost: 'host-a',
          vpcId: 'vpc-red',
          source: '10.1.2.5',
          destination: '10.1.1.5',
        },
      },
    });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  });

const probe: fc.Arbitrary<Probe> = fc.record(
  {
    from: fc.constantFrom('i-a', 'i-b', 'i-f', 'client', 'frame-1'),
    to: fc.constantFrom(
      'i-a',
      'i-b',
      'i-f',
      'client',
      '8.8.8.8',
      '10.1.1.99',
      '52.0.0.2',
      '52.0.0.4',
      '10.1.9.20',
      '172.16.0.9',
    ),
    protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const, 'gre' as const),
    byPublicAddress: fc.boolean(),
    port: fc.constantFrom(443, 22, 8443),
  },
  { requiredKeys: ['from', 'to'] },
);

describe('for every world and every question', () => {
  test('a trace ends, in one of the four ways, and a bad end has a fault', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const { request, reply } = traceExchange(anyWorld, question);
        for (const trace of reply ? [request, reply] : [request]) {
          expect(['delivered', 'refused', 'dropped', 'looped']).toContain(trace.disposition);
          expect(trace.fault === undefined).toBe(trace.disposition === 'delivered');
          expect(trace.fault?.at ?? trace.at).toBe(trace.at);
        }
      }),
    );
  });

  test('recording changes nothing of the verdict', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const verdict = (recording: boolean) => {
          const { outcome, request, reply, seen, flows } = traceExchange(anyWorld, question, { recording });
          const ends = [request, reply].map(
            (trace) => trace && [trace.disposition, trace.at, trace.fault, trace.packet],
          );
          return { outcome, ends, seen, flows };
        };
        expect(verdict(false)).toEqual(verdict(true));
      }),
    );
  });

  test('the same world and question give the same trace, and leave the world as it was', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const before = structuredClone(anyWorld);
        const first = traceExchange(anyWorld, question);
        expect(traceExchange(structuredClone(anyWorld), question)).toEqual(first);
        expect(traceExchange(anyWorld, question)).toEqual(first);
        expect(anyWorld).toEqual(before);
      }),
    );
  });

  test('what the sender gets back is what it sent, with the ends swapped: all translation is undone', () => {
    let conversations = 0;
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const { outcome, request, reply } = traceExchange(anyWorld, question);
        if (outcome !== 'conversed') return;
        conversations++;
        const sent = request.hops[0]!.steps[0]!.after;
        expect([reply!.packet.ip.source, reply!.packet.ip.destination]).toEqual([sent.ip.destination, sent.ip.source]);
        expect(reply!.packet.wraps).toEqual([]);
      }),
    );
    expect(conversations).toBeGreaterThan((fc.readConfigureGlobal().numRuns ?? 0) / 30);
  });

  test('each step begins where the step before it ended', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const steps = traceExchange(anyWorld, question).request.hops.flatMap((hop) => hop.steps);
        for (const [index, step] of steps.entries())
          if (index > 0) expect(step.before).toEqual(steps[index - 1]!.after);
      }),
    );
  });

  test('a packet is wrapped exactly while it is on the substrate', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        for (const { place, steps } of traceExchange(anyWorld, question).request.hops)
          if (place === 'guest' || place === 'internet' || place === 'outside')
            for (const { after } of steps) expect(after.wraps).toEqual([]);
      }),
    );
  });

  test('a diagnosis is empty exactly when the exchange works, begins with what stops it, and lists nothing twice', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const findings = diagnose(anyWorld, question);
        const { outcome, request } = traceExchange(anyWorld, question);
        const works = outcome === 'conversed' || (question.from === 'frame-1' && outcome === 'delivered');
        expect(findings.length === 0).toBe(works);
        if (request.fault) expect(findings[0]).toMatchObject({ ...request.fault, direction: 'request' });
        const keys = findings.map((finding) => JSON.stringify({ ...finding, direction: '' }));
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  test('taps hold every step once, in order', () => {
    fc.assert(
      fc.property(world, probe, (anyWorld, question) => {
        const { request } = traceExchange(anyWorld, question);
        const fromTaps = listTaps(request).flatMap(({ also, step }) => [...also, step]);
        expect(fromTaps).toEqual(request.hops.flatMap((hop) => hop.steps));
      }),
    );
  });
});
