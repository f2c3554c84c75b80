import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { makeLibrary } from '../../src/levels/library.ts';
import { parseLevel } from '../../src/levels/parse.ts';
import { proveIndex, proveLevel } from '../../src/levels/prove.ts';

const readme = readFileSync(new URL('../../levels/README.md', import.meta.url), 'utf8');

/** The files that the guide tells an author to write, by name. */
function filesOfTheGuide(): Readonly<Record<string, unknown>> {
  const blocks = readme.matchAll(/^`my-pack\/(?:mine\/)?([\w.-]+)\.yaml`\n\n```yaml\n([\s\S]*?)```/gm);
  return Object.fromEntries([...blocks].map(([, name, yaml]) => [name, parse(yaml as string)]));
}

test('the guide’s first level proves as it stands', () => {
  const files = filesOfTheGuide();
  const sources = {
    index: files.index,
    levels: { 'first-road': files['first-road'] },
    texts: { en: { 'first-road': files['first-road.en'] } },
    chapterTexts: { en: files['text.en'] },
  };
  const library = makeLibrary(sources, parseLevel);
  if (!library.ok) throw new Error('the index of the guide does not read');
  expect(proveIndex(library.value)).toEqual([]);
  expect(proveLevel(library.value, 'first-road', ['en'])).toMatchObject({ problems: [], answers: 1 });
});

test.each(['level', 'world'])('the guide names every field of the %s file', (name) => {
  const schema = readFileSync(new URL(`../../assets/${name}.schema.json`, import.meta.url), 'utf8');
  const named = new Set(readme.match(/[$A-Za-z][\w-]*/g));
  const missing = propertiesOf(JSON.parse(schema)).filter((property) => !named.has(property));
  expect([...new Set(missing)]).toEqual([]);
});

function propertiesOf(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(propertiesOf);
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { readonly properties?: object };
  return [
    ...Object.keys(properties),
    ...Object.values(properties).flatMap(propertiesOf),
    ...propertiesOf(Object.values(rest)),
  ];
}
