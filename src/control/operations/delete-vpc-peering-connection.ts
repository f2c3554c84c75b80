// Source: D-PEER; codes D-ERR (vpc-dataplane 5.2, 7.3). It stays visible as deleted, and routes to it stay as blackholes.

import { isPeeringOver } from '../../cloud/joined-vpcs.ts';
import { defineOperation } from '../operation.ts';
import { checkPeeringState, PEERING, peeringOf } from '../vpc-peering.ts';

export const deleteVpcPeeringConnection = defineOperation({
  service: 'ec2',
  name: 'DeleteVpcPeeringConnection',
  effect: 'edit',
  summary: 'Ends a peering for both sides; routes to it become blackholes',
  parameters: PEERING,
  isUseful: { VpcPeeringConnectionId: (world, _input, pcxId) => !isPeeringOver(peeringOf(world, pcxId).state) },
  check: (world, { VpcPeeringConnectionId }) =>
    checkPeeringState(world, VpcPeeringConnectionId, ['active', 'pending-acceptance', 'provisioning']),
  apply(draft, { VpcPeeringConnectionId }) {
    draft.gateways[VpcPeeringConnectionId]!.state = 'deleted';
    return { Return: true };
  },
});
