// Source: D-NACL; codes D-ERR, C-EUCA (vpc-dataplane 5.2). The last entry, `*`, has no number and stays.

import { checkDirection, checkExists, directionOf, ENTRY, usedNumbers } from '../acl-entry.ts';
import { defineOperation } from '../operation.ts';

export const deleteNetworkAclEntry = defineOperation({
  service: 'ec2',
  name: 'DeleteNetworkAclEntry',
  effect: 'edit',
  summary: 'Takes a numbered rule out of a network ACL',
  parameters: ENTRY,
  asks: ['Egress'],
  candidates: { RuleNumber: usedNumbers },
  check: (world, input) => checkDirection(input) ?? checkExists(world, input),
  apply(draft, input) {
    const acl = draft.networkAcls[input.NetworkAclId]!;
    const direction = directionOf(input);
    acl[direction] = acl[direction].filter(({ number }) => number !== input.RuleNumber);
    return undefined;
  },
});
