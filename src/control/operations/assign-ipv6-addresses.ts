// Source: D-ADDR, D-API. IPv6 addresses are global: there is no other, public one. Inferred: the codes are those of private addresses.

import type { World } from '../../cloud/world.ts';
import type { Address } from '../../net/address.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { address, id, integer, invalid, listOf, required } from '../parameter.ts';
import { checkFreeAddress, freeIpv6Addresses } from '../private-address.ts';
import { checkNotManaged } from '../public-address.ts';

interface Input {
  readonly NetworkInterfaceId: string;
  readonly Ipv6Addresses?: readonly Address[] | undefined;
  readonly Ipv6AddressCount?: number | undefined;
}

export const assignIpv6Addresses = defineOperation({
  service: 'ec2',
  name: 'AssignIpv6Addresses',
  effect: 'edit',
  summary: 'Gives a network interface IPv6 addresses out of its subnet’s block',
  parameters: {
    NetworkInterfaceId: required(id('network-interface')),
    Ipv6Addresses: listOf(address()),
    Ipv6AddressCount: integer(1, 16),
  },
  oneOf: [['Ipv6Addresses', 'Ipv6AddressCount']],
  candidates: { NetworkInterfaceId: dualStackInterfaces, Ipv6Addresses: () => [], Ipv6AddressCount: () => ['1'] },
  check: (world, input) => checkNotManaged(world, input.NetworkInterfaceId) ?? checkWanted(world, input),
  apply(draft, input, before) {
    const { NetworkInterfaceId } = input;
    const wanted = wantedAddresses(before, input);
    draft.networkInterfaces[NetworkInterfaceId]!.addresses.push(...wanted.map((each) => ({ address: each })));
    return { NetworkInterfaceId, AssignedIpv6Addresses: wanted };
  },
});

function subnetOf(world: World, { NetworkInterfaceId }: Input): string {
  return world.networkInterfaces[NetworkInterfaceId]!.subnetId;
}

function wantedAddresses(world: World, input: Input): readonly Address[] {
  return input.Ipv6Addresses ?? freeIpv6Addresses(world, subnetOf(world, input), input.Ipv6AddressCount ?? 0);
}

function checkWanted(world: World, input: Input): OperationError | undefined {
  const subnetId = subnetOf(world, input);
  if (!world.subnets[subnetId]?.ipv6Cidr)
    return {
      ...invalid(`The subnet ${subnetId} has no IPv6 block.`),
      remedy: 'Give it one: associate-subnet-cidr-block.',
    };
  for (const each of input.Ipv6Addresses ?? []) {
    const refusal = each.includes(':')
      ? checkFreeAddress(world, subnetId, each)
      : invalid(`"${each}" is not an IPv6 address.`);
    if (refusal) return refusal;
  }
  return undefined;
}

function dualStackInterfaces(world: World): readonly string[] {
  return Object.entries(world.networkInterfaces).flatMap(([each, { managedBy, subnetId }]) =>
    !managedBy && world.subnets[subnetId]?.ipv6Cidr ? [each] : [],
  );
}
