// Source: D-API, D-EIP; codes C-LOG ("assigned, but move is not allowed"), D-ERR. With AllowReassignment a secondary address moves here, and its
// Elastic IP with it. Inferred: a primary address never moves.

import type { World, WorldDraft } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { findFreePrivateIp } from '../issue-address.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { flag, id, integer, invalid, ipv4, listOf, required } from '../parameter.ts';
import { checkInSubnet, checkRoom } from '../private-address.ts';
import { checkNotManaged } from '../public-address.ts';

interface Input {
  readonly NetworkInterfaceId: string;
  readonly PrivateIpAddresses?: readonly Ipv4[] | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly AllowReassignment?: boolean | undefined;
}

export const assignPrivateIpAddresses = defineOperation({
  service: 'ec2',
  name: 'AssignPrivateIpAddresses',
  effect: 'edit',
  summary: 'Gives a network interface further private addresses',
  parameters: {
    NetworkInterfaceId: required(id('network-interface')),
    PrivateIpAddresses: listOf(ipv4()),
    SecondaryPrivateIpAddressCount: integer(1, 16),
    AllowReassignment: flag(),
  },
  oneOf: [['PrivateIpAddresses', 'SecondaryPrivateIpAddressCount']],
  candidates: {
    NetworkInterfaceId: (world) =>
      Object.keys(world.networkInterfaces).filter((each) => !world.networkInterfaces[each]!.managedBy),
    PrivateIpAddresses: () => [],
    SecondaryPrivateIpAddressCount: () => ['1'],
  },
  check: (world, input) =>
    checkNotManaged(world, input.NetworkInterfaceId) ??
    checkNamed(world, input) ??
    checkRoom(world, subnetOf(world, input), input.SecondaryPrivateIpAddressCount ?? 0),
  apply(draft, input) {
    const { NetworkInterfaceId, PrivateIpAddresses, SecondaryPrivateIpAddressCount = 0 } = input;
    const assigned = PrivateIpAddresses?.map((address) => take(draft, NetworkInterfaceId, address)) ?? [];
    for (let i = 0; i < SecondaryPrivateIpAddressCount; i++) {
      const free = findFreePrivateIp(draft as World, subnetOf(draft as World, input))!;
      assigned.push(take(draft, NetworkInterfaceId, free));
    }
    return {
      NetworkInterfaceId,
      AssignedPrivateIpAddresses: assigned.map((PrivateIpAddress) => ({ PrivateIpAddress })),
    };
  },
});

function subnetOf(world: World, { NetworkInterfaceId }: Input): string {
  return world.networkInterfaces[NetworkInterfaceId]!.subnetId;
}

function holderOf(world: World, subnetId: string, address: string): string | undefined {
  return Object.entries(world.networkInterfaces).find(
    ([, each]) => each.subnetId === subnetId && each.addresses.some((entry) => entry.address === address),
  )?.[0];
}

function checkNamed(world: World, input: Input): OperationError | undefined {
  const subnetId = subnetOf(world, input);
  for (const address of input.PrivateIpAddresses ?? []) {
    const holder = holderOf(world, subnetId, address);
    const refusal = checkInSubnet(world, subnetId, address) ?? (holder && checkMove(world, input, holder, address));
    if (refusal) return refusal;
  }
  return undefined;
}

function checkMove(world: World, input: Input, holder: string, address: Ipv4): OperationError | undefined {
  const { addresses, managedBy } = world.networkInterfaces[holder]!;
  const isSecondary = !managedBy && addresses[0]?.address !== address;
  if (holder === input.NetworkInterfaceId || (isSecondary && input.AllowReassignment)) return undefined;
  return {
    ...invalid(`[${address}] assigned, but move is not allowed.`),
    remedy: isSecondary ? `${holder} has it; use --allow-reassignment.` : `It is the primary address of ${holder}.`,
  };
}

function take(draft: WorldDraft, networkInterfaceId: string, address: Ipv4): Ipv4 {
  const subnetId = draft.networkInterfaces[networkInterfaceId]!.subnetId;
  const holder = holderOf(draft as World, subnetId, address);
  if (holder === networkInterfaceId) return address;
  if (holder) {
    const former = draft.networkInterfaces[holder]!;
    former.addresses = former.addresses.filter((entry) => entry.address !== address);
    for (const { association } of Object.values(draft.elasticIps))
      if (association?.networkInterfaceId === holder && association.privateIp === address)
        association.networkInterfaceId = networkInterfaceId as `eni-${string}`;
  }
  draft.networkInterfaces[networkInterfaceId]!.addresses.push({ address });
  return address;
}
