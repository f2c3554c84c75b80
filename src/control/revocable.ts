// The rules that a security group has, as whole permissions: what a menu offers to take away.

import type { World } from '../cloud/world.ts';
import { type Direction, type RuleInput, ruleShape } from './group-rules.ts';
import { printShorthand } from './shorthand.ts';

export function revocable(direction: Direction) {
  return {
    Cidr: () => [],
    SourceGroup: () => [],
    IpPermissions: (world: World, { GroupId = '' }: Partial<RuleInput>) =>
      world.securityGroups[GroupId]?.[direction].map((rule) => printShorthand(withoutEmpty(ruleShape(rule)))) ?? [],
  };
}

/** What Describe shows as an empty list nobody types. */
function withoutEmpty(shape: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => !Array.isArray(value) || value.length > 0));
}
