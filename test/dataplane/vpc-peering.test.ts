import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { listTaps } from '../../src/dataplane/taps.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';
import { showTaps } from './show-taps.ts';

const toBlue = { from: 'i-red', to: 'i-blue', sourcePort: 40000 } as const;

function faultOf(change: Part, probe: Parameters<typeof traceExchange>[1] = toBlue) {
  const { request, reply } = traceExchange(buildWorld(worldFile('peering'), change), probe);
  const { fault } = reply ?? request;
  return fault && `${fault.code} at ${fault.at}`;
}

function findings(change: Part, probe = toBlue as Parameters<typeof traceExchange>[1]) {
  return diagnose(buildWorld(worldFile('peering'), change), probe).map(
    ({ reason, at, about, direction }) => `${direction} ${reason} ${at} ${about}`,
  );
}

describe('a packet to the peer VPC', () => {
  const exchange = traceExchange(buildWorld(worldFile('peering')), toBlue);

  // Source: D-PEER (no gateway, no separate hardware), vpc-dataplane 2.1, 7.3.
  test('goes from host to host: no edge, no Hyperplane', () => {
    expect(exchange.outcome).toBe('conversed');
    expect(exchange.request.path).toEqual(['i-red', 'host-a', 'host-b', 'i-blue']);
    expect(exchange.reply?.path).toEqual(['i-blue', 'host-b', 'host-a', 'i-red']);
  });

  test('keeps both private addresses and its port, there and back', () => {
    expect(exchange.seen).toEqual({
      protocol: 'tcp',
      source: { address: '10.1.1.5', port: 40000 },
      destination: { address: '10.2.1.5', port: 443 },
    });
    expect(exchange.flows).toEqual([]);
  });

  test('is looked up in the peer VPC, and its wrap names that VPC', () => {
    expect(showTaps(exchange.request)).toEqual([
      'i-red sent: 10.1.1.5 → 10.2.1.5',
      'host-a matched-route: 10.1.1.5 → 10.2.1.5',
      'host-a forwarded: 10.1.1.5 → 10.2.1.5',
      'host-a looked-up-mapping: 10.1.1.5 → 10.2.1.5',
      'host-a encapsulated: [100.64.0.11 → 100.64.0.12] [vpc-blue eni-blue] 10.1.1.5 → 10.2.1.5',
      'host-b decapsulated: 10.1.1.5 → 10.2.1.5',
      'i-blue delivered: 10.1.1.5 → 10.2.1.5',
    ]);
  });

  test('spends none of its time to live (inferred, vpc-dataplane 11)', () => {
    expect(listTaps(exchange.request).at(-1)?.step.after.ip.ttl).toBe(64);
  });

  test('is known to the peer by its group (D-PEER)', () => {
    const rules = exchange.request.hops.flatMap(({ steps }) => steps).filter(({ table }) => table === 'sg-blue');
    expect(rules.map(({ rule, row }) => [rule, row && 'peer' in row && row.peer])).toEqual([['group-rule', 'sg-red']]);
  });
});

// Source: D-MTU, D-PEER: 9001 between peers of one Region.
test('jumbo frames pass a peering', () => {
  expect(traceExchange(buildWorld(worldFile('peering')), { ...toBlue, size: 9001 }).outcome).toBe('conversed');
});

const noRoute: Part = { routeTables: { 'rtb-red': { routes: [] } } };
const oneSided: Part = {
  routeTables: { 'rtb-blue': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } },
};
const oneSidedAndNoDefault: Part = { routeTables: { 'rtb-blue': { routes: [] } } };
const everythingToPeer: Part = {
  routeTables: { 'rtb-red': { routes: [{ destination: '0.0.0.0/0', target: 'pcx-1' }] } },
};
const isIn = (state: string): Part => ({ gateways: { 'pcx-1': { state } } });

describe('section 7.3 and the peering row of 7.1', () => {
  test.each<[string, string, string, Part, Parameters<typeof traceExchange>[1]?]>([
    ['pending acceptance', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('pending-acceptance')],
    ['provisioning', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('provisioning')],
    ['failed', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('failed')],
    ['rejected', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('rejected')],
    ['expired', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('expired')],
    ['deleted', 'D-PEER', 'BAD_STATE_ROUTE at rtb-red', isIn('deleted'), { ...toBlue, to: '10.2.1.5' }],
    ['no route on this side', 'D-PEER', 'NO_ROUTE_TO_DESTINATION at rtb-red', noRoute],
    ['no route on the other side', 'D-PEER', 'NO_ROUTE_TO_DESTINATION at rtb-blue', oneSidedAndNoDefault],
    ['the answer goes to the NAT instead', 'D-PEER, D-FAQ', 'ASYMMETRIC_RETURN at nat-1', oneSided],
    [
      'a third VPC behind the peer (never transitive)',
      'D-PEER, D-RA',
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR at pcx-1',
      everythingToPeer,
      { from: 'i-red', to: '10.3.1.5' },
    ],
    [
      "the peer's internet gateway or NAT",
      'D-PEER, D-RA',
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR at pcx-1',
      everythingToPeer,
      { from: 'i-red', to: 'client' },
    ],
    [
      "the peer NAT's private address",
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'i-red', to: '10.2.9.20' },
    ],
    [
      'a source that is no address of this VPC',
      'D-RA',
      'PCX_REQUIRES_ADDRESS_IN_VPC_CIDR at pcx-1',
      { networkInterfaces: { 'eni-red': { sourceDestCheck: false } } },
      { ...toBlue, source: '10.3.1.5' as never },
    ],
    [
      'an address that nothing in the peer VPC holds',
      'vpc-dataplane 1.2',
      'NO_POSSIBLE_DESTINATION at vpc-blue',
      {},
      { from: 'i-red', to: '10.2.1.77' },
    ],
    [
      'a group of the peer that the sender does not hold',
      'D-PEER',
      'ENI_SG_RULES_MISMATCH at sg-blue',
      {
        securityGroups: { 'sg-other': { vpcId: 'vpc-red', outbound: [{ peer: '0.0.0.0/0' }] } },
        networkInterfaces: { 'eni-red': { groups: ['sg-other'] } },
      },
    ],
  ])('%s (%s): %s', (_case, _source, fault, change, probe) => {
    expect(faultOf(change, probe)).toBe(fault);
  });

  // Source: D-PEER: no reverse-path check. Green owns red's block: blue's answer goes to whoever its table names.
  test('an answer may go to a third VPC with the same block', () => {
    const stolen: Part = {
      vpcs: { 'vpc-green': { cidrs: ['10.1.0.0/16'] } },
      subnets: { 'subnet-green': { cidr: '10.1.1.0/24' } },
      networkInterfaces: { 'eni-green': { addresses: [{ address: '10.1.1.5' }] } },
      routeTables: {
        'rtb-blue': {
          routes: [
            { destination: '10.1.0.0/16', target: 'pcx-1' },
            { destination: '10.1.1.0/24', target: 'pcx-2' },
          ],
        },
      },
    };
    const { outcome, reply } = traceExchange(buildWorld(worldFile('peering'), stolen), { ...toBlue, to: '10.2.1.5' });
    expect(outcome).toBe('delivered');
    expect(reply?.at).toBe('i-green');
    expect(reply?.fault?.code).toBe('UNEXPECTED_REPLIER');
  });

  test('a forged wrap from a VPC that is not a peer is refused (T15, T17)', () => {
    const frame: Part = {
      frames: {
        'frame-1': {
          fromHost: 'host-c',
          toHost: 'host-a',
          vpcId: 'vpc-red',
          source: '10.1.1.9',
          destination: '10.1.1.5',
        },
      },
    };
    expect(faultOf(frame, { from: 'frame-1' })).toBe('GATEWAY_REJECTS_SPOOFED_TRAFFIC at host-a');
  });
});

describe('a diagnosis of a peering', () => {
  test.each<[string, Part, string[]]>([
    ['nothing is wrong', {}, []],
    [
      'both sides lack their route',
      { routeTables: { ...(noRoute.routeTables as object), 'rtb-blue': { routes: [] } } },
      ['request NO_ROUTE rtb-red 10.2.1.5', 'reply NO_ROUTE rtb-blue 10.1.1.5'],
    ],
    [
      'it waits for acceptance, and one side lacks its route',
      mergeParts(isIn('pending-acceptance'), oneSidedAndNoDefault),
      ['request PCX_NOT_ACTIVE rtb-red 10.2.1.5', 'reply NO_ROUTE rtb-blue 10.1.1.5'],
    ],
    ['the answer leaves by the NAT', oneSided, ['reply ASYMMETRIC_RETURN nat-1 10.1.1.5']],
  ])('%s', (_case, change, expected) => {
    expect(findings(change)).toEqual(expected);
  });
});

describe('a World with a peering', () => {
  const problems = (change: Part) => {
    const result = readWorld(mergeParts(worldFile('peering'), change));
    return result.ok ? [] : result.error.map(({ path, message }) => `${path.join('.')}: ${message}`);
  };

  test.each<[string, Part, string[]]>([
    [
      'names a VPC that is not there',
      { gateways: { 'pcx-1': { accepterVpcId: 'vpc-x' } } },
      [
        'securityGroups.sg-blue.inbound.0.peer: sg-red is in another VPC',
        'gateways.pcx-1.accepterVpcId: vpc-x does not exist',
      ],
    ],
    [
      'has overlapping blocks',
      { vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.1.128.0/17'] } } },
      ['gateways.pcx-1: vpc-red and vpc-blue overlap'],
    ],
    [
      'peers a pair twice',
      {
        gateways: { 'pcx-3': { kind: 'vpc-peering-connection', requesterVpcId: 'vpc-blue', accepterVpcId: 'vpc-red' } },
      },
      ['gateways.pcx-3: pcx-1 already peers vpc-blue with vpc-red'],
    ],
    [
      'keeps a failed one with anything',
      {
        gateways: {
          'pcx-3': {
            kind: 'vpc-peering-connection',
            requesterVpcId: 'vpc-blue',
            accepterVpcId: 'vpc-x',
            state: 'failed',
          },
        },
      },
      [],
    ],
  ])('that %s', (_case, change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
});
