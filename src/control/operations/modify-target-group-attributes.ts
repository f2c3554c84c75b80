// Source: D-NLB (vpc-dataplane 6.4); ELBv2 API reference, ModifyTargetGroupAttributes. Client addresses cannot be hidden from UDP targets.

import type { World } from '../../cloud/world.ts';
import {
  AS_BALANCER,
  type Attribute,
  attribute,
  CROSS_ZONE,
  checkAttributes,
  PRESERVES,
  PROXY,
  SWITCH,
  settingsOf,
} from '../elb-attributes.ts';
import { groupAt } from '../load-balancer.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { targetGroupAttributes } from './describe-target-group-attributes.ts';

const KNOWN = { [PRESERVES]: SWITCH, [PROXY]: SWITCH, [CROSS_ZONE]: [...SWITCH, AS_BALANCER] };

export const modifyTargetGroupAttributes = defineOperation({
  service: 'elbv2',
  name: 'ModifyTargetGroupAttributes',
  effect: 'edit',
  summary: 'Sets whether targets see the client’s address, get a proxy header, and serve other zones',
  parameters: { TargetGroupArn: required(id('target-group')), Attributes: required(listOf(attribute())) },
  candidates: {
    Attributes: (world, { TargetGroupArn }) =>
      TargetGroupArn === undefined ? [] : settingsOf(KNOWN, targetGroupAttributes(world, TargetGroupArn)),
  },
  check: (world, { TargetGroupArn, Attributes }) =>
    checkAttributes(Attributes, KNOWN) ?? checkProtocol(world, TargetGroupArn, Attributes),
  apply(draft, { TargetGroupArn, Attributes }) {
    const group = draft.gateways[TargetGroupArn]!;
    for (const { Key, Value } of Attributes) {
      if (Key === PRESERVES) group.preservesClient = Value === 'true';
      if (Key === PROXY) group.proxyProtocol = Value === 'true';
      if (Key !== CROSS_ZONE) continue;
      if (Value === AS_BALANCER) delete group.crossZone;
      else group.crossZone = Value === 'true';
    }
    return (after) => ({ Attributes: targetGroupAttributes(after, TargetGroupArn) });
  },
});

function checkProtocol(world: World, groupId: string, attributes: readonly Attribute[]): OperationError | undefined {
  const { protocol } = groupAt(world, groupId);
  const hides = attributes.some(({ Key, Value }) => Key === PRESERVES && Value === 'false');
  if (!hides || protocol === 'TCP') return undefined;
  return {
    code: 'InvalidConfigurationRequest',
    message: `Client address preservation cannot be turned off for ${protocol} target groups.`,
  };
}
