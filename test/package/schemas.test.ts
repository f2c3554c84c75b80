import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { staleSchemas } from '../../.scripts/make-schemas.mjs';
import { readWorld } from '../../src/dataplane/read-world.ts';

const assets = fileURLToPath(new URL('../../assets/', import.meta.url));

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const readSchema = (name: string) => JSON.parse(readFileSync(join(assets, name), 'utf8')) as Schema;

test('the schemas say what the code reads; `npm run schemas` writes them anew', async () => {
  expect(await staleSchemas()).toEqual([]);
});

test.each(readdirSync(assets).filter((name) => name.endsWith('.json')))('%s describes every property', (name) => {
  const silent: string[] = [];
  const visit = ({ properties = {}, additionalProperties, items, anyOf = [], oneOf = [] }: Schema, path: string) => {
    for (const [key, property] of Object.entries(properties)) {
      if (!property.description && key !== '$schema') silent.push(`${path}.${key}`);
      visit(property, `${path}.${key}`);
    }
    for (const form of [additionalProperties, items, ...anyOf, ...oneOf])
      if (typeof form === 'object') visit(form, path);
  };
  visit(readSchema(name), '');
  expect(silent).toEqual([]);
});

test('each kind of gateway has its own properties in the schema', () => {
  const gateway = readSchema('world.schema.json').properties?.gateways?.additionalProperties as Schema;
  const forms = gateway.oneOf?.map(({ properties = {} }) => Object.keys(properties)) ?? [];
  expect(forms).toContainEqual(['kind', 'vpcId']);
  expect(forms.find((keys) => keys.includes('allocationId'))).toContain('networkInterfaceId');
});

test('the example of the world format is a world', () => {
  const readme = readFileSync(join(assets, 'README.md'), 'utf8');
  const example = /```yaml\n(.*?)```/s.exec(readme)?.[1] ?? '';
  const world = readWorld(parseDocument(example).toJS());
  expect(world.ok && Object.keys(world.value.instances)).toEqual(['i-vm1']);
});

test('the world format’s description names every part of a world', () => {
  const readme = readFileSync(join(assets, 'README.md'), 'utf8');
  const kept = ['$schema', 'notebook', 'issued'];
  const parts = Object.keys(readSchema('world.schema.json').properties ?? {}).filter((part) => !kept.includes(part));
  expect(parts.filter((part) => !readme.includes(`\`${part}\``))).toEqual([]);
});
