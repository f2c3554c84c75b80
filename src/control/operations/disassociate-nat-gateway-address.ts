// Source: EC2 API reference, DisassociateNatGatewayAddress: the first address stays. Inferred: the codes. Simplified: no draining; its flows end at once.

import type { World } from '../../cloud/world.ts';
import { checkNatKind, dropNatAddress, ofNatKind, secondaryAddresses } from '../nat-addresses.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, integer, invalid, listOf, required } from '../parameter.ts';

interface Input {
  readonly NatGatewayId: string;
  readonly AssociationIds: readonly string[];
}

export const disassociateNatGatewayAddress = defineOperation({
  service: 'ec2',
  name: 'DisassociateNatGatewayAddress',
  effect: 'edit',
  summary: 'Takes a further Elastic IP from a public NAT gateway; the address stays allocated',
  parameters: {
    NatGatewayId: required(id('nat-gateway')),
    AssociationIds: required(listOf(id('address-association'))),
    MaxDrainDurationSeconds: integer(1, 4000),
  },
  isUseful: ofNatKind('public'),
  candidates: {
    AssociationIds: (world, { NatGatewayId = '' }) =>
      secondaryAddresses(world, NatGatewayId).flatMap(({ associationId }) => associationId ?? []),
  },
  check: (world, input) => checkNatKind(world, input.NatGatewayId, 'public') ?? checkSecondary(world, input),
  apply(draft, { NatGatewayId, AssociationIds }, before) {
    for (const { address, associationId } of secondaryAddresses(before, NatGatewayId))
      if (associationId && AssociationIds.includes(associationId)) dropNatAddress(draft, NatGatewayId, address);
    return { NatGatewayId };
  },
});

function checkSecondary(world: World, { NatGatewayId, AssociationIds }: Input): OperationError | undefined {
  const known = secondaryAddresses(world, NatGatewayId).map(({ associationId }) => associationId);
  const wrong = AssociationIds.find((each) => !known.includes(each));
  if (!wrong) return undefined;
  return invalid(`${wrong} is not one of ${NatGatewayId}'s further addresses; its first one cannot be taken from it.`);
}
