import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';
import { showTaps } from './show-taps.ts';

const inward = { from: 'client', to: 'i-app' } as const;
const outward = { from: 'i-app', to: 'client' } as const;

const build = (...changes: readonly Part[]) => buildWorld(worldFile('edge-table'), ...changes);

function faultOf(change: Part, probe: Parameters<typeof traceExchange>[1] = inward) {
  const { request, reply } = traceExchange(build(change), probe);
  const { fault } = reply ?? request;
  return fault && `${fault.code} at ${fault.at}`;
}

describe('a table that an internet gateway uses (3.4)', () => {
  const exchange = traceExchange(build(), inward);

  // Source: D-RT, D-RTO.
  test('sends what comes in through the middlebox, and the answer takes the same way back', () => {
    expect(exchange.outcome).toBe('conversed');
    expect(exchange.request.path).toEqual([
      'client',
      'internet',
      'igw-1',
      'host-b',
      'i-fw',
      'host-b',
      'host-a',
      'i-app',
    ]);
    expect(exchange.reply?.path).toEqual([
      'i-app',
      'host-a',
      'host-b',
      'i-fw',
      'host-b',
      'igw-1',
      'internet',
      'client',
    ]);
  });

  test('steers after the public address has become the private one, and wraps for the middlebox', () => {
    expect(showTaps(exchange.request).slice(1, 5)).toEqual([
      'igw-1 translated: 198.51.100.8 → 10.1.2.20',
      'igw-1 matched-route: 198.51.100.8 → 10.1.2.20',
      'igw-1 looked-up-mapping: 198.51.100.8 → 10.1.2.20',
      'igw-1 encapsulated: [100.64.255.1 → 100.64.0.12] [vpc-red eni-fw] 198.51.100.8 → 10.1.2.20',
    ]);
  });

  test('leaves what the table says local alone: the middlebox itself is reached directly', () => {
    const { request } = traceExchange(build(), { from: 'client', to: 'i-fw' });
    expect(request.path).toEqual(['client', 'internet', 'igw-1', 'host-b', 'i-fw']);
  });

  test('the instance still sees the client, and the client the instance’s public address', () => {
    expect(exchange.seen?.source.address).toBe('198.51.100.8');
    expect(traceExchange(build(), outward).seen?.source.address).toBe('52.0.0.20');
  });

  test('may replace the local target of the whole VPC (D-RT)', () => {
    const whole: Part = {
      routeTables: {
        'rtb-edge': { routes: [{ destination: '10.1.0.0/16', target: 'eni-fw', origin: 'CreateRouteTable' }] },
      },
    };
    expect(traceExchange(build(whole), inward).request.path).toContain('i-fw');
  });
});

const appDirect: Part = { routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } } };
const fwUnknown: Part = { elasticIps: { 'eipalloc-fw': { association: undefined } } };

describe('rules of 3.4', () => {
  test.each<[string, string, string | undefined, Part, Parameters<typeof traceExchange>[1]?]>([
    ['the middlebox has no public address', 'D-RA', 'INGRESS_RTB_NO_PUBLIC_IP at eni-fw', fwUnknown],
    ['the subnet answers past the middlebox', 'D-RT, D-RA', 'INGRESS_RTB_TRAFFIC_REDIRECTION at igw-1', appDirect],
    ['the subnet sends past the middlebox', 'D-RA', 'INGRESS_RTB_TRAFFIC_REDIRECTION at igw-1', appDirect, outward],
    [
      'the middlebox checks addresses',
      'D-RT',
      'ENI_SOURCE_DEST_CHECK_RESTRICTION at eni-fw',
      { networkInterfaces: { 'eni-fw': { sourceDestCheck: true } } },
    ],
    [
      'the middlebox is stopped',
      'D-RT',
      'BAD_STATE_ROUTE at rtb-edge',
      { instances: { 'i-fw': { state: 'stopped' } } },
    ],
    [
      'the middlebox does not forward',
      'D-RA',
      'GUEST_NOT_FORWARDING at i-fw',
      { instances: { 'i-fw': { forwarding: 'none' } } },
    ],
    [
      'the table is not associated with the gateway',
      'D-RT',
      undefined,
      { routeAssociations: { 'rtbassoc-edge': undefined } },
    ],
  ])('%s (%s): %s', (_case, _source, fault, change, probe) => {
    expect(faultOf(change, probe)).toBe(fault);
  });

  test('the middlebox itself may use the gateway (D-RT)', () => {
    expect(traceExchange(build(), { from: 'i-fw', to: 'client' }).outcome).toBe('conversed');
  });

  // Source: D-RT: only traffic entering by the gateway is steered; a neighbour subnet is not.
  test('traffic inside the VPC is not steered by it', () => {
    expect(traceExchange(build(), { from: 'i-fw', to: 'i-app' }).request.path).toEqual([
      'i-fw',
      'host-b',
      'host-a',
      'i-app',
    ]);
  });
});

describe('a diagnosis through a middlebox', () => {
  test.each<[string, Part, string[]]>([
    ['nothing is wrong', {}, []],
    [
      'check on, no public address, and the answer goes past it',
      mergeParts(fwUnknown, appDirect, { networkInterfaces: { 'eni-fw': { sourceDestCheck: true } } }),
      ['request EDGE_MIDDLEBOX_NO_PUBLIC_IP eni-fw', 'request SRC_DST_CHECK eni-fw', 'reply EDGE_ASYMMETRIC igw-1'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(diagnose(build(change), inward).map(({ direction, reason, at }) => `${direction} ${reason} ${at}`)).toEqual(
      expected,
    );
  });
});

describe('the way out passes the middlebox (3.4, D-RA)', () => {
  const second: Part = {
    subnets: { 'subnet-in': { vpcId: 'vpc-red', cidr: '10.1.8.0/24' } },
    routeTables: {
      'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'eni-fw-in' }] },
      'rtb-in': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    },
    routeAssociations: { 'rtbassoc-in': { routeTableId: 'rtb-in', subnetId: 'subnet-in' } },
    networkInterfaces: {
      'eni-fw-in': {
        subnetId: 'subnet-in',
        instanceId: 'i-fw',
        addresses: [{ address: '10.1.8.10' }],
        groups: ['sg-all'],
        sourceDestCheck: false,
      },
    },
  };

  test('by either of its interfaces', () => {
    expect(faultOf(second, outward)).toBeUndefined();
  });

  test('and not by another machine’s', () => {
    const other: Part = { instances: { 'i-other': { hostId: 'host-b', forwarding: 'router' } } };
    const moved: Part = { networkInterfaces: { 'eni-fw-in': { instanceId: 'i-other' } } };
    expect(faultOf(mergeParts(second, other, moved), outward)).toBe('INGRESS_RTB_TRAFFIC_REDIRECTION at igw-1');
  });

  test('and not past one that is gone', () => {
    const change: Part = {
      'rtb-edge': { routes: [{ destination: '10.1.2.0/24', target: 'eni-gone' }] },
      'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
    };
    expect(faultOf({ routeTables: change }, outward)).toBe('INGRESS_RTB_TRAFFIC_REDIRECTION at igw-1');
  });

  test('of a service: that a NAT gateway and the endpoint before it are nobody’s instances does not make them one', () => {
    const change: Part = {
      subnets: { 'subnet-nat': { vpcId: 'vpc-red', cidr: '10.1.7.0/24' } },
      routeTables: {
        'rtb-edge': { routes: [{ destination: '10.1.7.0/24', target: 'vpce-1' }] },
        'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] },
        'rtb-nat': { vpcId: 'vpc-red', routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] },
      },
      routeAssociations: { 'rtbassoc-nat': { routeTableId: 'rtb-nat', subnetId: 'subnet-nat' } },
      gateways: {
        'vpce-1': {
          kind: 'gateway-load-balancer-endpoint',
          vpcId: 'vpc-red',
          subnetId: 'subnet-fw',
          networkInterfaceId: 'eni-vpce',
        },
        'nat-1': {
          kind: 'nat-gateway',
          vpcId: 'vpc-red',
          subnetId: 'subnet-nat',
          networkInterfaceId: 'eni-nat',
          allocationId: 'eipalloc-nat',
        },
      },
      networkInterfaces: {
        'eni-vpce': { subnetId: 'subnet-fw', managedBy: 'vpce-1', addresses: [{ address: '10.1.9.20' }] },
        'eni-nat': { subnetId: 'subnet-nat', managedBy: 'nat-1', addresses: [{ address: '10.1.7.20' }] },
      },
      elasticIps: {
        'eipalloc-nat': {
          publicIp: '52.0.0.30',
          association: { id: 'eipassoc-nat', networkInterfaceId: 'eni-nat', privateIp: '10.1.7.20' },
        },
      },
    };
    expect(faultOf(change, outward)).toBe('INGRESS_RTB_TRAFFIC_REDIRECTION at igw-1');
  });
});
