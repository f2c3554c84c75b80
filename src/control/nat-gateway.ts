// What CreateNatGateway finds wrong only after it has succeeded: the gateway ends `failed` with one of these codes.
// Source: D-API NatGateway.FailureCode, D-NATT (vpc-dataplane 4.2, 5.2).

import { findAttachedGateway } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { findFreePrivateIp } from './issue-address.ts';
import { regionalHolder } from './regional-nat-gateway.ts';

/** FailureMessage by FailureCode. */
export const FAILURES: Readonly<Record<string, string>> = {
  InsufficientFreeAddressesInSubnet: 'The subnet has no free address for the NAT gateway.',
  'Gateway.NotAttached': 'The network has no internet gateway attached.',
  'InvalidAllocationID.NotFound': 'The Elastic IP address could not be associated with this NAT gateway.',
  'Resource.AlreadyAssociated': 'The Elastic IP address is already associated.',
};

export interface NatGatewayInput {
  readonly SubnetId: string;
  readonly ConnectivityType?: 'public' | 'private' | undefined;
  readonly AllocationId?: string | undefined;
}

/** Why a NAT gateway will fail; undefined when it becomes available. */
export function failureOf(world: World, input: NatGatewayInput): string | undefined {
  if (!findFreePrivateIp(world, input.SubnetId)) return 'InsufficientFreeAddressesInSubnet';
  if (input.ConnectivityType === 'private') return undefined;
  const vpcId = world.subnets[input.SubnetId]!.vpcId;
  if (!findAttachedGateway(world, 'internet-gateway', vpcId)) return 'Gateway.NotAttached';
  const elasticIp = world.elasticIps[input.AllocationId!];
  if (!elasticIp) return 'InvalidAllocationID.NotFound';
  return elasticIp.association || regionalHolder(world, input.AllocationId!) ? 'Resource.AlreadyAssociated' : undefined;
}
