// Source: D-PEER; codes D-ERR (vpc-dataplane 5.2, 7.3).

import { defineOperation } from '../operation.ts';
import { checkPeeringState, PEERING } from '../vpc-peering.ts';
import { isWaiting } from './accept-vpc-peering-connection.ts';

export const rejectVpcPeeringConnection = defineOperation({
  service: 'ec2',
  name: 'RejectVpcPeeringConnection',
  effect: 'edit',
  summary: 'Turns a peering request down',
  parameters: PEERING,
  isUseful: { VpcPeeringConnectionId: isWaiting },
  check: (world, { VpcPeeringConnectionId }) =>
    checkPeeringState(world, VpcPeeringConnectionId, ['pending-acceptance']),
  apply(draft, { VpcPeeringConnectionId }) {
    draft.gateways[VpcPeeringConnectionId]!.state = 'rejected';
    return { Return: true };
  },
});
