// Sentences and rows word for word: of what real packets meet, and of what they seldom do.

import { describe, expect, test } from 'vitest';
import { type DropReason, REASONS } from '../../src/dataplane/codes.ts';
import { describeRow, explainFault, explainStep, remedyFault } from '../../src/dataplane/explain.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Row, Step } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { type Address, type Ipv4, parseAddress } from '../../src/net/address.ts';
import type { Packet } from '../../src/net/packet.ts';
import { CATALOGS } from '../../src/text/catalog.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const ip = (text: string) => parseAddress(text) as Address & Ipv4;
const article = buildWorld(worldFile('article'));

/** All sentences of an exchange, both ways. */
function sentencesOf(file: string, probe: Probe, change: Part = {}): readonly string[] {
  const world = buildWorld(worldFile(file), change);
  const { request, reply } = traceExchange(world, probe);
  return [...request.hops, ...(reply?.hops ?? [])].flatMap((hop) =>
    hop.steps.map((step) => explainStep(world, step, hop, CATALOGS.en)),
  );
}

test.each<[string, string, Probe, Part?]>([
  [
    'nat-1 finds the flow it remembers and sends the answer to 10.0.2.10:40112 again.',
    'nat',
    { from: 'i-app', to: 'client' },
  ],
  [
    'The packet must not be cut. ICMP 3/4 from 10.0.1.1 goes back to its sender: 1500 bytes would have passed.',
    'nat',
    { from: 'i-web', to: 'client', size: 9001 },
    { securityGroups: { 'sg-web': { inbound: [] } } },
  ],
  [
    'igw-1 carries no packet this big, and this one may be cut: 7 pieces go on, each with an IP header of its own.',
    'nat',
    { from: 'i-web', to: 'client', protocol: 'udp', size: 9001 },
  ],
  [
    'The time to live is used up at nat-1. ICMP 11/0 from 10.0.1.20 goes back to the sender.',
    'nat',
    { from: 'i-app', to: 'client', ttl: 1 },
  ],
  [
    'vpce-s3 leaves the source 10.1.2.20 as it is and adds its own id and vpc-red: private addresses alone are not unique.',
    'gateway-endpoint',
    { from: 'i-app', to: 'bucket' },
  ],
  [
    'The Mapping Service answers: 10.0.1.20 of vpc-red lives on Hyperplane (100.64.254.1).',
    'nat',
    { from: 'i-app', to: 'client' },
  ],
])('%s', (sentence, file, probe, change) => {
  expect(sentencesOf(file, probe, change)).toContain(sentence);
});

test('a NAT gateway names the port that it takes', () => {
  const { flows } = traceExchange(buildWorld(worldFile('nat')), { from: 'i-app', to: 'client' });
  const { port } = flows[0]!.outside;
  expect(sentencesOf('nat', { from: 'i-app', to: 'client' })).toContain(
    `nat-1 swaps 10.0.2.10:40112 for 10.0.1.20:${port} and remembers the flow.`,
  );
});

describe('a place that everybody shares is called by its name', () => {
  test.each<[string, DropReason, string, string]>([
    ['the internet has no route for Blackfoot', 'NO_ROUTE', 'internet', 'blackfoot'],
    ['Hyperplane has no route for igw-1', 'NO_ROUTE', 'hyperplane', 'igw-1'],
  ])('%s', (line, reason, at, about) => {
    expect(explainFault(article, { reason, at, about, traffic: 'icmp' }, CATALOGS.en)).toBe(line);
  });
});

describe('one reason at two kinds of places is two sentences with remedies of their own', () => {
  test.each<[DropReason, string, string | undefined, string, string]>([
    [
      'NO_PUBLIC_MAPPING_EGRESS',
      'igw-1',
      '10.1.0.5',
      'igw-1 has no public address to swap 10.1.0.5 for',
      'Give the sender a public address, or send it through a NAT gateway.',
    ],
    [
      'NO_PUBLIC_MAPPING_EGRESS',
      'igw-1',
      '2001:db8:1::5',
      '2001:db8:1::5 is no address that igw-1 knows in its VPC',
      'Send from an address that an interface of this VPC holds.',
    ],
    [
      'NO_PUBLIC_MAPPING_INGRESS',
      'internet',
      '52.0.0.7',
      'no interface stands behind 52.0.0.7',
      'Send to the address it has now, or associate an Elastic IP.',
    ],
    [
      'NO_PUBLIC_MAPPING_INGRESS',
      'eni-vm1',
      '10.1.0.5',
      '10.1.0.5 on eni-vm1 has no public address to be reached by',
      'Give the receiver a public address.',
    ],
    [
      'NO_ROUTE',
      'eni-vm1',
      '2001:db8:1::5',
      'eni-vm1 has no route for 2001:db8:1::5',
      'Add the route to the table in use, or give the subnet another table.',
    ],
  ])('%s at %s about %s', (reason, at, about, line, remedy) => {
    const fault = { reason, at, about, traffic: 'tcp/443' };
    expect([explainFault(article, fault, CATALOGS.en), remedyFault(fault, CATALOGS.en)]).toEqual([line, remedy]);
  });

  test('where it is not told what was asked for, the plain one', () => {
    expect(remedyFault({ reason: 'NO_PUBLIC_MAPPING_EGRESS', at: 'igw-1' }, CATALOGS.en)).toMatch(/^Give the sender/);
  });
});

describe('a row', () => {
  const end = (address: string, port: number) => ({ address: ip(address), port });

  test.each<[string, Row]>([
    ['172.16.0.0/16 ⇄ 172.30.0.0/16', { own: '172.16.0.0/16' as never, alias: '172.30.0.0/16' as never }],
    [
      '198.51.100.8:40112 → 10.1.1.9:443 ⇄ 10.1.1.9:1055 → [2001:db8:1::5]:8443',
      {
        owner: 'nlb-1',
        node: 'eni-nlb',
        protocol: 'tcp',
        client: end('198.51.100.8', 40112),
        front: end('10.1.1.9', 443),
        shown: end('10.1.1.9', 1055),
        chosen: end('2001:db8:1::5', 8443),
      },
    ],
    ['icmp/3-4 10.0.0.0/8', { protocol: 'icmp', icmp: { type: 3, code: 4 }, peer: '10.0.0.0/8' as never }],
    ['icmp/8 10.0.0.0/8', { protocol: 'icmp', icmp: { type: 8 }, peer: '10.0.0.0/8' as never }],
  ])('%s', (text, row) => {
    expect(describeRow(row)).toBe(text);
  });
});

test.each<[string, DropReason, string, string | undefined]>([
  [
    '2001:db8::5 is no address of eni-vm1, whose source/destination check is on.',
    'SRC_DST_CHECK',
    'eni-vm1',
    '2001:db8::5',
  ],
  ['fd00::5 is no address of eni-vm1, whose source/destination check is on.', 'SRC_DST_CHECK', 'eni-vm1', 'fd00::5'],
  ['The time to live is used up at nat-1.', 'TTL_EXPIRED', 'nat-1', undefined],
])('a drop that begins with an address leaves it alone: %s', (sentence, reason, table, about) => {
  const bare: Packet = {
    wraps: [],
    ip: { source: ip('10.1.0.5'), destination: ip('8.8.8.8'), ttl: 64 },
    transport: { protocol: 'tcp', sourcePort: 40112, destinationPort: 443 },
  };
  const { rule } = REASONS[reason];
  const step: Step = { kind: 'dropped', rule, before: bare, after: bare, table, reason, ...(about && { about }) };
  expect(explainStep(article, step, { node: 'host-a' }, CATALOGS.en)).toBe(sentence);
});
