// What is written is read by HashiCorp's own parser, and every name in it is held against the provider's published schema.

import { parse } from '@cdktn/hcl2json';
import { describe, expect, test } from 'vitest';
import { exportWorld } from '../../../src/control/export/export-world.ts';
import { takeInventory } from '../../../src/control/export/inventory.ts';
import schemas from './provider-schemas.json' with { type: 'json' };
import { WORLDS } from './worlds.ts';

interface Schema {
  readonly required: readonly string[];
  readonly optional: readonly string[];
  readonly readable: readonly string[];
  readonly blocks: Readonly<Record<string, readonly string[]>>;
}

type Body = Readonly<Record<string, unknown>>;
/** Type, then label, then the bodies under them. */
type Resources = Readonly<Record<string, Readonly<Record<string, readonly Body[]>>>>;

const known = schemas.terraform as Readonly<Record<string, Schema>>;

/** Arguments that every resource takes. */
const META = ['depends_on'];

function problemsOf(resources: Resources): readonly string[] {
  return Object.entries(resources).flatMap(([type, byLabel]) =>
    Object.entries(byLabel).flatMap(([label, bodies]) =>
      bodies.flatMap((body) => bodyProblems(type, body).map((problem) => `${type}.${label}: ${problem}`)),
    ),
  );
}

function bodyProblems(type: string, body: Body): readonly string[] {
  const schema = known[type];
  if (!schema) return ['a type without a schema: npm run provider-schemas'];
  const taken = [...schema.required, ...schema.optional, ...META];
  const unknown = Object.keys(body).filter((name) => !taken.includes(name));
  const missing = schema.required.filter((name) => body[name] === undefined);
  const nested = Object.entries(schema.blocks).flatMap(([name, arguments_]) =>
    ((body[name] ?? []) as readonly Body[]).flatMap((block) =>
      Object.keys(block).flatMap((each) => (arguments_.includes(each) ? [] : [`${name}.${each} is unknown`])),
    ),
  );
  return [...unknown.map((name) => `${name} is unknown`), ...missing.map((name) => `${name} is missing`), ...nested];
}

/** References that lead nowhere, or to something that cannot be read there. */
function brokenReferences(text: string, resources: Resources): readonly string[] {
  return [...text.matchAll(/(?<![\w."])(aws_\w+)\.(\w+)(?:\.(\w+))?/g)].flatMap(
    ([whole, type = '', label = '', attribute]) => {
      const schema = known[type];
      if (!schema || !resources[type]?.[label]) return [whole];
      return !attribute || [...schema.readable, ...schema.required, ...schema.optional].includes(attribute)
        ? []
        : [whole];
    },
  );
}

describe.each(WORLDS)('%s', (_name, world) => {
  test('is Terraform that the provider knows', async () => {
    const text = exportWorld(world, 'terraform', 'A "title" with %{signs}', 'en');
    const { resource = {} } = (await parse('main.tf', text)) as { readonly resource?: Resources };
    expect(problemsOf(resource)).toEqual([]);
    const code = text.replace(/^data .*?^}/gms, '').replaceAll(/data\.aws_\w+\.\w+\.\w+/g, '');
    expect(brokenReferences(code.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'), resource)).toEqual([]);
  });
});

test('every kind of resource that an export can write has been written', () => {
  const written = new Set(
    WORLDS.flatMap(([, world]) => takeInventory(world).resources.map(({ terraform }) => terraform?.type)),
  );
  expect(Object.keys(known).filter((type) => !written.has(type))).toEqual([]);
});
