import * as v from 'valibot';
import { type Problem, toProblem } from '../cloud/problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { type LevelText, levelTextSchema } from './level.ts';

export function parseLevelText(input: unknown): Result<LevelText, readonly Problem[]> {
  const shape = v.safeParse(levelTextSchema, input);
  return shape.success ? ok(shape.output) : fail(shape.issues.map(toProblem));
}
