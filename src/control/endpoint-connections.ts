// What AcceptVpcEndpointConnections and RejectVpcEndpointConnections share. Source: D-IFE, EC2 API reference. Inferred: the code of a
// connection in a state that cannot be left this way, which the answer tells. Rejecting takes back what was accepted, too.

import type { World } from '../cloud/world.ts';
import { isEndpoint, unknownEndpoint, unsuccessful } from './endpoint.ts';
import { defineOperation } from './operation.ts';
import { id, listOf, required } from './parameter.ts';

interface Answer {
  readonly name: string;
  readonly summary: string;
  readonly from: readonly string[];
  readonly to: 'available' | 'rejected';
}

export function defineAnswer({ name, summary, from, to }: Answer) {
  return defineOperation({
    service: 'ec2',
    name,
    effect: 'edit',
    summary,
    parameters: {
      ServiceId: required(id('vpc-endpoint-service')),
      VpcEndpointIds: required(listOf(id('vpc-endpoint'))),
    },
    unchecked: ['VpcEndpointIds'],
    candidates: {
      VpcEndpointIds: (world, { ServiceId }) =>
        Object.keys(world.gateways).filter((each) => ServiceId && !problemOf(world, ServiceId, each, from)),
    },
    apply(draft, { ServiceId, VpcEndpointIds }, before) {
      for (const each of VpcEndpointIds)
        if (!problemOf(before, ServiceId, each, from)) draft.gateways[each]!.state = to;
      return { Unsuccessful: VpcEndpointIds.flatMap((each) => problemOf(before, ServiceId, each, from) ?? []) };
    },
  });
}

function problemOf(world: World, serviceId: string, endpointId: string, from: readonly string[]) {
  const endpoint = world.gateways[endpointId];
  if (!isEndpoint(world, endpointId) || endpoint?.endpointServiceId !== serviceId) return unknownEndpoint(endpointId);
  if (from.includes(String(endpoint.state))) return undefined;
  return unsuccessful(endpointId, 'InvalidState', `The endpoint connection ${endpointId} is ${endpoint.state}.`);
}
