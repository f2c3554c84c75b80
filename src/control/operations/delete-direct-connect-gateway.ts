// Source: Direct Connect API reference, DeleteDirectConnectGateway: only one without virtual interfaces and associations.

import { listGateways } from '../../cloud/lookup.ts';
import type { DirectConnectGateway } from '../../dataplane/gateways/direct-connect.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import { clientError } from '../direct-connect.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteDirectConnectGateway = defineOperation({
  service: 'directconnect',
  name: 'DeleteDirectConnectGateway',
  effect: 'edit',
  summary: 'Deletes a Direct Connect gateway that nothing uses',
  parameters: { DirectConnectGatewayId: required(id('direct-connect-gateway')) },
  check(world, { DirectConnectGatewayId }) {
    const { virtualGatewayIds } = world.gateways[DirectConnectGatewayId] as unknown as DirectConnectGateway;
    const vif = listGateways<VirtualInterface>(world, 'virtual-interface').find(
      ([, { directConnectGatewayId }]) => directConnectGatewayId === DirectConnectGatewayId,
    );
    const user = vif?.[0] ?? virtualGatewayIds[0];
    return user === undefined ? undefined : clientError(`${DirectConnectGatewayId} is in use by ${user}.`);
  },
  apply(draft, { DirectConnectGatewayId }) {
    delete draft.gateways[DirectConnectGatewayId];
    retireId(draft, DirectConnectGatewayId);
    return undefined;
  },
});
