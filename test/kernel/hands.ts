// Talks to hands.py: one order a world, one answer. The process dies with its parent, and every namespace with the process.

import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Plan } from './plan.ts';

export interface SentProbe {
  readonly id: number;
  readonly station: string;
  readonly protocol: 'tcp' | 'udp' | 'icmp';
  readonly source: string;
  readonly destination: string;
  readonly port: number;
  readonly sourcePort: number;
  /** The packet is sent wrapped, by a host that claims to carry it. */
  readonly frame?: FrameWraps | undefined;
  /** What is worth waiting for; it changes nothing else. */
  readonly expect: { readonly delivered: boolean; readonly replied: boolean };
}

/** What is around a forged packet. */
interface FrameWraps {
  readonly underlay: string;
  readonly vni: number;
  readonly from: string;
  readonly target: string;
}

export interface End {
  readonly address: string;
  readonly port: number;
}

/** What became of one probe in the kernel. */
export interface Heard {
  /** Who took the request, and the addresses and ports that it saw. */
  readonly delivered: { readonly machine: string; readonly source: End; readonly destination: End } | null;
  /** The request reached its machine, where nothing listens. */
  readonly refused: boolean;
  /** The sender's own socket got the answer. */
  readonly replied: boolean;
  /** The sender's kernel would not even send. */
  readonly error?: string;
}

interface Report {
  readonly results: Readonly<Record<number, Heard>>;
  readonly sent: number;
  /** To build the world, and to talk in it. */
  readonly seconds: readonly [number, number];
}

/** Echo requests from a station, one after the other. */
interface Pings {
  readonly station: string;
  readonly destination: string;
  readonly count: number;
}

export interface Hands {
  /** Builds the world and gives the seconds of each round trip. */
  timePings(plan: Plan, pings: Pings): Promise<readonly number[]>;
  carryOut(plan: Plan, probes: readonly SentProbe[]): Promise<Report>;
  close(): void;
}

export async function startHands(python: string, script: string): Promise<Hands> {
  const child = spawn(python, ['-B', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  await nextAnswer(child, answers);
  const order = async (what: object): Promise<unknown> => {
    child.stdin!.write(`${JSON.stringify(what)}\n`);
    const answer = await nextAnswer(child, answers);
    if ('failed' in answer) throw new Error(`the world could not be built: ${answer.failed}`);
    return answer;
  };
  return {
    carryOut: async (plan, probes) => (await order({ ...plan, probes })) as Report,
    timePings: async (plan, pings) => ((await order({ ...plan, pings })) as { pings: readonly number[] }).pings,
    close: () => child.stdin!.end(),
  };
}

async function nextAnswer(child: ChildProcess, answers: AsyncIterator<string>): Promise<Record<string, unknown>> {
  const { value, done } = await answers.next();
  if (done) throw new Error(`hands.py ended (exit code ${child.exitCode})`);
  return JSON.parse(value) as Record<string, unknown>;
}
