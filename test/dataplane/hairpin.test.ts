import { describe, expect, test } from 'vitest';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

const probe = { from: 'i-a', to: 'i-b', byPublicAddress: true } as const;

// vpc-dataplane 3.3: IPSP, C-BF.
test('a hairpin by public address swaps both ends, step by step, there and back', () => {
  const { request, reply } = traceExchange(buildWorld(worldFile('hairpin')), probe);
  const swaps = (trace: typeof request | undefined) =>
    trace!.hops
      .flatMap(({ steps }) => steps)
      .filter(({ kind }) => kind === 'sent' || kind === 'translated' || kind === 'delivered')
      .map(({ after }) => `${after.ip.source} → ${after.ip.destination}`);
  expect(swaps(request)).toEqual([
    '10.1.1.5 → 52.0.0.2', // leaves A's host
    '52.0.0.1 → 52.0.0.2', // after the egress swap
    '52.0.0.1 → 10.1.2.5', // after the ingress swap
    '52.0.0.1 → 10.1.2.5', // B sees A's public address
  ]);
  expect(swaps(reply)).toEqual([
    '10.1.2.5 → 52.0.0.1',
    '52.0.0.2 → 52.0.0.1',
    '52.0.0.2 → 10.1.1.5',
    '52.0.0.2 → 10.1.1.5',
  ]);
});

test('it leaves the VPC and turns round, and the step says so', () => {
  const { request } = traceExchange(buildWorld(worldFile('hairpin')), probe);
  expect(request.path).toEqual(['i-a', 'host-a', 'igw-1', 'internet', 'igw-1', 'host-b', 'i-b']);
  expect(request.hops[3]?.steps[0]?.rule).toBe('igw-hairpin');
});

test('by private address the two are one local hop apart', () => {
  const world = buildWorld(worldFile('hairpin'), { securityGroups: { 'sg-b': { inbound: [{ peer: 'sg-a' }] } } });
  const { outcome, request } = traceExchange(world, { from: 'i-a', to: 'i-b' });
  expect(outcome).toBe('conversed');
  expect(request.path).toEqual(['i-a', 'host-a', 'host-b', 'i-b']);
});

describe('it breaks', () => {
  test('when a rule names the group of the sender: the group is not in the packet (D-SG)', () => {
    const world = buildWorld(worldFile('hairpin'), { securityGroups: { 'sg-b': { inbound: [{ peer: 'sg-a' }] } } });
    expect(traceExchange(world, probe).request.fault).toMatchObject({
      code: 'SG_REFERENCES_NOT_PRESERVED',
      at: 'sg-b',
      about: '52.0.0.1',
    });
  });

  test("when the receiver's subnet has no route back to the gateway", () => {
    const world = buildWorld(worldFile('hairpin'), { routeTables: { 'rtb-b': { routes: [] } } });
    const { request, reply } = traceExchange(world, probe);
    expect([request.at, reply?.fault?.code, reply?.at]).toEqual(['i-b', 'NO_ROUTE_TO_DESTINATION', 'rtb-b']);
  });

  test('when the sender has no public address', () => {
    const world = buildWorld(worldFile('hairpin'), { elasticIps: { 'eipalloc-a': undefined } });
    expect(traceExchange(world, probe).request.fault?.code).toBe('IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS');
  });

  test('when the receiver has no public address to be asked by', () => {
    const world = buildWorld(worldFile('hairpin'), { elasticIps: { 'eipalloc-b': undefined } });
    expect(traceExchange(world, probe).request.fault).toMatchObject({
      code: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS',
      at: 'eni-b',
    });
  });
});

test('two VPCs with the same block meet by their public addresses only', () => {
  const world = buildWorld(worldFile('hairpin'), {
    vpcs: { 'vpc-blue': { cidrs: ['10.1.0.0/16'] } },
    subnets: { 'subnet-b': { vpcId: 'vpc-blue' } },
    routeTables: { 'rtb-b': { vpcId: 'vpc-blue', routes: [{ destination: '0.0.0.0/0', target: 'igw-2' }] } },
    gateways: { 'igw-2': { kind: 'internet-gateway', vpcId: 'vpc-blue' } },
    securityGroups: { 'sg-b': { vpcId: 'vpc-blue' } },
  });
  const { outcome, request } = traceExchange(world, { from: 'i-a', to: 'i-b' });
  expect(outcome).toBe('conversed');
  expect(request.path).toEqual(['i-a', 'host-a', 'igw-1', 'internet', 'igw-2', 'host-b', 'i-b']);
});
