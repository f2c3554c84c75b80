// Source: D-TGW; code C-TF. Its tables go with it; routes of VPCs to it stay as blackholes.

import { listAttachments } from '../../dataplane/transit-routes.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { transitGatewayShape } from '../transit-gateway.ts';

export const deleteTransitGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteTransitGateway',
  effect: 'edit',
  summary: 'Deletes a transit gateway that nothing is attached to',
  parameters: { TransitGatewayId: required(id('transit-gateway')) },
  check(world, { TransitGatewayId }) {
    const attached = listAttachments(world).flatMap(([each, { transitGatewayId }]) =>
      transitGatewayId === TransitGatewayId ? [each] : [],
    );
    if (attached.length === 0) return undefined;
    return {
      code: 'IncorrectState',
      message: `${TransitGatewayId} has attachments that are not deleted.`,
      remedy: `Delete ${attached.join(', ')} first.`,
    };
  },
  apply(draft, { TransitGatewayId }, before) {
    for (const [each, gateway] of Object.entries(before.gateways))
      if (each === TransitGatewayId || gateway.transitGatewayId === TransitGatewayId) {
        delete draft.gateways[each];
        retireId(draft, each);
      }
    return { TransitGateway: { ...transitGatewayShape(before, TransitGatewayId), State: 'deleting' } };
  },
});
