// Whose packet a load balancer takes for one of its flows. Source: D-NLB, T17 (vpc-dataplane 6.3, 6.4).

import { describe, expect, test } from 'vitest';
import {
  type BalancedFlow,
  findAnswered,
  findOpen,
  findOwned,
  isOwnCall,
  isPreserved,
  openBalanced,
  showsClient,
} from '../../src/dataplane/balanced-flow.ts';
import { makeSessions } from '../../src/dataplane/sessions.ts';
import type { Address } from '../../src/net/address.ts';
import type { Packet } from '../../src/net/packet.ts';

const CLIENT = '198.51.100.8' as Address;
const NODE = '10.1.1.80' as Address;
const TARGET = '10.1.2.21' as Address;
const OTHER = '10.1.9.9' as Address;

/** The target sees the client. */
const preserved: BalancedFlow = {
  owner: 'nlb-1',
  node: 'eni-nlb-a',
  protocol: 'tcp',
  client: { address: CLIENT, port: 40112 },
  front: { address: NODE, port: 443 },
  shown: { address: CLIENT, port: 40112 },
  chosen: { address: TARGET, port: 8443 },
  targetInterfaceId: 'eni-web-1',
};
/** The target sees the node. */
const hidden: BalancedFlow = { ...preserved, shown: { address: NODE, port: 2000 } };
/** A client of another VPC, which may well have the node's own address. */
const byEndpoint: BalancedFlow = { ...preserved, via: 'vpce-1' };

function holding(flow: BalancedFlow) {
  const sessions = makeSessions();
  openBalanced(sessions, flow);
  return sessions;
}

function packet(
  source: Address,
  sourcePort: number,
  destination: Address,
  destinationPort: number,
  protocol: 'tcp' | 'udp' = 'tcp',
): Packet {
  return { wraps: [], ip: { source, destination, ttl: 64 }, transport: { protocol, sourcePort, destinationPort } };
}

const asked = packet(CLIENT, 40112, NODE, 443);
const answer = packet(TARGET, 8443, CLIENT, 40112);

describe('a client’s packet continues a flow', () => {
  test.each<[string, string, Packet, string | undefined, boolean]>([
    ['the next packet', 'nlb-1', asked, undefined, true],
    ['at another load balancer', 'nlb-2', asked, undefined, false],
    ['by way of an endpoint', 'nlb-1', asked, 'vpce-1', false],
    ['of another protocol', 'nlb-1', packet(CLIENT, 40112, NODE, 443, 'udp'), undefined, false],
    ['of another client', 'nlb-1', packet(OTHER, 40112, NODE, 443), undefined, false],
    ['from another port', 'nlb-1', packet(CLIENT, 40113, NODE, 443), undefined, false],
    ['to another node', 'nlb-1', packet(CLIENT, 40112, OTHER, 443), undefined, false],
    ['to another port', 'nlb-1', packet(CLIENT, 40112, NODE, 80), undefined, false],
  ])('%s', (_what, owner, sent, via, continues) => {
    expect(findOpen(holding(preserved), owner, sent, via)).toBe(continues ? preserved : undefined);
  });
});

describe('a target’s packet answers a flow', () => {
  test.each<[string, string, Packet, boolean]>([
    ['the answer', 'nlb-1', answer, true],
    ['at another load balancer', 'nlb-2', answer, false],
    ['of another protocol', 'nlb-1', packet(TARGET, 8443, CLIENT, 40112, 'udp'), false],
    ['of another target', 'nlb-1', packet(OTHER, 8443, CLIENT, 40112), false],
    ['from another port', 'nlb-1', packet(TARGET, 80, CLIENT, 40112), false],
    ['to another client', 'nlb-1', packet(TARGET, 8443, OTHER, 40112), false],
    ['to another port', 'nlb-1', packet(TARGET, 8443, CLIENT, 40113), false],
    ['to the address that the client called', 'nlb-1', packet(TARGET, 8443, NODE, 443), false],
  ])('%s', (_what, owner, sent, answers) => {
    expect(findAnswered(holding(preserved), owner, sent)).toBe(answers ? preserved : undefined);
  });

  test('to the node where it has not seen the client', () => {
    const sessions = holding(hidden);
    expect(findAnswered(sessions, 'nlb-1', answer)).toBeUndefined();
    expect(findAnswered(sessions, 'nlb-1', packet(TARGET, 8443, NODE, 2000))).toBe(hidden);
  });
});

test('only a flow that came by no endpoint and shows the client is preserved (6.4)', () => {
  expect([preserved, hidden, byEndpoint, { ...hidden, via: 'vpce-1' }].map(isPreserved)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});

describe('a target’s host gives an answer back to the flow’s owner only for', () => {
  test.each<[string, BalancedFlow, string, Packet, boolean]>([
    ['an answer to the client itself', preserved, 'eni-web-1', answer, true],
    ['the target’s own interface', preserved, 'eni-web-2', answer, false],
    ['a client that is preserved', hidden, 'eni-web-1', packet(TARGET, 8443, NODE, 2000), false],
    ['a client that came by no endpoint', byEndpoint, 'eni-web-1', answer, false],
    ['an answer', preserved, 'eni-web-1', packet(TARGET, 8443, OTHER, 40112), false],
  ])('%s', (_what, flow, eni, sent, owned) => {
    expect(findOwned(holding(flow), eni, sent)).toBe(owned ? flow : undefined);
  });
});

describe('a target meets its own call where', () => {
  const own = packet(TARGET, 40112, TARGET, 8443);

  test.each<[string, readonly BalancedFlow[], string, Packet, boolean]>([
    ['it was chosen and the client is preserved', [preserved], 'eni-web-1', own, true],
    ['so by one flow of several', [hidden, preserved], 'eni-web-1', own, true],
    ['source and destination are the same', [preserved], 'eni-web-1', answer, false],
    ['it is the target', [preserved], 'eni-web-2', own, false],
    ['the client is preserved', [hidden], 'eni-web-1', own, false],
    ['there is a flow', [], 'eni-web-1', own, false],
  ])('%s', (_what, balanced, eni, sent, expected) => {
    expect(isOwnCall({ ...makeSessions(), balanced: [...balanced] }, eni, sent)).toBe(expected);
  });
});

describe('a node shows a client to the target’s group where', () => {
  test.each<[string, BalancedFlow, string, Address, boolean]>([
    ['it left the address as it was', preserved, 'eni-nlb-a', CLIENT, true],
    ['the node is the flow’s', preserved, 'eni-nlb-b', CLIENT, false],
    ['it is that client', preserved, 'eni-nlb-a', OTHER, false],
    ['it shows no address of its own', hidden, 'eni-nlb-a', NODE, false],
    ['no endpoint is in between', byEndpoint, 'eni-nlb-a', CLIENT, false],
  ])('%s', (_what, flow, eni, address, expected) => {
    expect(showsClient(holding(flow), eni, address)).toBe(expected);
  });
});
