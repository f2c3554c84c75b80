import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

/** web has an address of its own, app goes by the NAT gateway; ICMP is let in from the VPC, so also the errors of its routers. */
const start = (...changes: readonly Part[]) =>
  buildWorld(
    worldFile('nat'),
    { securityGroups: { 'sg-app': { inbound: [{ protocol: 'icmp', peer: '0.0.0.0/0' }] } } },
    { securityGroups: { 'sg-web': { inbound: [{ protocol: 'icmp', peer: '10.0.0.0/16' }] } } },
    ...changes,
  );
const web: Probe = { from: 'i-web', to: 'client' };
const app: Probe = { from: 'i-app', to: 'client' };

function fateOf(question: Probe, ...changes: readonly Part[]): string {
  const { outcome, request, reply } = traceExchange(start(...changes), question);
  const fault = reply?.fault ?? request.fault;
  return fault ? `${fault.code} at ${fault.at}` : outcome;
}

/** D-NACL, D-MTU: destination unreachable, fragmentation needed, and nothing else. */
const tooBigOnly = (code: number): Part => ({
  securityGroups: { 'sg-web': { inbound: [{ protocol: 'icmp', icmp: { type: 3, code }, peer: '10.0.0.0/16' }] } },
  networkAcls: {
    'acl-q': {
      inbound: [
        { number: 40, action: 'allow', protocol: 'icmp', icmp: { type: 3, code }, cidr: '0.0.0.0/0' },
        { number: 50, action: 'deny', protocol: 'icmp', cidr: '0.0.0.0/0' },
        { number: 100, action: 'allow', cidr: '0.0.0.0/0' },
      ],
    },
  },
});

const noErrors: Part = { securityGroups: { 'sg-web': { inbound: [] } } };
const aclWithoutErrors: Part = {
  networkAcls: {
    'acl-q': {
      inbound: [
        { number: 50, action: 'deny', protocol: 'icmp', cidr: '0.0.0.0/0' },
        { number: 100, action: 'allow', cidr: '0.0.0.0/0' },
      ],
    },
  },
};

describe('how big a packet may be (D-MTU)', () => {
  test.each<[string, string, Probe, readonly Part[]]>([
    ['9001 bytes inside the VPC', 'conversed', { from: 'i-app', to: 'i-web', protocol: 'icmp', size: 9001 }, []],
    ['9002 bytes, uncut, inside the VPC', 'MTU_EXCEEDED at eni-app', { from: 'i-app', to: 'i-web', size: 9002 }, []],
    ['1500 bytes across the gateway', 'conversed', { ...web, size: 1500 }, []],
    ['9001 bytes across it: the sender is told, and sends 1500', 'conversed', { ...web, size: 9001 }, []],
    ['9001 bytes, and its group takes no ICMP', 'MTU_EXCEEDED at igw-1', { ...web, size: 9001 }, [noErrors]],
    ['9001 bytes, and the network ACL takes none', 'MTU_EXCEEDED at igw-1', { ...web, size: 9001 }, [aclWithoutErrors]],
    ['9001 bytes, and a rule for what is too big alone', 'conversed', { ...web, size: 9001 }, [tooBigOnly(4)]],
    ['9001 bytes, and a rule for another code', 'MTU_EXCEEDED at igw-1', { ...web, size: 9001 }, [tooBigOnly(1)]],
    ['9001 bytes that may be cut', 'conversed', { ...web, size: 9001, dontFragment: false }, [noErrors]],
    ['9001 bytes by the NAT gateway: the error finds its flow', 'conversed', { ...app, size: 9001 }, []],
    ['UDP in pieces by the NAT gateway', 'conversed', { ...app, protocol: 'udp', size: 10_000 }, []],
    [
      'ping -s 10000 by the NAT gateway (D-NATT)',
      'FRAGMENTS_NOT_CARRIED at nat-1',
      { ...app, protocol: 'icmp', size: 10_028 },
      [],
    ],
    [
      'TCP in pieces by the NAT gateway',
      'FRAGMENTS_NOT_CARRIED at nat-1',
      { ...app, size: 10_000, dontFragment: false },
      [],
    ],
    ['a machine outside knows its own link', 'MTU_EXCEEDED at client', { from: 'client', to: 'i-web', size: 9001 }, []],
  ])('%s: %s', (_what, expected, question, changes) => {
    expect(fateOf(question, ...changes)).toBe(expected);
  });

  test('the error comes from the subnet’s router and names the limit', () => {
    const { bounces, request } = traceExchange(start(), { ...web, size: 9001 });
    expect(bounces).toHaveLength(1);
    expect(bounces![0]!.signal.packet).toMatchObject({
      ip: { source: '10.0.1.1', destination: '10.0.1.10' },
      transport: { type: 'fragmentation-needed', quotes: { source: '10.0.1.10', limit: 1500 } },
    });
    expect(bounces![0]!.signal.path).toEqual(['igw-1', 'host-b', 'i-web']);
    expect(request.packet.ip.datagram).toEqual({ bytes: 1500, dontFragment: true, pieces: 1 });
  });

  test('by a NAT gateway it goes to the gateway first, and then to whose flow it is', () => {
    const { bounces, flows } = traceExchange(start(), { ...app, size: 9001 });
    const { signal } = bounces![0]!;
    expect(signal.path).toEqual(['igw-1', 'nat-1', 'host-a', 'i-app']);
    expect(signal.packet.transport).toMatchObject({ quotes: { source: '10.0.2.10', destination: '198.51.100.8' } });
    expect(flows, 'the packet sent again is of the same flow').toHaveLength(1);
  });

  test('cut, it travels in as many pieces as it needs', () => {
    const { request } = traceExchange(start(), { ...web, protocol: 'udp', size: 9001 });
    expect(request.packet.ip.datagram?.pieces).toBe(7);
  });

  test('a diagnosis names the limit and what kept its sender from learning it', () => {
    expect(
      diagnose(start(noErrors), { ...web, size: 9001 }).map(({ code, at, direction }) => [direction, code, at]),
    ).toEqual([
      ['request', 'MTU_EXCEEDED', 'igw-1'],
      ['reply', 'SG_HAS_NO_RULES', 'sg-web'],
    ]);
  });

  test('a diagnosis does not list what its sender learns', () => {
    expect(diagnose(start(), { ...web, size: 9001 })).toEqual([]);
    expect(diagnose(start(), { ...web, size: 1500 }), 'or what nobody has to tell').toEqual([]);
  });
});

describe('the time to live', () => {
  test('a diagnosis says where it is used up, and what kept the sender from hearing it', () => {
    const silent: Part = { securityGroups: { 'sg-app': { inbound: [] } } };
    const said = (...changes: readonly Part[]) =>
      diagnose(start(...changes), { ...app, ttl: 1 }).map(({ direction, code, at }) => [direction, code, at]);
    const usedUp = ['nat-1', 'internet'].map((at) => ['request', 'TTL_EXPIRED', at]);
    expect(said()).toEqual(usedUp);
    expect(said(silent)).toEqual([...usedUp, ['reply', 'SG_HAS_NO_RULES', 'sg-app']]);
  });

  test.each<[string, number, string, readonly string[]]>([
    [
      'the first hop by NAT is the NAT gateway, with its private address (D-NATT)',
      1,
      'TTL_EXPIRED at nat-1',
      ['nat-1', 'host-a', 'i-app'],
    ],
    ['the second is on the internet', 2, 'TTL_EXPIRED at internet', ['internet', 'igw-1', 'nat-1', 'host-a', 'i-app']],
  ])('%s', (_what, ttl, expected, path) => {
    const { request, bounces } = traceExchange(start(), { ...app, ttl });
    expect(`${request.fault?.code} at ${request.fault?.at}`).toBe(expected);
    expect(bounces?.[0]?.signal.path).toEqual(path);
  });

  test('of a public instance the first hop is a border router, not the VPC’s nor the gateway', () => {
    expect(fateOf({ ...web, ttl: 1 })).toBe('TTL_EXPIRED at internet');
    expect(fateOf({ ...web, ttl: 2 })).toBe('conversed');
  });

  test('the NAT gateway tells its address', () => {
    const { bounces } = traceExchange(start(), { ...app, ttl: 1 });
    expect(bounces![0]!.signal.packet).toMatchObject({
      ip: { source: '10.0.1.20', destination: '10.0.2.10' },
      transport: { type: 'time-exceeded' },
    });
  });

  test('a forwarding guest spends it as well', () => {
    const world = buildWorld(worldFile('edge-table'));
    const { request } = traceExchange(world, { from: 'client', to: 'i-app', ttl: 2 });
    expect(request.fault).toMatchObject({ reason: 'TTL_EXPIRED', at: 'i-fw' });
  });
});
