// Source: D-NLB; ELBv2 API reference, RegisterTargets. What is registered already stays as it is.

import { groupAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { checkTargetFor, isSame, listCandidates, targetParameter } from '../target-choice.ts';

export const registerTargets = defineOperation({
  service: 'elbv2',
  name: 'RegisterTargets',
  effect: 'edit',
  summary: 'Puts targets into a target group',
  parameters: { TargetGroupArn: required(id('target-group')), Targets: required(listOf(targetParameter())) },
  candidates: { Targets: (world, { TargetGroupArn }) => listCandidates(world, TargetGroupArn) },
  check(world, { TargetGroupArn, Targets }) {
    for (const target of Targets) {
      const refusal = checkTargetFor(world, TargetGroupArn, target);
      if (refusal) return refusal;
    }
    return undefined;
  },
  apply(draft, { TargetGroupArn, Targets }, before) {
    const { targets, port } = groupAt(before, TargetGroupArn);
    const fresh = Targets.filter((each) => !targets.some((target) => isSame(target, each, port)));
    draft.gateways[TargetGroupArn]!.targets = [
      ...targets,
      ...fresh.map(({ Id, Port }) => ({ id: Id, ...(Port !== undefined && { port: Port }) })),
    ] as never;
    return undefined;
  },
});
