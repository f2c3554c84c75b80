// Source: D-NAT, D-NATT, D-API; codes C-LOG, D-NATT (vpc-dataplane 4.2, 5.2). It succeeds even when the gateway is bound to fail.
// It does not look at the subnet's table. Inferred: MissingParameter and InvalidParameterCombination for the address.
// Simplified: available, or failed, at once; the call still prints `pending`, as AWS's does.

import { quotaOf } from '../../cloud/quotas.ts';
import { isReserved } from '../../cloud/vpc.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { cidrContains } from '../../net/cidr.ts';
import { findFreePrivateIp, heldAddresses } from '../issue-address.ts';
import { issueId } from '../issue-id.ts';
import { failureOf, type NatGatewayInput } from '../nat-gateway.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, id, invalid, ipv4, listOf } from '../parameter.ts';
import { buildRegional, checkRegional, zoneAddresses } from '../regional-nat-gateway.ts';
import { TAGGED } from '../tags.ts';
import { natGatewayShape } from './describe-nat-gateways.ts';

interface Input extends NatGatewayInput {
  readonly PrivateIpAddress?: Ipv4 | undefined;
}

export const createNatGateway = defineOperation({
  service: 'ec2',
  name: 'CreateNatGateway',
  effect: 'edit',
  summary: 'Makes a NAT gateway in a subnet, with an Elastic IP if it is public',
  parameters: {
    SubnetId: id('subnet', 'InvalidSubnet'),
    VpcId: id('vpc'),
    AvailabilityMode: choice('zonal', 'regional'),
    AvailabilityZoneAddresses: listOf(zoneAddresses()),
    ConnectivityType: choice('public', 'private'),
    AllocationId: id('allocation'),
    PrivateIpAddress: ipv4(),
    ...TAGGED,
  },
  oneOf: [['SubnetId', 'VpcId']],
  asks: ['AllocationId'],
  unchecked: ['AllocationId'],
  candidates: {
    VpcId: () => [],
    AllocationId: (world, { ConnectivityType, VpcId }) =>
      ConnectivityType === 'private' || VpcId ? [] : Object.keys(world.elasticIps),
  },
  check(world, input) {
    if (input.AvailabilityMode === 'regional') return checkRegional(world, input);
    if (!isZonal(input)) return invalid('A NAT gateway of a whole VPC needs --availability-mode regional.');
    return checkAddress(input) ?? checkPrivateIp(world, input) ?? checkQuota(world, input);
  },
  apply(draft, input, before) {
    const id = issueId(draft, 'nat');
    if (!isZonal(input)) {
      buildRegional(draft, id, input, before);
      return (after) => ({ NatGateway: { ...natGatewayShape(after, id), State: 'pending' } });
    }
    const failureCode = failureOf(before, input);
    if (failureCode) draft.gateways[id] = { ...outline(before, input), state: 'failed', failureCode };
    else build(draft, id, input, before);
    return (after) => ({ NatGateway: pendingShape(after, id, input) });
  },
});

function isZonal<I extends { readonly SubnetId?: string | undefined }>(
  input: I,
): input is I & { readonly SubnetId: string } {
  return input.SubnetId !== undefined;
}

function outline(world: World, { SubnetId, ConnectivityType = 'public' }: Input) {
  const { vpcId } = world.subnets[SubnetId]!;
  return { kind: 'nat-gateway', vpcId, subnetId: SubnetId, connectivityType: ConnectivityType };
}

function build(draft: WorldDraft, id: string, input: Input, before: World): void {
  const { SubnetId, AllocationId, PrivateIpAddress } = input;
  const networkInterfaceId = issueId(draft, 'eni');
  const address = PrivateIpAddress ?? findFreePrivateIp(before, SubnetId)!;
  draft.networkInterfaces[networkInterfaceId] = {
    subnetId: SubnetId as `subnet-${string}`,
    addresses: [{ address }],
    groups: [],
    sourceDestCheck: false,
    managedBy: id,
  };
  draft.gateways[id] = {
    ...outline(before, input),
    state: 'available',
    networkInterfaceId,
    ...(AllocationId && { allocationId: AllocationId }),
  };
  if (AllocationId)
    draft.elasticIps[AllocationId]!.association = {
      id: issueId(draft, 'eipassoc'),
      networkInterfaceId,
      privateIp: address,
    };
}

/** What the call prints: the outcome is not known yet. */
function pendingShape(after: World, id: string, { AllocationId }: Input) {
  const {
    FailureCode: _code,
    FailureMessage: _message,
    ...shape
  } = natGatewayShape(after, id) as Record<string, unknown>;
  return { ...shape, State: 'pending', NatGatewayAddresses: AllocationId ? [{ AllocationId }] : [] };
}

function checkAddress({ ConnectivityType = 'public', AllocationId }: Input): OperationError | undefined {
  if (ConnectivityType === 'public' && !AllocationId)
    return {
      code: 'MissingParameter',
      message: 'A public NAT gateway needs the parameter AllocationId.',
      remedy: 'Allocate an Elastic IP and name it, or make the gateway private.',
    };
  if (ConnectivityType === 'private' && AllocationId)
    return {
      code: 'InvalidParameterCombination',
      message: 'The parameter AllocationId cannot be used when ConnectivityType is private.',
    };
  return undefined;
}

function checkPrivateIp(world: World, { SubnetId, PrivateIpAddress }: Input): OperationError | undefined {
  if (!PrivateIpAddress) return undefined;
  const { cidr } = world.subnets[SubnetId]!;
  if (!cidrContains(cidr, PrivateIpAddress) || isReserved(cidr, PrivateIpAddress))
    return invalid(`The address ${PrivateIpAddress} is not one that ${SubnetId} (${cidr}) can give.`);
  if (!heldAddresses(world, SubnetId).has(PrivateIpAddress)) return undefined;
  return invalid(`The address ${PrivateIpAddress} is already in use.`);
}

function checkQuota(world: World, { SubnetId }: Input): OperationError | undefined {
  const zone = world.subnets[SubnetId]!.availabilityZone;
  const live = Object.values(world.gateways).filter(
    ({ kind, state, subnetId }) =>
      kind === 'nat-gateway' &&
      (state === 'available' || state === 'pending' || state === 'deleting') &&
      world.subnets[subnetId as string]!.availabilityZone === zone,
  );
  const quota = quotaOf(world, 'natGateways');
  if (live.length < quota) return undefined;
  return {
    code: 'NatGatewayLimitExceeded',
    message: `The account has reached its limit of ${quota} NAT gateways in ${zone}.`,
  };
}
