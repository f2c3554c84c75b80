// Source: D-NACL, D-LIM; codes D-ERR, C-MOTO, C-EUCA (vpc-dataplane 5.2). Flows that are under way are cut or let through at once.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { invariant } from '../../invariant.ts';
import {
  checkDirection,
  directionOf,
  ENTRY,
  ENTRY_BLOCKS,
  ENTRY_CONTENT,
  type EntryInput,
  entryCandidates,
  entryOf,
  findEntry,
  freeNumbers,
} from '../acl-entry.ts';
import { defineOperation, type OperationError } from '../operation.ts';

export const createNetworkAclEntry = defineOperation({
  service: 'ec2',
  name: 'CreateNetworkAclEntry',
  effect: 'edit',
  summary: 'Adds a numbered rule to a network ACL, for one direction',
  parameters: { ...ENTRY, ...ENTRY_CONTENT },
  oneOf: [ENTRY_BLOCKS],
  asks: ['Egress'],
  candidates: { ...entryCandidates, RuleNumber: freeNumbers },
  check: (world, input) =>
    checkDirection(input) ?? checkContent(input) ?? checkFree(world, input) ?? checkQuota(world, input),
  apply(draft, input) {
    const entry = entryOf(input);
    invariant(entry.ok, 'an entry that was checked does not read');
    draft.networkAcls[input.NetworkAclId]![directionOf(input)].push(entry.value);
    return undefined;
  },
});

function checkContent(input: EntryInput): OperationError | undefined {
  const entry = entryOf(input);
  return entry.ok ? undefined : entry.error;
}

function checkFree(world: World, input: EntryInput): OperationError | undefined {
  if (!findEntry(world, input)) return undefined;
  return {
    code: 'NetworkAclEntryAlreadyExists',
    message: `The network acl entry identified by ${input.RuleNumber} already exists.`,
    remedy: 'Use another number, or replace-network-acl-entry.',
  };
}

function checkQuota(world: World, input: EntryInput): OperationError | undefined {
  const quota = quotaOf(world, 'networkAclEntries');
  if (world.networkAcls[input.NetworkAclId]![directionOf(input)].length < quota) return undefined;
  return {
    code: 'NetworkAclEntryLimitExceeded',
    message: `The network ACL ${input.NetworkAclId} has reached its limit of ${quota} ${directionOf(input)} rules.`,
  };
}
