// The lab's own: one packet from a machine, and what became of it. It changes nothing; a sandbox keeps it as a question to ask again.

import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { isMachine, type Probe } from '../../dataplane/probe.ts';
import { traceExchange } from '../../dataplane/trace.ts';
import { parseAddress } from '../../net/address.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, id, integer, required } from '../parameter.ts';
import { RESOURCE_KINDS } from '../resource.ts';

interface Input {
  readonly From: string;
  readonly To: string;
  readonly Protocol?: string | undefined;
  readonly Port?: number | undefined;
}

export const sendPacket = defineOperation({
  service: 'lab',
  name: 'SendPacket',
  effect: 'look',
  summary: 'Sends one packet, and tells what became of it',
  parameters: {
    From: required(id('machine')),
    To: required(id('machine')),
    Protocol: choice('tcp', 'udp', 'icmp'),
    Port: integer(1, 65535),
  },
  asks: ['Protocol', 'Port'],
  candidates: {
    To: (world, { From }) => RESOURCE_KINDS.machine.list(world).filter((each) => each !== From),
    Port: (_world, { Protocol }) => (Protocol === 'icmp' ? [] : ['443', '80', '22', '5432']),
  },
  unchecked: ['From', 'To'],
  check: (world, { From, To }) =>
    findMachine(world, From) ? checkReceiver(world, To) : unknownMachine(world, From, 'sends'),
  apply(_draft, input, world) {
    const { outcome, request, reply, seen } = traceExchange(world, probeOf(world, input), { recording: false });
    const fault = request.fault ?? reply?.fault;
    return {
      Outcome: outcome,
      ...(fault && { Code: fault.code, At: fault.at }),
      ...(seen && { SeenAs: seen.source.address }),
    };
  },
});

/** The packet as the data plane asks about it. */
export function probeOf(world: World, { From, To, Protocol, Port }: Input): Probe {
  return {
    from: findMachine(world, From) ?? From,
    to: parseAddress(To) ?? findMachine(world, To) ?? To,
    ...(Protocol && { protocol: Protocol as 'tcp' }),
    ...(Port !== undefined && { port: Port }),
  };
}

/** By its id, or as people call it. */
function findMachine(world: World, word: string): string | undefined {
  if (isMachine(world, word)) return word;
  return RESOURCE_KINDS.machine.list(world).find((each) => displayName(world, each) === word);
}

function checkReceiver(world: World, word: string): OperationError | undefined {
  return parseAddress(word) || findMachine(world, word) ? undefined : unknownMachine(world, word, 'receives');
}

function unknownMachine(world: World, word: string, does: string): OperationError {
  const known = RESOURCE_KINDS.machine.list(world).map((each) => displayName(world, each));
  const remedy = known.length > 0 ? `There are ${known.slice(0, 12).join(', ')}.` : 'Launch an instance first.';
  return { code: 'InvalidMachine.NotFound', message: `No machine is called ${word}, so nobody ${does}.`, remedy };
}
