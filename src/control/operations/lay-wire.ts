// The lab's own: the cross-connect and the carrier's line between a Direct Connect port and a customer's router.

import type { DirectConnectConnection } from '../../dataplane/gateways/direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const layWire = defineOperation({
  service: 'lab',
  name: 'LayWire',
  effect: 'edit',
  summary: 'Lays the wire from a Direct Connect port to a customer’s site',
  parameters: { ConnectionId: required(id('direct-connect-connection')), SiteId: required(id('customer-site')) },
  isUseful: {
    SiteId: (world, { ConnectionId }, text) =>
      (world.gateways[ConnectionId ?? ''] as DirectConnectConnection | undefined)?.siteId !== text,
  },
  apply(draft, { ConnectionId, SiteId }) {
    draft.gateways[ConnectionId]!.siteId = SiteId;
    return undefined;
  },
});
