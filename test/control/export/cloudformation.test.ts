// What is written is read as YAML with CloudFormation's short functions, and every name in it is held against the published schemas.

import { describe, expect, test } from 'vitest';
import { parse, type ScalarTag } from 'yaml';
import { exportWorld } from '../../../src/control/export/export-world.ts';
import { takeInventory } from '../../../src/control/export/inventory.ts';
import schemas from './provider-schemas.json' with { type: 'json' };
import { WORLDS } from './worlds.ts';

interface Property {
  readonly required?: boolean;
  readonly list?: boolean;
  readonly type?: string;
  readonly fields?: Readonly<Record<string, Property>>;
}

interface Schema {
  readonly properties: Readonly<Record<string, Property>>;
  readonly attributes: readonly string[];
}

interface Template {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties: object; readonly DependsOn?: string | readonly string[] }
    >
  >;
}

const known = schemas.cloudFormation as unknown as Readonly<Record<string, Schema>>;

const shortForms: ScalarTag[] = [
  { tag: '!Ref', resolve: (text) => ({ Ref: text }) },
  { tag: '!GetAtt', resolve: (text) => ({ 'Fn::GetAtt': text.split('.') }) },
];

function read(text: string): Template {
  return parse(text, { customTags: shortForms }) as Template;
}

function isFunction(value: unknown): boolean {
  return typeof value === 'object' && value !== null && /^(?:Ref$|Fn::)/.test(Object.keys(value)[0] ?? '');
}

function fieldProblems(value: object, fields: Readonly<Record<string, Property>>, path: string): readonly string[] {
  const missing = Object.entries(fields).flatMap(([name, { required }]) =>
    required && !(name in value) ? [`${path}.${name} is missing`] : [],
  );
  const wrong = Object.entries(value).flatMap(([name, each]) => {
    const property = fields[name];
    return property ? valueProblems(each, property, `${path}.${name}`) : [`${path}.${name} is unknown`];
  });
  return [...missing, ...wrong];
}

function valueProblems(value: unknown, property: Property, path: string): readonly string[] {
  if (isFunction(value)) return [];
  if (property.list) {
    if (!Array.isArray(value)) return [`${path} is no list`];
    const { list: _list, ...element } = property;
    return value.flatMap((each, index) => valueProblems(each, element, `${path}[${index}]`));
  }
  if (property.fields) return fieldProblems(value as object, property.fields, path);
  const { type = 'json' } = property;
  const isRight = type
    .split('|')
    .some((each) => each === 'json' || each === (typeof value === 'number' ? 'integer' : typeof value));
  return isRight ? [] : [`${path} is a ${typeof value}, not a ${type}`];
}

function problemsOf({ Resources }: Template): readonly string[] {
  return Object.entries(Resources).flatMap(([label, { Type, Properties }]) => {
    const schema = known[Type];
    return schema
      ? fieldProblems(Properties, schema.properties, label)
      : [`${Type} has no schema: npm run provider-schemas`];
  });
}

/** References that lead nowhere, or to something that cannot be read there. */
function brokenReferences({ Resources, Parameters = {} }: Template): readonly string[] {
  const broken: string[] = [];
  JSON.stringify(Resources, (_key, value: unknown) => {
    const { Ref, 'Fn::GetAtt': got } = (value ?? {}) as {
      readonly Ref?: string;
      readonly 'Fn::GetAtt'?: readonly string[];
    };
    if (Ref !== undefined && !Resources[Ref] && !(Ref in Parameters) && !Ref.startsWith('AWS::')) broken.push(Ref);
    const [label = '', attribute = ''] = got ?? [];
    if (got && !known[Resources[label]?.Type ?? '']?.attributes.includes(attribute)) broken.push(got.join('.'));
    return value;
  });
  const first = Object.values(Resources).flatMap(({ DependsOn = [] }) => DependsOn);
  return [...broken, ...first.filter((label) => !Resources[label])];
}

describe.each(WORLDS)('%s', (_name, world) => {
  test('is a template that CloudFormation knows', () => {
    const template = read(exportWorld(world, 'cloudformation', 'A title: with signs', 'ko'));
    expect(problemsOf(template)).toEqual([]);
    expect(brokenReferences(template)).toEqual([]);
    for (const label of Object.keys(template.Resources)) expect(label).toMatch(/^[A-Za-z0-9]{1,255}$/);
  });
});

test('every kind of resource that an export can write has been written', () => {
  const written = new Set(
    WORLDS.flatMap(([, world]) => takeInventory(world).resources.map(({ cloudFormation }) => cloudFormation?.type)),
  );
  expect(Object.keys(known).filter((type) => !written.has(type))).toEqual([]);
});
