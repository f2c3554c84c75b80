// The private addresses that a network interface may take, and what goes when it is gone. Source: D-SUB, D-EIP;
// codes C-LOG, C-EUCA ("does not fall within the subnet's address range"), C-LOG (InvalidIPAddress.InUse), D-ERR.

import { isReserved } from '../cloud/vpc.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { addressAt, cidrContains } from '../net/cidr.ts';
import { freePrivateIps, heldAddresses } from './issue-address.ts';
import { retireId } from './issue-id.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';
import { endAssociation } from './public-address.ts';

/** Refuses an address that the subnet cannot give, or has given. */
export function checkFreeAddress(world: World, subnetId: string, address: Address): OperationError | undefined {
  const outside = checkInSubnet(world, subnetId, address);
  if (outside) return outside;
  if (!heldAddresses(world, subnetId).has(address)) return undefined;
  return inUse(address);
}

export function inUse(address: Address): OperationError {
  return { code: 'InvalidIPAddress.InUse', message: `The address ${address} is in use.` };
}

export function checkInSubnet(world: World, subnetId: string, address: Address): OperationError | undefined {
  const { cidr, ipv6Cidr } = world.subnets[subnetId]!;
  const block = [cidr, ipv6Cidr].find((each) => each && cidrContains(each, address));
  if (!block)
    return {
      ...invalid(`The address ${address} does not fall within the subnet's address range.`),
      remedy: ipv6Cidr ? `${subnetId} has ${cidr} and ${ipv6Cidr}.` : `${subnetId} has ${cidr}, and no IPv6 block.`,
    };
  if (!isReserved(block, address)) return undefined;
  return {
    ...invalid(`The address ${address} is in the subnet's reserved address range.`),
    remedy: 'AWS keeps the first four addresses of a subnet and the last one; use +4 or higher.',
  };
}

/** Refuses a subnet that has fewer free addresses than are asked for. Code D-ERR. */
export function checkRoom(world: World, subnetId: string, count = 1): OperationError | undefined {
  if (freePrivateIps(world, subnetId, count).length === count) return undefined;
  return {
    code: 'InsufficientFreeAddressesInSubnet',
    message: `The subnet '${subnetId}' does not have enough free addresses.`,
  };
}

/** The first IPv6 addresses of a subnet that nobody holds. */
export function freeIpv6Addresses(world: World, subnetId: string, count: number): readonly Address[] {
  const { ipv6Cidr } = world.subnets[subnetId]!;
  const held = heldAddresses(world, subnetId);
  const free: Address[] = [];
  for (let offset = 4; ipv6Cidr && free.length < count; offset++) {
    const address = addressAt(ipv6Cidr, offset) as Address;
    if (!held.has(address)) free.push(address);
  }
  return free;
}

/** Deletes an interface: its Elastic IPs are free again, and the Mapping Service forgets it. */
export function removeInterface(draft: WorldDraft, networkInterfaceId: string): void {
  const { subnetId, addresses } = draft.networkInterfaces[networkInterfaceId]!;
  for (const { address } of addresses) removeAddress(draft, networkInterfaceId, address);
  for (const { address } of addresses) delete draft.mapping[`${draft.subnets[subnetId]?.vpcId}/${address}`];
  delete draft.networkInterfaces[networkInterfaceId];
  retireId(draft, networkInterfaceId);
}

/** Ends what hangs on one address of an interface. */
export function removeAddress(draft: WorldDraft, networkInterfaceId: string, address: Address): void {
  for (const [allocationId, { association }] of Object.entries(draft.elasticIps))
    if (association?.networkInterfaceId === networkInterfaceId && association.privateIp === address)
      endAssociation(draft, allocationId);
}
