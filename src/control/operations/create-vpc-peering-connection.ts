// Source: D-PEER, D-LIM23; codes C-LOG, D-ERR (vpc-dataplane 5.2, 7.3). It succeeds even when the connection is bound to fail: overlapping
// blocks, or a VPC that is not there, show only in the state. Simplified: one account, one Region.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { freeText, id, required } from '../parameter.ts';
import { findLivePeering, peeringFails, peeringShape } from '../vpc-peering.ts';

interface Input {
  readonly VpcId: string;
  readonly PeerVpcId: string;
}

export const createVpcPeeringConnection = defineOperation({
  service: 'ec2',
  name: 'CreateVpcPeeringConnection',
  effect: 'edit',
  summary: 'Asks to peer one VPC with another; the other side must accept',
  parameters: {
    VpcId: required(id('vpc')),
    PeerVpcId: required(id('vpc')),
    PeerOwnerId: freeText('ACCOUNT'),
    PeerRegion: freeText('REGION'),
  },
  unchecked: ['PeerVpcId'],
  candidates: {
    PeerVpcId: (world, { VpcId }) => Object.keys(world.vpcs).filter((each) => each !== VpcId),
  },
  isUseful: {
    PeerVpcId: (world, { VpcId }, peerVpcId) => !VpcId || !findLivePeering(world, VpcId, peerVpcId),
  },
  check: (world, input) => checkPair(world, input) ?? checkQuota(world, input),
  apply(draft, { VpcId, PeerVpcId }, before) {
    const pcxId = issueId(draft, 'pcx');
    draft.gateways[pcxId] = {
      kind: 'vpc-peering-connection',
      requesterVpcId: VpcId,
      accepterVpcId: PeerVpcId,
      state: peeringFails(before, VpcId, PeerVpcId) ? 'failed' : 'pending-acceptance',
    };
    return (after) => ({ VpcPeeringConnection: peeringShape(after, pcxId, 'initiating-request') });
  },
});

function checkPair(world: World, { VpcId, PeerVpcId }: Input): OperationError | undefined {
  const existing = findLivePeering(world, VpcId, PeerVpcId);
  if (!existing) return undefined;
  return {
    code: 'VpcPeeringConnectionAlreadyExists',
    message: `A VPC peering connection between ${VpcId} and ${PeerVpcId} already exists.`,
    remedy: `It is ${existing}.`,
  };
}

function checkQuota(world: World, { VpcId }: Input): OperationError | undefined {
  const quota = quotaOf(world, 'peeringRequests');
  const waiting = Object.values(world.gateways).filter(
    ({ kind, requesterVpcId, state }) =>
      kind === 'vpc-peering-connection' && requesterVpcId === VpcId && state === 'pending-acceptance',
  );
  if (waiting.length < quota) return undefined;
  return {
    code: 'OutstandingVpcPeeringConnectionLimitExceeded',
    message: `${VpcId} has reached its limit of ${quota} peering requests that wait for an answer.`,
  };
}
