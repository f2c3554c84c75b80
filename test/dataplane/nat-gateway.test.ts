import { describe, expect, test } from 'vitest';
import type { Step, Trace } from '../../src/dataplane/step.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { sourcePortOf } from '../../src/net/packet.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const probe = { from: 'i-app', to: '8.8.8.8', sourcePort: 40000 } as const;

function stepsOf(trace: Trace | undefined): Step[] {
  return trace!.hops.flatMap(({ steps }) => steps);
}

function faultOf(change: Part, question: Parameters<typeof traceExchange>[1] = probe) {
  const { request, reply } = traceExchange(buildWorld(worldFile('nat'), change), question);
  const { fault } = reply ?? request;
  return fault && `${fault.code} at ${fault.at}`;
}

describe('table 4.1, one flow through a public zonal NAT gateway', () => {
  const exchange = traceExchange(buildWorld(worldFile('nat')), probe);
  const port = exchange.flows[0]!.outside.port;

  test('the flow has a port of its own, 1024 to 65535 (D-NACL)', () => {
    expect(port).toBeGreaterThanOrEqual(1024);
    expect(port).toBeLessThanOrEqual(65535);
    expect(exchange.seen?.source).toEqual({ address: '52.0.0.9', port });
    expect(exchange.outcome).toBe('conversed');
  });

  test('rows 1 to 6: two filters, a route, the NAT subnet in and out, two rewrites (D-RA, C-BF)', () => {
    expect(decisions(exchange.request)).toEqual([
      'filtered sg-app 10.0.2.10:40000 → 8.8.8.8:443', // 1
      'filtered acl-p 10.0.2.10:40000 → 8.8.8.8:443', // 1
      'matched-route rtb-p 10.0.2.10:40000 → 8.8.8.8:443', // 2
      'filtered acl-q 10.0.2.10:40000 → 8.8.8.8:443', // 3, in
      `translated nat-1 10.0.1.20:${port} → 8.8.8.8:443`, // 4
      `filtered acl-q 10.0.1.20:${port} → 8.8.8.8:443`, // 5, out
      `matched-route rtb-q 10.0.1.20:${port} → 8.8.8.8:443`, // 5
      `translated igw-1 52.0.0.9:${port} → 8.8.8.8:443`, // 6
    ]);
  });

  test('rows 7 to 9: back through the gateway, the NAT and both subnets', () => {
    expect(decisions(exchange.reply)).toEqual([
      `translated igw-1 8.8.8.8:443 → 10.0.1.20:${port}`, // 7
      `filtered acl-q 8.8.8.8:443 → 10.0.1.20:${port}`, // 7, in
      'translated nat-1 8.8.8.8:443 → 10.0.2.10:40000', // 8
      'filtered acl-q 8.8.8.8:443 → 10.0.2.10:40000', // 9, out
      'matched-route rtb-q 8.8.8.8:443 → 10.0.2.10:40000', // 9
      'filtered acl-p 8.8.8.8:443 → 10.0.2.10:40000', // 9, in
      'filtered sg-app 8.8.8.8:443 → 10.0.2.10:40000', // 9, established
    ]);
  });

  /** What was decided or rewritten, by which table, with the packet as it went on. */
  function decisions(trace: Trace | undefined): string[] {
    return stepsOf(trace)
      .filter(({ kind }) => kind === 'filtered' || kind === 'matched-route' || kind === 'translated')
      .map(({ kind, table, after: { ip, transport } }) => {
        const destinationPort = 'destinationPort' in transport ? transport.destinationPort : 0;
        return `${kind} ${table} ${ip.source}:${sourcePortOf(transport)} → ${ip.destination}:${destinationPort}`;
      });
  }

  test('the NAT is a hop that a traceroute sees; the gateway and the VPC are not (D-NATT)', () => {
    const ttl = (node: string) => exchange.request.hops.find((hop) => hop.node === node)?.steps.at(-1)?.after.ip.ttl;
    expect([ttl('i-app'), ttl('host-a'), ttl('nat-1'), ttl('igw-1')]).toEqual([64, 64, 63, 63]);
  });
});

describe('rules of 4.2', () => {
  const subnetOfApp: Part = {
    gateways: { 'nat-1': { subnetId: 'subnet-p' } },
    networkInterfaces: { 'eni-nat': { subnetId: 'subnet-p', addresses: [{ address: '10.0.2.20' }] } },
    elasticIps: { 'eipalloc-nat': { association: { privateIp: '10.0.2.20' } } },
  };

  test.each<[string, string, string, Part, Parameters<typeof traceExchange>[1]?]>([
    [
      'its subnet has no way out',
      'D-NATT',
      'NO_ROUTE_TO_DESTINATION at rtb-q',
      { routeTables: { 'rtb-q': { routes: [] } } },
    ],
    [
      'its own subnet routes to itself',
      'D-NATT',
      'RT_LOOP at rtb-q',
      { routeTables: { 'rtb-q': { routes: [{ destination: '0.0.0.0/0', target: 'nat-1' }] } } },
    ],
    ['it stands in the subnet of its client', 'C-BF', 'RT_LOOP at rtb-p', subnetOfApp],
    ['it is pending', 'D-NAT', 'BAD_STATE at nat-1', { gateways: { 'nat-1': { state: 'pending' } } }],
    [
      'it has failed',
      'D-NAT',
      'BAD_STATE_ROUTE at rtb-p',
      {
        gateways: { 'nat-1': { state: 'failed', networkInterfaceId: undefined, allocationId: undefined } },
        networkInterfaces: { 'eni-nat': undefined },
        elasticIps: { 'eipalloc-nat': undefined },
      },
    ],
    [
      'it is deleted, and its route is a blackhole',
      'D-NAT',
      'BAD_STATE_ROUTE at rtb-p',
      {
        gateways: { 'nat-1': undefined },
        networkInterfaces: { 'eni-nat': undefined },
        elasticIps: { 'eipalloc-nat': undefined },
      },
    ],
    [
      'it is private and meets an internet gateway',
      'D-NAT',
      'IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS at igw-1',
      {
        gateways: { 'nat-1': { connectivityType: 'private', allocationId: undefined } },
        elasticIps: { 'eipalloc-nat': undefined },
      },
    ],
    [
      'the packet is GRE',
      'D-NAT',
      'PROTOCOL_RESTRICTION at nat-1',
      {},
      { from: 'i-app', to: '8.8.8.8', protocol: 'gre' },
    ],
    [
      'the packet is ESP',
      'D-NAT',
      'PROTOCOL_RESTRICTION at nat-1',
      {},
      { from: 'i-app', to: '8.8.8.8', protocol: 'esp' },
    ],
    [
      'somebody outside starts a connection',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'client', to: '52.0.0.9' },
    ],
    [
      'somebody outside pings its address',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'client', to: '52.0.0.9', protocol: 'icmp' },
    ],
    [
      'a client pings its private address',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'i-app', to: '10.0.1.20', protocol: 'icmp' },
    ],
    [
      'a neighbour pings its private address',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'i-web', to: '10.0.1.20', protocol: 'icmp' },
    ],
    [
      'a client goes by the NAT to the address of the NAT',
      'D-NATT',
      'NGW_DEST_ADDRESS_PRESERVATION at nat-1',
      {},
      { from: 'i-app', to: '52.0.0.9' },
    ],
    [
      "its subnet's list refuses the client's packet",
      'C-BF',
      'SUBNET_ACL_RESTRICTION at acl-q',
      {
        networkAcls: {
          'acl-q': {
            inbound: [
              { number: 100, action: 'deny', cidr: '10.0.2.0/24' },
              { number: 200, action: 'allow', cidr: '0.0.0.0/0' },
            ],
          },
        },
      },
    ],
    [
      "its subnet's list lets no answer in",
      'D-NACL',
      'SUBNET_ACL_RESTRICTION at acl-q',
      { networkAcls: { 'acl-q': { inbound: [{ number: 100, action: 'allow', cidr: '10.0.0.0/16' }] } } },
    ],
    [
      "its subnet's list lets no answer on to the client",
      'C-BF',
      'SUBNET_ACL_RESTRICTION at acl-q',
      {
        networkAcls: {
          'acl-q': {
            outbound: [
              { number: 50, action: 'deny', cidr: '10.0.2.0/24' },
              { number: 100, action: 'allow', cidr: '0.0.0.0/0' },
            ],
          },
        },
      },
    ],
  ])('when %s (%s): %s', (_what, _source, expected, change, question) => {
    expect(faultOf(change, question)).toBe(expected);
  });

  test.each(['tcp', 'udp', 'icmp'] as const)('%s goes through and comes back (D-NAT)', (protocol) => {
    const { outcome, seen } = traceExchange(buildWorld(worldFile('nat')), { ...probe, protocol });
    expect([outcome, seen?.source.address]).toEqual(['conversed', '52.0.0.9']);
  });

  test('no security group looks at what the NAT takes in (D-NAT)', () => {
    const { request } = traceExchange(buildWorld(worldFile('nat')), probe);
    const atNat = request.hops.find(({ node }) => node === 'nat-1')!.steps;
    expect(atNat.filter(({ rule }) => rule === 'group-rule')).toEqual([]);
  });

  test('another zone may use it: the route names it, wherever it stands (D-NAT)', () => {
    const world = buildWorld(worldFile('nat'), { subnets: { 'subnet-p': { availabilityZone: 'us-east-1b' } } });
    expect(traceExchange(world, probe).outcome).toBe('conversed');
  });

  test("a group reference is lost behind it: web sees the NAT's address and not the app's (D-RA)", () => {
    const change = { securityGroups: { 'sg-web': { inbound: [{ peer: 'sg-app' }] } } };
    const question = { from: 'i-app', to: '52.0.0.10' };
    expect(faultOf(change, question)).toBe('SG_REFERENCES_NOT_PRESERVED at sg-web');
    expect(traceExchange(buildWorld(worldFile('nat')), question).seen?.source.address).toBe('52.0.0.9');
  });
});

describe('a NAT instance', () => {
  const natInstance: Part = {
    gateways: { 'nat-1': undefined },
    networkInterfaces: {
      'eni-nat': { managedBy: undefined, instanceId: 'i-nat', sourceDestCheck: false, groups: ['sg-nat'] },
    },
    instances: { 'i-nat': { hostId: 'host-b', forwarding: 'nat' } },
    routeTables: { 'rtb-p': { routes: [{ destination: '0.0.0.0/0', target: 'eni-nat' }] } },
    securityGroups: {
      'sg-nat': { vpcId: 'vpc-red', inbound: [{ peer: '10.0.0.0/16' }], outbound: [{ peer: '0.0.0.0/0' }] },
    },
  };

  test.each(['tcp', 'udp', 'icmp', 'gre'] as const)('carries %s like a gateway, and more (D-NATC)', (protocol) => {
    const { outcome, seen } = traceExchange(buildWorld(worldFile('nat'), natInstance), { ...probe, protocol });
    expect([outcome, seen?.source.address]).toEqual(['conversed', '52.0.0.9']);
  });

  test.each<[string, string, Part]>([
    [
      'the check is on',
      'ENI_SOURCE_DEST_CHECK_RESTRICTION at eni-nat',
      { networkInterfaces: { 'eni-nat': { sourceDestCheck: true } } },
    ],
    ['it does not forward', 'GUEST_NOT_FORWARDING at i-nat', { instances: { 'i-nat': { forwarding: 'none' } } }],
    ['it is stopped', 'BAD_STATE_ROUTE at rtb-p', { instances: { 'i-nat': { state: 'stopped' } } }],
    [
      'its subnet routes back to it',
      'RT_LOOP at rtb-q',
      { routeTables: { 'rtb-q': { routes: [{ destination: '0.0.0.0/0', target: 'eni-nat' }] } } },
    ],
  ])('when %s: %s', (_what, expected, change) => {
    const world = buildWorld(worldFile('nat'), natInstance, change);
    const { fault } = traceExchange(world, probe).request;
    expect(`${fault?.code} at ${fault?.at}`).toBe(expected);
  });

  test('leaves an answer alone whose request it never saw, as Linux does', () => {
    const world = buildWorld(worldFile('nat'), natInstance, {
      elasticIps: {
        'eipalloc-app': {
          publicIp: '52.0.0.60',
          association: { id: 'eipassoc-app', networkInterfaceId: 'eni-app', privateIp: '10.0.2.10' },
        },
      },
      securityGroups: { 'sg-app': { inbound: [{ peer: '0.0.0.0/0' }] } },
    });
    expect(traceExchange(world, { from: 'client', to: 'i-app' }).outcome).toBe('conversed');
  });
});
