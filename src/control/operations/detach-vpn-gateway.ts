// Source: D-VPNQ; codes D-ERR, C-OS (vpc-dataplane 5.2). Routes to the gateway stay and become blackholes.
// Inferred: propagation from it is turned off in the VPC's tables.

import { listGateways } from '../../cloud/lookup.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { stopPropagation } from '../propagating.ts';

export const detachVpnGateway = defineOperation({
  service: 'ec2',
  name: 'DetachVpnGateway',
  effect: 'edit',
  summary: 'Detaches a virtual private gateway from its VPC; routes to it become blackholes',
  parameters: { VpnGatewayId: required(id('vpn-gateway')), VpcId: required(id('vpc')) },
  candidates: {
    VpnGatewayId: (world) => listGateways(world, 'vpn-gateway').flatMap(([each, { vpcId }]) => (vpcId ? [each] : [])),
    VpcId(world, { VpnGatewayId }) {
      const vpcId = VpnGatewayId && world.gateways[VpnGatewayId]?.vpcId;
      return typeof vpcId === 'string' ? [vpcId] : [];
    },
  },
  check(world, { VpnGatewayId, VpcId }) {
    if (world.gateways[VpnGatewayId]?.vpcId === VpcId) return undefined;
    return {
      code: 'InvalidVpnGatewayAttachment.NotFound',
      message: `The virtual private gateway ${VpnGatewayId} is not attached to ${VpcId}.`,
    };
  },
  apply(draft, { VpnGatewayId }) {
    delete draft.gateways[VpnGatewayId]!.vpcId;
    for (const table of Object.values(draft.routeTables)) stopPropagation(table, VpnGatewayId);
    return undefined;
  },
});
