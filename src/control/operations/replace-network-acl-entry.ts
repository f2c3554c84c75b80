// Source: D-NACL; codes D-ERR, C-EUCA (vpc-dataplane 5.2). The whole entry is written anew.

import { invariant } from '../../invariant.ts';
import {
  checkDirection,
  checkExists,
  directionOf,
  ENTRY,
  ENTRY_BLOCKS,
  ENTRY_CONTENT,
  entryCandidates,
  entryOf,
  usedNumbers,
} from '../acl-entry.ts';
import { defineOperation } from '../operation.ts';

export const replaceNetworkAclEntry = defineOperation({
  service: 'ec2',
  name: 'ReplaceNetworkAclEntry',
  effect: 'edit',
  summary: 'Writes a numbered rule of a network ACL anew',
  parameters: { ...ENTRY, ...ENTRY_CONTENT },
  oneOf: [ENTRY_BLOCKS],
  asks: ['Egress'],
  candidates: { ...entryCandidates, RuleNumber: usedNumbers },
  check(world, input) {
    const entry = entryOf(input);
    return checkDirection(input) ?? (entry.ok ? checkExists(world, input) : entry.error);
  },
  apply(draft, input) {
    const entry = entryOf(input);
    invariant(entry.ok, 'an entry that was checked does not read');
    const entries = draft.networkAcls[input.NetworkAclId]![directionOf(input)];
    entries[entries.findIndex(({ number }) => number === input.RuleNumber)] = entry.value;
    return undefined;
  },
});
