import { availableParallelism } from 'node:os';
import { isMainThread, parentPort } from 'node:worker_threads';
import { type LevelProblem, proveIndex } from '../../levels/prove.ts';
import { EXIT } from '../exit.ts';
import { print, printJson } from '../output.ts';
import { answerQuestions, proveInWorkers } from '../proof-workers.ts';
import { describeProof, writeProofs } from '../prove-report.ts';
import { listTasks, proveOne, type Task, type TimedProof, type Wanted } from '../prove-tasks.ts';
import type { Call } from '../run-command.ts';

/** Levels for which another thread is worth its start. */
const LEVELS_A_WORKER = 5;

export async function prove(call: Call): Promise<number> {
  const tasks = await listTasks(call);
  if (!isMainThread && parentPort) return answerQuestions(parentPort, (wanted) => proveOne(tasks, wanted));
  const start = performance.now();
  const wanted = tasks.flatMap(({ ids }, task) => ids.map((id) => ({ task, id })));
  const progress = makeProgress(call, wanted.length);
  const proofs = await proveAll(tasks, wanted, progress.next);
  progress.end();
  const problems = tasks.flatMap((task, index) => [
    ...(task.isWhole ? proveIndex(task.shelf.library) : []),
    ...proofs.flatMap((proof, at): readonly LevelProblem[] => (wanted[at]?.task === index ? proof.problems : [])),
  ]);
  const ok = problems.length === 0;
  if (call.flags.json) printJson({ ok, levels: proofs.map(describeProof), problems });
  else print(writeProofs(proofs, problems, performance.now() - start, call));
  return ok ? EXIT.yes : EXIT.no;
}

type Tell = (id: string) => Promise<void>;

/** In the order in which they are wanted, whoever proves them. */
async function proveAll(tasks: readonly Task[], wanted: readonly Wanted[], tell: Tell): Promise<readonly TimedProof[]> {
  const workers = Math.min(availableParallelism(), Math.floor(wanted.length / LEVELS_A_WORKER));
  if (workers > 1) return proveInWorkers(workers, wanted, tell);
  const proofs: TimedProof[] = [];
  for (const each of wanted) {
    await tell(each.id);
    proofs.push(proveOne(tasks, each));
  }
  return proofs;
}

/** What is being proved, once it takes longer than a second, where somebody watches. */
function makeProgress({ say }: Call, count: number) {
  const start = performance.now();
  let index = 0;
  let isShown = false;
  const clear = () => {
    if (isShown) process.stderr.write('\r\u001B[K');
  };
  return {
    async next(id: string): Promise<void> {
      index++;
      if (!process.stderr.isTTY || performance.now() - start < 1000) return;
      clear();
      isShown = true;
      process.stderr.write(say('prove.working', { index, count, id }));
      // So that Ctrl-C is heard between two levels.
      await new Promise((resolve) => setImmediate(resolve));
    },
    end: clear,
  };
}
