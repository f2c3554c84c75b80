import { describe, expect, test } from 'vitest';
import type { Probe } from '../../src/dataplane/probe.ts';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, mergeParts, type Part, worldFile } from '../worlds/build.ts';

function faultOf(world: string, change: Part, probe: Probe): string | undefined {
  const { fault } = traceExchange(buildWorld(worldFile(world), change), probe).request;
  return fault && `${fault.reason} at ${fault.at}`;
}

// Source: D-GWE, D-S3E (vpc-dataplane 6.1): an endpoint serves its own Region; what is elsewhere needs another way.
describe('a table without a way to an address of a service', () => {
  const routes = (...own: readonly Part[]): Part => ({ routeTables: { 'rtb-iso': { routes: own } } });
  const toList = { destination: 'pl-s3', target: 'vpce-s3' };

  test.each<[string, string, Part, string]>([
    ['has an endpoint for the service: another Region', 'VPCE_OTHER_REGION', routes(toList), 'far-bucket'],
    ['has one for another service: no route', 'NO_ROUTE', routes(toList), 'table'],
    ['has none: no route', 'NO_ROUTE', {}, 'far-bucket'],
    ['and a machine of no service: no route', 'NO_ROUTE', routes(toList), 'client'],
    ['and an address that nobody is named for: no route', 'NO_ROUTE', routes(toList), '198.19.9.9'],
    [
      'has a list of the customer’s own whose name only sounds alike: no route',
      'NO_ROUTE',
      mergeParts(
        { prefixLists: { 'pl-own': { name: 'my-s3', cidrs: ['10.9.0.0/16'] } } },
        {
          routeTables: { 'rtb-iso': { routes: [{ destination: 'pl-own', target: 'nat-1' }] } },
        },
      ),
      'far-bucket',
    ],
  ])('%s', (_what, reason, change, to) => {
    expect(faultOf('gateway-endpoint', change, { from: 'i-iso', to })).toBe(`${reason} at rtb-iso`);
  });
});

// Source: D-IFE, D-RA VPCE_INTRA_VPC_TRAFFIC (vpc-dataplane 6.2, 9): only the consumer starts.
describe('who calls a machine that has no public address by its name', () => {
  const machine = (vpcId: string): Part => ({
    vpcs: { [vpcId]: { cidrs: ['10.7.0.0/16'] } },
    subnets: { 'subnet-other': { vpcId, cidr: '10.7.1.0/24' } },
    instances: { 'i-other': { hostId: 'host-b' } },
    networkInterfaces: {
      'eni-other': { subnetId: 'subnet-other', instanceId: 'i-other', addresses: [{ address: '10.7.1.5' }] },
    },
  });
  const outside: Part = { internet: { client: { address: '198.51.100.8' } } };
  const awsOnly: Part = {
    gateways: { 'vpce-api': { endpointServiceId: undefined, serviceName: 'com.amazonaws.us-east-1.s3' } },
  };
  const noAddress = 'NO_PUBLIC_MAPPING_INGRESS at eni-app';

  test.each<[string, string, Part, Probe]>([
    ['the provider cannot call back', 'VPCE_NO_INITIATE at vpce-api', {}, { from: 'i-api', to: 'i-app' }],
    ['another VPC is no provider', noAddress, machine('vpc-other'), { from: 'i-other', to: 'i-app' }],
    ['nor is somebody on the internet', noAddress, outside, { from: 'client', to: 'i-app' }],
    [
      'the provider has no endpoint to another VPC, either',
      'NO_PUBLIC_MAPPING_INGRESS at eni-other',
      machine('vpc-other'),
      { from: 'i-api', to: 'i-other' },
    ],
    [
      'an endpoint of AWS’s own service has no provider that is a VPC',
      noAddress,
      awsOnly,
      { from: 'i-api', to: 'i-app' },
    ],
    [
      'and nobody on the internet is its provider',
      noAddress,
      mergeParts(awsOnly, outside),
      { from: 'client', to: 'i-app' },
    ],
    [
      'the consumer finds no address of the provider’s machine',
      'NO_PUBLIC_MAPPING_INGRESS at eni-api',
      {},
      { from: 'i-app', to: 'i-api' },
    ],
  ])('%s', (_what, expected, change, probe) => {
    expect(faultOf('privatelink', change, probe)).toBe(expected);
  });
});
