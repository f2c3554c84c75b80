// Source: D-SG, D-LIM; codes D-ERR, C-OS, C-LOG (vpc-dataplane 5.2). Tracked flows know nothing of a new rule.

import { invariant } from '../../invariant.ts';
import { checkAuthorize, RULE_PARAMETERS, RULE_PEERS, ruleCandidates, rulesOf, rulesShape } from '../group-rules.ts';
import { defineOperation } from '../operation.ts';

export const authorizeSecurityGroupIngress = defineOperation({
  service: 'ec2',
  name: 'AuthorizeSecurityGroupIngress',
  effect: 'edit',
  summary: 'Lets more traffic in through a security group',
  parameters: RULE_PARAMETERS,
  oneOf: [RULE_PEERS],
  asks: ['Protocol', 'Port'],
  candidates: ruleCandidates,
  check: (world, input) => checkAuthorize(world, input, 'inbound'),
  apply(draft, input) {
    const rules = rulesOf(input);
    invariant(rules.ok, 'a rule that was checked does not read');
    draft.securityGroups[input.GroupId]!.inbound.push(...rules.value);
    return { Return: true, SecurityGroupRules: rulesShape(input.GroupId, 'inbound', rules.value) };
  },
});
