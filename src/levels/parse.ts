// From a level's file to a level: its shape, its World and its command lines. All problems at once.

import * as v from 'valibot';
import { type Problem, toProblem } from '../cloud/problem.ts';
import { parseCommand } from '../control/command.ts';
import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';
import { findOperation } from '../control/operations/registry.ts';
import { splitWords } from '../control/words.ts';
import { readWorld } from '../dataplane/read-world.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkLevel } from './check-level.ts';
import { befall } from './fault.ts';
import { type Fault, type Level, type LevelFile, levelFileSchema } from './level.ts';

type Path = readonly (string | number)[];

/** A level with faults is read with one of them; with the first where none is named. */
export function parseLevel(input: unknown, faultId?: string): Result<Level, readonly Problem[]> {
  const pool = parsePool(input);
  if (!pool.ok || pool.value.faults.length === 0) return pool.ok ? ok(pool.value.level) : pool;
  const { level, faults } = pool.value;
  const fault = faults.find(({ id }) => id === faultId) ?? (faults[0] as Fault);
  return befall(level, fault);
}

/** A level as its file has it: where it has faults, the network that works. */
export interface Pool {
  readonly level: Level;
  readonly faults: readonly Fault[];
}

export function parsePool(input: unknown): Result<Pool, readonly Problem[]> {
  const shape = v.safeParse(levelFileSchema, input);
  if (!shape.success) return fail(shape.issues.map(toProblem));
  const file = shape.output;
  const problems: Problem[] = [];
  const world = readWorld(file.world);
  if (!world.ok) problems.push(...world.error.map((problem) => ({ ...problem, path: ['world', ...problem.path] })));
  const commands = (path: Path, lines: readonly string[]) => parseCommands(path, lines, problems);
  const events = Object.fromEntries(
    Object.entries(file.events).map(([id, lines]) => [id, commands(['events', id], lines)]),
  );
  const wrong = file.wrong.map(({ commands: lines, ...rest }, index) => ({
    ...rest,
    operations: commands(['wrong', index, 'commands'], lines),
  }));
  const reference = commands(['reference'], file.reference);
  const faults = file.faults.map(({ commands: lines, mend, ...rest }, index) => ({
    ...rest,
    operations: commands(['faults', index, 'commands'], lines),
    mend: commands(['faults', index, 'mend'], mend),
  }));
  const { faults: _, par = 0, ...rest } = file;
  if (file.par === undefined && faults.length === 0)
    problems.push({ path: ['par'], message: 'a level without faults says how many edits it takes' });
  const tools = readTools(file, problems);
  if (world.ok) problems.push(...checkLevel(file, world.value));
  if (problems.length > 0 || !world.ok) return fail(problems);
  return ok({ level: { ...rest, par, start: world.value, tools, events, reference, wrong }, faults });
}

/** Command lines as operations; what cannot be read is added to the problems. */
function parseCommands(path: Path, lines: readonly string[], problems: Problem[]): readonly Operation[] {
  return lines.flatMap((line, index) => {
    const words = splitWords(line);
    const command = words.ok ? parseCommand(words.value) : fail({ code: 'Usage', message: words.error });
    if (command.ok) return [command.value.operation];
    const { message } = command.error;
    const remedy = 'remedy' in command.error ? command.error.remedy : undefined;
    problems.push({ path: [...path, index], message: `${message} (in: ${line})`, ...(remedy && { remedy }) });
    return [];
  });
}

function readTools(file: LevelFile, problems: Problem[]): readonly Tool[] {
  const tools = file.tools.flatMap((entry): Tool[] =>
    typeof entry === 'string' ? [{ name: entry }] : Object.entries(entry).map(([name, values]) => ({ name, values })),
  );
  tools.forEach(({ name, values = {} }, index) => {
    const definition = findOperation(name);
    if (!definition) problems.push({ path: ['tools', index], message: `no operation is called ${name}` });
    for (const parameter of Object.keys(values))
      if (definition && !definition.parameters[parameter])
        problems.push({ path: ['tools', index], message: `${name} has no parameter ${parameter}` });
  });
  return [...tools, ...answerTools(file)];
}

/** Questions and puzzles bring their own tools, so that their choices stand in one place. */
function answerTools({ questions, puzzles }: LevelFile): readonly Tool[] {
  const answers = questions.map(({ id, choices }) => ({ name: 'Answer', values: { Question: [id], Value: choices } }));
  const tiles = puzzles.map(({ id, tiles: all }) => ({
    name: 'PlaceTile',
    values: { Puzzle: [id], Tile: all.map((tile) => tile.id) },
  }));
  const back = puzzles.map(({ id }) => ({ name: 'TakeTile', values: { Puzzle: [id] } }));
  return [...answers, ...tiles, ...back];
}
