// The list behind `help`: every command with its line of summary and its options. Source: the form of the AWS CLI's own help.

import { commandName } from './command.ts';
import { type OperationDefinition, toKebab } from './operation.ts';
import { OPERATIONS } from './operations/registry.ts';
import { negativeOf } from './parameter.ts';

export interface CommandHelp {
  /** `aws ec2 create-route` */
  readonly command: string;
  /** The operation's name: `CreateRoute`. */
  readonly name: string;
  readonly effect: 'edit' | 'look';
  readonly summary: string;
  /** The options as one types them, those that may be left out in brackets, alternatives in parentheses. */
  readonly options: readonly string[];
}

export const COMMAND_HELP: readonly CommandHelp[] = OPERATIONS.map((definition) => ({
  command: commandName(definition),
  name: definition.name,
  effect: definition.effect,
  summary: definition.summary,
  options: optionsOf(definition),
}));

function optionsOf({ parameters, oneOf = [] }: OperationDefinition): readonly string[] {
  const told = new Set<string>();
  return Object.keys(parameters).flatMap((name) => {
    if (told.has(name)) return [];
    const group = oneOf.find((names) => names.includes(name));
    for (const each of group ?? [name]) told.add(each);
    if (group) return [`(${group.map((each) => spell({ parameters }, each)).join(' | ')})`];
    const option = spell({ parameters }, name);
    return [parameters[name]!.required ? option : `[${option}]`];
  });
}

function spell({ parameters }: Pick<OperationDefinition, 'parameters'>, name: string): string {
  const parameter = parameters[name]!;
  const { flag, form, list } = parameter;
  const option = `--${toKebab(name)}`;
  if (flag) return name === 'DryRun' ? option : `${option} | --${negativeOf(toKebab(name), parameter)}`;
  return `${option} ${form}${list ? ' …' : ''}`;
}
