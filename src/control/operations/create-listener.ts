// Source: D-NLB; ELBv2 API reference, CreateListener, for the codes. Inferred: which of them each condition has.

import * as v from 'valibot';
import type { World } from '../../cloud/world.ts';
import { balancedProtocols } from '../../dataplane/gateways/target-group.ts';
import { issueId } from '../issue-id.ts';
import { balancerAt, groupAt, suits } from '../load-balancer.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, id, integer, listOf, required } from '../parameter.ts';
import { structure } from '../structure.ts';
import { listenerShape } from './describe-listeners.ts';

const actionSchema = v.strictObject({
  Type: v.picklist(['forward'], 'a Network Load Balancer only forwards'),
  TargetGroupArn: v.string(),
});

type Protocol = (typeof balancedProtocols)[number];

interface Input {
  readonly LoadBalancerArn: string;
  readonly Protocol: Protocol;
  readonly Port: number;
  readonly DefaultActions: readonly v.InferOutput<typeof actionSchema>[];
}

export const createListener = defineOperation({
  service: 'elbv2',
  name: 'CreateListener',
  effect: 'edit',
  summary: 'Lets a load balancer take flows on a port and send them to a target group',
  parameters: {
    LoadBalancerArn: required(id('load-balancer')),
    Protocol: required(choice(...balancedProtocols)),
    Port: required(integer(1, 65535)),
    DefaultActions: required(listOf(structure('Type=forward,TargetGroupArn=…', actionSchema))),
  },
  candidates: {
    Port: () => ['443'],
    DefaultActions: (world, { LoadBalancerArn, Protocol }) =>
      Object.keys(world.gateways)
        .filter((each) => LoadBalancerArn && Protocol && fits(world, LoadBalancerArn, Protocol, each))
        .map((each) => `Type=forward,TargetGroupArn=${each}`),
  },
  check: (world, input) => checkPort(world, input) ?? checkGroup(world, input),
  apply(draft, { LoadBalancerArn, Protocol, Port, DefaultActions }, before) {
    const listenerId = issueListener(draft, before);
    const listener = {
      id: listenerId,
      protocol: Protocol,
      port: Port,
      targetGroupId: DefaultActions[0]!.TargetGroupArn,
    };
    draft.gateways[LoadBalancerArn]!.listeners = [...balancerAt(before, LoadBalancerArn).listeners, listener] as never;
    return (after) => ({ Listeners: [listenerShape(after, listenerId)] });
  },
});

/** Listeners are part of their load balancer's record, so that the numbers that levels have used must be looked for. */
function issueListener(draft: Parameters<typeof issueId>[0], before: World): string {
  const taken = Object.values(before.gateways).flatMap(
    ({ listeners }) => (listeners as { id: string }[] | undefined) ?? [],
  );
  let listenerId = issueId(draft, 'listener');
  while (taken.some((each) => each.id === listenerId)) listenerId = issueId(draft, 'listener');
  return listenerId;
}

function fits(world: World, balancerId: string, protocol: Protocol, groupId: string): boolean {
  if (world.gateways[groupId]!.kind !== 'target-group') return false;
  const group = groupAt(world, groupId);
  return group.vpcId === balancerAt(world, balancerId).vpcId && suits(protocol, group.protocol);
}

function checkPort(world: World, { LoadBalancerArn, Port }: Input): OperationError | undefined {
  const other = balancerAt(world, LoadBalancerArn).listeners.find(({ port }) => port === Port);
  if (!other) return undefined;
  return {
    code: 'DuplicateListener',
    message: `The load balancer already has a listener on port ${Port}: ${other.id}.`,
  };
}

function checkGroup(world: World, { LoadBalancerArn, Protocol, DefaultActions }: Input): OperationError | undefined {
  const groupId = DefaultActions[0]!.TargetGroupArn;
  if (world.gateways[groupId]?.kind !== 'target-group')
    return { code: 'TargetGroupNotFound', message: `The target group '${groupId}' does not exist.` };
  if (fits(world, LoadBalancerArn, Protocol, groupId)) return undefined;
  const { vpcId, protocol } = groupAt(world, groupId);
  return {
    code: 'InvalidConfigurationRequest',
    message: `The target group ${groupId} (${protocol}, ${vpcId}) does not suit a listener of ${Protocol} in ${balancerAt(world, LoadBalancerArn).vpcId}.`,
  };
}
