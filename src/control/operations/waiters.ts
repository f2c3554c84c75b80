// Source: the AWS CLI's waiters (`aws ec2 wait …`, `aws elbv2 wait …`): they ask the describe call again and again until a state is reached.
// Here a state is reached at once or never, so a waiter says yes or fails. Scripts for a real account need them between calls.

import type { World } from '../../cloud/world.ts';
import { defineOperation, type OperationDefinition, type OperationError } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { RESOURCE_KINDS, type ResourceKindName } from '../resource.ts';

interface Waiter {
  readonly service?: OperationDefinition['service'];
  /** The CLI's `nat-gateway-available`, as the API's waiters spell it. */
  readonly name: string;
  readonly summary: string;
  readonly resource: ResourceKindName;
  readonly ids: string;
  reached(world: World, id: string): boolean;
}

function defineWaiter({ service = 'ec2', name, summary, resource, ids, reached }: Waiter): OperationDefinition {
  return defineOperation({
    service,
    name: `Wait${name}`,
    effect: 'look',
    summary,
    parameters: { [ids]: required(listOf(id(resource))) },
    check: (world, input) => {
      const asked = (input as Readonly<Record<string, readonly string[]>>)[ids] ?? [];
      const late = asked.find((each) => !reached(world, each));
      return late === undefined ? undefined : failure(name, RESOURCE_KINDS[resource].label, late);
    },
    apply: () => undefined,
  });
}

function failure(name: string, label: string, late: string): OperationError {
  return {
    code: `Waiter${name}`,
    message: `Waiter ${name} failed: Waiter encountered a terminal failure state`,
    remedy: `The ${label} ${late} will not get there; describe it to see why.`,
  };
}

function stateOf(world: World, gatewayId: string): unknown {
  return world.gateways[gatewayId]?.state;
}

export const waitInstanceRunning = defineWaiter({
  name: 'InstanceRunning',
  summary: 'Waits until instances run',
  resource: 'instance',
  ids: 'InstanceIds',
  reached: ({ instances }, each) => instances[each]?.state === 'running',
});

export const waitNatGatewayAvailable = defineWaiter({
  name: 'NatGatewayAvailable',
  summary: 'Waits until NAT gateways can be used',
  resource: 'nat-gateway',
  ids: 'NatGatewayIds',
  reached: (world, each) => stateOf(world, each) === 'available',
});

export const waitVpcPeeringConnectionExists = defineWaiter({
  name: 'VpcPeeringConnectionExists',
  summary: 'Waits until peering connections can be accepted',
  resource: 'vpc-peering-connection',
  ids: 'VpcPeeringConnectionIds',
  reached: (world, each) => stateOf(world, each) !== undefined,
});

export const waitVpnConnectionAvailable = defineWaiter({
  name: 'VpnConnectionAvailable',
  summary: 'Waits until VPN connections have their two tunnels',
  resource: 'vpn-connection',
  ids: 'VpnConnectionIds',
  reached: ({ gateways }, each) => gateways[each] !== undefined,
});

export const waitLoadBalancerAvailable = defineWaiter({
  service: 'elbv2',
  name: 'LoadBalancerAvailable',
  summary: 'Waits until load balancers are active',
  resource: 'load-balancer',
  ids: 'LoadBalancerArns',
  reached: ({ gateways }, each) => gateways[each] !== undefined,
});
