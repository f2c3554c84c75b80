// An operation as a form: one question after another, each with the values worth offering. Menus ask it, completion reads it,
// and the prover answers it in every way there is, so all three know the same moves.

import type { World } from '../cloud/world.ts';
import type { Operation, OperationDefinition } from './operation.ts';
import { findOperation } from './operations/registry.ts';
import { RESOURCE_KINDS } from './resource.ts';

/** An operation that a level allows, with the values it narrows a parameter to. */
export interface Tool {
  readonly name: string;
  readonly values?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** One answer: the parameter that it sets, and its text. */
export interface Candidate {
  readonly parameter: string;
  readonly text: string;
}

export interface Question {
  /** The parameters that an answer may set: one, or a group such as a route's targets. */
  readonly parameters: readonly string[];
  readonly candidates: readonly Candidate[];
}

type Input = Readonly<Record<string, unknown>>;

/**
 * The next thing to ask; undefined when the operation is complete. Answers that would lead to a question without any are left out, and
 * those with which the `given` ones, which the player has chosen beforehand, could not be given any more.
 */
export function nextQuestion(
  world: World,
  tool: Tool,
  input: Input,
  given: readonly Candidate[] = [],
): Question | undefined {
  const question = ask(world, tool, input);
  const definition = findOperation(tool.name);
  if (!question || !definition) return undefined;
  const possible = takeGiven(question, given).filter((each) =>
    canFinish(world, tool, answer(definition, input, each), given),
  );
  return { parameters: question.parameters, candidates: possible };
}

/** Whether the form has at least one complete answer, so that a menu need not lead into a dead end; with the `given` ones in it. */
export function isPossible(world: World, tool: Tool, given: readonly Candidate[] = []): boolean {
  return canFinish(world, tool, {}, given);
}

function canFinish(world: World, tool: Tool, input: Input, given: readonly Candidate[]): boolean {
  const definition = findOperation(tool.name);
  const question = ask(world, tool, input);
  if (!definition || !question)
    return definition !== undefined && given.every(({ parameter }) => input[parameter] !== undefined);
  return takeGiven(question, given).some((each) => canFinish(world, tool, answer(definition, input, each), given));
}

/** Where the question asks for what is given, only that. */
function takeGiven({ parameters, candidates }: Question, given: readonly Candidate[]): readonly Candidate[] {
  const asked = given.filter(({ parameter }) => parameters.includes(parameter));
  if (asked.length === 0) return candidates;
  return candidates.filter(({ parameter, text }) =>
    asked.some((each) => each.parameter === parameter && each.text === text),
  );
}

function ask(world: World, tool: Tool, input: Input): Question | undefined {
  const definition = findOperation(tool.name);
  if (!definition) return undefined;
  for (const parameters of questionsOf(definition, tool)) {
    if (parameters.some((name) => input[name] !== undefined)) continue;
    const candidates = parameters
      .flatMap((name) => candidatesFor(world, definition, tool, name, input))
      .filter(({ parameter, text }) => definition.parameters[parameter]!.read(text).ok);
    if (candidates.length > 0 || !canBeLeftOut(definition, parameters)) return { parameters, candidates };
  }
  return undefined;
}

function canBeLeftOut({ parameters, oneOf = [] }: OperationDefinition, asked: readonly string[]): boolean {
  return asked.every((name) => !parameters[name]!.required && !oneOf.some((group) => group.includes(name)));
}

function questionsOf(definition: OperationDefinition, tool: Tool): readonly (readonly string[])[] {
  const { parameters, oneOf = [], asks = [] } = definition;
  const asked: (readonly string[])[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    const group = oneOf.find((names) => names.includes(name));
    const choice = group ?? asks.find((names) => typeof names !== 'string' && names.includes(name));
    if (typeof choice === 'object' && !asked.includes(choice)) asked.push(choice);
    if (!choice && (parameter.required || asks.includes(name) || tool.values?.[name])) asked.push([name]);
  }
  return asked;
}

/** The values worth offering for one parameter, given what is chosen so far. */
export function candidatesFor(
  world: World,
  definition: OperationDefinition,
  tool: Tool,
  name: string,
  input: Input,
): readonly Candidate[] {
  const parameter = definition.parameters[name]!;
  const offered =
    tool.values?.[name] ??
    definition.candidates?.[name]?.(world, input) ??
    parameter.values ??
    (parameter.resource ? RESOURCE_KINDS[parameter.resource].list(world) : []);
  const isUseful = definition.isUseful?.[name];
  const useful = isUseful ? offered.filter((text) => isUseful(world, input, text)) : offered;
  return useful.map((text) => ({ parameter: name, text }));
}

/** The input with one more answer; the answer's text must be one that the parameter reads. */
export function answer(definition: OperationDefinition, input: Input, { parameter, text }: Candidate): Input {
  const { read, list } = definition.parameters[parameter]!;
  const result = read(text);
  if (!result.ok) return input;
  return { ...input, [parameter]: list ? [result.value] : result.value };
}

/** Every complete operation that the tools allow in this World, refusals included. */
export function listMoves(world: World, tools: readonly Tool[]): readonly Operation[] {
  return tools.flatMap((tool) => complete(world, tool, {}).map((input) => ({ name: tool.name, input })));
}

function complete(world: World, tool: Tool, input: Input): readonly Input[] {
  const definition = findOperation(tool.name);
  if (!definition || definition.effect === 'look') return [];
  const question = ask(world, tool, input);
  if (!question) return [input];
  return question.candidates.flatMap((candidate) => complete(world, tool, answer(definition, input, candidate)));
}
