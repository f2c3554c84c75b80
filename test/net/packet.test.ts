import { describe, expect, test } from 'vitest';
import { type Address, type Ipv4, parseAddress } from '../../src/net/address.ts';
import { formatContent } from '../../src/net/format-content.ts';
import {
  clientOf,
  destinationPortOf,
  endpointOf,
  formatTraffic,
  listHeaders,
  type Packet,
  readdress,
  replyTo,
  sourcePortOf,
  spendHop,
  type TransportHeader,
  unwrap,
  withDatagram,
  withDestination,
  withProxy,
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
  expect(wrap(wrap(bare, vpc), outer)).toEqual(wrap(bare, outer, vpc));
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

  test('of both ends replaces both, and leaves a protocol without ports without', () => {
    const after = readdress(packet(), { address: ip('52.0.0.9'), port: 1055 }, { address: ip('10.2.0.7'), port: 8443 });
    expect(after.ip).toEqual({ source: '52.0.0.9', destination: '10.2.0.7', ttl: 64 });
    expect(after.transport).toEqual({ protocol: 'tcp', sourcePort: 1055, destinationPort: 8443 });
    expect(withDestination(packet({ protocol: 'gre' }), ip('52.0.0.9'), 8443).transport).toEqual({ protocol: 'gre' });
  });

  test('of an error’s receiver mends the packet that it quotes, too (RFC 5508)', () => {
    const quotes = {
      protocol: 'tcp',
      source: ip('52.0.0.9'),
      destination: ip('8.8.8.8'),
      destinationPort: 443,
    } as const;
    const error: TransportHeader = { protocol: 'icmp', type: 'fragmentation-needed', identifier: 1055, quotes };
    const mended = withDestination(packet(error), ip('10.1.0.5'), 40000).transport;
    expect(mended).toEqual({ ...error, identifier: 40000, quotes: { ...quotes, source: '10.1.0.5' } });
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

  test('goes back by the endpoint through which the packet came', () => {
    const identity = { layer: 'endpoint', endpointId: 'vpce-1', vpcId: 'vpc-red' } as const;
    expect(replyTo(wrap(packet(), outer, identity), 64).wraps).toEqual([identity]);
  });

  test('is whole, as its receiver has put the pieces together', () => {
    const cut = withDatagram(packet(), { bytes: 9001, dontFragment: false, pieces: 7 });
    expect(replyTo(cut, 64).ip.datagram).toEqual({ bytes: 9001, dontFragment: false, pieces: 1 });
    const small = { bytes: 100, dontFragment: true, pieces: 1 };
    expect(replyTo(withDatagram(packet(), small), 64).ip.datagram).toBe(small);
  });

  test('of a protocol without ports is as it came', () => {
    expect(replyTo(packet({ protocol: 'gre' }), 64).transport).toEqual({ protocol: 'gre' });
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

test.each<[string, TransportHeader, number | undefined, number]>([
  ['tcp', tcp, undefined, 1],
  ['tcp RST', { ...tcp, isReset: true }, undefined, 1],
  ['tcp', { ...tcp, isReset: false }, undefined, 1],
  ['echo-request', echo, undefined, 1],
  ['tcp 1500 B', tcp, 1500, 1],
  ['udp 9001 B in 7', { protocol: 'udp', sourcePort: 1, destinationPort: 53 }, 9001, 7],
  ['gre', { protocol: 'gre' }, undefined, 1],
])('in a few words: %s', (text, transport, bytes, pieces) => {
  const datagram = bytes === undefined ? undefined : { bytes, dontFragment: true, pieces };
  expect(formatContent(withDatagram(packet(transport), datagram))).toBe(text);
});

describe('who the client is', () => {
  const proxy = { address: ip('198.51.100.8'), port: 5000 };

  test('is the source, unless a proxy header says otherwise', () => {
    expect(clientOf(packet())).toEqual({ address: '10.1.0.5', port: 40000 });
    expect(clientOf(withProxy(packet(), proxy))).toEqual(proxy);
  });

  test('only TCP has such a header', () => {
    expect(withProxy(packet(echo), proxy)).toEqual(packet(echo));
    expect(withProxy(packet(), proxy).transport).toEqual({ ...tcp, proxy });
  });
});

test('an endpoint’s identity is read while it is the outermost', () => {
  const identity = { layer: 'endpoint', endpointId: 'vpce-1', vpcId: 'vpc-red' } as const;
  expect(endpointOf(wrap(packet(), identity))).toEqual(identity);
  expect(endpointOf(wrap(packet(), outer, vpc))).toBeUndefined();
  expect(endpointOf(packet())).toBeUndefined();
});
