import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';
import { findOperation } from '../control/operations/registry.ts';

/** Whether a level's tools let the player do this: the operation is among them, and each narrowed parameter has a value from its list. */
export function isAllowed(tools: readonly Tool[], { name, input }: Operation): boolean {
  return tools.some(
    (tool) =>
      tool.name === name &&
      Object.entries(tool.values ?? {}).every(([parameter, values]) => {
        const value = input[parameter];
        const listed = readValues(name, parameter, values);
        return value === undefined || (Array.isArray(value) ? value : [value]).every((item) => listed.has(keyOf(item)));
      }),
  );
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
