// Source: D-PEER, D-LIM23; codes D-ERR (vpc-dataplane 5.2, 7.3). Routes are not made: each side writes its own.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { checkPeeringState, PEERING, peeringFails, peeringOf, peeringShape } from '../vpc-peering.ts';

export const acceptVpcPeeringConnection = defineOperation({
  service: 'ec2',
  name: 'AcceptVpcPeeringConnection',
  effect: 'edit',
  summary: 'Accepts a peering request; each side then needs its own routes',
  parameters: PEERING,
  isUseful: { VpcPeeringConnectionId: isWaiting },
  check: (world, { VpcPeeringConnectionId }) =>
    checkPeeringState(world, VpcPeeringConnectionId, ['pending-acceptance']) ??
    checkQuota(world, VpcPeeringConnectionId),
  apply(draft, { VpcPeeringConnectionId }, before) {
    const { requesterVpcId, accepterVpcId } = peeringOf(before, VpcPeeringConnectionId);
    const fails = peeringFails(before, requesterVpcId, accepterVpcId);
    draft.gateways[VpcPeeringConnectionId]!.state = fails ? 'failed' : 'active';
    return (after) => ({ VpcPeeringConnection: peeringShape(after, VpcPeeringConnectionId, 'provisioning') });
  },
});

export function isWaiting(world: World, _input: unknown, pcxId: string): boolean {
  return peeringOf(world, pcxId).state === 'pending-acceptance';
}

function checkQuota(world: World, pcxId: string): OperationError | undefined {
  const quota = quotaOf(world, 'activePeerings');
  const { requesterVpcId, accepterVpcId } = peeringOf(world, pcxId);
  const isFull = (vpcId: string) => countActive(world, vpcId) >= quota;
  const full = [requesterVpcId, accepterVpcId].find(isFull);
  if (!full) return undefined;
  return {
    code: 'ActiveVpcPeeringConnectionPerVpcLimitExceeded',
    message: `${full} has reached its limit of ${quota} active VPC peering connections.`,
  };
}

function countActive(world: World, vpcId: string): number {
  return Object.values(world.gateways).filter(
    ({ kind, state, requesterVpcId, accepterVpcId }) =>
      kind === 'vpc-peering-connection' && state === 'active' && [requesterVpcId, accepterVpcId].includes(vpcId),
  ).length;
}
