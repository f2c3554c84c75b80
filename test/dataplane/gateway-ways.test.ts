// Which gateway a diagnosis takes for the way on where no table names one, and which machine of AWS's own an endpoint leads to.

import { describe, expect, test } from 'vitest';
import { diagnose } from '../../src/dataplane/diagnose.ts';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

function findings(world: string, change: Part, probe: Probe): string[] {
  return diagnose(buildWorld(worldFile(world), change), probe).map(({ reason, at }) => `${reason} ${at}`);
}

// Source: D-PEER (vpc-dataplane 7.1, 7.3): a connection leads to the other of its two VPCs, once it may carry anything.
describe('a table without a route, and a peering connection', () => {
  const noRoute: Part = {
    routeTables: { 'rtb-red': { routes: [] } },
    securityGroups: { 'sg-blue': { inbound: [] }, 'sg-green': { inbound: [] } },
  };
  const twoBlocks: Part = { vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16', '10.22.0.0/16'] } } };

  test.each<[string, string[], Part, string]>([
    ['to the VPC that has the address: by it', ['NO_ROUTE rtb-red', 'SG_EMPTY_INGRESS sg-blue'], noRoute, '10.2.1.5'],
    [
      'to a VPC of two blocks: by it, too',
      ['NO_ROUTE rtb-red', 'SG_EMPTY_INGRESS sg-blue'],
      mergeParts(noRoute, twoBlocks),
      '10.2.1.5',
    ],
    ['between two other VPCs: no way on', ['NO_ROUTE rtb-red'], noRoute, '10.3.1.5'],
    [
      'that was rejected: no way on',
      ['NO_ROUTE rtb-red'],
      mergeParts(noRoute, {
        gateways: { 'pcx-1': { state: 'rejected' } },
        securityGroups: { 'sg-blue': { inbound: [] } },
      }),
      '10.2.1.5',
    ],
  ])('%s', (_what, expected, change, to) => {
    expect(findings('peering', change, { from: 'i-red', to })).toEqual(expected);
  });
});

// Source: D-GWE: an endpoint is for the sources of its own VPC.
test('the gateway endpoint of another VPC is no way to a bucket', () => {
  const blue: Part = {
    vpcs: { 'vpc-blue': { cidrs: ['10.2.0.0/16'] } },
    subnets: { 'subnet-blue': { vpcId: 'vpc-blue', cidr: '10.2.0.0/24' } },
    instances: { 'i-blue': { hostId: 'host-b' } },
    networkInterfaces: {
      'eni-blue': { subnetId: 'subnet-blue', instanceId: 'i-blue', addresses: [{ address: '10.2.0.9' }] },
    },
  };
  const [first, second] = findings('gateway-endpoint', blue, { from: 'i-blue', to: 'bucket' });
  expect([first, second]).toEqual(['NO_ROUTE rtb-blue-main', 'GATEWAY_DETACHED vpc-blue']);
});

// Source: D-IFE (vpc-dataplane 6.2). Simplified: the first bucket or table that the World names in this Region.
describe('an interface endpoint of AWS’s own service leads to', () => {
  const serving = (serviceName: string, internet: Part = {}, prefixLists: Part = {}): Part => ({
    gateways: { 'vpce-api': { endpointServiceId: undefined, serviceName } },
    internet,
    prefixLists,
  });
  const s3 = 'com.amazonaws.us-east-1.s3';
  const lists: Part = {
    'pl-dynamodb': { name: 'com.amazonaws.us-east-1.dynamodb', cidrs: ['198.19.0.0/16'] },
    'pl-s3': { name: s3, cidrs: ['198.18.0.0/16'] },
  };
  const table: Part = { table: { address: '198.19.4.20', service: 'dynamodb' } };
  const bucket: Part = { bucket: { address: '198.18.4.20', service: 's3' } };
  const farBucket: Part = { 'far-bucket': { address: '198.17.4.20', service: 's3' } };
  const client: Part = { client: { address: '198.51.100.8' } };

  test.each<[string, string, string, Part]>([
    ['a machine of that service', 'bucket', '198.18.4.20', serving(s3, mergeParts(client, table, bucket))],
    ['one in this Region’s list', 'bucket', '198.18.4.20', serving(s3, mergeParts(farBucket, bucket), lists)],
    [
      'the service itself where the World names no machine of it',
      'com.amazonaws.us-east-1.ssm',
      '10.0.2.77',
      serving('com.amazonaws.us-east-1.ssm', mergeParts(client, bucket)),
    ],
    [
      'the service itself where the name is another Region’s',
      'com.amazonaws.eu-west-1.s3',
      '10.0.2.77',
      serving('com.amazonaws.eu-west-1.s3', bucket),
    ],
    ['not to another Region’s bucket', s3, '10.0.2.77', serving(s3, farBucket, lists)],
  ])('%s', (_what, at, address, change) => {
    const exchange = traceExchange(buildWorld(worldFile('privatelink'), change), { from: 'i-app', to: '10.0.2.77' });
    expect(exchange.outcome).toBe('conversed');
    expect([exchange.request.at, exchange.seen?.destination.address]).toEqual([at, address]);
    expect(exchange.reply?.packet.ip.source).toBe('10.0.2.77');
    const handed = exchange.request.hops.find(({ node }) => node === 'vpce-api')!.steps.map(({ rule }) => rule);
    const known = address === '10.0.2.77' ? [] : ['endpoint-identity'];
    expect(handed).toEqual(['unwrap', 'group-rule', ...known]);
  });
});
