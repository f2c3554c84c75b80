// The lab's own: the cross-connect and the carrier's line between a Direct Connect port and a customer's router. A router that the wire
// is taken from forgets it.

import { listGateways } from '../../cloud/lookup.ts';
import type { DirectConnectConnection } from '../../dataplane/gateways/direct-connect.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { forgetLink } from '../site.ts';

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
  apply(draft, { ConnectionId, SiteId }, before) {
    for (const [id, { connectionId }] of listGateways<VirtualInterface>(before, 'virtual-interface'))
      if (connectionId === ConnectionId && before.gateways[ConnectionId]!.siteId !== SiteId) forgetLink(draft, id);
    draft.gateways[ConnectionId]!.siteId = SiteId;
    return undefined;
  },
});
