// What may follow in a half-typed line: whole commands, verbs alone, the game's own words, and variables; of several commands on a line,
// for the one at the cursor.

import type { World } from '../../cloud/world.ts';
import { type Completions, completions } from '../../control/complete.ts';
import type { Tool } from '../../control/form.ts';
import { OWN_WORDS, serviceOf } from './typed.ts';

export interface TypedSo {
  readonly world: World;
  readonly tools: readonly Tool[];
  /** Variables that have been set. */
  readonly variables: Iterable<string>;
}

export function completeTyped(known: TypedSo, text: string, cursor: number): Completions {
  const before = text.slice(0, cursor);
  const variable = /\$\{?(\w*)$/.exec(before);
  if (variable) return completeVariable(known, before, variable[0]);
  const start = startOfCommand(before);
  const found = completeCommand(known, before.slice(start));
  return { from: start + found.from, candidates: found.candidates };
}

function completeVariable({ variables }: TypedSo, before: string, typed: string): Completions {
  const open = typed.startsWith('${') ? '${' : '$';
  const named = [...variables].sort().map((name) => open + name + (open === '${' ? '}' : ''));
  return { from: before.length - typed.length, candidates: named.filter((name) => name.startsWith(typed)) };
}

/** Behind the last `;`, `&&` or `$(` that no quotes hold. */
function startOfCommand(before: string): number {
  let start = 0;
  let quote = '';
  for (let i = 0; i < before.length; i++) {
    const char = before[i] as string;
    const opens = /^(?:;|&&|\$\()/.exec(before.slice(i, i + 2))?.[0];
    if (opens && quote !== "'" && (quote === '' || opens === '$(')) {
      start = i + opens.length;
      quote = '';
    } else if (char === quote) quote = '';
    else if (quote === '' && (char === "'" || char === '"')) quote = char;
  }
  return start;
}

function completeCommand(known: TypedSo, before: string): Completions {
  const { world, tools } = known;
  const first = before.trimStart();
  if (!/\s/.test(first)) return { from: before.length - first.length, candidates: beginnings(known, first) };
  const [verb = '', ...rest] = first.split(/\s+/);
  if (verb === 'help')
    return { from: before.length - (rest.at(-1) ?? '').length, candidates: verbs(known, rest.at(-1) ?? '') };
  const prefix = serviceOf(verb).join(' ');
  if (prefix === '') return completions(world, tools, before, before.length);
  const shift = prefix.length + 1;
  const found = completions(world, tools, `${prefix} ${before}`, before.length + shift);
  return { from: found.from - shift, candidates: found.candidates };
}

function beginnings({ world, tools, ...known }: TypedSo, typed: string): readonly string[] {
  const services = completions(world, tools, '', 0).candidates;
  const own = [...Object.keys(OWN_WORDS), 'help'].filter((word) => word.startsWith(typed));
  // With nothing typed, a hundred verbs would only hide what there is.
  const alone = typed === '' ? [] : verbs({ world, tools, ...known }, typed);
  return [...services.filter((word) => word.startsWith(typed)), ...alone, ...own];
}

function verbs({ world, tools }: TypedSo, typed: string): readonly string[] {
  const all = ['aws ec2 ', 'aws elbv2 ', 'aws directconnect ', 'lab '].flatMap(
    (service) => completions(world, tools, service, service.length).candidates,
  );
  return [...new Set(all)].filter((word) => word.startsWith(typed));
}
