// Source: Direct Connect API reference, DescribeVirtualInterfaces.

import { listGateways } from '../../cloud/lookup.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import { virtualInterfaceShape } from '../direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id } from '../parameter.ts';

export const describeVirtualInterfaces = defineOperation({
  service: 'directconnect',
  name: 'DescribeVirtualInterfaces',
  effect: 'look',
  summary: 'Lists virtual interfaces: their VLANs, where they lead, and whether they are up',
  parameters: { ConnectionId: id('direct-connect-connection'), VirtualInterfaceId: id('virtual-interface') },
  apply(_draft, { ConnectionId, VirtualInterfaceId }, world) {
    const found = listGateways<VirtualInterface>(world, 'virtual-interface')
      .filter(([, { connectionId }]) => ConnectionId === undefined || connectionId === ConnectionId)
      .filter(([vifId]) => VirtualInterfaceId === undefined || vifId === VirtualInterfaceId);
    return { virtualInterfaces: found.map(([vifId]) => virtualInterfaceShape(world, vifId)) };
  },
});
