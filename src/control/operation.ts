// One operation: an EC2 API action (or one of the lab's own), defined once. From the definition come the change, the refusals,
// the menu's questions, the `aws ec2 …` line both ways, completion, and the moves that the level prover tries.

import type { World, WorldDraft } from '../cloud/world.ts';
import { flag, type Parameter, type ValueOf } from './parameter.ts';

/** Why EC2 refuses: its own code, a sentence of ours, and what to do about it. */
export interface OperationError {
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
}

/** An action with its input, as plain JSON: what menus, typed commands, scripts and levels all make. */
export interface Operation {
  readonly name: string;
  readonly input: Readonly<Record<string, unknown>>;
}

export type Parameters = Readonly<Record<string, Parameter>>;

type InputOf<P extends Parameters> = {
  readonly [K in keyof P as P[K] extends { required: true } ? K : never]: ValueOf<P[K]>;
} & { readonly [K in keyof P as P[K] extends { required: true } ? never : K]?: ValueOf<P[K]> | undefined };

/** What the real CLI would print: a JSON document, or nothing. */
export type Output = Readonly<Record<string, unknown>> | undefined;

/** What an operation prints: known at once, or read from the World once it has changed. */
export type Printed = Output | ((after: World) => Output);

export interface OperationDefinition<P extends Parameters = Parameters> {
  /** `ec2` for EC2's actions; `lab` for what no customer can do: the substrate, guests' software, puzzles. */
  readonly service: 'ec2' | 'elbv2' | 'directconnect' | 'lab';
  /** EC2's name: `CreateRoute`; the command is its kebab form. */
  readonly name: string;
  /** `edit` changes the World and counts as a move; `look` only reads. */
  readonly effect: 'edit' | 'look';
  /** One line for help; English, as the real CLI's. */
  readonly summary: string;
  readonly parameters: P;
  /** Groups of parameters of which exactly one must be given: a route's target. */
  readonly oneOf?: readonly (readonly (keyof P & string)[])[];
  /** Optional parameters that the form asks for all the same, where it has something to offer; a list of them is one question. */
  readonly asks?: readonly ((keyof P & string) | readonly (keyof P & string)[])[];
  /** Values worth offering for a parameter, given what is chosen so far; ids need none. */
  readonly candidates?: Partial<
    Record<keyof P & string, (world: World, input: Partial<InputOf<P>>) => readonly string[]>
  >;
  /** Whether a value is worth offering, wherever it comes from: a tile that already lies is not. */
  readonly isUseful?: Partial<
    Record<keyof P & string, (world: World, input: Partial<InputOf<P>>, text: string) => boolean>
  >;
  /** The refusal, in EC2's order; undefined when EC2 would accept. Ids that name nothing are refused before, unless listed in `unchecked`. */
  check?(world: World, input: InputOf<P>): OperationError | undefined;
  /** Parameters whose id need not exist. */
  readonly unchecked?: readonly (keyof P & string)[];
  /** Makes the change on a draft and gives what the CLI prints; `before` is the unchanged World, for lookups. A `look` gets no draft to change. */
  apply(draft: WorldDraft, input: InputOf<P>, before: World): Printed;
}

/**
 * Gives an operation its place in the registry; every EC2 action can be asked whether it would be allowed. The cast is safe: command
 * lines and forms give each definition only input that its own parameters have read.
 */
export function defineOperation<const P extends Parameters>(definition: OperationDefinition<P>): OperationDefinition {
  const { service, parameters } = definition;
  const all = service === 'ec2' ? { ...parameters, DryRun: flag() } : parameters;
  return { ...definition, parameters: all } as unknown as OperationDefinition;
}

/** `CreateRoute` is `create-route`, `DestinationCidrBlock` is `destination-cidr-block`. */
export function toKebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}
