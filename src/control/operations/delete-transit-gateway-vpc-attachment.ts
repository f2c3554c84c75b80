// Source: D-TGW, D-TGWA. Its interfaces, association and propagations go with it; static routes to it stay as blackholes, and so do the
// VPC's routes to the transit gateway.

import { listTransitTables } from '../../dataplane/transit-routes.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { removeNodes } from '../service-node.ts';
import { ATTACHMENT, draftTable, vpcAttachmentShape } from '../transit-gateway.ts';

export const deleteTransitGatewayVpcAttachment = defineOperation({
  service: 'ec2',
  name: 'DeleteTransitGatewayVpcAttachment',
  effect: 'edit',
  summary: 'Takes a VPC off a transit gateway; routes to it become blackholes',
  parameters: { TransitGatewayAttachmentId: ATTACHMENT },
  apply(draft, { TransitGatewayAttachmentId }, before) {
    removeNodes(draft, TransitGatewayAttachmentId);
    for (const [tableId] of listTransitTables(before)) {
      const table = draftTable(draft, tableId);
      for (const list of [table.associations, table.propagations])
        if (list.includes(TransitGatewayAttachmentId)) list.splice(list.indexOf(TransitGatewayAttachmentId), 1);
    }
    delete draft.gateways[TransitGatewayAttachmentId];
    retireId(draft, TransitGatewayAttachmentId);
    return {
      TransitGatewayVpcAttachment: { ...vpcAttachmentShape(before, TransitGatewayAttachmentId), State: 'deleting' },
    };
  },
});
