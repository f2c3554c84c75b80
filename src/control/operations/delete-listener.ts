// Source: ELBv2 API reference, DeleteListener.

import { retireId } from '../issue-id.ts';
import { balancerAt, findListener } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteListener = defineOperation({
  service: 'elbv2',
  name: 'DeleteListener',
  effect: 'edit',
  summary: 'Takes a listener from its load balancer',
  parameters: { ListenerArn: required(id('listener')) },
  apply(draft, { ListenerArn }, before) {
    const { balancerId } = findListener(before, ListenerArn)!;
    const { listeners } = balancerAt(before, balancerId);
    draft.gateways[balancerId]!.listeners = listeners.filter((each) => each.id !== ListenerArn) as never;
    retireId(draft, ListenerArn);
    return undefined;
  },
});
