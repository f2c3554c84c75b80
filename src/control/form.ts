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

/** The next thing to ask; undefined when the operation is complete. */
export function nextQuestion(world: World, tool: Tool, input: Input): Question | undefined {
  const definition = findOperation(tool.name);
  const open =
    definition &&
    questionsOf(definition, tool).find((parameters) => parameters.every((name) => input[name] === undefined));
  if (!definition || !open) return undefined;
  return { parameters: open, candidates: open.flatMap((name) => candidatesFor(world, definition, tool, name, input)) };
}

function questionsOf(definition: OperationDefinition, tool: Tool): readonly (readonly string[])[] {
  const { parameters, oneOf = [], asks = [] } = definition;
  const asked: (readonly string[])[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    const group = oneOf.find((names) => names.includes(name));
    if (group && !asked.includes(group)) asked.push(group);
    else if (!group && (parameter.required || asks.includes(name) || tool.values?.[name])) asked.push([name]);
  }
  return asked;
}

function candidatesFor(
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
  return offered.map((text) => ({ parameter: name, text }));
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
  const question = nextQuestion(world, tool, input);
  if (!question) return [input];
  return question.candidates.flatMap((candidate) => complete(world, tool, answer(definition, input, candidate)));
}
