// Source: Direct Connect API reference, DeleteVirtualInterface. Simplified: gone at once, and from the customer's router too.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { forgetLink } from '../site.ts';

export const deleteVirtualInterface = defineOperation({
  service: 'directconnect',
  name: 'DeleteVirtualInterface',
  effect: 'edit',
  summary: 'Deletes a virtual interface',
  parameters: { VirtualInterfaceId: required(id('virtual-interface')) },
  apply(draft, { VirtualInterfaceId }) {
    delete draft.gateways[VirtualInterfaceId];
    forgetLink(draft, VirtualInterfaceId);
    retireId(draft, VirtualInterfaceId);
    return { virtualInterfaceState: 'deleting' };
  },
});
