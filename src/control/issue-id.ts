import type { WorldDraft } from '../cloud/world.ts';

/**
 * The next id for a new resource: `nat-1`, `nat-2`, … A number is never given twice, even after a deletion, because a route may still
 * name what is gone. Simplified: EC2's ids are 17 hexadecimal digits.
 */
export function issueId<P extends string>(draft: WorldDraft, prefix: P): `${P}-${string}` {
  const taken = (id: string) => PARTS.some((part) => Object.hasOwn(draft[part], id)) || isAddressAssociation(draft, id);
  let number = (draft.issued[prefix] ?? 0) + 1;
  while (taken(`${prefix}-${number}`)) number++;
  draft.issued[prefix] = number;
  return `${prefix}-${number}`;
}

const PARTS = [
  'hosts',
  'vpcs',
  'subnets',
  'routeTables',
  'routeAssociations',
  'gateways',
  'networkInterfaces',
  'instances',
  'elasticIps',
  'securityGroups',
  'networkAcls',
  'frames',
] as const;

function isAddressAssociation(draft: WorldDraft, id: string): boolean {
  return Object.values(draft.elasticIps).some(({ association }) => association?.id === id);
}

/** Remembers a deleted resource's number, so that `issueId` does not give it again. */
export function retireId(draft: WorldDraft, id: string): void {
  const [, prefix, number] = /^([a-z]+(?:-[a-z]+)*)-([1-9][0-9]{0,5})$/.exec(id) ?? [];
  if (prefix) draft.issued[prefix] = Math.max(draft.issued[prefix] ?? 0, Number(number));
}
