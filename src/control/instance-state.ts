// What stopping and starting instances share: the call's list of instances, and its before-and-after output.
// Source: EC2 API reference, StopInstances, StartInstances; EC2 User Guide "Instance lifecycle".

import type { World } from '../cloud/world.ts';
import { STATE_CODES } from './operations/describe-instances.ts';

type State = keyof typeof STATE_CODES;

export function instancesIn(state: State) {
  return (world: World) => Object.keys(world.instances).filter((id) => world.instances[id]?.state === state);
}

/** What EC2 calls an instance on its way to a state. No World holds one there, so only the answer to the call says it. */
const ON_THE_WAY = { running: { Code: 0, Name: 'pending' }, stopped: { Code: 64, Name: 'stopping' } } as const;

export function stateChanges(before: World, ids: readonly string[], next: State) {
  return ids.map((InstanceId) => {
    const { state } = before.instances[InstanceId]!;
    const previous = { Code: STATE_CODES[state], Name: state };
    return { InstanceId, CurrentState: state === next ? previous : ON_THE_WAY[next], PreviousState: previous };
  });
}
