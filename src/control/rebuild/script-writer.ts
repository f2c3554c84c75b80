// Writes a script line by line. What a line makes is kept in a variable under its id in the World, and later lines refer to it by that.

import type { World } from '../../cloud/world.ts';
import { quote } from '../command.ts';

/** `aws`: for a real account, where nobody can do what the lab does, and what was called takes its time. */
export type Audience = 'blackfoot' | 'aws';

export interface ScriptWriter {
  readonly world: World;
  readonly audience: Audience;
  readonly lines: string[];
  /** The variable that holds what stands for an id of the World. */
  readonly variables: Map<string, string>;
  /** Ids that a line can ask for once some other line needs them. */
  readonly onDemand: Map<string, () => void>;
  /** Parts of the World that no operation makes, each as a path and a reason. */
  readonly missing: string[];
}

export function openWriter(world: World, audience: Audience): ScriptWriter {
  return { world, audience, lines: [], variables: new Map(), onDemand: new Map(), missing: [] };
}

/** A reference to what a variable holds. */
interface Reference {
  readonly variable: string;
}

/** Text of which some is held by variables. */
interface Mixed {
  readonly parts: readonly (string | Reference)[];
}

export type Single = string | number | Reference | Mixed;

/** An option's value; `true` is a bare flag, and what is left out is not written. */
type Value = Single | true | undefined | readonly Single[];

export type Options = Readonly<Record<string, Value>>;

/** A heading; nothing when the section before it stayed empty. */
export function section({ lines }: ScriptWriter, title: string): void {
  if (lines.at(-1)?.startsWith('# ')) lines.pop();
  else if (lines.length > 0) lines.push('');
  lines.push(`# ${title}`);
}

export function write(writer: ScriptWriter, command: string, options: Options): void {
  if (isMeant(writer, command)) writer.lines.push(lineOf(command, options));
}

function isMeant({ audience }: ScriptWriter, command: string): boolean {
  return audience === 'blackfoot' || !command.startsWith('lab ');
}

/** A real account's calls return before the thing is there. */
export function waitFor(writer: ScriptWriter, waiter: string, options: Options): void {
  if (writer.audience === 'aws') write(writer, waiter, options);
}

/** What only the game's scripts say, and what only those for a real account do. */
export function onlyFor({ audience }: ScriptWriter, meant: Audience, options: Options): Options {
  return audience === meant ? options : {};
}

/** Writes a line whose output names what it made, and keeps that for an id. */
export function define(writer: ScriptWriter, id: string, command: string, options: Options, query: Single): void {
  if (!isMeant(writer, command)) return;
  const variable = variableFor(writer, id);
  writer.lines.push(`${variable}=$(${lineOf(command, { ...options, query, output: 'text' })})`);
  writer.variables.set(id, variable);
}

function lineOf(command: string, options: Options): string {
  const words = Object.entries(options).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (value === true) return [`--${name}`];
    return [`--${name}`, ...(Array.isArray(value) ? value : [value as Single]).map(word)];
  });
  return [command, ...words].join(' ');
}

function word(value: Single): string {
  if (typeof value === 'string' || typeof value === 'number') return quote(String(value));
  if ('variable' in value) return `$${value.variable}`;
  const text = value.parts
    .map((part) => (typeof part === 'string' ? escapeText(part) : `\${${part.variable}}`))
    .join('');
  return `"${text}"`;
}

function escapeText(text: string): string {
  return text.replace(/["\\$`]/g, '\\$&');
}

function variableFor({ variables }: ScriptWriter, id: string): string {
  const base = id.replace(/^i-/, 'instance-').replaceAll('-', '_').toUpperCase();
  const used = new Set(variables.values());
  let name = base;
  for (let n = 2; used.has(name); n++) name = `${base}_${n}`;
  return name;
}

/** As `define`, but the line is written only when another one first refers to the id. */
export function defineOnDemand(
  writer: ScriptWriter,
  id: string,
  command: string,
  options: () => Options,
  query: string,
): void {
  writer.onDemand.set(id, () => define(writer, id, command, options(), query));
}

/** What stands for an id; the id itself where no line has made it, as with machines outside. */
export function ref({ variables, onDemand }: ScriptWriter, id: string): Single {
  if (!variables.has(id)) onDemand.get(id)?.();
  const variable = variables.get(id);
  return variable === undefined ? id : { variable };
}

export function has({ variables, onDemand }: ScriptWriter, id: string): boolean {
  return variables.has(id) || onDemand.has(id);
}

/** Text in which `${id}` stands for what was made under that id. */
export function mixed(writer: ScriptWriter, ...parts: readonly (string | { readonly id: string })[]): Single {
  return { parts: parts.map((part) => (typeof part === 'string' ? part : asPart(ref(writer, part.id)))) };
}

function asPart(single: Single): string | Reference {
  return typeof single === 'object' && 'variable' in single ? single : String(single);
}

/** A JSON document in which the ids of the World are those that the script has made. */
export function json(writer: ScriptWriter, value: unknown): Single {
  const text = JSON.stringify(value);
  const ids = [...writer.variables.keys()].filter((id) => text.includes(`"${id}"`));
  if (ids.length === 0) return text;
  const pieces = text.split(new RegExp(`"(${ids.join('|')})"`));
  return {
    parts: pieces.flatMap((piece, index) => (index % 2 === 0 ? [piece] : ['"', asPart(ref(writer, piece)), '"'])),
  };
}

export function lacks({ missing }: ScriptWriter, path: string, reason: string): void {
  missing.push(`${path}: ${reason}`);
}
