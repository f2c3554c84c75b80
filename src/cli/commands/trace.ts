import type { World } from '../../cloud/world.ts';
import { diagnose } from '../../dataplane/diagnose.ts';
import type { Probe } from '../../dataplane/probe.ts';
import { traceExchange } from '../../dataplane/trace.ts';
import { type Address, parseAddress } from '../../net/address.ts';
import type { Protocol } from '../../net/packet.ts';
import { describeExchange } from '../describe-exchange.ts';
import { EXIT } from '../exit.ts';
import { findReceiver, findSender } from '../find-machine.ts';
import { findWorld } from '../find-world.ts';
import { print, printJson } from '../output.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from '../run-command.ts';
import { writeTranscript } from '../transcript.ts';

const PROTOCOLS: readonly Protocol[] = ['tcp', 'udp', 'icmp', 'esp', 'gre'];

export async function trace(call: Call): Promise<number> {
  const world = await findWorld(call, call.operands[0] as string);
  const probe = readProbe(call, world);
  const exchange = traceExchange(world, probe);
  const findings = exchange.outcome === 'conversed' ? [] : diagnose(world, probe);
  if (call.flags.json) printJson(describeExchange({ world, probe, exchange, findings }));
  else print(writeTranscript({ world, probe, exchange, findings }, call));
  return exchange.outcome === 'conversed' ? EXIT.yes : EXIT.no;
}

function readProbe(call: Call, world: World): Probe {
  const { flags, say } = call;
  const from = findSender(world, needed(call, 'from'), say);
  const isFrame = Object.hasOwn(world.frames, from);
  const protocol = readProtocol(call);
  const source = readAddress(call);
  const port = readPort(call, 'port');
  const sourcePort = readPort(call, 'source-port');
  const flow = readNumber(call, 'flow', 1, 10_000_000);
  const size = readNumber(call, 'size', 28, 65_535);
  const ttl = readNumber(call, 'ttl', 1, 255);
  return {
    from,
    ...(!isFrame && { to: findReceiver(world, needed(call, 'to'), say) }),
    ...(protocol && { protocol }),
    ...(port !== undefined && { port }),
    ...(sourcePort !== undefined && { sourcePort }),
    ...(source && { source }),
    ...(flags['by-public-address'] && { byPublicAddress: true }),
    ...(flow !== undefined && { flow }),
    ...(size !== undefined && { size }),
    ...(flags['may-fragment'] && { dontFragment: false }),
    ...(ttl !== undefined && { ttl }),
    ...(flags.continues && { continues: true }),
  };
}

function needed({ flags, say }: Call, flag: 'from' | 'to'): string {
  const value = flags[flag];
  if (typeof value === 'string' && value !== '') return value;
  throw new Refusal(say('needs-flag', { command: 'trace', flag }), say('see-command-help', { command: 'trace' }));
}

function readProtocol({ flags, say }: Call): Protocol | undefined {
  const { protocol } = flags;
  if (protocol === undefined) return undefined;
  const known = PROTOCOLS.find((candidate) => candidate === protocol);
  if (known) return known;
  const words = PROTOCOLS.join(', ');
  throw new Refusal(say('not-one-of', { flag: 'protocol', word: String(protocol) }), say('one-of', { words }));
}

function readPort(call: Call, flag: 'port' | 'source-port'): number | undefined {
  return readNumber(call, flag, 0, 65_535);
}

function readNumber(
  { flags, say }: Call,
  flag: 'port' | 'source-port' | 'flow' | 'size' | 'ttl',
  from: number,
  to: number,
): number | undefined {
  const word = flags[flag];
  if (word === undefined) return undefined;
  const value = /^\d{1,8}$/.test(String(word)) ? Number(word) : Number.NaN;
  if (value >= from && value <= to) return value;
  throw new Refusal(say('not-a-number', { flag, word: String(word), from, to }));
}

function readAddress({ flags, say }: Call): Address | undefined {
  const word = flags.source;
  if (word === undefined) return undefined;
  const address = parseAddress(String(word));
  if (!address) throw new Refusal(say('not-an-address', { flag: 'source', word: String(word) }));
  return address;
}
