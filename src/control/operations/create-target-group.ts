// Source: D-NLB; ELBv2 API reference, CreateTargetGroup.

import { balancedProtocols } from '../../dataplane/gateways/target-group.ts';
import { issueId } from '../issue-id.ts';
import { checkElbName, checkUniqueName } from '../load-balancer.ts';
import { defineOperation } from '../operation.ts';
import { choice, freeText, id, integer, required } from '../parameter.ts';
import { targetGroupShape } from './describe-target-groups.ts';

export const createTargetGroup = defineOperation({
  service: 'elbv2',
  name: 'CreateTargetGroup',
  effect: 'edit',
  summary: 'Makes a group of targets for a listener to send to',
  parameters: {
    Name: required(freeText('NAME')),
    Protocol: required(choice(...balancedProtocols)),
    Port: required(integer(1, 65535)),
    VpcId: required(id('vpc')),
    TargetType: choice('instance', 'ip'),
  },
  asks: ['TargetType'],
  candidates: { Name: () => ['web'], Port: () => ['443'] },
  check: (world, { Name }) =>
    checkElbName(Name) ?? checkUniqueName(world, 'target-group', Name, 'DuplicateTargetGroupName'),
  apply(draft, { Name, Protocol, Port, VpcId, TargetType = 'instance' }) {
    const groupId = issueId(draft, 'tg');
    draft.gateways[groupId] = {
      kind: 'target-group',
      name: Name,
      vpcId: VpcId,
      protocol: Protocol,
      port: Port,
      targetType: TargetType,
      proxyProtocol: false,
      targets: [],
    };
    return (after) => ({ TargetGroups: [targetGroupShape(after, groupId)] });
  },
});
