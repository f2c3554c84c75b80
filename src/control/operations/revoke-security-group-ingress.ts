// Source: D-SG; codes D-ERR (vpc-dataplane 5.2).

import { invariant } from '../../invariant.ts';
import { checkRevoke, isSameRule, RULE_PARAMETERS, RULE_PEERS, ruleCandidates, rulesOf } from '../group-rules.ts';
import { defineOperation } from '../operation.ts';
import { revocable } from '../revocable.ts';

export const revokeSecurityGroupIngress = defineOperation({
  service: 'ec2',
  name: 'RevokeSecurityGroupIngress',
  effect: 'edit',
  summary: 'Takes away a rule that lets traffic in',
  parameters: RULE_PARAMETERS,
  oneOf: [RULE_PEERS],
  candidates: { ...ruleCandidates, ...revocable('inbound') },
  check: (world, input) => checkRevoke(world, input, 'inbound'),
  apply(draft, input) {
    const rules = rulesOf(input);
    invariant(rules.ok, 'a rule that was checked does not read');
    const group = draft.securityGroups[input.GroupId]!;
    group.inbound = group.inbound.filter((each) => !rules.value.some((rule) => isSameRule(each, rule)));
    return { Return: true };
  },
});
