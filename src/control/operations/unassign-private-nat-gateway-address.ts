// Source: EC2 API reference, UnassignPrivateNatGatewayAddress: the first address stays. Inferred: the code. Simplified: no draining.

import { checkNatKind, dropNatAddress, ofNatKind, secondaryAddresses } from '../nat-addresses.ts';
import { defineOperation } from '../operation.ts';
import { id, integer, invalid, ipv4, listOf, required } from '../parameter.ts';

export const unassignPrivateNatGatewayAddress = defineOperation({
  service: 'ec2',
  name: 'UnassignPrivateNatGatewayAddress',
  effect: 'edit',
  summary: 'Takes further private addresses from a private NAT gateway',
  parameters: {
    NatGatewayId: required(id('nat-gateway')),
    PrivateIpAddresses: required(listOf(ipv4())),
    MaxDrainDurationSeconds: integer(1, 4000),
  },
  isUseful: ofNatKind('private'),
  candidates: {
    PrivateIpAddresses: (world, { NatGatewayId = '' }) =>
      secondaryAddresses(world, NatGatewayId).map(({ address }) => address),
  },
  check(world, { NatGatewayId, PrivateIpAddresses }) {
    const known: readonly string[] = secondaryAddresses(world, NatGatewayId).map(({ address }) => address);
    const wrong = PrivateIpAddresses.find((each) => !known.includes(each));
    return (
      checkNatKind(world, NatGatewayId, 'private') ??
      (wrong ? invalid(`${wrong} is not one of ${NatGatewayId}'s further addresses.`) : undefined)
    );
  },
  apply(draft, { NatGatewayId, PrivateIpAddresses }) {
    for (const address of PrivateIpAddresses) dropNatAddress(draft, NatGatewayId, address);
    return { NatGatewayId };
  },
});
