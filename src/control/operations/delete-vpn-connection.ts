// Source: D-VPN; codes D-ERR. Simplified: the customer's router forgets the tunnel too.

import { findVpnAttachment } from '../../dataplane/customer-links.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { forgetLink } from '../site.ts';
import { leaveTables } from '../transit-gateway.ts';

export const deleteVpnConnection = defineOperation({
  service: 'ec2',
  name: 'DeleteVpnConnection',
  effect: 'edit',
  summary: 'Deletes a VPN connection with both its tunnels',
  parameters: { VpnConnectionId: required(id('vpn-connection')) },
  apply(draft, { VpnConnectionId }, before) {
    const attachmentId = findVpnAttachment(before, VpnConnectionId);
    if (attachmentId) {
      leaveTables(draft, before, attachmentId);
      delete draft.gateways[attachmentId];
      retireId(draft, attachmentId);
    }
    delete draft.gateways[VpnConnectionId];
    forgetLink(draft, VpnConnectionId);
    retireId(draft, VpnConnectionId);
    return undefined;
  },
});
