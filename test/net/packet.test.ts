import { describe, expect, test } from 'vitest';
import { type Address, type Ipv4, parseAddress } from '../../src/net/address.ts';
import {
  destinationPortOf,
  formatTraffic,
  listHeaders,
  type Packet,
  replyTo,
  sourcePortOf,
  spendHop,
  type TransportHeader,
  unwrap,
  withDestination,
  withSource,
  wrap,
} from '../../src/net/packet.ts';

const ip = (text: string) => parseAddress(text) as Address & Ipv4;
const tcp: TransportHeader = { protocol: 'tcp', sourcePort: 40000, destinationPort: 443 };
const echo: TransportHeader = { protocol: 'icmp', type: 'echo-request', identifier: 7 };
const outer = { layer: 'underlay', source: ip('100.64.0.11'), destination: ip('100.64.255.1') } as const;
const vpc = { layer: 'vpc', vpcId: 'vpc-red', from: 'eni-1', target: 'igw-1' } as const;

function packet(transport: TransportHeader = tcp): Packet {
  return { wraps: [], ip: { source: ip('10.1.0.5'), destination: ip('8.8.8.8'), ttl: 64 }, transport };
}

test('headers are listed outermost first', () => {
  expect(listHeaders(wrap(packet(), outer, vpc)).map(({ layer }) => layer)).toEqual([
    'underlay',
    'vpc',
    'ipv4',
    'transport',
  ]);
  const v6 = { ...packet(), ip: { source: ip('2001:db8::5'), destination: ip('2001:db8::8'), ttl: 64 } };
  expect(listHeaders(v6).map(({ layer }) => layer)).toEqual(['ipv6', 'transport']);
});

test('unwrap undoes wrap, and leaves a bare packet the same object', () => {
  const bare = packet();
  expect(unwrap(wrap(bare, outer, vpc))).toEqual(bare);
  expect(unwrap(bare)).toBe(bare);
});

test('a packet is never changed: every step makes another', () => {
  const bare = Object.freeze({ ...packet(), ip: Object.freeze(packet().ip), transport: Object.freeze({ ...tcp }) });
  expect(withSource(bare, ip('52.0.0.9'), 1055).ip.source).toBe('52.0.0.9');
  expect(withDestination(bare, ip('52.0.0.9'), 1055).ip.destination).toBe('52.0.0.9');
  expect(spendHop(bare).ip.ttl).toBe(63);
  expect(bare).toEqual(packet());
});

describe('a rewrite', () => {
  test.each<[string, TransportHeader, number, number]>([
    ['of a source with a port', tcp, 1055, 443],
    ['of an echo changes its one identifier', echo, 1055, 1055],
    ['of a protocol without ports leaves none', { protocol: 'gre' }, 0, 0],
  ])('%s', (_what, transport, source, destination) => {
    const after = withSource(packet(transport), ip('52.0.0.9'), 1055).transport;
    expect([sourcePortOf(after), destinationPortOf(after)]).toEqual([source, destination]);
  });

  test('without a port keeps the transport as it is', () => {
    expect(withSource(packet(), ip('52.0.0.9')).transport).toEqual(tcp);
    expect(withDestination(packet(echo), ip('52.0.0.9')).transport).toEqual(echo);
  });

  test('keeps the wraps', () => {
    expect(withDestination(wrap(packet(), outer), ip('10.1.0.6'), 8443).wraps).toEqual([outer]);
  });
});

describe('a reply', () => {
  test('swaps the ends and starts afresh', () => {
    expect(replyTo(spendHop(wrap(packet(), outer)), 64)).toEqual({
      wraps: [],
      ip: { source: '8.8.8.8', destination: '10.1.0.5', ttl: 64 },
      transport: { protocol: 'tcp', sourcePort: 443, destinationPort: 40000 },
    });
  });

  test('to an echo is an echo reply with the same identifier', () => {
    expect(replyTo(packet(echo), 64).transport).toEqual({ protocol: 'icmp', type: 'echo-reply', identifier: 7 });
  });

  test('to a reply has the ends of the request', () => {
    const { ip: ends, transport } = replyTo(replyTo(packet(), 64), 64);
    expect([ends, transport]).toEqual([packet().ip, tcp]);
  });
});

test.each<[string, TransportHeader]>([
  ['tcp/443', tcp],
  ['udp/53', { protocol: 'udp', sourcePort: 1, destinationPort: 53 }],
  ['icmp', echo],
  ['esp', { protocol: 'esp' }],
])('as traffic: %s', (text, transport) => {
  expect(formatTraffic(transport)).toBe(text);
});
