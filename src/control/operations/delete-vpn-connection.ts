// Source: D-VPN; codes D-ERR. Simplified: the customer's router forgets the tunnel too.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { forgetLink } from '../site.ts';

export const deleteVpnConnection = defineOperation({
  service: 'ec2',
  name: 'DeleteVpnConnection',
  effect: 'edit',
  summary: 'Deletes a VPN connection with both its tunnels',
  parameters: { VpnConnectionId: required(id('vpn-connection')) },
  apply(draft, { VpnConnectionId }) {
    delete draft.gateways[VpnConnectionId];
    forgetLink(draft, VpnConnectionId);
    retireId(draft, VpnConnectionId);
    return undefined;
  },
});
