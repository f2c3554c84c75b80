// YAML or JSON text as a document: its content, and the line and column of every part; and a document as YAML.

import {
  isMap,
  isNode,
  isScalar,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  visit,
  type Document as YamlDocument,
} from 'yaml';
import type { Problem } from '../cloud/problem.ts';
import { formatPath } from '../cloud/problem.ts';
import { fail, ok, type Result } from '../result.ts';
import { listControls } from './control-characters.ts';
import { FILE_LIMITS } from './file-limits.ts';
import type { Document, FileProblem } from './file-problem.ts';

/** A file that is broken from the start need not say so a thousand times. */
const ERROR_LIMIT = 20;

export function parseText(file: string, text: string): Result<Document, readonly FileProblem[]> {
  const json = file.endsWith('.json') ? parseJson(text) : undefined;
  const document = json === undefined ? parseYaml(file, text) : readJson(file, text, json);
  const controls = document.ok ? listControls(document.value.content, ERROR_LIMIT) : [];
  return document.ok && controls.length > 0 ? fail(controls.map(document.value.locate)) : document;
}

function readJson(file: string, text: string, json: unknown): Result<Document, readonly FileProblem[]> {
  if (depthOf(json) > FILE_LIMITS.depth) return fail([tooDeep(file)]);
  return ok({ file, content: withoutSchema(json), locate: (problem) => locateLate(file, text, problem) });
}

/** JSON is YAML too, but its own parser is a hundred times faster; only when something is wrong is the slow one worth it. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function locateLate(file: string, text: string, problem: Problem): FileProblem {
  const document = parseYaml(file, text);
  return document.ok ? document.value.locate(problem) : { file, ...problem };
}

function parseYaml(file: string, text: string): Result<Document, readonly FileProblem[]> {
  if (nestingOf(text) > FILE_LIMITS.depth) return fail([tooDeep(file)]);
  const lines = new LineCounter();
  // The library's own check for double keys compares each with each.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file, line, column: col };
  };
  if (document.errors.some(({ message }) => message.includes('call stack'))) return fail([tooDeep(file)]);
  const errors = [
    ...document.errors.map(({ pos, message }) => ({ ...at(pos[0]), message })),
    ...doubleKeys(document, at),
  ];
  if (errors.length > 0) return fail(errors.slice(0, ERROR_LIMIT));
  const content = toContent(file, document);
  if (!content.ok) return content;
  const locate = ({ path, message, remedy }: Problem) => ({
    ...at(offsetOf(document, path)),
    message: path.length === 0 ? message : `${formatPath(path)}: ${message}`,
    ...(remedy && { remedy }),
  });
  return ok({ file, content: content.value, locate });
}

type At = (offset: number) => Pick<FileProblem, 'file' | 'line' | 'column'>;

function doubleKeys(document: YamlDocument, at: At): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value))
          problems.push({ ...at(startOf(key)), message: `${key.value} stands twice`, remedy: 'keep one of them' });
        seen.add(key.value);
      }
    },
  });
  return problems;
}

function toContent(file: string, document: YamlDocument): Result<unknown, readonly FileProblem[]> {
  try {
    const content: unknown = document.toJS({ maxAliasCount: FILE_LIMITS.aliases });
    return depthOf(content) > FILE_LIMITS.depth ? fail([tooDeep(file)]) : ok(withoutSchema(content));
  } catch (error) {
    return fail([
      { file, message: (error as Error).message, remedy: `at most ${FILE_LIMITS.aliases} aliases are followed` },
    ]);
  }
}

/** `$schema` speaks to the author's editor, not to us. */
function withoutSchema(content: unknown): unknown {
  if (typeof content !== 'object' || content === null || !('$schema' in content)) return content;
  const { $schema, ...rest } = content;
  return rest;
}

function tooDeep(file: string): FileProblem {
  return { file, message: `it is nested more than ${FILE_LIMITS.depth} levels deep` };
}

/** Depth of brackets, before the parser, which goes deeper with each of them, may see the text. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const char of text) {
    if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

function depthOf(content: unknown, depth = 0): number {
  if (typeof content !== 'object' || content === null || depth > FILE_LIMITS.depth) return depth;
  return Object.values(content).reduce<number>(
    (deepest, part) => Math.max(deepest, depthOf(part, depth + 1)),
    depth + 1,
  );
}

/** Where the path leads: the value where it is one word, else its key; where it breaks off, the last part that is there. */
function offsetOf(document: YamlDocument, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const part = path.slice(0, length);
    const node = document.getIn(part, true);
    if (!isNode(node)) continue;
    const parent = document.getIn(part.slice(0, -1), true);
    return startOf((isScalar(node) ? undefined : keyIn(parent, part.at(-1))) ?? node);
  }
  return document.contents ? startOf(document.contents) : 0;
}

function keyIn(parent: unknown, key: string | number | undefined): Node | undefined {
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
  return isNode(pair?.key) ? pair.key : undefined;
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** JSON as YAML, every part spelled out. */
export function formatYaml(content: unknown): string {
  return stringify(content, { lineWidth: 0, aliasDuplicateObjects: false });
}
