// What an export declares: one thing of the World, as Terraform and as CloudFormation name it. The two stand side by side, because they
// describe the same API and differ in names and in a few gaps.

import type { World } from '../../cloud/world.ts';
import type { Catalog } from '../../text/catalog.ts';

/** What one resource says of another. */
export interface Reference {
  /** The key of the other resource. */
  readonly to: string;
  /** Its attribute in Terraform. */
  readonly terraform: string;
  /** Its attribute in CloudFormation; left out: what `Ref` gives. */
  readonly cloudFormation?: string;
}

/** Text as Terraform reads it: a call, a data source. CloudFormation's functions are plain fields. */
export interface Expression {
  readonly expression: readonly (string | Reference)[];
}

/** Nested blocks of Terraform's, one after the other. */
export interface Blocks {
  readonly blocks: readonly Fields[];
}

export type Value = string | number | boolean | Reference | Expression | Blocks | readonly Value[] | Fields;

export interface Fields {
  readonly [name: string]: Value | undefined;
}

export interface Form {
  readonly type: string;
  readonly fields: Fields;
  /** Keys of resources that must be there first, although nothing here names them. */
  readonly after?: readonly string[];
}

export interface Resource {
  /** What references call it: an id of the World, or one and a word. */
  readonly key: string;
  /** Undefined where the target has no such thing. */
  readonly terraform?: Form | undefined;
  readonly cloudFormation?: Form | undefined;
}

/** Something that an export leaves out or makes otherwise, and what it is about. */
export interface Note {
  readonly kind: NoteKind;
  /** The targets that it is true of; left out: all. */
  readonly of?: readonly Target[];
  readonly subject?: string;
}

export type Target = 'aws-cli' | 'terraform' | 'cloudformation';

export const TARGETS = ['aws-cli', 'terraform', 'cloudformation'] as const satisfies readonly Target[];

type NoteKind = Exclude<keyof Catalog['exports'], 'title'>;

export interface Inventory {
  readonly world: World;
  readonly resources: Resource[];
  readonly notes: Note[];
}

export function declare({ resources }: Inventory, key: string, forms: Omit<Resource, 'key'>): void {
  resources.push({ key, ...forms });
}

export function leaveOut({ notes }: Inventory, kind: NoteKind, subject?: string, of?: readonly Target[]): void {
  const isKnown = notes.some((note) => note.kind === kind && note.subject === subject);
  if (!isKnown) notes.push({ kind, ...(subject !== undefined && { subject }), ...(of && { of }) });
}

export function idOf(key: string, cloudFormation?: string): Reference {
  return { to: key, terraform: 'id', ...(cloudFormation && { cloudFormation }) };
}

export function arnOf(key: string): Reference {
  return { to: key, terraform: 'arn' };
}

/** A Name tag in both forms. */
export function nameTags(name: string): { readonly tags: Fields; readonly Tags: readonly Fields[] } {
  return { tags: { Name: name }, Tags: [{ Key: 'Name', Value: name }] };
}
