// An endpoint's policy document, as far as a packet can tell: which buckets or tables it lets through. Source: D-S3E, D-DDBE; code D-ERR
// (InvalidPolicyDocument). Simplified: actions, principals and conditions are taken and forgotten.

import * as v from 'valibot';
import type { EndpointPolicy } from '../dataplane/service.ts';
import { fail, ok, type Result } from '../result.ts';
import type { OperationError } from './operation.ts';
import { type Optional, parameter } from './parameter.ts';
import { listSchema } from './structure.ts';

const statementSchema = v.looseObject({
  Effect: v.picklist(['Allow', 'Deny']),
  Resource: v.optional(listSchema(v.string()), ['*']),
});

const documentSchema = v.looseObject({ Statement: listSchema(statementSchema) });

/** The parameter PolicyDocument. */
export function policyDocument(): Optional<EndpointPolicy> {
  return parameter('JSON', readPolicy, { print: printPolicy });
}

function readPolicy(text: string): Result<EndpointPolicy, OperationError> {
  const document = v.safeParse(documentSchema, parseJson(text));
  if (!document.success)
    return fail({
      code: 'InvalidPolicyDocument',
      message: 'The policy document is not valid.',
      remedy: 'Give JSON such as {"Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}.',
    });
  const named = (effect: 'Allow' | 'Deny') =>
    document.output.Statement.filter(({ Effect }) => Effect === effect).flatMap(({ Resource }) => Resource.map(nameIn));
  const allow = named('Allow');
  const deny = named('Deny');
  if (deny.includes('*')) return ok({ allow: [] });
  return ok({
    ...(!allow.includes('*') && { allow: [...new Set(allow)] }),
    ...(deny.length > 0 && { deny: [...new Set(deny)] }),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `arn:aws:s3:::bucket/*` and `arn:aws:dynamodb:us-east-1:111122223333:table/orders` by their own names. */
function nameIn(resource: string): string {
  const own = resource.split(':').at(-1) ?? '';
  return own.replace(/^table\//, '').replace(/\/.*$/, '');
}

/** A document that says the same. */
export function printPolicy({ allow, deny = [] }: EndpointPolicy): string {
  const statement = (Effect: 'Allow' | 'Deny', names: readonly string[]) => ({
    Effect,
    Principal: '*',
    Action: '*',
    Resource: names.map((name) => (name === '*' ? '*' : `arn:aws:s3:::${name}/*`)),
  });
  return JSON.stringify({
    Statement: [
      ...(allow?.length === 0 ? [] : [statement('Allow', allow ?? ['*'])]),
      ...(deny.length > 0 ? [statement('Deny', deny)] : []),
    ],
  });
}
