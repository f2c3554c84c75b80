// Source: D-TGW, D-TGWA. Its interfaces, association and propagations go with it; static routes to it stay as blackholes, and so do the
// VPC's routes to the transit gateway.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { removeNodes } from '../service-node.ts';
import { leaveTables, VPC_ATTACHMENT, vpcAttachmentShape } from '../transit-gateway.ts';

export const deleteTransitGatewayVpcAttachment = defineOperation({
  service: 'ec2',
  name: 'DeleteTransitGatewayVpcAttachment',
  effect: 'edit',
  summary: 'Takes a VPC off a transit gateway; routes to it become blackholes',
  parameters: { TransitGatewayAttachmentId: VPC_ATTACHMENT },
  apply(draft, { TransitGatewayAttachmentId }, before) {
    removeNodes(draft, TransitGatewayAttachmentId);
    leaveTables(draft, before, TransitGatewayAttachmentId);
    delete draft.gateways[TransitGatewayAttachmentId];
    retireId(draft, TransitGatewayAttachmentId);
    return {
      TransitGatewayVpcAttachment: { ...vpcAttachmentShape(before, TransitGatewayAttachmentId), State: 'deleting' },
    };
  },
});
