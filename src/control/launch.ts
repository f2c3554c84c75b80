// What a launch asks for, whichever way it is said: one new interface, described at the top level or as --network-interfaces DeviceIndex=0,
// or interfaces that exist. Source: EC2 API reference, RunInstances; codes C-LOG. Simplified: one new interface at most.

import * as v from 'valibot';
import { ipv4Schema } from '../cloud/schema.ts';
import type { World } from '../cloud/world.ts';
import type { Address, Ipv4 } from '../net/address.ts';
import { ipv6AddressSchema } from './address-structure.ts';
import type { OperationError } from './operation.ts';
import { invalid } from './parameter.ts';
import { booleanSchema, listSchema, numberSchema, structure } from './structure.ts';

const specificationSchema = v.strictObject({
  DeviceIndex: v.optional(numberSchema, 0),
  NetworkInterfaceId: v.optional(v.string()),
  SubnetId: v.optional(v.string()),
  PrivateIpAddress: v.optional(ipv4Schema),
  Groups: v.optional(listSchema(v.string())),
  AssociatePublicIpAddress: v.optional(booleanSchema),
  Ipv6Addresses: v.optional(listSchema(ipv6AddressSchema)),
  DeleteOnTermination: v.optional(booleanSchema),
  Description: v.optional(v.string()),
});

type Specification = v.InferOutput<typeof specificationSchema>;

export const networkInterfaceSpecification = () => structure('DeviceIndex=0,SubnetId=subnet-…', specificationSchema);

export interface LaunchInput {
  readonly SubnetId?: string | undefined;
  readonly PrivateIpAddress?: Ipv4 | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly AssociatePublicIpAddress?: boolean | undefined;
  readonly Ipv6Addresses?: readonly { readonly Ipv6Address: Address }[] | undefined;
  readonly NetworkInterfaces?: readonly Specification[] | undefined;
}

/** The new interface that a launch makes; undefined when it takes interfaces that exist. */
export interface NewInterface {
  readonly SubnetId: string;
  readonly PrivateIpAddress?: Ipv4 | undefined;
  readonly Groups?: readonly string[] | undefined;
  readonly Ipv6Addresses?: readonly { readonly Ipv6Address: Address }[] | undefined;
  /** As it was said; left to the subnet when it was not. */
  readonly AssociatePublicIpAddress?: boolean | undefined;
}

export function newInterfaceOf(world: World, input: LaunchInput): NewInterface | undefined {
  const { NetworkInterfaces, SecurityGroupIds } = input;
  if (!NetworkInterfaces)
    return { ...input, Groups: SecurityGroupIds, SubnetId: input.SubnetId ?? defaultSubnet(world)! };
  const [first] = NetworkInterfaces;
  if (!first || first.NetworkInterfaceId !== undefined) return undefined;
  return {
    SubnetId: first.SubnetId ?? defaultSubnet(world)!,
    PrivateIpAddress: first.PrivateIpAddress,
    Groups: first.Groups,
    Ipv6Addresses: first.Ipv6Addresses,
    AssociatePublicIpAddress: first.AssociatePublicIpAddress ?? input.AssociatePublicIpAddress,
  };
}

/** The interfaces that exist and that the instance takes over, in the order of their indexes. */
export function takenInterfaces({ NetworkInterfaces = [] }: LaunchInput): readonly string[] {
  return [...NetworkInterfaces]
    .sort((a, b) => a.DeviceIndex - b.DeviceIndex)
    .flatMap(({ NetworkInterfaceId }) => NetworkInterfaceId ?? []);
}

function defaultSubnet({ subnets, vpcs }: World): string | undefined {
  return Object.keys(subnets).find((each) => vpcs[subnets[each]!.vpcId]?.isDefault);
}

/** Ways of saying it that exclude each other, and what only the World can tell to be missing. */
export function checkLaunch(world: World, input: LaunchInput): OperationError | undefined {
  const { NetworkInterfaces } = input;
  if (!NetworkInterfaces) return input.SubnetId || defaultSubnet(world) ? undefined : noDefaultVpc();
  if (input.SubnetId || input.PrivateIpAddress || input.SecurityGroupIds || input.Ipv6Addresses)
    return {
      code: 'InvalidParameterCombination',
      message: 'Network interfaces and an instance-level subnet, address or group cannot be in the same request.',
      remedy: 'Say them inside --network-interfaces.',
    };
  const taken = takenInterfaces(input);
  if (taken.length < NetworkInterfaces.length && NetworkInterfaces.length > 1)
    return invalid('A launch here makes one new interface, or takes interfaces that exist.');
  const wantsPublic = NetworkInterfaces.some((each) => each.AssociatePublicIpAddress) || input.AssociatePublicIpAddress;
  if (taken.length > 0 && wantsPublic)
    return {
      code: 'InvalidParameterCombination',
      message: 'A public address can be lent only to the one new interface of a launch.',
    };
  return checkNamed(world, NetworkInterfaces);
}

/** Ids inside structures, which nobody has looked at yet. */
function checkNamed(world: World, specifications: readonly Specification[]): OperationError | undefined {
  for (const { NetworkInterfaceId, SubnetId, Groups = [] } of specifications) {
    const group = Groups.find((each) => !world.securityGroups[each]);
    if (NetworkInterfaceId && !world.networkInterfaces[NetworkInterfaceId])
      return missing('InvalidNetworkInterfaceID.NotFound', 'network interface', NetworkInterfaceId);
    if (SubnetId && !world.subnets[SubnetId]) return missing('InvalidSubnetID.NotFound', 'subnet', SubnetId);
    if (group) return missing('InvalidGroup.NotFound', 'security group', group);
    if (!NetworkInterfaceId && !SubnetId && !defaultSubnet(world)) return noDefaultVpc();
  }
  return undefined;
}

function missing(code: string, label: string, id: string): OperationError {
  return { code, message: `The ${label} '${id}' does not exist.` };
}

export function noDefaultVpc(remedy = 'Name the subnet.'): OperationError {
  return { code: 'VPCIdNotSpecified', message: 'There is no default VPC for this user.', remedy };
}
