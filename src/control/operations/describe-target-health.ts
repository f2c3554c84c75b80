// Source: ELBv2 API reference, DescribeTargetHealth. Simplified: a target is healthy while it runs; one in a group that no listener uses is
// unused.

import { listTargets } from '../../dataplane/targets.ts';
import { balancersOf, groupAt } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const describeTargetHealth = defineOperation({
  service: 'elbv2',
  name: 'DescribeTargetHealth',
  effect: 'look',
  summary: 'Lists the targets of a group and whether they take flows',
  parameters: { TargetGroupArn: required(id('target-group')) },
  apply(_draft, { TargetGroupArn }, world) {
    const group = groupAt(world, TargetGroupArn);
    const isUsed = balancersOf(world, TargetGroupArn).length > 0;
    const described = group.targets.map((target) => {
      const [standing] = listTargets(world, { ...group, targets: [target] });
      const state = !isUsed || !standing?.runs ? 'unused' : 'healthy';
      return {
        Target: {
          Id: target.id,
          Port: target.port ?? group.port,
          ...(standing?.zone && { AvailabilityZone: standing.zone }),
        },
        TargetHealth: { State: state },
      };
    });
    return { TargetHealthDescriptions: described };
  },
});
