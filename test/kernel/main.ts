// `npm run test:kernel`. KERNEL_WORLDS is how many random worlds (30), KERNEL_SEED where they start (else chosen, and printed), and
// KERNEL_ONLY=random leaves out levels and test worlds. Exit code 1 where simulator and kernel disagree; a machine that cannot run it skips.

import { join } from 'node:path';
import { compareWorld, type Disagreement } from './compare.ts';
import { type Hands, startHands } from './hands.ts';
import { whyNot } from './machine.ts';
import { listQuestions } from './probes.ts';
import { outOfScope } from './scope.ts';
import { shrinkWorld } from './shrink.ts';
import { tellDisagreement, tellWorld } from './story.ts';
import { add, count, makeTally, tellTally } from './tally.ts';
import { type Candidate, fileWorlds, levelWorlds, randomWorlds } from './worlds.ts';

/** Where the suite's files are; run.mjs states it. */
declare const KERNEL_FOLDER: string;

/** Two worlds at a time: one is built while the other waits for what does not come. */
const SIDE_BY_SIDE = 3;
const SHRINKING_MILLISECONDS = 60_000;
const SHRUNK = 3;

const tally = makeTally();

function* candidates(): Generator<Candidate> {
  const many = Number(process.env.KERNEL_WORLDS ?? 30);
  const seed = Number(process.env.KERNEL_SEED ?? (process.env.CI ? 20261124 : Math.floor(Math.random() * 1e9)));
  if (process.env.KERNEL_ONLY !== 'random') {
    yield* levelWorlds();
    yield* fileWorlds(join(KERNEL_FOLDER, '../worlds'));
  }
  console.log(`kernel: ${many} random worlds from KERNEL_SEED=${seed}`);
  yield* randomWorlds(seed, many);
}

async function work(hands: Hands, worlds: Iterator<Candidate>): Promise<void> {
  for (let next = worlds.next(); !next.done; next = worlds.next()) await compare(hands, next.value);
}

async function compare(hands: Hands, candidate: Candidate): Promise<void> {
  const { name, world, probes } = candidate;
  const why = outOfScope(world);
  if (why) return add(tally.leftOut, why);
  const questions = listQuestions(world, probes);
  const first = await compareWorld(world, questions, hands);
  count(tally, first);
  if (first.disagreements.length === 0) return;
  // A busy machine can lose a packet that this world carries: only what happens twice counts.
  const again = await compareWorld(world, questions, hands);
  const [disagreement] = again.disagreements;
  if (!disagreement) tally.passing++;
  else
    await report(
      hands,
      candidate,
      disagreement,
      `${name}: ${again.disagreements.length} of ${questions.length} questions`,
    );
}

async function report(hands: Hands, { world }: Candidate, found: Disagreement, headline: string): Promise<void> {
  tally.disagreements++;
  console.log(`\n${headline}\n${tellDisagreement(found)}`);
  if (tally.disagreements > SHRUNK) return;
  let shown = found;
  const shows = async (smaller: Candidate['world']) => {
    // What cannot be built shows nothing.
    const { disagreements } = await compareWorld(smaller, [found.question], hands).catch(() => ({ disagreements: [] }));
    shown = disagreements[0] ?? shown;
    return disagreements.length > 0;
  };
  if (!(await shows(world))) return;
  const smallest = await shrinkWorld(world, shows, Date.now() + SHRINKING_MILLISECONDS);
  console.log(`The smallest world that shows it:\n${tellWorld(smallest)}\n${tellDisagreement(shown)}`);
}

export async function runSuite(): Promise<number> {
  const reason = whyNot();
  if (reason) {
    console.log(`kernel: skipped, because ${reason}`);
    return 0;
  }
  const started = performance.now();
  const worlds = candidates();
  const hands = await Promise.all(
    Array.from({ length: SIDE_BY_SIDE }, () => startHands('/usr/bin/python3', join(KERNEL_FOLDER, 'hands.py'))),
  );
  await Promise.all(hands.map((each) => work(each, worlds)));
  for (const each of hands) each.close();
  console.log(tellTally(tally, (performance.now() - started) / 1000));
  return tally.disagreements === 0 ? 0 : 1;
}
