// Source: Direct Connect API reference, CreatePrivateVirtualInterface; D-DX. Simplified: available at once; BGP comes up by itself.

import * as v from 'valibot';
import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { checkVlan, clientError, freeVlan, VIRTUAL_INTERFACE, virtualInterfaceShape } from '../direct-connect.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { numberSchema, structure } from '../structure.ts';

const schema = v.strictObject({
  ...VIRTUAL_INTERFACE,
  mtu: v.optional(v.pipe(numberSchema, v.picklist([1500, 9001], 'expected 1500 or 9001'))),
  virtualGatewayId: v.optional(v.string()),
  directConnectGatewayId: v.optional(v.string()),
});

type NewInterface = v.InferOutput<typeof schema>;

export const createPrivateVirtualInterface = defineOperation({
  service: 'directconnect',
  name: 'CreatePrivateVirtualInterface',
  effect: 'edit',
  summary: 'Makes a VLAN of a Direct Connect that leads to a VPC’s virtual private gateway',
  parameters: {
    ConnectionId: required(id('direct-connect-connection')),
    NewPrivateVirtualInterface: required(
      structure('virtualInterfaceName=…,vlan=…,asn=…,virtualGatewayId=vgw-…', schema),
    ),
  },
  candidates: {
    NewPrivateVirtualInterface: (world, { ConnectionId = '' }) =>
      listGateways(world, 'vpn-gateway').map(
        ([vgwId]) =>
          `virtualInterfaceName=private,vlan=${freeVlan(world, ConnectionId)},asn=65000,virtualGatewayId=${vgwId}`,
      ),
  },
  check: (world, { ConnectionId, NewPrivateVirtualInterface }) =>
    checkGateway(world, NewPrivateVirtualInterface) ?? checkVlan(world, ConnectionId, NewPrivateVirtualInterface.vlan),
  apply(draft, { ConnectionId, NewPrivateVirtualInterface }) {
    const { virtualInterfaceName, vlan, asn, mtu, virtualGatewayId, directConnectGatewayId } =
      NewPrivateVirtualInterface;
    const vifId = issueId(draft, 'dxvif');
    draft.gateways[vifId] = {
      kind: 'virtual-interface',
      interfaceType: 'private',
      connectionId: ConnectionId,
      name: virtualInterfaceName,
      vlan,
      asn,
      ...(mtu && mtu !== 1500 && { mtu }),
      ...(virtualGatewayId && { virtualGatewayId }),
      ...(directConnectGatewayId && { directConnectGatewayId }),
      routeFilterPrefixes: [],
    };
    return (after) => ({ ...virtualInterfaceShape(after, vifId), virtualInterfaceState: 'pending' });
  },
});

function checkGateway(world: World, wanted: NewInterface): OperationError | undefined {
  const { virtualGatewayId, directConnectGatewayId } = wanted;
  if ((virtualGatewayId === undefined) === (directConnectGatewayId === undefined))
    return clientError('A private virtual interface needs either a virtualGatewayId or a directConnectGatewayId.');
  if (virtualGatewayId && world.gateways[virtualGatewayId]?.kind !== 'vpn-gateway')
    return clientError(`The virtual private gateway ${virtualGatewayId} does not exist.`);
  if (directConnectGatewayId && world.gateways[directConnectGatewayId]?.kind !== 'direct-connect-gateway')
    return clientError(`The Direct Connect gateway ${directConnectGatewayId} does not exist.`);
  return undefined;
}
