// What stopping and starting instances share: the call's list of instances, and its before-and-after output.
// Source: EC2 API reference, StopInstances, StartInstances; EC2 User Guide "Instance lifecycle".

import type { World } from '../cloud/world.ts';
import { STATE_CODES } from './operations/describe-instances.ts';

type State = keyof typeof STATE_CODES;

export function instancesIn(state: State) {
  return (world: World) => Object.keys(world.instances).filter((id) => world.instances[id]?.state === state);
}

/** The API prints the state on the way; ours has none, so it prints the one that follows. */
export function stateChanges(before: World, ids: readonly string[], next: State) {
  return ids.map((InstanceId) => {
    const previous = before.instances[InstanceId]!.state;
    return {
      InstanceId,
      CurrentState: { Code: STATE_CODES[next], Name: next },
      PreviousState: { Code: STATE_CODES[previous], Name: previous },
    };
  });
}
