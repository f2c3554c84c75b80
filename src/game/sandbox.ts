// A sandbox is a session whose goals are the packets that the player names: each is sent whenever it is named, and again with every send.
// Nothing is won there. All that the play screen needs is a level, so it is one: any World, every operation, no reference.

import { displayName } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { applyOperation } from '../control/apply.ts';
import { parseCommand, printCommand } from '../control/command.ts';
import { OPERATIONS } from '../control/operations/registry.ts';
import { probeOf } from '../control/operations/send-packet.ts';
import { splitWords } from '../control/words.ts';
import { DEFAULT_PORT, type Probe } from '../dataplane/probe.ts';
import { invariant } from '../invariant.ts';
import type { Goal, Level } from '../levels/level.ts';
import { parseLevel } from '../levels/parse.ts';
import { SANDBOX } from '../levels/sandbox-id.ts';
import { reduceSession, type Session, type SessionEvent, startSession } from './session.ts';

/** The packets that are kept: the latest, each once. */
const KEPT = 6;

/** What is of a puzzle makes no sense here. */
const OF_PUZZLES: ReadonlySet<string> = new Set(['Answer', 'PlaceTile', 'TakeTile', 'KeepFrame', 'DiscardFrame']);

let base: Level | undefined;

function baseLevel(): Level {
  const edits = OPERATIONS.filter(({ name, effect }) => effect === 'edit' && !OF_PUZZLES.has(name));
  const level = parseLevel({
    id: SANDBOX,
    world: {},
    tools: ['SendPacket', ...edits.map(({ name }) => name)],
    goals: [{ id: 'any', expect: 'exposure', atMost: 0 }],
    reference: [],
    par: 0,
    noForbidden: true,
    sources: ['D-RT'],
  });
  invariant(level.ok, 'the level of a sandbox does not read');
  return level.value;
}

interface Sandbox extends Session {
  /** What it is saved as. */
  readonly name?: string | undefined;
}

/** `packets` are lines as `packetLines` gives them; one that names nobody of this World is left out. */
export function startSandbox(world: World, name?: string, packets: readonly string[] = []): Sandbox {
  base ??= baseLevel();
  const goals = packets.flatMap((line) => readPacket(world, line) ?? []).slice(-KEPT);
  return { ...startSession({ ...base, start: world, goals }), name };
}

/** The packets that are kept, as the lines that would name them: what is saved beside the World. */
export function packetLines({ level }: Session): readonly string[] {
  return level.goals.flatMap((goal) => {
    if (!('probe' in goal)) return [];
    const { from: From, to: To, protocol: Protocol, port: Port } = goal.probe;
    return [printCommand({ name: 'SendPacket', input: { From, To, Protocol, Port } })];
  });
}

function readPacket(world: World, line: string): Goal | undefined {
  const words = splitWords(line);
  const command = words.ok ? parseCommand(words.value) : undefined;
  if (!command?.ok || command.value.operation.name !== 'SendPacket') return undefined;
  const { operation } = command.value;
  return applyOperation(world, operation).ok ? goalOf(world, probeOf(world, operation.input as never)) : undefined;
}

export function nameOf(session: Session): string | undefined {
  return (session as Sandbox).name;
}

export function isSandbox({ level }: Pick<Session, 'level'>): boolean {
  return level.id === SANDBOX;
}

export function reduceSandbox(session: Session, event: SessionEvent): Session {
  const next = reduceSession(session, event);
  if (event.type === 'send') return withoutWin(next);
  if (event.type !== 'operate' || event.operation.name !== 'SendPacket' || next.notice?.kind !== 'looked') return next;
  const probe = probeOf(next.present.world, event.operation.input as never);
  const goal = goalOf(next.present.world, probe);
  const others = next.level.goals.filter(({ id }) => id !== goal.id);
  const goals = [...others, goal].slice(-KEPT);
  const sent = reduceSession({ ...next, level: { ...next.level, goals } }, { type: 'send' });
  return { ...withoutWin(sent), notice: next.notice };
}

/** A packet's id is what it is called on screen. */
function goalOf(world: World, probe: Probe): Goal {
  const { from, to = '', protocol = 'tcp', port = DEFAULT_PORT } = probe;
  const traffic = protocol === 'icmp' ? protocol : `${protocol}/${port}`;
  const id = `${displayName(world, from)} → ${displayName(world, to)} ${traffic}`;
  return { id, expect: 'converse', probe, through: [], avoids: [] };
}

function withoutWin(session: Session): Session {
  return session.sent ? { ...session, sent: { ...session.sent, solved: false } } : session;
}
