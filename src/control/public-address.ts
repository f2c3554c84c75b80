// The rules that Elastic IPs, lent public addresses and the instances that carry them share.
// Source: D-EIP, D-API (vpc-dataplane 3.2 rows 11 and 12, 5.2); "AuthFailure" for a service's interface C-LOG.

import { interfacesOf } from '../cloud/lookup.ts';
import type { World, WorldDraft } from '../cloud/world.ts';
import type { Ipv4 } from '../net/address.ts';
import { issuePublicIp } from './issue-address.ts';
import { retireId } from './issue-id.ts';
import type { OperationError } from './operation.ts';
import { regionalHolder } from './regional-nat-gateway.ts';

/** Why the customer may not touch what a service such as a NAT gateway keeps for itself. */
export function checkNotManaged(world: World, networkInterfaceId: string | undefined): OperationError | undefined {
  const owner = networkInterfaceId && world.networkInterfaces[networkInterfaceId]?.managedBy;
  if (!owner) return undefined;
  return {
    code: 'AuthFailure',
    message: `You do not have permission to access the resource ${networkInterfaceId}.`,
    remedy: `The interface belongs to ${owner}; what it holds comes and goes with ${owner}.`,
  };
}

/** Whether somebody holds a public address: an account, an instance that it is lent to, a machine outside, or a tunnel's end. */
export function isPublicIpHeld(world: World, publicIp: string): boolean {
  const held: readonly unknown[] = [
    ...Object.values(world.elasticIps).map((elasticIp) => elasticIp.publicIp),
    ...Object.values(world.internet).flatMap(({ address, site }) => (site ? [] : [address])),
    ...Object.values(world.gateways).flatMap(({ tunnels }) => tunnels ?? []),
    ...Object.values(world.networkInterfaces).flatMap(({ addresses }) => addresses.map((each) => each.autoPublicIp)),
  ];
  return held.includes(publicIp);
}

/** Refuses an Elastic IP that a regional NAT gateway holds. */
export function checkNotRegional(world: World, allocationId: string): OperationError | undefined {
  const holder = regionalHolder(world, allocationId);
  if (!holder) return undefined;
  return { code: 'AuthFailure', message: `The Elastic IP ${allocationId} is in use by ${holder}.` };
}

/** The allocation that stands behind an Elastic IP's address. */
export function findAllocation(world: World, publicIp: string): string | undefined {
  return Object.entries(world.elasticIps).find(([, elasticIp]) => elasticIp.publicIp === publicIp)?.[0];
}

/** Refuses a public address that is no Elastic IP of this account: it may be somebody else's, or nobody's. */
export function checkOwnAddress(world: World, publicIp: string): OperationError | undefined {
  if (findAllocation(world, publicIp)) return undefined;
  const isLent = Object.values(world.networkInterfaces).some(({ addresses }) =>
    addresses.some(({ autoPublicIp }) => autoPublicIp === publicIp),
  );
  const isOutside = Object.values(world.internet).some(({ address }) => address === publicIp);
  if (isLent || isOutside)
    return {
      code: 'AuthFailure',
      message: `The address '${publicIp}' does not belong to you.`,
      ...(isLent && { remedy: 'AWS has only lent it to the instance; allocate an Elastic IP to have one to keep.' }),
    };
  return { code: 'InvalidAddress.NotFound', message: `The address '${publicIp}' was not found.` };
}

/** The allocation, or none, that is mapped to a private address. */
export function allocationAt(world: World, networkInterfaceId: string, privateIp: string): string | undefined {
  return Object.entries(world.elasticIps).find(
    ([, { association }]) =>
      association?.networkInterfaceId === networkInterfaceId && association.privateIp === privateIp,
  )?.[0];
}

/** Takes back what AWS lent to an address, and remembers that it owes another. */
export function takeBackPublicIp(draft: WorldDraft, networkInterfaceId: string, privateIp?: string): void {
  for (const entry of draft.networkInterfaces[networkInterfaceId]!.addresses) {
    if (!entry.autoPublicIp || (privateIp !== undefined && entry.address !== privateIp)) continue;
    delete entry.autoPublicIp;
    entry.publicIpOwed = true;
  }
}

/**
 * Lends a new public address where AWS owes one. Not while the instance is stopped, has a second interface, or has an Elastic IP on any
 * address of the interface; and only the first time at launch, so that a subnet's flag set later changes nothing. Source: D-EIP.
 */
export function lendOwedPublicIp(draft: WorldDraft, networkInterfaceId: string): void {
  const { instanceId, addresses } = draft.networkInterfaces[networkInterfaceId]!;
  const entry = addresses.find(({ publicIpOwed }) => publicIpOwed);
  if (!entry || !instanceId || draft.instances[instanceId]?.state !== 'running') return;
  if (countInterfaces(draft, instanceId) > 1 || hasElasticIp(draft, networkInterfaceId)) return;
  const publicIp = issuePublicIp(draft);
  if (!publicIp) return;
  delete entry.publicIpOwed;
  entry.autoPublicIp = publicIp;
}

function countInterfaces(draft: WorldDraft, instanceId: string): number {
  return Object.values(draft.networkInterfaces).filter((candidate) => candidate.instanceId === instanceId).length;
}

function hasElasticIp(draft: WorldDraft, networkInterfaceId: string): boolean {
  return Object.values(draft.elasticIps).some(
    ({ association }) => association?.networkInterfaceId === networkInterfaceId,
  );
}

/** Ends an Elastic IP's association; the address that it had displaced is lent anew. */
export function endAssociation(draft: WorldDraft, allocationId: string): void {
  const elasticIp = draft.elasticIps[allocationId]!;
  const { association } = elasticIp;
  if (!association) return;
  const { id, networkInterfaceId } = association;
  delete elasticIp.association;
  retireId(draft, id);
  lendOwedPublicIp(draft, networkInterfaceId);
}

/** Where AssociateAddress puts the address: a named interface or an instance's only one, and one private address of it. */
export interface Place {
  readonly networkInterfaceId: string;
  readonly privateIp: Ipv4;
}

export interface PlaceInput {
  readonly NetworkInterfaceId?: string | undefined;
  readonly InstanceId?: string | undefined;
  readonly PrivateIpAddress?: Ipv4 | undefined;
}

export function placeOf(world: World, input: PlaceInput): Place | undefined {
  const networkInterfaceId = input.NetworkInterfaceId ?? (input.InstanceId && interfacesOf(world, input.InstanceId)[0]);
  if (!networkInterfaceId) return undefined;
  const addresses = ipv4AddressesOf(world, networkInterfaceId);
  const privateIp = input.PrivateIpAddress ?? addresses[0];
  return privateIp && addresses.includes(privateIp) ? { networkInterfaceId, privateIp } : undefined;
}

/** An interface's private IPv4 addresses, the primary one first. */
export function ipv4AddressesOf(world: World, networkInterfaceId: string): readonly Ipv4[] {
  const addresses = world.networkInterfaces[networkInterfaceId]?.addresses ?? [];
  return addresses.flatMap(({ address }) => (address.includes(':') ? [] : [address as Ipv4]));
}
