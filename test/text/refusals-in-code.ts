// Everything that control can say, read out of its code: texts and templates, wherever they stand.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';
import { parseAst } from 'vitest/node';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}

/** What stands here is no sentence that a player reads about a refusal: summaries, labels (looked up by themselves), broken promises. */
const ELSEWHERE_NAMED = ['summary', 'label', 'Description'];
const ELSEWHERE_CALLED = ['invariant', 'join', 'split', 'replace', 'gatewayOf', 'inRecord'];

/** The files whose words a refusal can quote. What rebuilds and exports a World writes files, and refuses nothing. */
function listFiles(): readonly string[] {
  const control = readdirSync(join(src, 'control'), { recursive: true, encoding: 'utf8' });
  const ours = control.filter((file) => file.endsWith('.ts') && !/^(?:rebuild|export)[\\/]/.test(file));
  return [...ours.map((file) => join('control', file)), 'cloud/schema.ts', 'cloud/machine.ts'];
}

/** Each text once, with `{}` in its places. */
export function textsInControl(): readonly string[] {
  const texts = listFiles().flatMap((file) => {
    const { code } = transformSync(readFileSync(join(src, file), 'utf8'), { loader: 'ts' });
    return textsIn(parseAst(code));
  });
  return [...new Set(texts)];
}

function textsIn(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (!isNode(node) || isElsewhere(node)) return [];
  const own = ownText(node);
  return [...(own === undefined ? [] : [own]), ...Object.values(node).flatMap(textsIn)];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function isElsewhere({ type, key, callee }: Node): boolean {
  if (type === 'Property') return ELSEWHERE_NAMED.includes((key as Node).name as string);
  if (type !== 'CallExpression') return false;
  const { name, property } = callee as Node;
  return ELSEWHERE_CALLED.includes((name ?? (property as Node | undefined)?.name) as string);
}

function ownText({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral') return undefined;
  return (quasis as { readonly value: { readonly cooked: string } }[]).map(({ value }) => value.cooked).join('{}');
}
