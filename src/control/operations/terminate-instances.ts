// Source: EC2 API reference, TerminateInstances; D-EIP (an Elastic IP is disassociated, not released); D-NLB (a target group loses the target).
// Its first interface goes with it, further ones stay and are free. Simplified: gone at once, where AWS lists it as terminated for about an hour; AWS can be told to keep the first one.

import { interfacesOf } from '../../cloud/lookup.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';
import { removeInterface } from '../private-address.ts';
import { deregisterTarget } from '../target-choice.ts';
import { STATE_CODES } from './describe-instances.ts';

export const terminateInstances = defineOperation({
  service: 'ec2',
  name: 'TerminateInstances',
  effect: 'edit',
  summary: 'Ends instances for good; their first interface goes with them',
  parameters: { InstanceIds: required(listOf(id('instance'))) },
  apply(draft, { InstanceIds }, before) {
    for (const instanceId of new Set(InstanceIds)) {
      const [first, ...others] = interfacesOf(before, instanceId);
      delete draft.instances[instanceId];
      deregisterTarget(draft, instanceId);
      retireId(draft, instanceId);
      if (first) removeInterface(draft, first);
      for (const each of others) delete draft.networkInterfaces[each]!.instanceId;
    }
    return {
      TerminatingInstances: InstanceIds.map((InstanceId) => {
        const { state } = before.instances[InstanceId]!;
        return {
          InstanceId,
          CurrentState: { Code: 32, Name: 'shutting-down' },
          PreviousState: { Code: STATE_CODES[state], Name: state },
        };
      }),
    };
  },
});
