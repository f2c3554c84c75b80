// Source: EC2 User Guide "Elastic network interfaces"; code C-LOG. Routes to it become blackholes; its Elastic IPs stay allocated.

import type { World } from '../../cloud/world.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';
import { removeInterface } from '../private-address.ts';
import { checkNotManaged } from '../public-address.ts';

export const deleteNetworkInterface = defineOperation({
  service: 'ec2',
  name: 'DeleteNetworkInterface',
  effect: 'edit',
  summary: 'Deletes a network interface that is attached to nothing',
  parameters: { NetworkInterfaceId: required(id('network-interface')) },
  candidates: { NetworkInterfaceId: idleInterfaces },
  check(world, { NetworkInterfaceId }) {
    const { instanceId } = world.networkInterfaces[NetworkInterfaceId]!;
    if (!instanceId) return checkNotManaged(world, NetworkInterfaceId);
    return {
      ...invalid(`The network interface '${NetworkInterfaceId}' is currently in use.`),
      remedy: `Detach it from ${instanceId} first.`,
    };
  },
  apply(draft, { NetworkInterfaceId }) {
    removeInterface(draft, NetworkInterfaceId);
    return undefined;
  },
});

/** Interfaces that neither an instance nor a service has. */
export function idleInterfaces(world: World): readonly string[] {
  return Object.entries(world.networkInterfaces).flatMap(([each, { instanceId, managedBy }]) =>
    instanceId || managedBy ? [] : [each],
  );
}
