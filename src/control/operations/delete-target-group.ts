// Source: ELBv2 API reference, DeleteTargetGroup: refused while a listener sends to it.

import { retireId } from '../issue-id.ts';
import { balancersOf } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteTargetGroup = defineOperation({
  service: 'elbv2',
  name: 'DeleteTargetGroup',
  effect: 'edit',
  summary: 'Deletes a target group that no listener sends to',
  parameters: { TargetGroupArn: required(id('target-group')) },
  check(world, { TargetGroupArn }) {
    const [user] = balancersOf(world, TargetGroupArn);
    if (!user) return undefined;
    return { code: 'ResourceInUse', message: `The target group ${TargetGroupArn} is used by a listener of ${user}.` };
  },
  apply(draft, { TargetGroupArn }) {
    delete draft.gateways[TargetGroupArn];
    retireId(draft, TargetGroupArn);
    return undefined;
  },
});
