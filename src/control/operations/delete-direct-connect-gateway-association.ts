// Source: Direct Connect API reference, DeleteDirectConnectGatewayAssociation.

import type { World } from '../../cloud/world.ts';
import type { DirectConnectGateway } from '../../dataplane/gateways/direct-connect.ts';
import { clientError } from '../direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteDirectConnectGatewayAssociation = defineOperation({
  service: 'directconnect',
  name: 'DeleteDirectConnectGatewayAssociation',
  effect: 'edit',
  summary: 'Parts a virtual private gateway from a Direct Connect gateway',
  parameters: {
    DirectConnectGatewayId: required(id('direct-connect-gateway')),
    VirtualGatewayId: required(id('vpn-gateway')),
  },
  candidates: { VirtualGatewayId: (world, { DirectConnectGatewayId }) => joined(world, DirectConnectGatewayId) },
  check(world, { DirectConnectGatewayId, VirtualGatewayId }) {
    if (joined(world, DirectConnectGatewayId).includes(VirtualGatewayId)) return undefined;
    return clientError(`${VirtualGatewayId} is not associated with ${DirectConnectGatewayId}.`);
  },
  apply(draft, { DirectConnectGatewayId, VirtualGatewayId }) {
    const gateway = draft.gateways[DirectConnectGatewayId] as unknown as { virtualGatewayIds: string[] };
    gateway.virtualGatewayIds = gateway.virtualGatewayIds.filter((each) => each !== VirtualGatewayId);
    return undefined;
  },
});

function joined(world: World, id: string | undefined): readonly string[] {
  return (world.gateways[id ?? ''] as DirectConnectGateway | undefined)?.virtualGatewayIds ?? [];
}
