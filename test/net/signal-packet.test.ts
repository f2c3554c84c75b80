import { describe, expect, test } from 'vitest';
import { type Address, type Ipv4, parseAddress } from '../../src/net/address.ts';
import { type IcmpKind, isIcmpKind } from '../../src/net/icmp.ts';
import type { IcmpHeader, Packet, TransportHeader } from '../../src/net/packet.ts';
import { errorFor, isSignal, resetFor } from '../../src/net/signal-packet.ts';

const ip = (text: string) => parseAddress(text) as Address & Ipv4;
const tcp: TransportHeader = { protocol: 'tcp', sourcePort: 40000, destinationPort: 443 };

function packet(transport: TransportHeader = tcp, source = '10.1.0.5', destination = '8.8.8.8'): Packet {
  return {
    wraps: [{ layer: 'endpoint', endpointId: 'vpce-1', vpcId: 'vpc-red' }],
    ip: { source: ip(source), destination: ip(destination), ttl: 3 },
    transport,
  };
}

const QUOTES = { protocol: 'tcp', source: ip('10.1.0.5'), destination: ip('8.8.8.8'), destinationPort: 443 } as const;

describe('a reset', () => {
  test('looks like the far end’s answer, bare and fresh', () => {
    expect(resetFor(packet(), 64)).toEqual({
      wraps: [],
      ip: { source: '8.8.8.8', destination: '10.1.0.5', ttl: 64 },
      transport: { protocol: 'tcp', sourcePort: 443, destinationPort: 40000, isReset: true },
    });
  });

  test('of what has no ports has none', () => {
    expect(resetFor(packet({ protocol: 'gre' }), 64).transport).toEqual({ protocol: 'gre' });
  });
});

describe('an error', () => {
  test('goes to the sender, and quotes the packet that did not pass', () => {
    expect(errorFor(packet(), 'fragmentation-needed', ip('10.1.0.1'), 64, 1500)).toEqual({
      wraps: [],
      ip: { source: '10.1.0.1', destination: '10.1.0.5', ttl: 64 },
      transport: {
        protocol: 'icmp',
        type: 'fragmentation-needed',
        identifier: 40000,
        quotes: { protocol: 'tcp', source: '10.1.0.5', destination: '8.8.8.8', destinationPort: 443, limit: 1500 },
      },
    });
  });

  test('about an echo quotes its identifier and no port', () => {
    const echo: TransportHeader = { protocol: 'icmp', type: 'echo-request', identifier: 7 };
    expect(errorFor(packet(echo), 'time-exceeded', ip('10.1.0.1'), 64).transport).toEqual({
      protocol: 'icmp',
      type: 'time-exceeded',
      identifier: 7,
      quotes: { protocol: 'icmp', source: '10.1.0.5', destination: '8.8.8.8', destinationPort: 0 },
    });
  });
});

test.each<[string, boolean, TransportHeader]>([
  ['a reset', true, { protocol: 'tcp', sourcePort: 1, destinationPort: 2, isReset: true }],
  ['a segment', false, tcp],
  [
    'a segment that says that it is none',
    false,
    { protocol: 'tcp', sourcePort: 1, destinationPort: 2, isReset: false },
  ],
  ['an error', true, { protocol: 'icmp', type: 'time-exceeded', identifier: 7, quotes: QUOTES }],
  ['an echo', false, { protocol: 'icmp', type: 'echo-reply', identifier: 7 }],
  ['GRE', false, { protocol: 'gre' }],
])('%s tells its receiver of another packet: %s', (_what, tells, transport) => {
  expect(isSignal(packet(transport))).toBe(tells);
});

/** RFC 792 and RFC 4443: the numbers that filters name. */
const NUMBERS: readonly (readonly [IcmpHeader['type'], IcmpKind, IcmpKind])[] = [
  ['echo-request', { type: 8, code: 0 }, { type: 128, code: 0 }],
  ['echo-reply', { type: 0, code: 0 }, { type: 129, code: 0 }],
  ['fragmentation-needed', { type: 3, code: 4 }, { type: 2, code: 0 }],
  ['time-exceeded', { type: 11, code: 0 }, { type: 3, code: 0 }],
];

test.each(NUMBERS)('%s has its numbers in IPv4 and in IPv6', (type, v4, v6) => {
  const kinds = NUMBERS.flatMap(([, four, six]) => [four, six]);
  const of = (message: Packet) => kinds.filter((kind) => isIcmpKind(message, kind));
  const header: TransportHeader = { protocol: 'icmp', type, identifier: 1 };
  expect(of(packet(header))).toEqual([v4]);
  expect(of(packet(header, '2001:db8::5', '2001:db8::8'))).toEqual([v6]);
});

test('a kind without a code is every code of its type, and no other protocol is any', () => {
  const tooBig: TransportHeader = { protocol: 'icmp', type: 'fragmentation-needed', identifier: 1 };
  expect(isIcmpKind(packet(tooBig), { type: 3 })).toBe(true);
  expect(isIcmpKind(packet(tooBig), { type: 3, code: 1 })).toBe(false);
  expect(isIcmpKind(packet(), { type: 8 })).toBe(false);
});
