// Source: EC2 User Guide "Reboot your instance": the instance keeps its host and every address. Code for a stopped one: public emulators.

import { instancesIn } from '../instance-state.ts';
import { defineOperation } from '../operation.ts';
import { id, listOf, required } from '../parameter.ts';

export const rebootInstances = defineOperation({
  service: 'ec2',
  name: 'RebootInstances',
  effect: 'edit',
  summary: 'Reboots running instances; every address stays',
  parameters: { InstanceIds: required(listOf(id('instance'))) },
  candidates: { InstanceIds: instancesIn('running') },
  check(world, { InstanceIds }) {
    const stopped = InstanceIds.find((instanceId) => world.instances[instanceId]?.state !== 'running');
    if (!stopped) return undefined;
    return {
      code: 'IncorrectInstanceState',
      message: `The instance '${stopped}' is not in a state from which it can be rebooted.`,
      remedy: 'Start it instead.',
    };
  },
  apply: () => undefined,
});
