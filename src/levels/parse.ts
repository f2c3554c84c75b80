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
import { type Level, type LevelFile, levelFileSchema } from './level.ts';

type Path = readonly (string | number)[];

export function parseLevel(input: unknown): Result<Level, readonly Problem[]> {
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
  const tools = readTools(file, problems);
  if (world.ok) problems.push(...checkLevel(file, world.value));
  if (problems.length > 0 || !world.ok) return fail(problems);
  return ok({ ...file, start: world.value, tools, events, reference, wrong });
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
