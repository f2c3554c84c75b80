// Writes assets/*.schema.json from the schemas that the program itself reads with, so that an editor completes world and level files.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { toJsonSchema } from '@valibot/to-json-schema';
import { importSources } from './import-sources.mjs';
import {
  chapterTextDescriptions,
  indexDescriptions,
  levelDescriptions,
  levelTextDescriptions,
  worldDescriptions,
} from './schema-descriptions.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

const exported = `
  export { gatewaySchema } from './src/cloud/gateway.ts';
  export * as forms from './src/cloud/schema.ts';
  export { worldSchema } from './src/cloud/world.ts';
  export { OPERATIONS } from './src/control/operations/registry.ts';
  export { GATEWAY_KINDS } from './src/dataplane/gateways/registry.ts';
  export { levelFileSchema, levelTextSchema } from './src/levels/level.ts';
  export { chapterTextSchema, indexSchema } from './src/levels/pack-files.ts';`;

/** The schemas by file name, as text. */
export async function makeSchemas() {
  const sources = await importSources(exported);
  const world = convert(sources.worldSchema, sources);
  world.properties.gateways.additionalProperties = gatewayForms(sources);
  const level = convert(sources.levelFileSchema, sources);
  nameOperations(level, sources.OPERATIONS);
  describe(world, worldDescriptions);
  describe(level, { ...levelDescriptions, world: 'The network as the level starts; the same form as a world file.' }, [
    'world',
  ]);
  level.properties.world = { ...level.properties.world, allOf: [{ $ref: 'world.schema.json' }] };
  const described = (title, schema, descriptions) => {
    const json = convert(schema, sources);
    describe(json, descriptions);
    return format(title, json);
  };
  return {
    'world.schema.json': format('Blackfoot world', world),
    'level.schema.json': format('Blackfoot level', level),
    'level-text.schema.json': described('Words of a Blackfoot level', sources.levelTextSchema, levelTextDescriptions),
    'index.schema.json': described('Index of Blackfoot levels', sources.indexSchema, indexDescriptions),
    'text.schema.json': described(
      'Words of a set of Blackfoot levels',
      sources.chapterTextSchema,
      chapterTextDescriptions,
    ),
  };
}

function convert(schema, { forms, gatewaySchema }) {
  const byAction = new Map([
    [forms.ipv4Schema.pipe[1], { format: 'ipv4' }],
    [forms.ipv6Schema.pipe[1], { format: 'ipv6' }],
    [forms.addressSchema.pipe[1], { anyOf: [{ format: 'ipv4' }, { format: 'ipv6' }] }],
    [forms.cidrSchema.pipe[1], { pattern: '^[0-9a-fA-F.:]+/[0-9]{1,3}$' }],
    [forms.ipv4CidrSchema.pipe[1], { pattern: '^[0-9.]+/[0-9]{1,2}$' }],
    [forms.nameSchema.pipe[1], { minLength: 1, maxLength: 32 }],
  ]);
  // What only code can check is left to the program.
  const isCode = ({ type }) => type === 'check' || type === 'transform';
  const { $schema, ...json } = toJsonSchema(schema, {
    typeMode: 'input',
    overrideSchema: ({ valibotSchema }) => (valibotSchema === gatewaySchema ? { type: 'object' } : undefined),
    overrideAction: ({ valibotAction, jsonSchema }) => {
      const form = byAction.get(valibotAction);
      if (form) return { ...jsonSchema, pattern: undefined, ...form };
      return isCode(valibotAction) ? jsonSchema : undefined;
    },
  });
  return json;
}

/** A gateway's attributes depend on its kind. */
function gatewayForms(sources) {
  const kinds = Object.values(sources.GATEWAY_KINDS);
  return {
    type: 'object',
    required: ['kind'],
    properties: { kind: { enum: kinds.map(({ kind }) => kind) } },
    oneOf: kinds.map(({ kind, label, attributes }) => {
      const { properties, required, ...rest } = convert(attributes, sources);
      return {
        ...rest,
        title: label,
        properties: { kind: { const: kind }, ...properties },
        required: ['kind', ...required],
      };
    }),
  };
}

function nameOperations(level, operations) {
  const names = operations.map(({ name }) => name);
  const [plain, narrowed] = level.properties.tools.items.anyOf;
  plain.enum = names;
  narrowed.propertyNames = { enum: names };
}

/** Gives every property its description; one without, or a description of nothing, is an error of ours. */
function describe(schema, descriptions, closed = []) {
  const used = new Set();
  visit(schema, [], (property, path) => {
    const description = property.description ?? descriptions[path];
    if (description === undefined)
      throw new Error(`No description of ${path}: give it one by v.description, or in schema-descriptions.mjs`);
    used.add(path);
    property.description = description;
    return !closed.includes(path);
  });
  const unused = Object.keys(descriptions).filter((path) => !used.has(path));
  if (unused.length > 0) throw new Error(`Descriptions of nothing: ${unused.join(', ')}`);
}

function visit(schema, path, see) {
  for (const [key, property] of Object.entries(schema.properties ?? {}))
    if (see(property, [...path, key].join('.'))) visit(property, [...path, key], see);
  if (typeof schema.additionalProperties === 'object') visit(schema.additionalProperties, path, see);
  if (schema.items) visit(schema.items, path, see);
  for (const form of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) visit(form, path, see);
}

function format(title, schema) {
  const whole = { $schema: 'http://json-schema.org/draft-07/schema#', title, ...schema };
  // Editors put this line into the file itself.
  whole.properties = { $schema: { type: 'string' }, ...whole.properties };
  return `${JSON.stringify(whole, undefined, 2)}\n`;
}

export async function writeSchemas(folder = join(root, 'assets')) {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(await makeSchemas())) writeFileSync(join(folder, name), text);
}

/** The files that no longer say what the code does. */
export async function staleSchemas(folder = join(root, 'assets')) {
  const made = Object.entries(await makeSchemas());
  return made.filter(([name, text]) => readFileSync(join(folder, name), 'utf8') !== text).map(([name]) => name);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeSchemas();
