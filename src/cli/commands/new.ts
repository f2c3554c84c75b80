import { existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { addToIndex } from '../../levels/add-to-index.ts';
import { slugSchema } from '../../levels/level.ts';
import { emptyPack, skeletonOf } from '../../levels/skeleton.ts';
import { writeWhole } from '../../progress/write-whole.ts';
import { EXIT } from '../exit.ts';
import { print } from '../output.ts';
import { Refusal } from '../refusal.ts';
import type { Call } from '../run-command.ts';

const CHAPTER = 'mine';
const SCHEMAS = ['index', 'level', 'level-text', 'text', 'world'].map((name) => `${name}.schema.json`);

/** Everything is looked at before anything is written, so that a refusal leaves no half of a level behind. */
export async function newThing({ operands, say }: Call): Promise<number> {
  const [what, folder = '', name] = operands;
  if (what !== 'level') throw new Refusal(say('new.what'));
  if (name !== undefined && !v.is(slugSchema, name))
    throw new Refusal(say('new.name', { word: name }), say('new.name-form'));
  const index = readIndex(folder);
  const id = name ?? freeName(index ?? '');
  const added = addToIndex(index ?? (emptyPack(CHAPTER)['index.yaml'] as string), id);
  if (!added) {
    const file = join(folder, 'index.yaml');
    throw new Refusal(say('new.index', { file }), say('new.index-remedy', { number: 1, id }));
  }
  const files = Object.entries(skeletonOf(id)).map(
    ([file, text]): NewFile => [join(folder, added.chapterId, file), text],
  );
  const pack = Object.entries(index === undefined ? { ...emptyPack(CHAPTER), 'index.yaml': added.text } : {});
  const beside = [...pack.map(([file, text]): NewFile => [join(folder, file), text]), ...schemasFor(folder)];
  const taken = [...files, ...beside].find(([file]) => isThere(file))?.[0];
  if (taken !== undefined) throw new Refusal(say('new.taken', { file: taken }), say('new.taken-remedy', { folder }));
  const written = [...files, ...beside];
  for (const [file, text] of written) writeNew(file, text, say);
  if (index !== undefined) replaceIndex(join(folder, 'index.yaml'), added.text, say);
  print([say('new.written'), ...written.map(([file]) => `  ${file}`), '', say('new.next', { folder, id })].join('\n'));
  return EXIT.yes;
}

type NewFile = readonly [file: string, text: string];

function readIndex(folder: string): string | undefined {
  const file = join(folder, 'index.yaml');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Also a link that leads nowhere. */
function isThere(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** `my-level`, or the first number behind it that the index does not know. */
function freeName(index: string): string {
  const isTaken = (id: string) => new RegExp(`\\bid: *${id}\\b(?!-)`).test(index);
  let id = 'my-level';
  for (let number = 2; isTaken(id); number++) id = `my-level-${number}`;
  return id;
}

/** What an editor completes the pack's files by, in the pack, so that it goes along wherever the pack goes. */
function schemasFor(folder: string): readonly NewFile[] {
  const ours = join(dirname(fileURLToPath(import.meta.url)), '../assets');
  return SCHEMAS.map((name) => [join(folder, 'schemas', name), join(ours, name)] as const)
    .filter(([file]) => !existsSync(file))
    .map(([file, from]) => [file, readFileSync(from, 'utf8')]);
}

/** `wx`: whoever made a file of that name meanwhile keeps it. */
function writeNew(file: string, text: string, say: Call['say']): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    throw new Refusal(say('new.cannot-write', { reason: (error as Error).message }));
  }
}

function replaceIndex(file: string, text: string, say: Call['say']): void {
  const reason = writeWhole(file, text);
  if (reason) throw new Refusal(say('new.cannot-write', { reason: `${file}: ${reason}` }));
}
