// Source: D-ADDR, D-API. Inferred: the code.

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { address, id, invalid, listOf, required } from '../parameter.ts';
import { checkNotManaged } from '../public-address.ts';

export const unassignIpv6Addresses = defineOperation({
  service: 'ec2',
  name: 'UnassignIpv6Addresses',
  effect: 'edit',
  summary: 'Takes IPv6 addresses from a network interface',
  parameters: { NetworkInterfaceId: required(id('network-interface')), Ipv6Addresses: required(listOf(address())) },
  candidates: { Ipv6Addresses: (world, { NetworkInterfaceId }) => ipv6AddressesOf(world, NetworkInterfaceId) },
  check(world, { NetworkInterfaceId, Ipv6Addresses }) {
    const known = ipv6AddressesOf(world, NetworkInterfaceId);
    const stranger = Ipv6Addresses.find((each) => !known.includes(each));
    if (!stranger) return checkNotManaged(world, NetworkInterfaceId);
    return {
      ...invalid(`${stranger} is not an IPv6 address of ${NetworkInterfaceId}.`),
      remedy: known.length > 0 ? `It has ${known.join(', ')}.` : 'It has none.',
    };
  },
  apply(draft, { NetworkInterfaceId, Ipv6Addresses }) {
    const networkInterface = draft.networkInterfaces[NetworkInterfaceId]!;
    networkInterface.addresses = networkInterface.addresses.filter(
      (entry) => !Ipv6Addresses.some((gone) => gone === entry.address),
    );
    return { NetworkInterfaceId, UnassignedIpv6Addresses: Ipv6Addresses };
  },
});

function ipv6AddressesOf(world: World, networkInterfaceId: string | undefined): readonly string[] {
  const addresses = world.networkInterfaces[networkInterfaceId ?? '']?.addresses ?? [];
  return addresses.slice(1).flatMap((entry) => (entry.address.includes(':') ? [entry.address] : []));
}
