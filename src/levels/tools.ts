import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';
import { findOperation } from '../control/operations/registry.ts';

/** Whether a level's tools let the player do this: the operation is among them, and each narrowed parameter has a value from its list. */
export function isAllowed(tools: readonly Tool[], operation: Operation): boolean {
  return tools.some((tool) => tool.name === operation.name && findBarred(tool, operation) === undefined);
}

interface Barred {
  readonly parameter: string;
  /** What the level takes for it; nothing, where the parameter is not to be used at all. */
  readonly values: readonly string[];
}

/** The first parameter whose value is not among those to which the level narrows an operation that it does have. */
export function whatIsBarred(tools: readonly Tool[], operation: Operation): Barred | undefined {
  const tool = tools.find(({ name }) => name === operation.name);
  return tool && findBarred(tool, operation);
}

function findBarred(tool: Tool, { name, input }: Operation): Barred | undefined {
  const found = Object.entries(tool.values ?? {}).find(([parameter, values]) => {
    const value = input[parameter];
    const listed = readValues(name, parameter, values);
    return value !== undefined && !(Array.isArray(value) ? value : [value]).every((item) => listed.has(keyOf(item)));
  });
  return found && { parameter: found[0], values: found[1] };
}

/** The list as its parameter reads it: `From=80,To=80` is a structure, and so is each target of a group. */
function readValues(operation: string, parameter: string, values: readonly string[]): ReadonlySet<string> {
  const definition = findOperation(operation)?.parameters[parameter];
  return new Set(
    values.map((text) => {
      const result = definition?.read(text);
      return result?.ok ? keyOf(result.value) : text;
    }),
  );
}

function keyOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
