// The addresses of a zonal NAT gateway: private ones on its interface, the first of which stays, each with an Elastic IP where it is public.
// Source: D-NAT, EC2 API reference. Inferred: the refusals.

import type { World, WorldDraft } from '../cloud/world.ts';
import type { Address, Ipv4 } from '../net/address.ts';
import { findFreePrivateIp } from './issue-address.ts';
import { issueId } from './issue-id.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';
import { checkFreeAddress, checkRoom, inUse } from './private-address.ts';
import { endAssociation } from './public-address.ts';

/** Refuses a gateway of the other connectivity type, or one that is not there to take addresses. */
export function checkNatKind(world: World, id: string, wanted: 'public' | 'private'): OperationError | undefined {
  const { kind, connectivityType, networkInterfaceId, state } = world.gateways[id]!;
  if (kind === 'regional-nat-gateway')
    return invalid(`${id} is a regional NAT gateway; here only a zonal one takes or gives addresses.`);
  if (connectivityType !== wanted) return invalid(`${id} is not a ${wanted} NAT gateway.`);
  if (typeof networkInterfaceId === 'string') return undefined;
  return invalid(`${id} is ${state}; only an available NAT gateway takes or gives addresses.`);
}

/** Which NAT gateways a form offers: those that the call would take. */
export function ofNatKind(wanted: 'public' | 'private') {
  return { NatGatewayId: (world: World, _input: object, id: string) => !checkNatKind(world, id, wanted) };
}

/** Refuses private addresses that its subnet cannot give, or cannot give twice; for those that are not named there must be room. */
export function checkNatAddresses(
  world: World,
  id: string,
  named: readonly Ipv4[],
  count: number,
): OperationError | undefined {
  const subnetId = world.gateways[id]!.subnetId as string;
  for (const [index, address] of named.entries()) {
    const refusal = named.indexOf(address) < index ? inUse(address) : checkFreeAddress(world, subnetId, address);
    if (refusal) return refusal;
  }
  return checkRoom(world, subnetId, count);
}

/** Gives the gateway one more address: the one named, or the subnet's next. */
export function addNatAddress(draft: WorldDraft, id: string, named?: Ipv4, allocationId?: string): void {
  const networkInterfaceId = draft.gateways[id]!.networkInterfaceId as string;
  const own = draft.networkInterfaces[networkInterfaceId]!;
  const address = named ?? findFreePrivateIp(draft as World, own.subnetId)!;
  own.addresses.push({ address });
  if (allocationId)
    draft.elasticIps[allocationId]!.association = {
      id: issueId(draft, 'eipassoc'),
      networkInterfaceId: networkInterfaceId as `eni-${string}`,
      privateIp: address,
    };
}

export function dropNatAddress(draft: WorldDraft, id: string, address: Address): void {
  const eni = draft.gateways[id]!.networkInterfaceId as string;
  for (const [allocationId, { association }] of Object.entries(draft.elasticIps))
    if (association?.networkInterfaceId === eni && association.privateIp === address)
      endAssociation(draft, allocationId);
  const own = draft.networkInterfaces[eni]!;
  own.addresses = own.addresses.filter((entry) => entry.address !== address);
}

/** Its addresses after the first, each with the association of its Elastic IP. */
export function secondaryAddresses(
  world: World,
  id: string,
): readonly { readonly address: Address; readonly associationId: string | undefined }[] {
  const eni = world.gateways[id]?.networkInterfaceId as string | undefined;
  const associations = Object.values(world.elasticIps).flatMap(({ association }) => association ?? []);
  const of = (address: Address) =>
    associations.find((each) => each.networkInterfaceId === eni && each.privateIp === address)?.id;
  return (world.networkInterfaces[eni ?? '']?.addresses.slice(1) ?? []).map(({ address }) => ({
    address,
    associationId: of(address),
  }));
}
