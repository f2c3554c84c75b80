// Source: D-API. Inferred: the code, and that an Elastic IP on the address is disassociated.

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, ipv4, listOf, required } from '../parameter.ts';
import { removeAddress } from '../private-address.ts';
import { checkNotManaged } from '../public-address.ts';

export const unassignPrivateIpAddresses = defineOperation({
  service: 'ec2',
  name: 'UnassignPrivateIpAddresses',
  effect: 'edit',
  summary: 'Takes private addresses, never the primary one, from a network interface',
  parameters: {
    NetworkInterfaceId: required(id('network-interface')),
    PrivateIpAddresses: required(listOf(ipv4())),
  },
  candidates: {
    PrivateIpAddresses: (world, { NetworkInterfaceId }) => secondaryAddresses(world, NetworkInterfaceId),
  },
  check(world, { NetworkInterfaceId, PrivateIpAddresses }) {
    const known = secondaryAddresses(world, NetworkInterfaceId);
    const stranger = PrivateIpAddresses.find((address) => !known.includes(address));
    if (!stranger) return checkNotManaged(world, NetworkInterfaceId);
    return {
      ...invalid(`${stranger} is not a secondary address of ${NetworkInterfaceId}.`),
      remedy: known.length > 0 ? `It has ${known.join(', ')}.` : 'It has none.',
    };
  },
  apply(draft, { NetworkInterfaceId, PrivateIpAddresses }) {
    for (const address of PrivateIpAddresses) removeAddress(draft, NetworkInterfaceId, address);
    const networkInterface = draft.networkInterfaces[NetworkInterfaceId]!;
    networkInterface.addresses = networkInterface.addresses.filter(
      ({ address }) => !PrivateIpAddresses.some((gone) => gone === address),
    );
    return undefined;
  },
});

function secondaryAddresses(world: World, networkInterfaceId: string | undefined): readonly string[] {
  const addresses = world.networkInterfaces[networkInterfaceId ?? '']?.addresses ?? [];
  return addresses.slice(1).flatMap(({ address }) => (address.includes(':') ? [] : [address]));
}
