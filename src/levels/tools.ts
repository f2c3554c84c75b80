import type { Tool } from '../control/form.ts';
import type { Operation } from '../control/operation.ts';

/** Whether a level's tools let the player do this: the operation is among them, and each narrowed parameter has a value from its list. */
export function isAllowed(tools: readonly Tool[], { name, input }: Operation): boolean {
  return tools.some(
    (tool) =>
      tool.name === name &&
      Object.entries(tool.values ?? {}).every(([parameter, values]) => {
        const value = input[parameter];
        return (
          value === undefined || (Array.isArray(value) ? value : [value]).every((item) => values.includes(String(item)))
        );
      }),
  );
}
