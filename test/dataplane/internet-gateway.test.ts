import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import type { Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const out: Probe = { from: 'i-vm1', to: 'client' };
const into: Probe = { from: 'client', to: 'i-vm1' };
const noAddress: Part = { elasticIps: { 'eipalloc-vm1': { association: undefined } } };
const noRoute: Part = { routeTables: { 'rtb-red': { routes: [] } } };
const detached: Part = { gateways: { 'igw-1': { vpcId: undefined } } };

function fate(trace: Trace | undefined): string {
  if (!trace) return 'not sent';
  return trace.fault ? `${trace.fault.code} at ${trace.at}` : `${trace.disposition} at ${trace.at}`;
}

interface Row {
  readonly row: string;
  readonly source: string;
  readonly change?: Part;
  readonly probe: Probe;
  readonly outcome: string;
  readonly request: string;
  readonly reply?: string;
}

// vpc-dataplane 3.2. Rows 11, 12 and 15 are what operations do to addresses (test/control); 14 is DNS, see not-modelled.md.
const table: readonly Row[] = [
  {
    row: '1: public address and route, outbound',
    source: 'D-IGW',
    probe: out,
    outcome: 'conversed',
    request: 'delivered at client',
    reply: 'delivered at i-vm1',
  },
  {
    row: '1: public address and route, inbound',
    source: 'D-IGW',
    probe: into,
    outcome: 'conversed',
    request: 'delivered at i-vm1',
    reply: 'delivered at client',
  },
  {
    row: '2: no public address',
    source: 'D-RA, C-BF',
    change: noAddress,
    probe: out,
    outcome: 'dropped',
    request: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
  },
  {
    row: '3: no route, outbound',
    source: 'D-IGW',
    change: noRoute,
    probe: out,
    outcome: 'dropped',
    request: 'NO_ROUTE_TO_DESTINATION at rtb-red',
  },
  {
    row: '3: no route, inbound is delivered and the reply finds no way',
    source: 'D-IGW, D-EIP',
    change: noRoute,
    probe: into,
    outcome: 'delivered',
    request: 'delivered at i-vm1',
    reply: 'NO_ROUTE_TO_DESTINATION at rtb-red',
  },
  {
    row: '5: gateway detached, the route left behind is a blackhole',
    source: 'D-RTW, C-OS',
    change: detached,
    probe: out,
    outcome: 'dropped',
    request: 'BAD_STATE_ROUTE at rtb-red',
  },
  {
    row: '5: gateway detached, nothing comes in',
    source: 'D-IGW',
    change: detached,
    probe: into,
    outcome: 'dropped',
    request: 'BAD_STATE_ATTACHMENT at igw-1',
  },
  {
    row: '6: private destination out',
    source: 'D-RA',
    probe: { from: 'i-vm1', to: '192.168.7.7' },
    outcome: 'dropped',
    request: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS at igw-1',
  },
  {
    row: '6: shared destination out',
    source: 'D-RA',
    probe: { from: 'i-vm1', to: '100.64.0.12' },
    outcome: 'dropped',
    request: 'IGW_DESTINATION_ADDRESS_NOT_IN_RFC6598_EGRESS at igw-1',
  },
  {
    row: '7: private source in',
    source: 'D-RA',
    probe: { from: '172.16.0.9', to: '52.0.0.9' },
    outcome: 'dropped',
    request: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC1918_INGRESS at igw-1',
  },
  {
    row: '7: shared source in',
    source: 'D-RA',
    probe: { from: '100.127.0.9', to: '52.0.0.9' },
    outcome: 'dropped',
    request: 'IGW_SOURCE_ADDRESS_NOT_IN_RFC6598_INGRESS at igw-1',
  },
  {
    row: '8: an Elastic IP that nothing is behind',
    source: 'D-RA',
    change: noAddress,
    probe: { from: 'client', to: '52.0.0.9' },
    outcome: 'dropped',
    request: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at internet',
  },
  {
    row: '8: an Elastic IP on an interface that hangs on nothing',
    source: 'D-RA',
    change: { networkInterfaces: { 'eni-vm1': { instanceId: undefined } }, instances: undefined },
    probe: { from: 'client', to: '52.0.0.9' },
    outcome: 'dropped',
    request: 'IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at igw-1',
  },
  {
    row: '9: a source that is no address of this VPC, with the check off',
    source: 'D-RA, D-PEER',
    change: { networkInterfaces: { 'eni-vm1': { sourceDestCheck: false } } },
    probe: { from: 'i-vm1', to: 'client', source: '10.2.0.5' as Probe['source'] },
    outcome: 'dropped',
    request: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
  },
  {
    row: '10: a VPC with public addresses of its own, out',
    source: 'D-FAQ',
    change: publicVpc(),
    probe: { from: 'i-vm1', to: 'client' },
    outcome: 'dropped',
    request: 'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
  },
];

/** The article's VPC with a public block that its owner brought. */
function publicVpc(): Part {
  return {
    vpcs: { 'vpc-red': { cidrs: ['192.0.2.0/24'] } },
    subnets: { 'subnet-red': { cidr: '192.0.2.0/25' } },
    networkInterfaces: { 'eni-vm1': { addresses: [{ address: '192.0.2.5' }] } },
    elasticIps: undefined,
  };
}

describe('table 3.2', () => {
  test.each(table)('$row ($source)', ({ change = {}, probe, outcome, request, reply }) => {
    const exchange = traceExchange(buildWorld(worldFile('article'), change), probe);
    expect([exchange.outcome, fate(exchange.request), fate(exchange.reply)]).toEqual([
      outcome,
      request,
      reply ?? 'not sent',
    ]);
  });

  test('4: with 0/0 to a NAT, an Elastic IP works inward only; the answer ends at the NAT (D-FAQ)', () => {
    const world = buildWorld(worldFile('nat'), {
      elasticIps: {
        'eipalloc-app': {
          publicIp: '52.0.0.60',
          association: { id: 'eipassoc-app', networkInterfaceId: 'eni-app', privateIp: '10.0.2.10' },
        },
      },
      securityGroups: { 'sg-app': { inbound: [{ peer: '0.0.0.0/0' }] } },
    });
    const inward = traceExchange(world, { from: 'client', to: 'i-app' });
    expect([fate(inward.request), fate(inward.reply)]).toEqual(['delivered at i-app', 'ASYMMETRIC_RETURN at nat-1']);
    expect(traceExchange(world, { from: 'i-app', to: 'client' }).seen?.source.address).toBe('52.0.0.9');
  });

  test('4: an answer by UDP opens a flow of its own, and the client refuses the stranger (D-FAQ)', () => {
    const world = buildWorld(worldFile('nat'), {
      elasticIps: {
        'eipalloc-app': {
          publicIp: '52.0.0.60',
          association: { id: 'eipassoc-app', networkInterfaceId: 'eni-app', privateIp: '10.0.2.10' },
        },
      },
      securityGroups: { 'sg-app': { inbound: [{ peer: '0.0.0.0/0' }] } },
    });
    const { reply } = traceExchange(world, { from: 'client', to: 'i-app', protocol: 'udp' });
    expect(fate(reply)).toBe('UNEXPECTED_REPLIER at client');
  });

  test('12: a stopped instance keeps its Elastic IP and answers nobody (D-EIP)', () => {
    const world = buildWorld(worldFile('article'), { instances: { 'i-vm1': { state: 'stopped' } } });
    expect(fate(traceExchange(world, into).request)).toBe('BAD_STATE at i-vm1');
    expect(fate(traceExchange(world, out).request)).toBe('BAD_STATE at i-vm1');
  });

  test('13: each private address of an interface may have an Elastic IP of its own (D-EIP, D-FAQ)', () => {
    const world = buildWorld(worldFile('article'), {
      networkInterfaces: { 'eni-vm1': { addresses: [{ address: '10.1.0.5' }, { address: '10.1.0.6' }] } },
      elasticIps: {
        'eipalloc-2': {
          publicIp: '52.0.0.66',
          association: { id: 'eipassoc-2', networkInterfaceId: 'eni-vm1', privateIp: '10.1.0.6' },
        },
      },
    });
    const seenFrom = (source: string) =>
      traceExchange(world, { ...out, source: source as Probe['source'] }).seen?.source.address;
    expect([seenFrom('10.1.0.5'), seenFrom('10.1.0.6')]).toEqual(['52.0.0.9', '52.0.0.66']);
    const inward = traceExchange(world, { from: 'client', to: '52.0.0.66' });
    expect(inward.seen?.destination.address).toBe('10.1.0.6');
    expect(inward.outcome).toBe('conversed');
  });

  test('13: a machine is found by the first public address that any of its private ones has', () => {
    const world = buildWorld(worldFile('article'), {
      networkInterfaces: { 'eni-vm1': { addresses: [{ address: '10.1.0.5' }, { address: '10.1.0.6' }] } },
      elasticIps: {
        'eipalloc-vm1': { association: { privateIp: '10.1.0.6' } },
      },
    });
    expect(traceExchange(world, into).seen?.destination.address).toBe('10.1.0.6');
  });
});

test('an auto-assigned address is swapped like an Elastic IP', () => {
  const world = buildWorld(worldFile('article'), {
    elasticIps: undefined,
    networkInterfaces: { 'eni-vm1': { addresses: [{ address: '10.1.0.5', autoPublicIp: '203.0.113.77' }] } },
  });
  expect(traceExchange(world, out).seen?.source.address).toBe('203.0.113.77');
});

test('an instance with two interfaces answers from the one that was asked', () => {
  const world = buildWorld(worldFile('article'), {
    subnets: { 'subnet-2': { vpcId: 'vpc-red', cidr: '10.1.2.0/24' } },
    routeAssociations: { 'rtbassoc-2': { routeTableId: 'rtb-red', subnetId: 'subnet-2' } },
    networkInterfaces: {
      'eni-2': {
        subnetId: 'subnet-2',
        instanceId: 'i-vm1',
        addresses: [{ address: '10.1.2.5' }],
        groups: ['sg-vm1'],
      },
    },
    elasticIps: {
      'eipalloc-2': {
        publicIp: '52.0.0.66',
        association: { id: 'eipassoc-2', networkInterfaceId: 'eni-2', privateIp: '10.1.2.5' },
      },
    },
  });
  expect(traceExchange(world, { from: 'client', to: '52.0.0.66' }).outcome).toBe('conversed');
  expect(traceExchange(world, { from: 'client', to: '52.0.0.9' }).outcome).toBe('conversed');
});

describe('the internet', () => {
  test.each([
    ['10.1.0.5', 'RFC 1918'],
    ['100.64.0.11', 'RFC 6598'],
    ['169.254.169.254', 'RFC 3927'],
    ['127.0.0.1', 'RFC 1122'],
    ['240.0.0.1', 'RFC 1112'],
    ['fd00::1', 'RFC 4193'],
  ])('carries nothing to %s (%s)', (to) => {
    const { request } = traceExchange(buildWorld(worldFile('article')), { from: 'client', to });
    expect(fate(request)).toBe('INTERNET_CARRIES_PUBLIC_ONLY at internet');
  });

  test('a public address of the pool that AWS has given to nobody is nobody', () => {
    const { request } = traceExchange(buildWorld(worldFile('article')), { from: 'client', to: '203.0.113.200' });
    expect(fate(request)).toBe('IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS at internet');
  });

  test('two machines outside need no VPC', () => {
    const world = buildWorld(worldFile('article'), { internet: { partner: { address: '192.0.2.80' } } });
    expect(traceExchange(world, { from: 'client', to: 'partner' }).outcome).toBe('conversed');
  });
});

describe('IPv6 (D-IGW, 3.5)', () => {
  const ipv6: Part = {
    vpcs: { 'vpc-red': { cidrs: ['10.1.0.0/16', '2001:db8:1::/56'] } },
    subnets: { 'subnet-red': { ipv6Cidr: '2001:db8:1::/64' } },
    networkInterfaces: { 'eni-vm1': { addresses: [{ address: '10.1.0.5' }, { address: '2001:db8:1::5' }] } },
    securityGroups: { 'sg-vm1': { inbound: [{ peer: '::/0' }], outbound: [{ peer: '::/0' }] } },
    internet: { client6: { address: '2001:db8:ffff::8' } },
  };
  const route6: Part = { routeTables: { 'rtb-red': { routes: [{ destination: '::/0', target: 'igw-1' }] } } };

  test('passes the gateway unchanged, both ways', () => {
    const world = buildWorld(worldFile('article'), ipv6, route6);
    const exchange = traceExchange(world, { from: 'i-vm1', to: 'client6' });
    expect(exchange.outcome).toBe('conversed');
    expect(exchange.seen?.source.address).toBe('2001:db8:1::5');
    expect(traceExchange(world, { from: 'client6', to: '2001:db8:1::5' }).outcome).toBe('conversed');
  });

  test('needs a route of its own: 0.0.0.0/0 never covers it', () => {
    const world = buildWorld(worldFile('article'), ipv6);
    expect(fate(traceExchange(world, { from: 'i-vm1', to: 'client6' }).request)).toBe(
      'NO_ROUTE_TO_DESTINATION at rtb-red',
    );
  });

  test('to an address of the block that nobody holds ends at the mapping', () => {
    const world = buildWorld(worldFile('article'), ipv6, route6);
    expect(fate(traceExchange(world, { from: 'client6', to: '2001:db8:1::99' }).request)).toBe(
      'NO_POSSIBLE_DESTINATION at vpc-red',
    );
  });
});
