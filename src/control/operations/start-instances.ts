// Source: D-EIP, EC2 User Guide "Instance IP addressing" (vpc-dataplane 3.2 rows 11, 12, 15): an instance that had a lent public address gets
// another, unless it has an Elastic IP or a second interface. The subnet's flag does not matter any more. Starting what runs is a success.

import { interfacesOf } from '../../cloud/lookup.ts';
import { instancesIn, stateChanges } from '../instance-state.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { lendOwedPublicIp } from '../public-address.ts';

export const startInstances = defineOperation({
  service: 'ec2',
  name: 'StartInstances',
  effect: 'edit',
  summary: 'Starts stopped instances; a lent public address comes back as a different one',
  parameters: { InstanceIds: required(listOf(id('instance'))) },
  candidates: { InstanceIds: instancesIn('stopped') },
  apply(draft, { InstanceIds }, before) {
    for (const instanceId of InstanceIds) {
      draft.instances[instanceId]!.state = 'running';
      for (const networkInterfaceId of interfacesOf(before, instanceId)) lendOwedPublicIp(draft, networkInterfaceId);
    }
    return { StartingInstances: stateChanges(before, InstanceIds, 'running') };
  },
});
