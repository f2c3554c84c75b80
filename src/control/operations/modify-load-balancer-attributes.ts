// Source: D-NLB; ELBv2 API reference, ModifyLoadBalancerAttributes. Cross-zone balancing is off on a Network Load Balancer until told.

import { attribute, CROSS_ZONE, checkAttributes, SWITCH, settingsOf } from '../elb-attributes.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { loadBalancerAttributes } from './describe-load-balancer-attributes.ts';

const KNOWN = { [CROSS_ZONE]: SWITCH };

export const modifyLoadBalancerAttributes = defineOperation({
  service: 'elbv2',
  name: 'ModifyLoadBalancerAttributes',
  effect: 'edit',
  summary: 'Turns cross-zone balancing of a load balancer on or off',
  parameters: { LoadBalancerArn: required(id('load-balancer')), Attributes: required(listOf(attribute())) },
  candidates: {
    Attributes: (world, { LoadBalancerArn }) =>
      LoadBalancerArn === undefined ? [] : settingsOf(KNOWN, loadBalancerAttributes(world, LoadBalancerArn)),
  },
  check: (_world, { Attributes }) => checkAttributes(Attributes, KNOWN),
  apply(draft, { LoadBalancerArn, Attributes }) {
    for (const { Value } of Attributes) draft.gateways[LoadBalancerArn]!.crossZone = Value === 'true';
    return (after) => ({ Attributes: loadBalancerAttributes(after, LoadBalancerArn) });
  },
});
