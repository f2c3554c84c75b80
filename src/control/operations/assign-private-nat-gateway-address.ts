// Source: EC2 API reference, AssignPrivateNatGatewayAddress; D-NAT (a private gateway's flows show its private addresses). Inferred: the refusals.

import type { Ipv4 } from '../../net/address.ts';
import { addNatAddress, checkNatAddresses, checkNatKind, ofNatKind } from '../nat-addresses.ts';
import { defineOperation } from '../operation.ts';
import { id, integer, ipv4, listOf, required } from '../parameter.ts';
import { natGatewayShape } from './describe-nat-gateways.ts';

interface Input {
  readonly PrivateIpAddresses?: readonly Ipv4[] | undefined;
  readonly PrivateIpAddressCount?: number | undefined;
}

export const assignPrivateNatGatewayAddress = defineOperation({
  service: 'ec2',
  name: 'AssignPrivateNatGatewayAddress',
  effect: 'edit',
  summary: 'Gives a private NAT gateway further private addresses',
  parameters: {
    NatGatewayId: required(id('nat-gateway')),
    PrivateIpAddresses: listOf(ipv4()),
    PrivateIpAddressCount: integer(1, 31),
  },
  oneOf: [['PrivateIpAddresses', 'PrivateIpAddressCount']],
  isUseful: ofNatKind('private'),
  candidates: { PrivateIpAddresses: () => [], PrivateIpAddressCount: () => ['1'] },
  check: (world, input) =>
    checkNatKind(world, input.NatGatewayId, 'private') ??
    checkNatAddresses(world, input.NatGatewayId, input.PrivateIpAddresses ?? [], countOf(input)),
  apply(draft, input) {
    for (let index = 0; index < countOf(input); index++)
      addNatAddress(draft, input.NatGatewayId, input.PrivateIpAddresses?.[index]);
    const id = input.NatGatewayId;
    return (after) => ({ NatGatewayId: id, NatGatewayAddresses: natGatewayShape(after, id).NatGatewayAddresses });
  },
});

function countOf({ PrivateIpAddresses, PrivateIpAddressCount = 0 }: Input): number {
  return PrivateIpAddresses?.length ?? PrivateIpAddressCount;
}
