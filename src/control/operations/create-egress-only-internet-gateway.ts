// Source: D-EIGW, D-LIM (vpc-dataplane 3.5, 10). Attached from the first; a VPC has at most one. Inferred: the code when it has one.

import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { egressOnlyShape } from './describe-egress-only-internet-gateways.ts';

const KIND = 'egress-only-internet-gateway';
const CODE = 'EgressOnlyInternetGatewayLimitExceeded';

export const createEgressOnlyInternetGateway = defineOperation({
  service: 'ec2',
  name: 'CreateEgressOnlyInternetGateway',
  effect: 'edit',
  summary: 'Makes a way out for IPv6 by which nobody comes in',
  parameters: { VpcId: required(id('vpc')) },
  isUseful: {
    VpcId: (world, _input, vpcId) =>
      world.vpcs[vpcId]!.cidrs.some((cidr) => cidr.includes(':')) && !findOf(world, vpcId),
  },
  check: (world, { VpcId }) => checkFirst(world, VpcId) ?? checkQuota(world),
  apply(draft, { VpcId }) {
    const eigwId = issueId(draft, 'eigw');
    draft.gateways[eigwId] = { kind: KIND, vpcId: VpcId };
    return (after) => ({ EgressOnlyInternetGateway: egressOnlyShape(after, eigwId) });
  },
});

function findOf(world: World, vpcId: string): string | undefined {
  return listGateways(world, KIND).find(([, gateway]) => gateway.vpcId === vpcId)?.[0];
}

function checkFirst(world: World, vpcId: string): OperationError | undefined {
  const existing = findOf(world, vpcId);
  if (!existing) return undefined;
  return {
    code: CODE,
    message: `The network ${vpcId} already has an egress-only internet gateway.`,
    remedy: `It has ${existing}.`,
  };
}

function checkQuota(world: World): OperationError | undefined {
  const quota = quotaOf(world, 'egressOnlyInternetGateways');
  if (listGateways(world, KIND).length < quota) return undefined;
  return {
    code: CODE,
    message: `The account has reached its limit of ${quota} egress-only internet gateways in this region.`,
  };
}
