// What a resource is called in a file: short, allowed there, and nobody else's.

import type { Resource, Target } from './resource.ts';

type Spell = (key: string) => string;

const SPELL: Readonly<Record<Exclude<Target, 'aws-cli'>, Spell>> = { terraform: snakeCase, cloudformation: pascalCase };

/** The label of each key; two things of one type never share one, and in CloudFormation no two things at all. */
export function labelResources(
  resources: readonly Resource[],
  target: keyof typeof SPELL,
): ReadonlyMap<string, { readonly label: string; readonly type: string }> {
  const taken = new Set<string>();
  const labels = new Map<string, { readonly label: string; readonly type: string }>();
  for (const resource of resources) {
    const form = target === 'terraform' ? resource.terraform : resource.cloudFormation;
    if (!form || labels.has(resource.key)) continue;
    const space = target === 'terraform' ? `${form.type}.` : '';
    const wanted = SPELL[target](resource.key);
    let label = wanted;
    for (let n = 2; taken.has(space + label); n++) label = `${wanted}${target === 'terraform' ? '_' : ''}${n}`;
    taken.add(space + label);
    labels.set(resource.key, { label, type: form.type });
  }
  return labels;
}

/** `vpc-red` is `red`: the type stands before it anyway. */
function snakeCase(key: string): string {
  const plain = withoutEverything(key);
  const short = plain.replace(/^(?:vpc|subnet|rtb|sg|acl|eni|i|eipalloc|pl|tg|nlb)-(?=[a-z])/, '');
  return short.replace(/[^a-z0-9]+/g, '_');
}

/** `subnet-pub-a` is `SubnetPubA`. */
function pascalCase(key: string): string {
  const words = withoutEverything(key)
    .replace(/^i-/, 'instance-')
    .split(/[^a-z0-9]+/i);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

/** Nobody wants to read 0_0_0_0_0. */
function withoutEverything(key: string): string {
  return key.replace(/-(?:0\.0\.0\.0|::)\/0$/, '');
}
