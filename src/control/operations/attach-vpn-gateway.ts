// Source: D-VPNQ; codes C-OS, D-ERR (vpc-dataplane 5.2): the gateway is looked at before the VPC. The same pair again is a success.

import { findAttachedGateway } from '../../cloud/lookup.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const attachVpnGateway = defineOperation({
  service: 'ec2',
  name: 'AttachVpnGateway',
  effect: 'edit',
  summary: 'Attaches a virtual private gateway to a VPC; a VPC has at most one',
  parameters: { VpnGatewayId: required(id('vpn-gateway')), VpcId: required(id('vpc')) },
  isUseful: { VpnGatewayId: (world, _input, gatewayId) => world.gateways[gatewayId]?.vpcId === undefined },
  check(world, { VpnGatewayId, VpcId }) {
    const attachedTo = world.gateways[VpnGatewayId]?.vpcId;
    if (attachedTo !== undefined && attachedTo !== VpcId)
      return {
        code: 'VpnGatewayAttachmentLimitExceeded',
        message: `The virtual private gateway ${VpnGatewayId} is attached to ${attachedTo} and can be attached to one VPC only.`,
        remedy: `Detach it from ${attachedTo} first.`,
      };
    const other = findAttachedGateway(world, 'vpn-gateway', VpcId);
    if (!other || other === VpnGatewayId) return undefined;
    return {
      code: 'InvalidVpcState',
      message: `The network ${VpcId} already has a virtual private gateway attached.`,
      remedy: `It has ${other}.`,
    };
  },
  apply(draft, { VpnGatewayId, VpcId }) {
    draft.gateways[VpnGatewayId]!.vpcId = VpcId;
    return { VpcAttachment: { State: 'attaching', VpcId } };
  },
});
