// Tags. Only an instance's name means something here; all others are taken and forgotten. Source: EC2 API reference, TagSpecification.

import * as v from 'valibot';
import { nameSchema } from '../cloud/schema.ts';
import type { OperationError } from './operation.ts';
import { invalid, listOf } from './parameter.ts';
import { listSchema, structure } from './structure.ts';

const tagSchema = v.strictObject({ Key: v.string(), Value: v.optional(v.string(), '') });

type Tag = v.InferOutput<typeof tagSchema>;

const specificationSchema = v.strictObject({ ResourceType: v.string(), Tags: v.optional(listSchema(tagSchema), []) });

export const TAGS = listOf(structure('Key=…,Value=…', tagSchema));

/** What every call that makes something takes. */
export const TAGGED = {
  TagSpecifications: listOf(structure('ResourceType=…,Tags=[{Key=…,Value=…}]', specificationSchema)),
};

interface TaggedInput {
  readonly TagSpecifications?: readonly v.InferOutput<typeof specificationSchema>[] | undefined;
}

/** The name that the tags give. */
export function nameIn(tags: readonly Tag[]): string | undefined {
  return tags.find(({ Key }) => Key === 'Name')?.Value;
}

export function nameFor(resourceType: string, { TagSpecifications = [] }: TaggedInput): string | undefined {
  return nameIn(
    TagSpecifications.filter(({ ResourceType }) => ResourceType === resourceType).flatMap(({ Tags }) => Tags),
  );
}

/** The screen has room for short, plain names only; AWS's tags take more. */
export function checkName(name: string | undefined): OperationError | undefined {
  if (name === undefined) return undefined;
  const result = v.safeParse(nameSchema, name);
  return result.success ? undefined : invalid(`The name "${name}" cannot be shown here: ${result.issues[0].message}`);
}
