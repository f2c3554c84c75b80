// The `aws ec2 …` line of an operation, both ways. The lab's own actions read `lab …`. Source: the AWS CLI's command reference.
// Only flags that mean something here are read; the CLI's own (--region, --output, …) are accepted and kept aside.

import { fail, ok, type Result } from '../result.ts';
import { nearest } from './nearest.ts';
import { type Operation, type OperationDefinition, type OperationError, toKebab } from './operation.ts';
import { OPERATIONS } from './operations/registry.ts';
import { negativeOf, type Parameter } from './parameter.ts';

/** A command line that has been read: the operation and the CLI's own options. */
export interface Command {
  readonly operation: Operation;
  /** JMESPath over the output. */
  readonly query?: string;
  readonly output?: string;
}

/** The CLI's own options that take a value. */
const GLOBAL_VALUES = ['--query', '--output', '--region', '--profile', '--color', '--endpoint-url'];
const GLOBAL_FLAGS = ['--no-cli-pager', '--no-paginate', '--debug', '--no-verify-ssl'];

const byCommand = new Map(OPERATIONS.map((definition) => [commandName(definition), definition]));

/** `aws ec2 create-route`, `aws ec2 wait nat-gateway-available` or `lab put-mapping`. */
export function commandName({ service, name }: OperationDefinition): string {
  if (service === 'lab') return `lab ${toKebab(name)}`;
  return `aws ${service} ${toKebab(name).replace(/^wait-/, 'wait ')}`;
}

export const COMMAND_NAMES: readonly string[] = [...byCommand.keys()];

export function findCommand(name: string): OperationDefinition | undefined {
  return byCommand.get(name);
}

/** The line that a person would type for an operation. */
export function printCommand({ name, input }: Operation): string {
  const definition = OPERATIONS.find((candidate) => candidate.name === name);
  if (!definition) return name;
  const options = Object.entries(definition.parameters).flatMap(([key, parameter]) =>
    printOption(key, parameter, input[key]),
  );
  return [commandName(definition), ...options].join(' ');
}

function printOption(key: string, parameter: Parameter, value: unknown): readonly string[] {
  if (value === undefined) return [];
  if (parameter.flag) return [`--${value ? toKebab(key) : negativeOf(toKebab(key), parameter)}`];
  const values = (Array.isArray(value) ? value : [value]).map((item) => quote(parameter.print?.(item) ?? String(item)));
  return [`--${toKebab(key)}`, ...values];
}

/** The text as one word of a shell. */
export function quote(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Reads the words of one command line. */
export function parseCommand(words: readonly string[]): Result<Command, OperationError> {
  const length = words[0] !== 'aws' ? 2 : words[2] === 'wait' ? 4 : 3;
  const name = words.slice(0, length).join(' ');
  const definition = byCommand.get(name);
  if (!definition) return fail(unknownCommand(words));
  return parseOptions(definition, words.slice(length));
}

function unknownCommand(words: readonly string[]): OperationError {
  const [program = '', service = ''] = words;
  if (program !== 'aws' && program !== 'lab')
    return {
      code: 'UnknownCommand',
      message: `"${program}" is not a command here.`,
      remedy: 'Commands start with aws ec2, or with lab.',
    };
  const known = COMMAND_NAMES.filter((command) => command.startsWith(`${program} `));
  const services = [...new Set(known.map((command) => command.split(' ')[1] as string))];
  if (program === 'aws' && !services.includes(service))
    return {
      code: 'UnknownCommand',
      message: `"${service}" is not a service that this network has.`,
      remedy: `Services: ${services.join(', ')}.`,
    };
  const close = nearest(words.slice(0, program === 'aws' ? 3 : 2).join(' '), known);
  return {
    code: 'UnknownCommand',
    message: `"${words.slice(program === 'aws' ? 2 : 1)[0] ?? ''}" is not an operation of ${program === 'aws' ? `aws ${service}` : 'lab'} here.`,
    ...(close && { remedy: `Did you mean: ${close}` }),
  };
}

function parseOptions(definition: OperationDefinition, words: readonly string[]): Result<Command, OperationError> {
  const flags = flagsOf(definition);
  const input: Record<string, unknown> = {};
  const globals: Record<string, string> = {};
  let at = 0;
  while (at < words.length) {
    const [word, inline] = splitInline(words[at++] as string);
    const values = inline === undefined ? takeValues(words, at) : [inline];
    if (inline === undefined) at += values.length;
    if (GLOBAL_FLAGS.includes(word)) continue;
    if (GLOBAL_VALUES.includes(word)) {
      if (values[0] === undefined) return fail(expectsValue(word));
      globals[word] = values[0];
      continue;
    }
    const flag = flags.get(word);
    if (!flag) return fail(unknownOption(definition, word, [...flags.keys()]));
    const result = readOption(word, flag, values);
    if (!result.ok) return result;
    input[flag.name] = result.value;
  }
  const missing = Object.entries(definition.parameters).filter(
    ([key, { required }]) => required && input[key] === undefined,
  );
  if (missing.length > 0) {
    const names = missing.map(([key]) => `--${toKebab(key)}`).join(', ');
    return fail({ code: 'Usage', message: `the following arguments are required: ${names}` });
  }
  const { '--query': query, '--output': output } = globals;
  return ok({
    operation: { name: definition.name, input },
    ...(query !== undefined && { query }),
    ...(output !== undefined && { output }),
  });
}

export interface Flag {
  readonly name: string;
  readonly parameter: Parameter;
  /** What a bare flag sets. */
  readonly bare?: boolean;
}

/** The options that an operation takes, each as it is typed. */
export function flagsOf(definition: OperationDefinition): ReadonlyMap<string, Flag> {
  const flags = new Map<string, Flag>();
  for (const [name, parameter] of Object.entries(definition.parameters)) {
    const option = `--${toKebab(name)}`;
    flags.set(option, { name, parameter, ...(parameter.flag && { bare: true }) });
    if (parameter.flag) flags.set(`--${negativeOf(toKebab(name), parameter)}`, { name, parameter, bare: false });
  }
  return flags;
}

function splitInline(word: string): readonly [string, string | undefined] {
  const equals = word.startsWith('--') ? word.indexOf('=') : -1;
  return equals < 0 ? [word, undefined] : [word.slice(0, equals), word.slice(equals + 1)];
}

function takeValues(words: readonly string[], from: number): readonly string[] {
  let end = from;
  while (end < words.length && !(words[end] as string).startsWith('--')) end++;
  return words.slice(from, end);
}

/** An option's values as the input holds them. */
export function readOption(
  word: string,
  { parameter, bare }: Flag,
  values: readonly string[],
): Result<unknown, OperationError> {
  if (bare !== undefined) {
    if (values.length === 0) return ok(bare);
    // The CLI also takes a structure for such a flag: --source-dest-check Value=false or '{"Value":false}'.
    const value =
      /^(?:Value=)?(true|false)$/i.exec(values[0] as string)?.[1] ??
      /"Value":\s*(true|false)/.exec(values[0] as string)?.[1];
    return value === undefined ? fail(expectsValue(word)) : ok((value.toLowerCase() === 'true') === bare);
  }
  if (values.length === 0) return fail(expectsValue(word));
  if (!parameter.list && values.length > 1)
    return fail({ code: 'Usage', message: `Unknown options: ${values.slice(1).join(', ')}` });
  const read: unknown[] = [];
  for (const text of parameter.list ? values.flatMap(itemsOf) : values) {
    const result = parameter.read(text);
    if (!result.ok) return result;
    read.push(result.value);
  }
  return ok(parameter.list ? read : read[0]);
}

/** The CLI also takes a list as one JSON array. */
function itemsOf(text: string): readonly string[] {
  if (!text.startsWith('[')) return [text];
  try {
    const items: unknown = JSON.parse(text);
    if (Array.isArray(items)) return items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item)));
  } catch {
    // Not JSON after all: its own reader will say what is wrong with the text.
  }
  return [text];
}

function expectsValue(word: string): OperationError {
  return { code: 'Usage', message: `argument ${word}: expected one argument` };
}

function unknownOption(definition: OperationDefinition, word: string, known: readonly string[]): OperationError {
  const close = nearest(word, known);
  return {
    code: 'Usage',
    message: `Unknown options: ${word}`,
    remedy: close ? `Did you mean ${close}?` : `${commandName(definition)} takes: ${known.join(' ') || 'no options'}`,
  };
}
