// Source: D-RT, D-RTO (vpc-dataplane 3.4, 5.1): a table of an internet gateway or of a subnet may name a Gateway Load Balancer endpoint.

import { expect, test } from 'vitest';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, worldFile } from '../worlds/build.ts';

/** The world of the edge table, with an endpoint in the appliance's place. */
function inspected(change = {}) {
  const endpoint = {
    gateways: {
      'vpce-look': {
        kind: 'gateway-load-balancer-endpoint',
        vpcId: 'vpc-red',
        subnetId: 'subnet-fw',
        networkInterfaceId: 'eni-look',
      },
    },
    networkInterfaces: {
      'eni-look': { subnetId: 'subnet-fw', managedBy: 'vpce-look', addresses: [{ address: '10.1.9.20' }] },
    },
    routeTables: {
      'rtb-edge': { routes: [{ destination: '10.1.2.0/24', target: 'vpce-look' }] },
      'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'vpce-look' }] },
    },
  };
  return buildWorld(worldFile('edge-table'), endpoint, change);
}

const probe = { from: 'client', to: 'i-app' };

test('what comes in from the internet goes through the endpoint first, and the answer goes back through it', () => {
  const { outcome, request, reply, seen } = traceExchange(inspected(), probe);
  expect(outcome).toBe('conversed');
  expect(request.path).toEqual(['client', 'internet', 'igw-1', 'vpce-look', 'host-a', 'i-app']);
  expect(reply?.path).toEqual(['i-app', 'host-a', 'vpce-look', 'igw-1', 'internet', 'client']);
  expect(seen?.source.address).toBe('198.51.100.8');
});

test('the packet that comes out of the endpoint is the one that went in', () => {
  const { request } = traceExchange(inspected(), probe);
  const atEndpoint = request.hops.find(({ node }) => node === 'vpce-look')!.steps;
  const bare = atEndpoint.find(({ kind }) => kind === 'decapsulated')!.after;
  const wrapped = atEndpoint.at(-1)!.after;
  expect([wrapped.ip, wrapped.transport]).toEqual([bare.ip, bare.transport]);
  expect(wrapped.wraps[1]).toMatchObject({ layer: 'vpc', from: 'eni-look', target: 'eni-app' });
});

test('an answer that goes round the endpoint is refused at the internet gateway', () => {
  const around = { routeTables: { 'rtb-app': { routes: [{ destination: '0.0.0.0/0', target: 'igw-1' }] } } };
  const { outcome, reply } = traceExchange(inspected(around), probe);
  expect(outcome).toBe('delivered');
  expect(reply?.fault).toMatchObject({ code: 'INGRESS_RTB_TRAFFIC_REDIRECTION', at: 'igw-1' });
});

test("an endpoint whose own subnet sends back to it is a loop, at that subnet's table", () => {
  const circle = { routeTables: { 'rtb-fw': { routes: [{ destination: '0.0.0.0/0', target: 'vpce-look' }] } } };
  const { reply } = traceExchange(inspected(circle), probe);
  expect(reply).toMatchObject({ disposition: 'looped', fault: { code: 'RT_LOOP', at: 'rtb-fw' } });
});

test('a route to the endpoint of another VPC is a blackhole', () => {
  const foreign = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.9.0/24' } },
    gateways: { 'vpce-look': { vpcId: 'vpc-blue', subnetId: 'subnet-blue' } },
    networkInterfaces: { 'eni-look': { subnetId: 'subnet-blue', addresses: [{ address: '10.2.9.20' }] } },
    routeAssociations: { 'rtbassoc-edge': undefined },
  };
  const { reply } = traceExchange(inspected(foreign), probe);
  expect(reply?.fault).toMatchObject({ code: 'BAD_STATE_ROUTE', at: 'rtb-app' });
});
