// Source: Direct Connect API reference, CreateDirectConnectGatewayAssociation; D-DX: up to 20 virtual private gateways, whose VPCs must not
// overlap, since the customer's side sees them all.

import type { World } from '../../cloud/world.ts';
import type { DirectConnectGateway } from '../../dataplane/gateways/direct-connect.ts';
import { cidrsOverlap } from '../../net/cidr.ts';
import { clientError } from '../direct-connect.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

/** Source: D-DX. */
const LIMIT = 20;

export const createDirectConnectGatewayAssociation = defineOperation({
  service: 'directconnect',
  name: 'CreateDirectConnectGatewayAssociation',
  effect: 'edit',
  summary: 'Joins a virtual private gateway to a Direct Connect gateway',
  parameters: {
    DirectConnectGatewayId: required(id('direct-connect-gateway')),
    GatewayId: required(id('vpn-gateway')),
  },
  isUseful: {
    GatewayId: (world, { DirectConnectGatewayId }, text) =>
      !joined(world, DirectConnectGatewayId).some((each) => each === text),
  },
  check(world, { DirectConnectGatewayId, GatewayId }) {
    const others = joined(world, DirectConnectGatewayId);
    if (others.some((each) => each === GatewayId))
      return clientError(`${GatewayId} is already associated with ${DirectConnectGatewayId}.`);
    if (others.length >= LIMIT)
      return clientError(`${DirectConnectGatewayId} has reached its limit of ${LIMIT} virtual private gateways.`);
    const clash = others.find((each) => overlap(world, each, GatewayId));
    return clash === undefined
      ? undefined
      : clientError(`The blocks of the VPCs behind ${GatewayId} and ${clash} overlap.`);
  },
  apply(draft, { DirectConnectGatewayId, GatewayId }) {
    (draft.gateways[DirectConnectGatewayId]!.virtualGatewayIds as string[]).push(GatewayId);
    return {
      directConnectGatewayAssociation: {
        directConnectGatewayId: DirectConnectGatewayId,
        associatedGateway: { id: GatewayId, type: 'virtualPrivateGateway' },
        associationState: 'associating',
      },
    };
  },
});

function joined(world: World, id: string | undefined): readonly string[] {
  return (world.gateways[id ?? ''] as DirectConnectGateway | undefined)?.virtualGatewayIds ?? [];
}

function overlap(world: World, one: string, other: string): boolean {
  const blocksOf = (vgwId: string) => world.vpcs[String(world.gateways[vgwId]!.vpcId)]?.cidrs ?? [];
  return blocksOf(one).some((block) => blocksOf(other).some((each) => cidrsOverlap(block, each)));
}
