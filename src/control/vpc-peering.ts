// What the peering calls share: how a connection looks, why one fails, and the refusal of a step that its state does not allow.
// Source: EC2 API reference, VpcPeeringConnection; D-PEER, C-LOG, D-ERR (vpc-dataplane 5.2, 7.3).

import { isPeeringOver, type PeeringState } from '../cloud/joined-vpcs.ts';
import type { World } from '../cloud/world.ts';
import { overlapOf, type VpcPeeringConnection } from '../dataplane/gateways/vpc-peering-connection.ts';
import type { OperationError } from './operation.ts';
import { id, required } from './parameter.ts';

export const PEERING = { VpcPeeringConnectionId: required(id('vpc-peering-connection')) };

export function peeringOf(world: Pick<World, 'gateways'>, pcxId: string): VpcPeeringConnection {
  return world.gateways[pcxId] as unknown as VpcPeeringConnection;
}

/** Whether two VPCs can be peered at all; what is wrong with them shows only in the connection's state. */
export function peeringFails(world: World, requesterVpcId: string, accepterVpcId: string): boolean {
  return !world.vpcs[accepterVpcId] || overlapOf(world, requesterVpcId, accepterVpcId) !== undefined;
}

export function checkPeeringState(
  world: World,
  pcxId: string,
  wanted: readonly PeeringState[],
): OperationError | undefined {
  const { state } = peeringOf(world, pcxId);
  if (wanted.includes(state)) return undefined;
  return {
    code: 'InvalidStateTransition',
    message: `Invalid state transition for ${pcxId}, which is ${state}.`,
    remedy: isPeeringOver(state) ? 'This connection is over; create another.' : `It must be ${wanted.join(' or ')}.`,
  };
}

/** The connection between two VPCs that is not over. */
export function findLivePeering(world: World, one: string, other: string): string | undefined {
  return Object.entries(world.gateways).find(([, gateway]) => {
    if (gateway.kind !== 'vpc-peering-connection' || isPeeringOver(gateway.state)) return false;
    const pair = [gateway.requesterVpcId, gateway.accepterVpcId];
    return pair.includes(one) && pair.includes(other) && one !== other;
  })?.[0];
}

const MESSAGES: Readonly<Partial<Record<PeeringState, string>>> = {
  'initiating-request': 'Initiating request',
  'pending-acceptance': 'Pending acceptance',
  provisioning: 'Provisioning',
  active: 'Active',
  failed: 'Failed due to incorrect VPC-ID, Account ID, or overlapping CIDR range',
  rejected: 'Rejected',
  expired: 'Expired after seven days without an answer',
  deleted: 'Deleted',
};

export function peeringShape(world: World, pcxId: string, state: PeeringState = peeringOf(world, pcxId).state) {
  const { requesterVpcId, accepterVpcId } = peeringOf(world, pcxId);
  return {
    VpcPeeringConnectionId: pcxId,
    RequesterVpcInfo: vpcInfo(world, requesterVpcId),
    AccepterVpcInfo: vpcInfo(world, accepterVpcId),
    Status: { Code: state, Message: MESSAGES[state] ?? state },
  };
}

function vpcInfo(world: World, vpcId: string) {
  const [first] = world.vpcs[vpcId]?.cidrs ?? [];
  return { ...(first && { CidrBlock: first }), VpcId: vpcId, Region: world.region };
}
