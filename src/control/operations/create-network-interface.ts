// Source: D-EIP, D-SG, EC2 User Guide "Elastic network interfaces"; codes C-LOG, D-ERR. Without groups it has the VPC's default one.
// It belongs to nobody until it is attached.

import type { NetworkInterface, SecurityGroupId } from '../../cloud/network-interface.ts';
import { findDefaultGroup } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import type { Address, Ipv4 } from '../../net/address.ts';
import { ipv6Address, privateIpAddress } from '../address-structure.ts';
import { checkGroups } from '../interface-groups.ts';
import { findFreePrivateIp } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { freeText, id, ipv4, listOf, required } from '../parameter.ts';
import { checkFreeAddress, checkRoom } from '../private-address.ts';
import { TAGGED } from '../tags.ts';
import { networkInterfaceShape } from './describe-network-interfaces.ts';

interface Input {
  readonly SubnetId: string;
  readonly PrivateIpAddress?: Ipv4 | undefined;
  readonly PrivateIpAddresses?: readonly { readonly PrivateIpAddress: Ipv4; readonly Primary: boolean }[] | undefined;
  readonly Ipv6Addresses?: readonly { readonly Ipv6Address: Address }[] | undefined;
  readonly Groups?: readonly string[] | undefined;
}

export const createNetworkInterface = defineOperation({
  service: 'ec2',
  name: 'CreateNetworkInterface',
  effect: 'edit',
  summary: 'Makes a network interface in a subnet, attached to nothing yet',
  parameters: {
    SubnetId: required(id('subnet')),
    PrivateIpAddress: ipv4(),
    PrivateIpAddresses: listOf(privateIpAddress()),
    Ipv6Addresses: listOf(ipv6Address()),
    Groups: listOf(id('security-group')),
    Description: freeText('TEXT'),
    ...TAGGED,
  },
  check: (world, input) => checkAddresses(world, input) ?? checkInterfaceGroups(world, input),
  apply(draft, input, before) {
    const networkInterfaceId = issueId(draft, 'eni');
    draft.networkInterfaces[networkInterfaceId] = newInterface(before, input) as never;
    return (after) => ({ NetworkInterface: networkInterfaceShape(after, networkInterfaceId) });
  },
});

/** An interface as it begins. */
export function newInterface(world: World, input: Input): NetworkInterface {
  const { SubnetId, Groups = [] } = input;
  const named = addressesOf(input);
  const primary = named.find((address) => !address.includes(':')) ?? findFreePrivateIp(world, SubnetId)!;
  const group = findDefaultGroup(world, world.subnets[SubnetId]!.vpcId);
  return {
    subnetId: SubnetId as `subnet-${string}`,
    addresses: [primary, ...named.filter((address) => address !== primary)].map((address) => ({ address })),
    groups: Groups.length > 0 ? ([...Groups] as SecurityGroupId[]) : group ? [group] : [],
    sourceDestCheck: true,
  };
}

/** The addresses that are named, the primary one first. */
function addressesOf({ PrivateIpAddress, PrivateIpAddresses = [], Ipv6Addresses = [] }: Input): readonly Address[] {
  const listed = [...PrivateIpAddresses].sort((a, b) => Number(b.Primary) - Number(a.Primary));
  return [
    ...(PrivateIpAddress ? [PrivateIpAddress] : []),
    ...listed.map((entry) => entry.PrivateIpAddress),
    ...Ipv6Addresses.map((entry) => entry.Ipv6Address),
  ];
}

export function checkAddresses(world: World, input: Input): OperationError | undefined {
  const named = addressesOf(input);
  for (const address of named) {
    const refusal = checkFreeAddress(world, input.SubnetId, address);
    if (refusal) return refusal;
  }
  return named.some((address) => !address.includes(':')) ? undefined : checkRoom(world, input.SubnetId);
}

export function checkInterfaceGroups(world: World, { SubnetId, Groups = [] }: Input): OperationError | undefined {
  return checkGroups(world, Groups, { id: SubnetId, vpcId: world.subnets[SubnetId]!.vpcId });
}
