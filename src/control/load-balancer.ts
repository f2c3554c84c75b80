// What the calls of `aws elbv2` share. Source: D-NLB; ELBv2 API reference. Simplified: an ARN is the resource's short id, as EC2's ids are.

import type { World } from '../cloud/world.ts';
import type { NetworkLoadBalancer } from '../dataplane/gateways/network-load-balancer.ts';
import type { TargetGroup } from '../dataplane/gateways/target-group.ts';
import type { OperationError } from './operation.ts';

type Listener = NetworkLoadBalancer['listeners'][number];

export function balancerAt(world: World, id: string): NetworkLoadBalancer {
  return world.gateways[id] as unknown as NetworkLoadBalancer;
}

export function groupAt(world: World, id: string): TargetGroup {
  return world.gateways[id] as unknown as TargetGroup;
}

export function listBalancers(world: World): readonly string[] {
  return Object.keys(world.gateways).filter((id) => world.gateways[id]!.kind === 'network-load-balancer');
}

export interface FoundListener {
  readonly balancerId: string;
  readonly index: number;
  readonly listener: Listener;
}

export function findListener(world: World, listenerId: string): FoundListener | undefined {
  for (const balancerId of listBalancers(world)) {
    const { listeners } = balancerAt(world, balancerId);
    const index = listeners.findIndex(({ id }) => id === listenerId);
    if (index >= 0) return { balancerId, index, listener: listeners[index]! };
  }
  return undefined;
}

/** Refuses a name that a resource of the kind has already. */
export function checkUniqueName(world: World, kind: string, name: string, code: string): OperationError | undefined {
  const other = Object.keys(world.gateways).find(
    (id) => world.gateways[id]!.kind === kind && world.gateways[id]!.name === name,
  );
  return other ? { code, message: `A resource with the name '${name}' already exists: ${other}.` } : undefined;
}

const NAME_FORM = /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/;

export function checkElbName(name: string): OperationError | undefined {
  if (NAME_FORM.test(name)) return undefined;
  return {
    code: 'ValidationError',
    message: `The name '${name}' is not valid: 1 to 32 letters, digits and hyphens, with no hyphen at its ends.`,
  };
}

/** Whether a target group's protocol suits a listener's. Source: D-NLB. */
export function suits(listener: Listener['protocol'], group: TargetGroup['protocol']): boolean {
  return listener === group || (group === 'TCP_UDP' && listener !== 'TCP_UDP');
}

/** Which balancers send to a group. */
export function balancersOf(world: World, groupId: string): readonly string[] {
  return listBalancers(world).filter((id) =>
    balancerAt(world, id).listeners.some(({ targetGroupId }) => targetGroupId === groupId),
  );
}
