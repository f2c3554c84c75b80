import { printCommand } from '../../control/command.ts';
import type { Level } from '../../levels/level.ts';
import { searchAnswers } from '../../levels/search.ts';
import { EXIT } from '../exit.ts';
import { findLevel } from '../find-world.ts';
import { print, printError } from '../output.ts';
import type { Call } from '../run-command.ts';

export async function solve(call: Call): Promise<number> {
  const { operands, flags, say } = call;
  const { level } = await findLevel(call, operands[0] as string);
  // The search leaves no moment for a message in between, so it stands there from the start.
  if (process.stderr.isTTY) process.stderr.write(say('solve.working'));
  const { answers, completeTo, states } = findShortest(level, flags.all === true);
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
  if (completeTo < (answers[0]?.length ?? level.par)) printError(say('solve.cut-off', { states }));
  if (answers.length === 0) {
    printError(say('solve.none', { depth: level.par }));
    return EXIT.no;
  }
  print(answers.map((edits) => edits.map(printCommand).join('\n') || say('solve.nothing-to-do')).join('\n\n'));
  return EXIT.yes;
}

/** Shorter ones first; par is a promise of the level's author that this search need not believe. */
function findShortest(level: Level, all: boolean) {
  for (let depth = 0; depth < level.par; depth++) {
    const found = searchAnswers(level, { depth, first: !all });
    if (found.answers.length > 0) return found;
  }
  return searchAnswers(level, { depth: level.par, first: !all });
}
