// The lab's own: the address that a server's software binds. A guest holds its private address only (D-EIP), so binding its public one is no use.
// Without a port it rebinds every listener of the protocol.

import { addressOr } from '../address-choice.ts';
import { addressesOf, applicationOf, draftApplication, machinesStating } from '../application.ts';
import { defineOperation } from '../operation.ts';
import { choice, id, integer, required } from '../parameter.ts';

interface Input {
  readonly Machine?: string | undefined;
  readonly Protocol?: string | undefined;
  readonly Port?: number | undefined;
}

export const setListener = defineOperation({
  service: 'lab',
  name: 'SetListener',
  effect: 'edit',
  summary: 'Sets the address that a machine’s server listens on',
  parameters: {
    Machine: required(id('machine')),
    Protocol: choice('tcp', 'udp'),
    Port: integer(1, 65535),
    BindAddress: required(addressOr('any')),
  },
  asks: ['Port'],
  candidates: {
    Machine: machinesStating('listeners'),
    Port(world, { Machine, Protocol = 'tcp' }) {
      const listeners = (applicationOf(world, Machine).listeners ?? []).filter(({ protocol }) => protocol === Protocol);
      return listeners.length > 1 ? listeners.flatMap(({ port }) => (port === undefined ? [] : [String(port)])) : [];
    },
    BindAddress: (world, { Machine }) => ['any', ...(Machine ? addressesOf(world, Machine) : [])],
  },
  isUseful: {
    BindAddress(world, input, text) {
      const rebound = (applicationOf(world, input.Machine).listeners ?? []).filter((listener) =>
        isMeant(listener, input),
      );
      return rebound.length === 0 || rebound.some(({ bind }) => bind !== text);
    },
  },
  apply(draft, input) {
    const application = draftApplication(draft, input.Machine);
    const { Protocol: protocol = 'tcp', Port: port, BindAddress: bind } = input;
    application.listeners ??= [];
    const meant = application.listeners.filter((listener) => isMeant(listener, input));
    for (const listener of meant) listener.bind = bind;
    if (meant.length === 0) application.listeners.push({ protocol, ...(port !== undefined && { port }), bind });
    return undefined;
  },
});

function isMeant(
  listener: { readonly protocol: string; readonly port?: number | undefined },
  { Protocol = 'tcp', Port }: Input,
): boolean {
  return listener.protocol === Protocol && (Port === undefined || listener.port === Port);
}
