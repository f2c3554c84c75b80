// The four calls that add or take away rules of a security group, two for each direction. Source: D-SG, D-LIM; codes D-ERR, C-OS, C-LOG
// (vpc-dataplane 5.2). Tracked flows know nothing of a new rule, and outlive one that is gone.

import type { SecurityGroupRule } from '../cloud/filters.ts';
import { invariant } from '../invariant.ts';
import {
  checkAuthorize,
  checkRevoke,
  type Direction,
  isSameRule,
  RULE_PARAMETERS,
  RULE_PEERS,
  type RuleInput,
  ruleCandidates,
  rulesOf,
  rulesShape,
} from './group-rules.ts';
import { defineOperation } from './operation.ts';
import { revocable } from './revocable.ts';

const WORDS = {
  inbound: { suffix: 'Ingress', way: 'in' },
  outbound: { suffix: 'Egress', way: 'out' },
} as const;

export function authorizes(direction: Direction) {
  const { suffix, way } = WORDS[direction];
  return defineOperation({
    service: 'ec2',
    name: `AuthorizeSecurityGroup${suffix}`,
    effect: 'edit',
    summary: `Lets more traffic ${way} through a security group`,
    parameters: RULE_PARAMETERS,
    oneOf: [RULE_PEERS],
    asks: ['Protocol', 'Port'],
    candidates: ruleCandidates,
    check: (world, input) => checkAuthorize(world, input, direction),
    apply(draft, input) {
      const rules = checkedRules(input);
      draft.securityGroups[input.GroupId]![direction].push(...rules);
      return { Return: true, SecurityGroupRules: rulesShape(input.GroupId, direction, rules) };
    },
  });
}

export function revokes(direction: Direction) {
  const { suffix, way } = WORDS[direction];
  return defineOperation({
    service: 'ec2',
    name: `RevokeSecurityGroup${suffix}`,
    effect: 'edit',
    summary: `Takes away a rule that lets traffic ${way}`,
    parameters: RULE_PARAMETERS,
    oneOf: [RULE_PEERS],
    candidates: { ...ruleCandidates, ...revocable(direction) },
    check: (world, input) => checkRevoke(world, input, direction),
    apply(draft, input) {
      const rules = checkedRules(input);
      const group = draft.securityGroups[input.GroupId]!;
      group[direction] = group[direction].filter((each) => !rules.some((rule) => isSameRule(each, rule)));
      return { Return: true };
    },
  });
}

function checkedRules(input: RuleInput): readonly SecurityGroupRule[] {
  const rules = rulesOf(input);
  invariant(rules.ok, 'a rule that was checked does not read');
  return rules.value;
}
