import { displayName } from '../../cloud/lookup.ts';
import type { Finding } from '../../dataplane/diagnose.ts';
import { titleCode } from '../../dataplane/explain.ts';
import { findingsFor, type Session, scoreOf, starsOf } from '../../game/session.ts';
import type { GoalResult } from '../../levels/judge.ts';
import type { LevelText } from '../../levels/level.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { describeFinding } from '../describe-exchange.ts';
import { EXIT } from '../exit.ts';
import { findLevel } from '../find-world.ts';
import { print, printJson } from '../output.ts';
import { type Played, playScript, printErrors } from '../play-script.ts';
import { readScript } from '../read-script.ts';
import type { Call } from '../run-command.ts';
import { describeFindings } from '../transcript.ts';
import { describeResult, exitCodeOf } from './run.ts';

export async function check(call: Call): Promise<number> {
  const { operands, flags, language } = call;
  const [levelName, scriptName] = operands as readonly [string, string];
  const { shelf, id, level } = await findLevel(call, levelName);
  const script = await readScript(call, scriptName);
  const played = await playScript(level, script.statements, call);
  const text = shelf.library.text(id, flags.json ? 'en' : language);
  const goals = goalNames(text.ok ? text.value : undefined);
  if (flags.json) printJson(describeCheck(id, played));
  else {
    printErrors(script.file, played.results);
    print(writeVerdict(played, goals, call));
  }
  return exitCode(played);
}

function exitCode({ results, solved }: Played): number {
  return exitCodeOf(results) === EXIT.usage ? EXIT.usage : solved ? EXIT.yes : EXIT.no;
}

/** A goal's sentence, or its id where the level has no words. */
function goalNames(text: LevelText | undefined): (id: string) => string {
  return (id) => text?.goals[id] ?? id;
}

function describeCheck(level: string, { session, results, solved }: Played) {
  const { moves, par, cost, exposure } = scoreOf(session);
  return {
    level,
    solved,
    stars: solved ? starsOf(session) : 0,
    moves,
    par,
    dollars: cost,
    exposure,
    goals: (session.sent?.goals ?? []).map((result) => ({
      id: result.goal.id,
      expect: result.goal.expect,
      met: result.met,
      code: result.code ?? null,
      at: result.at ?? null,
      diagnosis: findingsFor(session, result).map((finding) => describeFinding(session.present.world, finding)),
    })),
    results: results.filter(({ operation, error }) => operation || error).map(describeResult),
  };
}

function writeVerdict(played: Played, goalName: (id: string) => string, call: Call): string {
  const { session, solved } = played;
  const { say } = call;
  const goals = session.sent?.goals ?? [];
  const { moves, par, cost, exposure } = scoreOf(session);
  return [
    ...goals.flatMap((result) => writeGoal(session, result, goalName(result.goal.id), call)),
    '',
    say(solved ? 'check.solved' : 'check.not-solved'),
    say('check.score', { moves, par, dollars: `$${cost.toFixed(2)}`, exposure }),
  ].join('\n');
}

function writeGoal(session: Session, result: GoalResult, name: string, call: Call): readonly string[] {
  if (result.met) return [`✓ ${name}`];
  const { world } = session.present;
  const { say, language } = call;
  const catalog = CATALOGS[language];
  const code = result.code ?? '';
  const at = result.at === undefined ? '' : displayName(world, result.at);
  const title = catalog.game[`why.${code}` as keyof typeof catalog.game] ?? titleCode(code, catalog);
  const why = say('check.why', { code, title, at });
  const findings: readonly Finding[] = findingsFor(session, result);
  const ends = 'probe' in result.goal ? endsOf(session, result.goal.probe) : { from: '', to: '' };
  const listed = describeFindings(world, findings, ends, { say, catalog }).map((line) => `  ${line}`);
  return [`✗ ${name}`, `  ${why}`, ...listed];
}

function endsOf(
  { present }: Session,
  { from, to, toRecord }: { from: string; to?: string | undefined; toRecord?: string | undefined },
) {
  return { from: displayName(present.world, from), to: displayName(present.world, to ?? toRecord ?? '') };
}
