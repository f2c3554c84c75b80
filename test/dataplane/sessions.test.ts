// What stateful devices remember of a flow, and whose packet they take for its answer. Source: D-NAT, D-NATT, D-CT (vpc-dataplane 4.1, 8).

import { describe, expect, test } from 'vitest';
import {
  findFlow,
  findOutbound,
  isTracked,
  makeSessions,
  openFlow,
  pickPort,
  type Sessions,
  trackFlow,
} from '../../src/dataplane/sessions.ts';
import type { NatFlow } from '../../src/dataplane/step.ts';
import type { Address } from '../../src/net/address.ts';
import type { Packet, TransportHeader } from '../../src/net/packet.ts';

const APP = '10.0.2.10' as Address;
const NAT = '10.0.1.20' as Address;
const WEB = '198.51.100.8' as Address;
const OTHER = '10.0.2.99' as Address;

function packet(source: Address, destination: Address, transport: TransportHeader): Packet {
  return { wraps: [], ip: { source, destination, ttl: 64 }, transport };
}

function tcp(sourcePort: number, destinationPort: number): TransportHeader {
  return { protocol: 'tcp', sourcePort, destinationPort };
}

function udp(sourcePort: number, destinationPort: number): TransportHeader {
  return { protocol: 'udp', sourcePort, destinationPort };
}

const echo = (type: 'echo-request' | 'echo-reply', identifier = 7): TransportHeader => ({
  protocol: 'icmp',
  type,
  identifier,
});

const out = packet(APP, WEB, tcp(40112, 443));

test('nothing is remembered at the start', () => {
  expect(makeSessions()).toEqual({ nat: [], forgotten: [], balanced: [], tracked: [] });
});

describe('the port that a NAT shows (D-NACL: 1024-65535)', () => {
  const portOf = (sent: Packet, sessions: Sessions = makeSessions()) =>
    openFlow(sessions, 'nat-1', sent, NAT).outside.port;

  // Ours is the FNV-1a hash of the four ends, laid onto 1024-65535.
  test.each<[string, Packet, number]>([
    ['a flow', out, 3635],
    ['another port of the sender', packet(APP, WEB, tcp(40113, 443)), 4082],
    ['another sender', packet('10.0.2.11' as Address, WEB, tcp(40112, 443)), 43846],
    ['another far end', packet(APP, '198.51.100.9' as Address, tcp(40112, 443)), 18216],
    ['another port of the far end', packet(APP, WEB, tcp(40112, 80)), 63530],
    ['an echo, by its identifier', packet(APP, WEB, echo('echo-request')), 3117],
    ['a protocol without ports has none', packet(APP, WEB, { protocol: 'esp' }), 0],
  ])('%s', (_what, sent, expected) => {
    expect(portOf(sent)).toBe(expected);
  });

  const taken: NatFlow = {
    owner: 'nat-1',
    protocol: 'tcp',
    inside: { address: OTHER, port: 5 },
    outside: { address: NAT, port: 3635 },
    remote: { address: WEB, port: 443 },
  };

  test.each<[string, NatFlow, number]>([
    ['a port that another flow to the same end has', taken, 3636],
    ['of another NAT', { ...taken, owner: 'nat-2' }, 3635],
    ['of another protocol', { ...taken, protocol: 'udp' }, 3635],
    ['to another address', { ...taken, remote: { address: OTHER, port: 443 } }, 3635],
    ['to another port', { ...taken, remote: { address: WEB, port: 80 } }, 3635],
    ['another port', { ...taken, outside: { address: NAT, port: 3634 } }, 3635],
  ])('passes over what is taken: %s', (_what, flow, expected) => {
    expect(portOf(out, { ...makeSessions(), nat: [flow] })).toBe(expected);
  });

  test('goes on at 1024 behind the last one', () => {
    const remote = { address: '198.51.100.9' as Address, port: 443 };
    const last = packet(APP, remote.address, tcp(33197, 443));
    expect(portOf(last)).toBe(65535);
    const nat = [{ ...taken, remote, outside: { address: NAT, port: 65535 } }];
    expect(portOf(last, { ...makeSessions(), nat })).toBe(1024);
  });
});

test('a flow is opened once', () => {
  const sessions = makeSessions();
  const first = openFlow(sessions, 'nat-1', out, NAT);
  expect(openFlow(sessions, 'nat-1', out, NAT)).toBe(first);
  expect(sessions.nat).toEqual([
    {
      owner: 'nat-1',
      protocol: 'tcp',
      inside: { address: APP, port: 40112 },
      outside: { address: NAT, port: 3635 },
      remote: { address: WEB, port: 443 },
    },
  ]);
});

describe('a packet continues a NAT’s flow only with the same protocol and ends', () => {
  const sessions = makeSessions();
  const flow = openFlow(sessions, 'nat-1', out, NAT);
  openFlow(sessions, 'nat-1', packet(APP, WEB, echo('echo-request')), NAT);

  test.each<[string, string, Packet, NatFlow | undefined]>([
    ['the same', 'nat-1', out, flow],
    ['another NAT', 'nat-2', out, undefined],
    ['another protocol', 'nat-1', packet(APP, WEB, udp(40112, 443)), undefined],
    ['another sender', 'nat-1', packet(OTHER, WEB, tcp(40112, 443)), undefined],
    ['another port of the sender', 'nat-1', packet(APP, WEB, tcp(40113, 443)), undefined],
    ['another far end', 'nat-1', packet(APP, OTHER, tcp(40112, 443)), undefined],
    ['another port of the far end', 'nat-1', packet(APP, WEB, tcp(40112, 80)), undefined],
  ])('on the way out: %s', (_what, owner, sent, expected) => {
    expect(findOutbound(sessions.nat, owner, sent)).toBe(expected);
  });

  test.each<[string, string, Packet, NatFlow | undefined]>([
    ['the answer', 'nat-1', packet(WEB, NAT, tcp(443, 3635)), flow],
    ['at another NAT', 'nat-2', packet(WEB, NAT, tcp(443, 3635)), undefined],
    ['of another protocol', 'nat-1', packet(WEB, NAT, udp(443, 3635)), undefined],
    ['to another address', 'nat-1', packet(WEB, OTHER, tcp(443, 3635)), undefined],
    ['to another port', 'nat-1', packet(WEB, NAT, tcp(443, 3636)), undefined],
    ['from somebody else', 'nat-1', packet(OTHER, NAT, tcp(443, 3635)), undefined],
    ['from another port', 'nat-1', packet(WEB, NAT, tcp(444, 3635)), undefined],
    ['an error about the flow, from a router', 'nat-1', packet(OTHER, NAT, quoting('tcp', WEB, 443)), flow],
    ['an error about another protocol', 'nat-1', packet(OTHER, NAT, quoting('udp', WEB, 443)), undefined],
    ['an error about another far end', 'nat-1', packet(WEB, NAT, quoting('tcp', OTHER, 443)), undefined],
    ['an error about another port', 'nat-1', packet(WEB, NAT, quoting('tcp', WEB, 80)), undefined],
    ['a ping with the identifier of a flow', 'nat-1', packet(WEB, NAT, echo('echo-request', 3117)), undefined],
  ])('on the way back: %s', (_what, owner, sent, expected) => {
    expect(findFlow(sessions, owner, sent)).toBe(expected);
  });

  test('the answer to a ping finds its flow', () => {
    expect(findFlow(sessions, 'nat-1', packet(WEB, NAT, echo('echo-reply', 3117)))).toBe(sessions.nat[1]);
  });

  function quoting(protocol: 'tcp' | 'udp', destination: Address, destinationPort: number): TransportHeader {
    const quotes = { protocol, source: NAT, destination, destinationPort };
    return { protocol: 'icmp', type: 'time-exceeded', identifier: 3635, quotes };
  }
});

describe('an interface takes what it has let through one way for known the other way (D-CT)', () => {
  const answer = packet(WEB, APP, tcp(443, 40112));

  test.each<[string, string, Packet, boolean, boolean]>([
    ['the answer', 'eni-1', answer, false, true],
    ['more of the same', 'eni-1', out, true, true],
    ['at another interface', 'eni-2', answer, false, false],
    ['to another address', 'eni-1', packet(WEB, OTHER, tcp(443, 40112)), false, false],
    ['to another port', 'eni-1', packet(WEB, APP, tcp(443, 40113)), false, false],
    ['from somebody else', 'eni-1', packet(OTHER, APP, tcp(443, 40112)), false, false],
    ['from another port', 'eni-1', packet(WEB, APP, tcp(444, 40112)), false, false],
    ['of another protocol', 'eni-1', packet(WEB, APP, udp(443, 40112)), false, false],
    ['the packet itself, come back', 'eni-1', out, false, false],
  ])('%s', (_what, eni, sent, outgoing, expected) => {
    const sessions = makeSessions();
    trackFlow(sessions, 'eni-1', out, true);
    expect(isTracked(sessions, eni, sent, outgoing)).toBe(expected);
  });

  test('a flow that came in is known from the other end', () => {
    const sessions = makeSessions();
    trackFlow(sessions, 'eni-1', out, false);
    expect(isTracked(sessions, 'eni-1', answer, true)).toBe(true);
    expect(sessions.tracked).toEqual([
      {
        networkInterfaceId: 'eni-1',
        protocol: 'tcp',
        local: WEB,
        localPort: 443,
        remote: APP,
        remotePort: 40112,
        isAskedHere: false,
        isOpen: false,
      },
    ]);
  });

  // An echo has one identifier for both ends: its type says who asked.
  test.each<[string, Packet, boolean, Packet, boolean, boolean]>([
    ['a request out, its answer in', ping(APP, WEB), true, pong(WEB, APP), false, true],
    ['a request out, a request in', ping(APP, WEB), true, ping(WEB, APP), false, false],
    ['a request in, its answer out', ping(WEB, APP), false, pong(APP, WEB), true, true],
    ['a request in, a request out', ping(WEB, APP), false, ping(APP, WEB), true, false],
    ['an answer out, a request in', pong(APP, WEB), true, ping(WEB, APP), false, true],
    ['an answer in, an answer out', pong(WEB, APP), false, pong(APP, WEB), true, false],
  ])('of pings: %s', (_what, first, outgoing, next, nextOutgoing, expected) => {
    const sessions = makeSessions();
    trackFlow(sessions, 'eni-1', first, outgoing);
    expect(isTracked(sessions, 'eni-1', next, nextOutgoing)).toBe(expected);
  });

  function ping(source: Address, destination: Address): Packet {
    return packet(source, destination, echo('echo-request'));
  }

  function pong(source: Address, destination: Address): Packet {
    return packet(source, destination, echo('echo-reply'));
  }
});

test('a load balancer’s port to a target follows from both ends', () => {
  const client = { address: WEB, port: 40112 };
  expect(pickPort(client, { address: APP, port: 443 })).toBe(23411);
});
