// Source: EC2 User Guide "Elastic network interfaces" (one zone; since 2023 not one VPC); codes D-ERR, C-LOG.
// Simplified: interfaces count up without gaps, so any free index gives the next; no instance type limits how many.

import { interfacesOf } from '../../cloud/lookup.ts';
import type { World, WorldDraft } from '../../cloud/world.ts';
import { attachmentId } from '../derived-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { id, integer, invalid, required } from '../parameter.ts';
import { checkNotManaged } from '../public-address.ts';
import { idleInterfaces } from './delete-network-interface.ts';

interface Input {
  readonly NetworkInterfaceId: string;
  readonly InstanceId: string;
  readonly DeviceIndex: number;
}

export const attachNetworkInterface = defineOperation({
  service: 'ec2',
  name: 'AttachNetworkInterface',
  effect: 'edit',
  summary: 'Gives an instance one more network interface',
  parameters: {
    NetworkInterfaceId: required(id('network-interface')),
    InstanceId: required(id('instance')),
    DeviceIndex: required(integer(0, 15)),
  },
  candidates: {
    NetworkInterfaceId: idleInterfaces,
    DeviceIndex: (world, { InstanceId }) => [String(interfacesOf(world, InstanceId ?? '').length)],
  },
  check: (world, input) =>
    checkNotManaged(world, input.NetworkInterfaceId) ??
    checkIdle(world, input.NetworkInterfaceId) ??
    checkIndex(world, input) ??
    checkZone(world, input),
  apply(draft, { NetworkInterfaceId, InstanceId }) {
    attachTo(draft, NetworkInterfaceId, InstanceId);
    return { AttachmentId: attachmentId(NetworkInterfaceId), NetworkCardIndex: 0 };
  },
});

/** The order of the World's records is the order of an instance's interfaces: the new one goes to the end. */
export function attachTo(draft: WorldDraft, networkInterfaceId: string, instanceId: string): void {
  const networkInterface = { ...draft.networkInterfaces[networkInterfaceId]!, instanceId: instanceId as `i-${string}` };
  delete draft.networkInterfaces[networkInterfaceId];
  draft.networkInterfaces[networkInterfaceId] = networkInterface;
}

export function checkIdle(world: World, networkInterfaceId: string): OperationError | undefined {
  const { instanceId } = world.networkInterfaces[networkInterfaceId]!;
  if (!instanceId) return undefined;
  return {
    code: 'InvalidNetworkInterface.InUse',
    message: `The network interface ${networkInterfaceId} is in use.`,
    remedy: `It is attached to ${instanceId}.`,
  };
}

function checkIndex(world: World, { InstanceId, DeviceIndex }: Input): OperationError | undefined {
  const count = interfacesOf(world, InstanceId).length;
  if (DeviceIndex >= count) return undefined;
  return {
    ...invalid(`The instance '${InstanceId}' already has an interface attached at device index '${DeviceIndex}'.`),
    remedy: `The next index is ${count}.`,
  };
}

function checkZone(world: World, { NetworkInterfaceId, InstanceId }: Input): OperationError | undefined {
  const zoneOf = (each: string | undefined) =>
    world.subnets[world.networkInterfaces[each ?? '']?.subnetId ?? '']?.availabilityZone;
  const [zone, home] = [zoneOf(NetworkInterfaceId), zoneOf(interfacesOf(world, InstanceId)[0])];
  if (zone === home || home === undefined) return undefined;
  return {
    code: 'InvalidParameterCombination',
    message: `The network interface is in ${zone} and the instance in ${home}; both must be in one Availability Zone.`,
  };
}
