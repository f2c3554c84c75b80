// Source: D-SUB; codes C-OS, C-LOG (vpc-dataplane 5.2). The subnet's association with a route table goes with it.
// Simplified: so does a NAT gateway that failed there, which AWS forgets within the hour.

import type { World } from '../../cloud/world.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteSubnet = defineOperation({
  service: 'ec2',
  name: 'DeleteSubnet',
  effect: 'edit',
  summary: 'Deletes a subnet that no network interface stands in',
  parameters: { SubnetId: required(id('subnet')) },
  check(world, { SubnetId }) {
    const inside = interfacesIn(world, SubnetId);
    if (inside.length === 0) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The subnet '${SubnetId}' has dependencies and cannot be deleted.`,
      remedy: `Still there: ${inside
        .slice(0, 8)
        .map((each) => describeUser(world, each))
        .join(', ')}.`,
    };
  },
  apply(draft, { SubnetId }) {
    for (const [associationId, { subnetId }] of Object.entries(draft.routeAssociations))
      if (subnetId === SubnetId) delete draft.routeAssociations[associationId];
    for (const [gatewayId, gateway] of Object.entries(draft.gateways))
      if (gateway.subnetId === SubnetId) {
        delete draft.gateways[gatewayId];
        retireId(draft, gatewayId);
      }
    delete draft.subnets[SubnetId];
    retireId(draft, SubnetId);
    return undefined;
  },
});

function interfacesIn(world: World, subnetId: string): readonly string[] {
  return Object.keys(world.networkInterfaces).filter((each) => world.networkInterfaces[each]?.subnetId === subnetId);
}

function describeUser(world: World, networkInterfaceId: string): string {
  const { instanceId, managedBy } = world.networkInterfaces[networkInterfaceId]!;
  const user = instanceId ?? managedBy;
  return user ? `${networkInterfaceId} of ${user}` : networkInterfaceId;
}
