// What a route brings to the interface of a service although it is addressed to somebody else. Source: D-RA
// ENI_SOURCE_DEST_CHECK_RESTRICTION (vpc-dataplane 9); that a service's own interface checks as any other does is inferred.

import { expect, test } from 'vitest';
import { traceExchange } from '../../src/dataplane/trace.ts';
import { buildWorld, type Part, worldFile } from '../worlds/build.ts';

const ownEndpoint: Part = {
  gateways: { 'vpce-api': { endpointServiceId: undefined, serviceName: 'com.amazonaws.us-east-1.s3' } },
};

test.each<[string, string, Part, string, string, string]>([
  ['an endpoint of a customer’s service', 'privatelink', {}, 'subnet-app', 'i-app', 'eni-vpce'],
  ['an endpoint of AWS’s own service', 'privatelink', ownEndpoint, 'subnet-app', 'i-app', 'eni-vpce'],
  ['a load balancer', 'load-balancer', {}, 'subnet-app-a', 'i-web-1', 'eni-nlb-a'],
])('%s refuses it', (_what, name, change, subnetId, from, target) => {
  const file = worldFile(name) as { subnets: Record<string, { vpcId: string }> };
  const astray: Part = {
    routeTables: {
      'rtb-astray': { vpcId: file.subnets[subnetId]!.vpcId, routes: [{ destination: '8.8.8.0/24', target }] },
    },
    routeAssociations: { 'rtbassoc-app-a': { routeTableId: 'rtb-astray', subnetId } },
  };
  const { request } = traceExchange(buildWorld(worldFile(name), change, astray), { from, to: '8.8.8.8' });
  expect(request).toMatchObject({
    disposition: 'dropped',
    fault: { code: 'ENI_SOURCE_DEST_CHECK_RESTRICTION', at: target, about: '8.8.8.8' },
  });
});
