// A World as something to run for real: a script of the AWS CLI, Terraform, or a CloudFormation template. Each begins with what it leaves out.

import type { World } from '../../cloud/world.ts';
import { CATALOGS } from '../../text/catalog.ts';
import { wrapColumns } from '../../text/columns.ts';
import type { Language } from '../../text/language.ts';
import { fillMessage } from '../../text/message.ts';
import { rebuild } from '../rebuild/rebuild.ts';
import { printCloudFormation } from './cloudformation.ts';
import { takeInventory } from './inventory.ts';
import { type Inventory, leaveOut, type Note, type Target } from './resource.ts';
import { printTerraform } from './terraform.ts';

/** What each target's file is called by its kind. */
export const EXTENSIONS: Readonly<Record<Target, string>> = {
  'aws-cli': 'sh',
  terraform: 'tf',
  cloudformation: 'yaml',
};

const COMMENT_COLUMNS = 98;

/** The whole file; `title` says whose network it is. */
export function exportWorld(world: World, target: Target, title: string, language: Language): string {
  const inventory = takeInventory(world);
  const lines = target === 'aws-cli' ? writeScript(inventory) : [];
  const heading = writeHeading(inventory, target, title, language);
  if (target === 'terraform') return printTerraform(inventory, heading);
  if (target === 'cloudformation') return printCloudFormation(inventory, heading);
  const comment = heading.map((line) => `# ${line}`.trimEnd());
  return `${['#!/usr/bin/env bash', ...comment, 'set -e', '', ...lines].join('\n')}\n`;
}

/** `blackfoot run empty` takes the same lines. */
function writeScript(inventory: Inventory): readonly string[] {
  const { lines, missing } = rebuild(inventory.world, 'aws');
  for (const each of missing) leaveOut(inventory, 'not-made', each.replace(/: .*$/, ''), ['aws-cli']);
  return lines;
}

function writeHeading({ notes }: Inventory, target: Target, title: string, language: Language): readonly string[] {
  const words = CATALOGS[language].exports;
  const say = ({ kind, subject = '' }: Note) =>
    wrapColumns(fillMessage(words[kind], { subject }), COMMENT_COLUMNS - 2).map(
      (line, index) => `${index === 0 ? '-' : ' '} ${line}`,
    );
  const told = notes.filter(({ of }) => of?.includes(target) ?? true).flatMap(say);
  return [fillMessage(words.title, { title }), '', ...told];
}
