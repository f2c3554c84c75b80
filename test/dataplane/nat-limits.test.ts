import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const start = (...changes: readonly Part[]) => buildWorld(worldFile('two-zones'), ...changes);
const probe: Probe = { from: 'i-app-b', to: 'client' };
const lost = (...lostZones: readonly string[]): Part => ({ conditions: { lostZones } });
const idle = (idleSeconds: number): Part => ({ conditions: { idleSeconds } });
const routeTo = (target: string): Part => ({
  routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target }] } },
});

function fateOf(question: Probe, ...changes: readonly Part[]): string {
  const { outcome, request, reply } = traceExchange(start(...changes), question);
  const fault = reply?.fault ?? request.fault;
  return fault ? `${fault.code} at ${fault.at}` : outcome;
}

describe('a lost zone takes what stands in it (D-NAT)', () => {
  test.each<[string, string, Probe, readonly Part[]]>([
    ['no zone is lost', 'conversed', probe, []],
    ['the zone of the NAT gateway', 'BAD_STATE at nat-a', probe, [lost('us-east-1a')]],
    ['the other zone, of a sender in the first', 'conversed', { ...probe, from: 'i-app-a' }, [lost('us-east-1b')]],
    ['the zone of the sender', 'BAD_STATE at i-app-b', probe, [lost('us-east-1b')]],
    ['the zone of the receiver', 'BAD_STATE at i-app-a', { from: 'i-app-b', to: 'i-app-a' }, [lost('us-east-1a')]],
    ['the first zone, by the gateway of the second', 'conversed', probe, [lost('us-east-1a'), routeTo('nat-b')]],
    ['both zones', 'BAD_STATE at i-app-b', probe, [lost('us-east-1a', 'us-east-1b')]],
  ])('%s: %s', (_what, expected, question, changes) => {
    expect(fateOf(question, ...changes)).toBe(expected);
  });

  test('its route stays active: nobody tells the table', () => {
    const { request } = traceExchange(start(lost('us-east-1a')), probe);
    expect(request.path).toEqual(['i-app-b', 'host-b', 'nat-a']);
    expect(request.fault).toMatchObject({ reason: 'ZONE_DOWN', about: 'us-east-1a' });
  });

  test('a diagnosis lists it once and goes on', () => {
    expect(diagnose(start(lost('us-east-1a')), probe).map(({ code, at }) => `${code} ${at}`)).toEqual([
      'BAD_STATE nat-a',
    ]);
  });

  test.each<[string, Probe, string]>([
    ['a sender', { from: 'i-app-a', to: 'i-app-b' }, 'i-app-a'],
    ['a receiver', { from: 'i-app-b', to: 'i-app-a' }, 'i-app-b host-b host-a'],
  ])('%s in it ends the request where it stands', (_what, question, path) => {
    const { request } = traceExchange(start(lost('us-east-1a')), question);
    expect(request.path.join(' ')).toBe(path);
    expect(request.fault).toMatchObject({ reason: 'ZONE_DOWN', at: 'i-app-a', about: 'us-east-1a' });
  });

  test('an internet gateway is Regional and goes on', () => {
    expect(fateOf({ from: 'i-app-a', to: 'client' }, lost('us-east-1b'))).toBe('conversed');
  });
});

describe('55,000 ports for each destination and address (D-NAT, D-LIM)', () => {
  const seenFrom = (flow: number) => traceExchange(start(), { ...probe, flow }).seen?.source.address;

  test.each<[number, string]>([
    [1, '203.0.113.50'],
    [55_000, '203.0.113.50'],
    [55_001, '203.0.113.51'],
    [110_000, '203.0.113.51'],
  ])('flow %i of one destination shows %s', (flow, expected) => {
    expect(seenFrom(flow)).toBe(expected);
  });

  test.each<[string, string, string, Probe, readonly Part[]]>([
    ['one more than two addresses have', 'D-NAT', 'NAT_PORTS_EXHAUSTED at nat-a', { ...probe, flow: 110_001 }, []],
    ['55,001 on one address', 'D-NAT', 'NAT_PORTS_EXHAUSTED at nat-b', { ...probe, flow: 55_001 }, [routeTo('nat-b')]],
    [
      'UDP as well',
      'D-NAT',
      'NAT_PORTS_EXHAUSTED at nat-b',
      { ...probe, protocol: 'udp', flow: 55_001 },
      [routeTo('nat-b')],
    ],
    [
      'a private address without a public one does not count',
      'inferred',
      'NAT_PORTS_EXHAUSTED at nat-a',
      { ...probe, flow: 55_001 },
      [{ elasticIps: { 'eipalloc-nat-a2': undefined } }],
    ],
  ])('%s (%s): %s', (_what, _source, expected, question, changes) => {
    expect(fateOf(question, ...changes)).toBe(expected);
  });

  test.each<[string, string, Probe, readonly Part[]]>([
    ['the full destination', '198.51.100.8 tcp/443', { ...probe, flow: 110_001 }, []],
    ['the forgotten one', '198.51.100.8 tcp/443', probe, [idle(400)]],
    ['the protocol that it does not cut', 'ICMP', { ...probe, protocol: 'icmp', size: 10_000 }, []],
  ])('the fault names %s', (_what, about, question, changes) => {
    expect(traceExchange(start(...changes), question).request.fault).toMatchObject({ at: 'nat-a', about });
  });

  test('the packet is dropped in silence', () => {
    expect(traceExchange(start(), { ...probe, flow: 110_001 }).bounces).toBeUndefined();
  });

  test('a private gateway counts its private addresses', () => {
    const change: Part = {
      gateways: { 'nat-a': { connectivityType: 'private', allocationId: undefined } },
      elasticIps: { 'eipalloc-nat-a': undefined, 'eipalloc-nat-a2': undefined },
    };
    const flows = [55_000, 55_001].map(
      (flow) => traceExchange(start(change), { ...probe, flow }).flows[0]?.outside.address,
    );
    expect(flows).toEqual(['10.1.1.50', '10.1.1.51']);
  });
});

describe('350 seconds without a packet (D-NATT)', () => {
  const keepAlive = (machine: string, keepAliveSeconds: number): Part =>
    machine === 'client'
      ? { internet: { client: { application: { keepAliveSeconds } } } }
      : { instances: { [machine]: { application: { keepAliveSeconds } } } };

  test.each<[string, string, Probe, readonly Part[]]>([
    ['349 s', 'conversed', probe, [idle(349)]],
    ['350 s', 'NAT_IDLE_EXPIRED at nat-a', probe, [idle(350)]],
    ['400 s, but a new connection', 'conversed', { ...probe, continues: false }, [idle(400)]],
    ['400 s, and the sender keeps it alive', 'conversed', probe, [idle(400), keepAlive('i-app-b', 300)]],
    ['400 s, and the far end does', 'conversed', probe, [idle(400), keepAlive('client', 60)]],
    [
      '400 s with a keep-alive that is too rare',
      'NAT_IDLE_EXPIRED at nat-a',
      probe,
      [idle(400), keepAlive('i-app-b', 350)],
    ],
    ['400 s of UDP: the flow opens anew', 'conversed', { ...probe, protocol: 'udp' }, [idle(400)]],
    ['400 s without a NAT', 'conversed', { from: 'i-app-b', to: 'i-app-a' }, [idle(400)]],
    [
      '400 s, and the way was never there',
      'NO_ROUTE_TO_DESTINATION at rtb-app',
      probe,
      [idle(400), { routeTables: { 'rtb-app': { routes: [] } } }],
    ],
  ])('%s: %s', (_what, expected, question, changes) => {
    expect(fateOf(question, ...changes)).toBe(expected);
  });

  test('the next packet is answered with a reset that looks like the far end’s', () => {
    const { bounces, request, opening, idleSeconds } = traceExchange(start(idle(400)), probe);
    const [bounce] = bounces!;
    expect(bounce?.refused).toBe(request);
    expect(bounce?.signal).toMatchObject({ disposition: 'delivered', at: 'i-app-b' });
    expect(bounce?.signal.packet).toMatchObject({
      ip: { source: '198.51.100.8', destination: '10.1.4.20' },
      transport: { protocol: 'tcp', sourcePort: 443, destinationPort: 40112, isReset: true },
    });
    expect(bounce?.signal.path).toEqual(['nat-a', 'host-b', 'i-app-b']);
    expect([opening?.outcome, idleSeconds]).toEqual(['conversed', 400]);
  });

  test('the scrubber has the reset before the end', () => {
    const { request } = traceExchange(start(idle(400)), probe);
    const steps = request.hops.at(-1)!.steps;
    expect(steps.slice(-2).map(({ kind, rule }) => `${kind} ${rule}`)).toEqual([
      'answered nat-idle',
      'dropped nat-idle',
    ]);
  });

  test('another gateway never saw the connection, and resets it as well (inferred)', () => {
    const moved = traceExchange(start(routeTo('nat-b')), { ...probe, continues: true }, { openedIn: start() });
    expect(moved.request.fault?.code).toBe('NAT_FLOW_UNKNOWN');
    expect(moved.bounces?.[0]?.signal.disposition).toBe('delivered');
    expect(
      moved.request.hops
        .at(-1)!
        .steps.slice(-2)
        .map(({ kind, rule }) => `${kind} ${rule}`),
    ).toEqual(['answered nat-lost-flow', 'dropped nat-lost-flow']);
  });

  test('a keep-alive is a matter of machines that the World names', () => {
    expect(fateOf({ ...probe, to: '8.8.8.8' }, idle(349))).toBe('conversed');
  });
});

describe('connections across an edit (D-CT, D-NACL)', () => {
  const group = (inbound: Part[], outbound: Part[]): Part => ({
    securityGroups: { 'sg-red-default': { inbound, outbound } },
  });
  const everybody: Part = { peer: '0.0.0.0/0' };
  const inside: Part = { peer: '10.1.0.0/16' };
  const later: Probe = { from: 'i-app-b', to: 'i-app-a', continues: true };

  test.each<[string, string, string, Part, Part]>([
    ['a tracked flow outlives its rule', 'D-CT', 'conversed', group([inside], [inside]), group([], [])],
    ['an untracked one is cut at once', 'D-CT', 'SG_HAS_NO_RULES', group([everybody], [everybody]), group([], [])],
    [
      'a network ACL cuts at once',
      'D-CT',
      'SUBNET_ACL_RESTRICTION',
      {},
      { networkAcls: { 'acl-red-default': { vpcId: 'vpc-red', isDefault: true, inbound: [], outbound: [] } } },
    ],
  ])('%s (%s): %s', (_what, _source, expected, before, after) => {
    const { outcome, request } = traceExchange(start(after), later, { openedIn: start(before) });
    expect(request.fault?.code ?? outcome).toBe(expected);
  });

  test.each<[Probe['protocol'], number, string]>([
    ['udp', 179, 'conversed'],
    ['udp', 180, 'SG_HAS_NO_RULES'],
    ['icmp', 599, 'conversed'],
    ['icmp', 600, 'SG_HAS_NO_RULES'],
    ['tcp', 431_999, 'conversed'],
    ['tcp', 432_000, 'SG_HAS_NO_RULES'],
  ])('%s is tracked until it is idle for long: %i s (D-CT): %s', (protocol, seconds, expected) => {
    const world = start(group([], []), idle(seconds));
    const { outcome, request } = traceExchange(
      world,
      { ...later, protocol },
      { openedIn: start(group([inside], [inside])) },
    );
    expect(request.fault?.code ?? outcome).toBe(expected);
  });

  test('a flow by a NAT gateway is tracked, however open its rules are', () => {
    const opened = start(group([everybody], [everybody]));
    const { outcome } = traceExchange(start(group([], [])), { ...probe, continues: true }, { openedIn: opened });
    expect(outcome).toBe('conversed');
  });
});
