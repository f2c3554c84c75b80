// Source: D-NLB; ELBv2 API reference, DeregisterTargets. A target without a port stands for all of its ports. Inferred: no error for one
// that is not registered. Simplified: gone at once; nothing is drained.

import { groupAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { isSame, targetParameter } from '../target-choice.ts';

export const deregisterTargets = defineOperation({
  service: 'elbv2',
  name: 'DeregisterTargets',
  effect: 'edit',
  summary: 'Takes targets out of a target group',
  parameters: { TargetGroupArn: required(id('target-group')), Targets: required(listOf(targetParameter())) },
  candidates: {
    Targets: (world, { TargetGroupArn }) =>
      TargetGroupArn === undefined ? [] : groupAt(world, TargetGroupArn).targets.map((target) => `Id=${target.id}`),
  },
  apply(draft, { TargetGroupArn, Targets }, before) {
    const { targets, port } = groupAt(before, TargetGroupArn);
    const leaves = (target: (typeof targets)[number]) =>
      Targets.some((each) => (each.Port === undefined ? target.id === each.Id : isSame(target, each, port)));
    draft.gateways[TargetGroupArn]!.targets = targets.filter((target) => !leaves(target)) as never;
    return undefined;
  },
});
