import { exportWorld } from '../../control/export/export-world.ts';
import { TARGETS, type Target } from '../../control/export/resource.ts';
import { nearest } from '../../control/nearest.ts';
import { writeWhole } from '../../progress/write-whole.ts';
import { EXIT } from '../exit.ts';
import { findLevel } from '../find-world.ts';
import { print, printError } from '../output.ts';
import { playScript, printErrors } from '../play-script.ts';
import { readScript } from '../read-script.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from '../run-command.ts';

/** What a script makes of a level, for a real account. A script that is refused somewhere gives nothing. */
export async function exportAnswer(call: Call): Promise<number> {
  const { operands, flags, language, say } = call;
  const [levelName, scriptName] = operands as readonly [string, string];
  const target = readTarget(call);
  const { shelf, id, level } = await findLevel(call, levelName);
  const script = await readScript(call, scriptName);
  const { session, results, solved } = await playScript(level, script.statements, call);
  printErrors(script.file, results);
  if (results.some(({ error }) => error)) return EXIT.no;
  if (!solved) printError(say('export.not-solved'));
  const text = shelf.library.text(id, language);
  const title = text.ok ? text.value.title : id;
  const file = exportWorld(session.present.world, target, title, language);
  if (typeof flags.out === 'string') writeOut(call, flags.out, file);
  else print(file);
  return EXIT.yes;
}

function readTarget({ flags, say }: Call): Target {
  const { to } = flags;
  const words = TARGETS.join(', ');
  if (typeof to !== 'string') throw new Refusal(say('export.no-target', { words }));
  const target = TARGETS.find((each) => each === to);
  if (target) return target;
  const close = nearest(to, TARGETS);
  throw new Refusal(
    say('export.unknown-target', { word: to }),
    close ? say('did-you-mean', { word: `--to ${close}` }) : say('export.targets', { words }),
  );
}

function writeOut({ say }: Call, file: string, text: string): void {
  const reason = writeWhole(file, text);
  if (reason) throw new Refusal(say('cannot-write', { file, reason }));
}
