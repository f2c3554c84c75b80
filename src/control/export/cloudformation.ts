// A World as a CloudFormation template. Source: the CloudFormation registry's schemas, of which the tests hold a copy.

import { Document, Scalar, visit } from 'yaml';
import { IMAGE_PARAMETER } from '../launch-image.ts';
import { labelResources } from './labels.ts';
import type { Fields, Form, Inventory, Reference, Value } from './resource.ts';

type Labels = ReturnType<typeof labelResources>;

type Plain = string | number | boolean | readonly Plain[] | { readonly [name: string]: Plain };

/** A whole template in YAML, with the heading as comments. */
export function printCloudFormation({ resources }: Inventory, heading: readonly string[]): string {
  const labels = labelResources(resources, 'cloudformation');
  const declared = resources.flatMap(({ key, cloudFormation }) =>
    cloudFormation ? [[labels.get(key)!.label, plainForm(cloudFormation, labels)] as const] : [],
  );
  const parameters = listParameters(JSON.stringify(declared));
  const document = new Document({
    AWSTemplateFormatVersion: '2010-09-09',
    ...(Object.keys(parameters).length > 0 && { Parameters: parameters }),
    Resources: Object.fromEntries(declared),
  });
  shortenFunctions(document);
  document.commentBefore = heading.map((line) => (line ? ` ${line}` : '')).join('\n');
  return document.toString({ lineWidth: 0 });
}

/** What the template asks of whoever makes the stack. */
function listParameters(text: string): Readonly<Record<string, Plain>> {
  const image = text.includes('"Ref":"AmazonLinux"')
    ? { AmazonLinux: { Type: 'AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>', Default: IMAGE_PARAMETER } }
    : {};
  const lists = [...text.matchAll(/"Ref":"(PrefixListOf\w+)"/g)].map(([, name]) => [
    name as string,
    { Type: 'String' },
  ]);
  return { ...image, ...Object.fromEntries(lists) };
}

function plainForm({ type, fields, after = [] }: Form, labels: Labels): Plain {
  const first = after.flatMap((each) => labels.get(each)?.label ?? []);
  return {
    Type: type,
    ...(first.length > 0 && { DependsOn: first.length === 1 ? (first[0] as string) : first }),
    Properties: plainFields(fields, labels),
  };
}

function plainFields(fields: Fields, labels: Labels): { readonly [name: string]: Plain } {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, plain(value, labels)]])),
  );
}

function plain(value: Value, labels: Labels): Plain {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((each: Value) => plain(each, labels));
  if ('to' in value && 'terraform' in value) return plainReference(value as Reference, labels);
  return plainFields(value as Fields, labels);
}

/** What is not declared, because it was left out, keeps its id from the game: it must be filled in by hand. */
function plainReference({ to, cloudFormation }: Reference, labels: Labels): Plain {
  const found = labels.get(to);
  if (!found) return to;
  return cloudFormation ? { 'Fn::GetAtt': [found.label, cloudFormation] } : { Ref: found.label };
}

/** `!Ref X` and `!GetAtt X.Y`, as people write them. */
function shortenFunctions(document: Document): void {
  visit(document, {
    Map(_key, node) {
      const [pair] = node.items;
      if (node.items.length !== 1 || !pair) return undefined;
      const name = String(pair.key);
      if (name === 'Ref') return tagged('!Ref', String(pair.value));
      if (name !== 'Fn::GetAtt') return undefined;
      const [resource, attribute] = (node.toJSON() as Readonly<Record<string, readonly string[]>>)['Fn::GetAtt'] ?? [];
      return tagged('!GetAtt', `${resource}.${attribute}`);
    },
  });
}

function tagged(tag: string, text: string): Scalar {
  const scalar = new Scalar(text);
  scalar.tag = tag;
  return scalar;
}
