// Proofs in several threads. Each thread is the same program with the same words, so it knows the same levels; it is told which to prove
// one after the other, so that none waits while another has the long ones.

import { realpathSync } from 'node:fs';
import { type MessagePort, Worker } from 'node:worker_threads';
import { EXIT } from './exit.ts';
import type { TimedProof, Wanted } from './prove-tasks.ts';

export async function proveInWorkers(
  count: number,
  wanted: readonly Wanted[],
  tell: (id: string) => Promise<void>,
): Promise<readonly TimedProof[]> {
  const proofs: TimedProof[] = [];
  let next = 0;
  const work = async () => {
    const worker = new Worker(realpathSync(process.argv[1] as string), { argv: process.argv.slice(2) });
    try {
      while (next < wanted.length) {
        const at = next++;
        const each = wanted[at] as Wanted;
        await tell(each.id);
        proofs[at] = await ask(worker, each);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: count }, work));
  return proofs;
}

function ask(worker: Worker, wanted: Wanted): Promise<TimedProof> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (proof: TimedProof) => {
      worker.off('error', reject);
      resolve(proof);
    });
    worker.postMessage(wanted);
  });
}

/** The other end: proves what it is asked for, until it is ended. */
export function answerQuestions(port: MessagePort, answer: (wanted: Wanted) => TimedProof): Promise<number> {
  port.on('message', (wanted: Wanted) => port.postMessage(answer(wanted)));
  return new Promise((resolve) => port.on('close', () => resolve(EXIT.yes)));
}
