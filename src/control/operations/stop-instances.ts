// Source: D-EIP (vpc-dataplane 3.2 row 12): the public address that AWS lent goes back; an Elastic IP stays, and so does the private address.
// Stopping what is stopped is a success. Simplified: a stopped instance keeps its host.

import { interfacesOf } from '../../cloud/lookup.ts';
import { instancesIn, stateChanges } from '../instance-state.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { takeBackPublicIp } from '../public-address.ts';

export const stopInstances = defineOperation({
  service: 'ec2',
  name: 'StopInstances',
  effect: 'edit',
  summary: 'Stops instances; public addresses that AWS lent them go back to the pool',
  parameters: { InstanceIds: required(listOf(id('instance'))) },
  candidates: { InstanceIds: instancesIn('running') },
  apply(draft, { InstanceIds }, before) {
    for (const instanceId of InstanceIds) {
      draft.instances[instanceId]!.state = 'stopped';
      for (const networkInterfaceId of interfacesOf(before, instanceId)) takeBackPublicIp(draft, networkInterfaceId);
    }
    return { StoppingInstances: stateChanges(before, InstanceIds, 'stopped') };
  },
});
