// Source: D-API, D-EIP; codes C-OS, C-EUCA, C-LOG, D-ERR (vpc-dataplane 5.2). An Elastic IP that is in use moves without a word unless
// AllowReassociation is false. Inferred: the private address that it moves to loses the Elastic IP it had.

import { findAttachedGateway, interfacesOf, vpcIdOfInterface } from '../../cloud/lookup.ts';
import type { NetworkInterfaceId } from '../../cloud/network-interface.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import type { Ipv4 } from '../../net/address.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { flag, id, invalid, ipv4 } from '../parameter.ts';
import {
  allocationAt,
  checkNotManaged,
  checkNotRegional,
  checkOwnAddress,
  endAssociation,
  findAllocation,
  ipv4AddressesOf,
  type Place,
  type PlaceInput,
  placeOf,
  takeBackPublicIp,
} from '../public-address.ts';

interface Input extends PlaceInput {
  readonly AllocationId?: string | undefined;
  readonly PublicIp?: Ipv4 | undefined;
  readonly AllowReassociation?: boolean | undefined;
}

export const associateAddress = defineOperation({
  service: 'ec2',
  name: 'AssociateAddress',
  effect: 'edit',
  summary: 'Maps an Elastic IP to a private address of a network interface',
  parameters: {
    AllocationId: id('allocation'),
    PublicIp: ipv4(),
    NetworkInterfaceId: id('network-interface'),
    InstanceId: id('instance'),
    PrivateIpAddress: ipv4(),
    AllowReassociation: flag(),
  },
  oneOf: [
    ['AllocationId', 'PublicIp'],
    ['NetworkInterfaceId', 'InstanceId'],
  ],
  asks: ['PrivateIpAddress'],
  candidates: {
    PublicIp: () => [],
    InstanceId: () => [],
    NetworkInterfaceId: (world) =>
      Object.keys(world.networkInterfaces).filter((candidate) => !world.networkInterfaces[candidate]!.managedBy),
    PrivateIpAddress(world, input) {
      const networkInterfaceId = placeOf(world, input)?.networkInterfaceId;
      const addresses = networkInterfaceId ? ipv4AddressesOf(world, networkInterfaceId) : [];
      return addresses.length > 1 ? addresses : [];
    },
  },
  check: (world, input) =>
    (input.PublicIp && checkOwnAddress(world, input.PublicIp)) ??
    checkNotRegional(world, allocationOf(world, input)) ??
    checkInstance(world, input) ??
    checkPlace(world, input) ??
    checkFree(world, input),
  apply(draft, input, before) {
    const allocationId = allocationOf(before, input);
    const { networkInterfaceId, privateIp } = placeOf(before, input)!;
    const current = before.elasticIps[allocationId]!.association;
    if (current?.networkInterfaceId === networkInterfaceId && current.privateIp === privateIp)
      return { AssociationId: current.id };
    const displaced = allocationAt(before, networkInterfaceId, privateIp);
    if (displaced) delete draft.elasticIps[displaced]!.association;
    takeBackPublicIp(draft, networkInterfaceId, privateIp);
    return { AssociationId: moveTo(draft, allocationId, { networkInterfaceId, privateIp }) };
  },
});

function allocationOf(world: World, { AllocationId, PublicIp }: Input): string {
  return AllocationId ?? (findAllocation(world, PublicIp!) as string);
}

function moveTo(draft: WorldDraft, allocationId: string, { networkInterfaceId, privateIp }: Place): string {
  const left = draft.elasticIps[allocationId]!.association?.networkInterfaceId;
  const id = issueId(draft, 'eipassoc');
  if (left && left !== networkInterfaceId) endAssociation(draft, allocationId);
  draft.elasticIps[allocationId]!.association = {
    id,
    networkInterfaceId: networkInterfaceId as NetworkInterfaceId,
    privateIp,
  };
  return id;
}

function checkInstance(world: World, { InstanceId }: Input): OperationError | undefined {
  const count = InstanceId ? interfacesOf(world, InstanceId).length : 1;
  if (count === 1) return undefined;
  return {
    code: 'InvalidInstanceID',
    message: `The instance ${InstanceId} has ${count} network interfaces; one must be named.`,
    remedy: `Use --network-interface-id: ${interfacesOf(world, InstanceId!).join(' or ') || 'it has none'}.`,
  };
}

function checkPlace(world: World, input: Input): OperationError | undefined {
  const networkInterfaceId = input.NetworkInterfaceId ?? (interfacesOf(world, input.InstanceId!)[0] as string);
  const managed = checkNotManaged(world, networkInterfaceId);
  if (managed) return managed;
  if (!placeOf(world, input))
    return {
      ...invalid(`The private address ${input.PrivateIpAddress} does not belong to ${networkInterfaceId}.`),
      remedy: `It holds ${ipv4AddressesOf(world, networkInterfaceId).join(', ')}.`,
    };
  const vpcId = vpcIdOfInterface(world, world.networkInterfaces[networkInterfaceId]!);
  if (findAttachedGateway(world, 'internet-gateway', vpcId)) return undefined;
  return {
    code: 'Gateway.NotAttached',
    message: `The network ${vpcId} is not attached to any internet gateway.`,
    remedy: `Attach an internet gateway to ${vpcId} first.`,
  };
}

/** The Elastic IP may be moved, and may displace another, unless the caller forbids it. A NAT gateway's stays where it is. */
function checkFree(world: World, input: Input): OperationError | undefined {
  const allocationId = allocationOf(world, input);
  const { networkInterfaceId, privateIp } = placeOf(world, input)!;
  const current = world.elasticIps[allocationId]!.association;
  const held = checkNotManaged(world, current?.networkInterfaceId);
  if (held) return held;
  if (input.AllowReassociation !== false) return undefined;
  if (current?.networkInterfaceId === networkInterfaceId && current.privateIp === privateIp) return undefined;
  const other = allocationAt(world, networkInterfaceId, privateIp);
  if (!current && !other) return undefined;
  return {
    code: 'Resource.AlreadyAssociated',
    message: current
      ? `The resource ${allocationId} is already associated with ${current.networkInterfaceId}.`
      : `The resource ${networkInterfaceId} is already associated with ${other}.`,
    remedy: 'Disassociate it first, or allow reassociation.',
  };
}
