// The Mapping Service's rows as the lab edits them: which machine a private address of a VPC is said to live on.
// Real customers cannot touch them; chapter 1 lets the player be the Mapping Service.

import { vpcIdOfInterface } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { deviceOf, lookUpMapping } from '../dataplane/mapping.ts';
import type { Address } from '../net/address.ts';
import { address, id, required } from './parameter.ts';

export const ROW = { VpcId: required(id('vpc')), PrivateIpAddress: required(address()) };

interface RowInput {
  readonly VpcId?: string | undefined;
}

/** The addresses of a VPC that live on hosts: a service's live on Hyperplane, and no row moves them. */
export function hostedAddresses(world: World, { VpcId }: RowInput): readonly Address[] {
  return Object.values(world.networkInterfaces).flatMap((networkInterface) =>
    networkInterface.managedBy || vpcIdOfInterface(world, networkInterface) !== VpcId
      ? []
      : networkInterface.addresses.map((entry) => entry.address),
  );
}

export function mappedAddresses(world: World, input: RowInput): readonly Address[] {
  return hostedAddresses(world, input).filter((each) => lookUpMapping(world, input.VpcId as string, each));
}

/** The host where the address's interface really is; undefined while nothing runs it. */
export function trueHost(world: World, vpcId: string, privateIp: Address): string | undefined {
  const owner = Object.entries(world.networkInterfaces).find(
    ([, networkInterface]) =>
      vpcIdOfInterface(world, networkInterface) === vpcId &&
      networkInterface.addresses.some((entry) => entry.address === privateIp),
  );
  return owner && deviceOf(world, owner[0]);
}
