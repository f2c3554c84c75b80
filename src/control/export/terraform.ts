// A World as Terraform's language for the AWS provider. Source: the provider's schema, of which the tests hold a copy.

import { IMAGE_PARAMETER } from '../launch-image.ts';
import { labelResources } from './labels.ts';
import type { Fields, Form, Inventory, Reference, Value } from './resource.ts';

type Labels = ReturnType<typeof labelResources>;

/** A whole `main.tf`, with the heading as comments. */
export function printTerraform({ world, resources }: Inventory, heading: readonly string[]): string {
  const labels = labelResources(resources, 'terraform');
  const blocks = resources.flatMap(({ key, terraform }) => (terraform ? [printResource(key, terraform, labels)] : []));
  const comment = heading.map((line) => `# ${line}`.trimEnd()).join('\n');
  const own = blocks.join('\n\n');
  return `${[comment, prelude(world.region), ...dataSources(own), own].join('\n\n')}\n`;
}

function prelude(region: string): string {
  const source = block('aws = ', { source: 'hashicorp/aws', version: '~> 6.0' });
  return `${wrap('terraform', wrap('required_providers', source))}\n\n${block('provider "aws" ', { region })}`;
}

/** What the resources look up. */
function dataSources(text: string): readonly string[] {
  const image = text.includes('data.aws_ssm_parameter.amazon_linux')
    ? [block('data "aws_ssm_parameter" "amazon_linux" ', { name: IMAGE_PARAMETER })]
    : [];
  const services = [
    ...new Set([...text.matchAll(/data\.aws_ec2_managed_prefix_list\.(\w+)/g)].map(([, name]) => name)),
  ];
  const lists = services.map((service) =>
    block(`data "aws_ec2_managed_prefix_list" "${service}" `, {
      filter: { blocks: [{ name: 'prefix-list-name', values: [`com.amazonaws.us-east-1.${service}`] }] },
    }),
  );
  return [...image, ...lists];
}

function printResource(key: string, { type, fields, after = [] }: Form, labels: Labels): string {
  const first = after.flatMap((each) => labels.get(each) ?? []);
  const dependsOn = first.map((each) => ({ expression: [`${each.type}.${each.label}`] }));
  const all = { ...fields, ...(dependsOn.length > 0 && { depends_on: dependsOn }) };
  return block(`resource "${type}" "${labels.get(key)!.label}" `, all, labels);
}

function block(head: string, fields: Fields, labels?: Labels): string {
  const lines = printFields(fields, labels ?? new Map());
  return lines.length === 0 ? `${head}{}` : `${head}{\n${indent(lines).join('\n')}\n}`;
}

function wrap(name: string, inner: string): string {
  return `${name} {\n${indent(inner.split('\n')).join('\n')}\n}`;
}

function indent(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split('\n')).map((line) => (line ? `  ${line}` : line));
}

/** Arguments with their equals signs in a column, then nested blocks. */
function printFields(fields: Fields, labels: Labels): readonly string[] {
  const known = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const plain = known.filter(([, value]) => !isBlocks(value));
  const widest = Math.max(0, ...plain.map(([name]) => name.length));
  const lines = plain.map(([name, value]) => `${name.padEnd(widest)} = ${printValue(value, labels)}`);
  const nested = known.flatMap(([name, value]) =>
    isBlocks(value) ? value.blocks.map((each) => block(`${name} `, each, labels)) : [],
  );
  return [...lines, ...nested.flatMap((each) => (lines.length > 0 || nested.length > 1 ? ['', each] : [each]))].slice(
    lines.length === 0 && nested.length > 1 ? 1 : 0,
  );
}

function printValue(value: Value, labels: Labels): string {
  if (typeof value === 'string') return printString(value);
  if (typeof value !== 'object') return String(value);
  if (isReference(value)) return printReference(value, labels);
  if (isList(value)) return `[${value.map((each) => printValue(each, labels)).join(', ')}]`;
  if (isExpression(value))
    return value.expression.map((part) => (typeof part === 'string' ? part : printReference(part, labels))).join('');
  const fields = printFields(value as Fields, labels);
  return fields.length === 1 ? `{ ${fields[0]} }` : `{\n${indent(fields).join('\n')}\n}`;
}

/** What is not declared, because it was left out, keeps its id from the game: it must be filled in by hand. */
function printReference({ to, terraform }: Reference, labels: Labels): string {
  const found = labels.get(to);
  return found ? `${found.type}.${found.label}.${terraform}` : printString(to);
}

function printString(text: string): string {
  return JSON.stringify(text).replaceAll('${', '$${').replaceAll('%{', '%%{');
}

function isBlocks(value: Value): value is { readonly blocks: readonly Fields[] } {
  return typeof value === 'object' && 'blocks' in value;
}

function isReference(value: object): value is Reference {
  return 'to' in value && 'terraform' in value;
}

function isList(value: object): value is readonly Value[] {
  return Array.isArray(value);
}

function isExpression(value: object): value is { readonly expression: readonly (string | Reference)[] } {
  return 'expression' in value;
}
