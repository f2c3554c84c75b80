// `npm run provider-schemas`: takes what exports are held against out of published packages: the arguments of the Terraform AWS provider's
// resources (as the CDK for Terraform carries them) and the properties of CloudFormation's resource types (as the AWS CDK carries them).
// Only the types that src/control/export names are kept, so that a checkout needs neither package.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const TERRAFORM = '@cdktn/provider-aws@25.7.0';
const CLOUDFORMATION = '@aws-cdk/aws-service-spec@0.1.216';

const root = fileURLToPath(new URL('../', import.meta.url));
const target = join(root, 'test/control/export/provider-schemas.json');
const folder = mkdtempSync(join(tmpdir(), 'blackfoot-schemas-'));

try {
  const types = namedTypes();
  const schemas = {
    sources: { terraform: TERRAFORM, cloudFormation: CLOUDFORMATION },
    terraform: readTerraform(types.terraform),
    cloudFormation: readCloudFormation(types.cloudFormation),
  };
  writeFileSync(target, print(schemas));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** One line for each type, so that a change can be read. */
function print({ sources, ...parts }) {
  const lines = Object.entries(parts).map(([part, types]) => {
    const entries = Object.entries(types).map(
      ([type, schema]) => `  ${JSON.stringify(type)}: ${JSON.stringify(schema)}`,
    );
    return ` ${JSON.stringify(part)}: {\n${entries.join(',\n')}\n }`;
  });
  return `{\n "sources": ${JSON.stringify(sources)},\n${lines.join(',\n')}\n}\n`;
}

/** Every resource type that an export can write. */
function namedTypes() {
  const source = join(root, 'src/control/export');
  const code = readdirSync(source)
    .map((name) => readFileSync(join(source, name), 'utf8'))
    .join('\n');
  const all = (pattern) => [...new Set([...code.matchAll(pattern)].map(([, type]) => type))].sort();
  return { terraform: all(/'(aws_\w+)'/g), cloudFormation: all(/'(AWS::\w+::\w+)'/g) };
}

function unpack(name, files) {
  const [tarball] = JSON.parse(
    execFileSync('npm', ['pack', name, '--json', '--pack-destination', folder], { encoding: 'utf8' }),
  );
  const into = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['xzf', join(folder, tarball.filename.replace('@', '').replace('/', '-')), '-C', into, ...files]);
  return join(into, 'package');
}

/** `aws_nat_gateway` is the package's lib/nat-gateway. */
function readTerraform(types) {
  const folders = types.map((type) => type.replace(/^aws_/, '').replaceAll('_', '-'));
  const unpacked = unpack(
    TERRAFORM,
    folders.map((name) => `package/lib/${name}/index.js`),
  );
  return Object.fromEntries(
    types.map((type, index) => {
      const code = readFileSync(join(unpacked, 'lib', folders[index], 'index.js'), 'utf8');
      return [type, readClass(code)];
    }),
  );
}

/** A resource's own arguments, what can be read from it, and the arguments of its nested blocks. */
function readClass(code) {
  const start = code.search(/^class \w+ extends cdktn\.TerraformResource/m);
  const own = code.slice(start);
  const facts = [...own.matchAll(/\/\/ (\w+) - computed: (\w+), optional: (\w+), required: (\w+)/g)];
  const written = own.slice(own.indexOf('synthesizeHclAttributes'));
  const blocks = Object.fromEntries(
    [...written.matchAll(/^ {12}(\w+): \{\n\s+value: [^\n]*?(\w+)ToHclTerraform[^\n]*\n\s+isBlock: true/gm)].map(
      ([, name, struct]) => [name, readStruct(code, struct)],
    ),
  );
  return {
    required: facts.filter(([, , , , required]) => required === 'true').map(([, name]) => name),
    optional: facts.filter(([, , , optional]) => optional === 'true').map(([, name]) => name),
    readable: facts.filter(([, , computed]) => computed === 'true').map(([, name]) => name),
    blocks,
  };
}

function readStruct(code, struct) {
  const at = code.indexOf(`function ${struct}ToTerraform(`);
  const body = code.slice(at, code.indexOf('\n}', at));
  return [...body.matchAll(/^ {8}(\w+): /gm)].map(([, name]) => name);
}

function readCloudFormation(types) {
  const file = join(unpack(CLOUDFORMATION, ['package/db.json.gz']), 'db.json.gz');
  const { schema } = JSON.parse(gunzipSync(readFileSync(file)).toString());
  const definitions = new Map(schema.typeDefinition.entities.map((each) => [each.$id, each]));
  return Object.fromEntries(
    types.map((type) => {
      const resource = schema.resource.entities.find((each) => each.cloudFormationType === type);
      if (!resource) throw new Error(`CloudFormation has no ${type}`);
      return [
        type,
        { properties: shapeOf(resource.properties, definitions), attributes: Object.keys(resource.attributes) },
      ];
    }),
  );
}

function shapeOf(properties, definitions, depth = 0) {
  return Object.fromEntries(
    Object.entries(properties).map(([name, { type, required }]) => [
      name,
      { ...(required && { required }), ...typeOf(type, definitions, depth) },
    ]),
  );
}

function typeOf(type, definitions, depth) {
  if (type.type === 'array') return { list: true, ...typeOf(type.element, definitions, depth) };
  if (type.type === 'tag') return { fields: { Key: { type: 'string' }, Value: { type: 'string' } } };
  if (type.type === 'union') return { type: type.types.map((each) => each.type).join('|') };
  if (type.type !== 'ref') return { type: type.type };
  if (depth > 3) return {};
  return { fields: shapeOf(definitions.get(type.reference.$ref).properties, definitions, depth + 1) };
}
