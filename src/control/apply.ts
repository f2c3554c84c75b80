// Carries out one operation, or says why EC2 would refuse it. The only place where a World changes.

import { produce } from 'immer';
import type { World, WorldDraft } from '../cloud/world.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Operation, OperationDefinition, OperationError, Output, Printed } from './operation.ts';
import { findOperation } from './operations/registry.ts';
import { missingResource } from './parameter.ts';

export interface Applied {
  /** The same object when nothing changed. */
  readonly world: World;
  /** What the real CLI would print. */
  readonly output: Output;
}

export function applyOperation(world: World, { name, input }: Operation): Result<Applied, OperationError> {
  const definition = findOperation(name);
  if (!definition)
    return fail({ code: 'InvalidAction', message: `The action ${name} is not valid for this web service.` });
  const refusal =
    checkRequired(definition, input) ??
    checkDryRun(input) ??
    checkGroups(definition, input) ??
    checkExistence(world, definition, input) ??
    definition.check?.(world, input as never);
  if (refusal) return fail(refusal);
  return ok(definition.effect === 'look' ? look(world, definition, input) : edit(world, definition, input));
}

function look(world: World, definition: OperationDefinition, input: Operation['input']): Applied {
  const printed = definition.apply(world as WorldDraft, input as never, world);
  return { world, output: typeof printed === 'function' ? printed(world) : printed };
}

function edit(world: World, definition: OperationDefinition, input: Operation['input']): Applied {
  let printed: Printed;
  const changed = produce(world as WorldDraft, (draft) => {
    printed = definition.apply(draft, input as never, world);
  }) as World;
  return { world: changed, output: typeof printed === 'function' ? printed(changed) : printed };
}

function checkRequired({ parameters }: OperationDefinition, input: Operation['input']): OperationError | undefined {
  for (const [name, parameter] of Object.entries(parameters))
    if (parameter.required && input[name] === undefined)
      return { code: 'MissingParameter', message: `The request must contain the parameter ${name}.` };
  return undefined;
}

/** EC2 answers a dry run as soon as it knows that the caller may; it has not looked at the ids yet. Source: C-STK. */
function checkDryRun(input: Operation['input']): OperationError | undefined {
  if (!input.DryRun) return undefined;
  return { code: 'DryRunOperation', message: 'The request would have been carried out, but it is a dry run.' };
}

/** Of each group exactly one parameter is there. */
function checkGroups({ oneOf = [] }: OperationDefinition, input: Operation['input']): OperationError | undefined {
  for (const group of oneOf) {
    const given = group.filter((name) => input[name] !== undefined);
    if (given.length === 0)
      return {
        code: 'MissingParameter',
        message:
          group.length === 1
            ? `The request must contain the parameter ${group[0]}.`
            : `The request must contain one of the parameters ${group.join(', ')}.`,
      };
    if (given.length > 1)
      return {
        code: 'InvalidParameterCombination',
        message: `The parameters ${given.join(' and ')} cannot be used together.`,
      };
  }
  return undefined;
}

function checkExistence(
  world: World,
  { parameters, unchecked = [] }: OperationDefinition,
  input: Operation['input'],
): OperationError | undefined {
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = input[name];
    if (value === undefined || unchecked.includes(name)) continue;
    for (const item of Array.isArray(value) ? value : [value]) {
      const missing = missingResource(world, parameter, String(item));
      if (missing) return missing;
    }
  }
  return undefined;
}

/** The error as the real CLI prints it. */
export function formatError(operationName: string, { code, message }: OperationError): string {
  return `An error occurred (${code}) when calling the ${operationName} operation: ${message}`;
}
