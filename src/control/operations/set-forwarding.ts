// The lab's own: what an instance's kernel does with packets that are not for it (ip_forward, and iptables MASQUERADE).

import { defineOperation } from '../operation.ts';
import { choice, id, required } from '../parameter.ts';

export const setForwarding = defineOperation({
  service: 'lab',
  name: 'SetForwarding',
  effect: 'edit',
  summary: 'Sets what an instance does with packets for others: nothing, route them, or NAT them',
  parameters: { InstanceId: required(id('instance')), Forwarding: required(choice('none', 'router', 'nat')) },
  isUseful: { Forwarding: (world, { InstanceId }, text) => world.instances[InstanceId ?? '']?.forwarding !== text },
  apply(draft, { InstanceId, Forwarding }) {
    draft.instances[InstanceId]!.forwarding = Forwarding;
    return undefined;
  },
});
