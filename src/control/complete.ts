// What may follow in a half-typed command line: programs, verbs, options, and for each option's value what the form would offer.

import type { World } from '../cloud/world.ts';
import { commandName, type Flag, flagsOf, quote, readOption } from './command.ts';
import { candidatesFor, type Tool } from './form.ts';
import { type OperationDefinition, toKebab } from './operation.ts';
import { OPERATIONS } from './operations/registry.ts';
import { negativeOf } from './parameter.ts';
import { RESOURCE_KINDS } from './resource.ts';
import { splitWords } from './words.ts';

export interface Completions {
  /** Where the text begins that a candidate takes the place of; it ends at the cursor. */
  readonly from: number;
  readonly candidates: readonly string[];
}

/** Candidates at the cursor; `tools` are those that a level allows, all operations when left out. Looks are always there. */
export function completions(
  world: World,
  tools: readonly Tool[] | undefined,
  line: string,
  cursor: number,
): Completions {
  const before = line.slice(0, cursor);
  const start = startOfWord(before);
  const words = splitWords(before.slice(0, start));
  const inline = /^(--[a-z0-9-]+)=(.*)$/.exec(before.slice(start));
  const from = inline ? cursor - inline[2]!.length : start;
  if (!words.ok) return { from, candidates: [] };
  const typed = before.slice(from);
  const offered = offer(world, tools, inline ? [...words.value, inline[1]!] : words.value, typed);
  return { from, candidates: [...new Set(offered.map(quote))].filter((text) => text.startsWith(typed)) };
}

/** The last blank outside quotes ends the word before the cursor's. */
function startOfWord(text: string): number {
  let start = 0;
  let quoted = '';
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (quoted) quoted = char === quoted ? '' : quoted;
    else if (char === "'" || char === '"') quoted = char;
    else if (/\s/.test(char)) start = i + 1;
  }
  return start;
}

function offer(
  world: World,
  tools: readonly Tool[] | undefined,
  words: readonly string[],
  typed: string,
): readonly string[] {
  const known = OPERATIONS.filter(
    ({ name, effect }) => !tools || effect === 'look' || tools.some((tool) => tool.name === name),
  );
  for (const definition of known) {
    const path = commandName(definition).split(' ');
    if (path.every((word, index) => word === words[index]))
      return offerOptions(world, definition, tools, words.slice(path.length), typed);
  }
  return known.flatMap((definition) => {
    const path = commandName(definition).split(' ');
    return words.every((word, index) => word === path[index]) ? (path[words.length] ?? []) : [];
  });
}

function offerOptions(
  world: World,
  definition: OperationDefinition,
  tools: readonly Tool[] | undefined,
  words: readonly string[],
  typed: string,
): readonly string[] {
  const { input, open, isComplete } = readSoFar(definition, words);
  const values = open ? offerValues(world, definition, tools, open, input) : [];
  if (open && !isComplete) return values;
  return typed === '' || typed.startsWith('-') ? [...offerFlags(definition, input), ...values] : values;
}

interface SoFar {
  readonly input: Readonly<Record<string, unknown>>;
  /** The parameter whose value may come next. */
  readonly open?: string;
  /** The open parameter has a value already, and takes more. */
  readonly isComplete?: boolean;
}

function readSoFar(definition: OperationDefinition, words: readonly string[]): SoFar {
  const flags = flagsOf(definition);
  const input: Record<string, unknown> = {};
  let current: Flag | undefined;
  let values: string[] = [];
  const close = () => {
    if (!current || (values.length === 0 && current.bare === undefined)) return;
    const result = readOption('', current, values);
    if (result.ok) input[current.name] = result.value;
  };
  for (const word of words) {
    if (!word.startsWith('--')) {
      values.push(word);
      continue;
    }
    close();
    current = flags.get(word);
    values = [];
  }
  close();
  if (!current || current.bare !== undefined || (values.length > 0 && !current.parameter.list)) return { input };
  return { input, open: current.name, isComplete: values.length > 0 };
}

/** What the form would offer; where it offers nothing, every id of the kind. */
function offerValues(
  world: World,
  definition: OperationDefinition,
  tools: readonly Tool[] | undefined,
  name: string,
  input: SoFar['input'],
): readonly string[] {
  const own = tools?.filter((tool) => tool.name === definition.name) ?? [];
  const used = (Array.isArray(input[name]) ? input[name] : []).map(String);
  const offered = (own.length > 0 ? own : [{ name: definition.name }]).flatMap((tool) =>
    candidatesFor(world, definition, tool, name, input).map(({ text }) => text),
  );
  const { resource } = definition.parameters[name]!;
  const all = offered.length === 0 && resource ? RESOURCE_KINDS[resource].list(world) : offered;
  return all.filter((text) => !used.includes(text));
}

/** Options that may still be given: not those given, nor those that one given rules out. */
function offerFlags({ parameters, oneOf = [] }: OperationDefinition, input: SoFar['input']): readonly string[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const group = oneOf.find((names) => names.includes(name)) ?? [name];
    if (group.some((each) => input[each] !== undefined)) return [];
    const option = `--${toKebab(name)}`;
    const no = `--${negativeOf(toKebab(name), parameter)}`;
    return parameter.flag && name !== 'DryRun' ? [option, no] : [option];
  });
}
