// Source: D-RT, EC2 API reference; codes D-ERR. A list counts against a route table's quota by its greatest size; here a table's rows are
// counted as they are. Inferred: the code for a name of AWS's own, and for more entries than the list may have.

import { quotaOf } from '../../cloud/quotas.ts';
import type { World } from '../../cloud/world.ts';
import { type Cidr, clearHostBits, isIpv4Cidr } from '../../net/cidr.ts';
import { isAwsName } from '../endpoint.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { choice, freeText, integer, invalid, listOf, required } from '../parameter.ts';
import { prefixListEntry } from '../prefix-list-entry.ts';
import { TAGGED } from '../tags.ts';
import { managedPrefixListShape } from './describe-managed-prefix-lists.ts';

interface Input {
  readonly PrefixListName: string;
  readonly AddressFamily: 'IPv4' | 'IPv6';
  readonly MaxEntries: number;
  readonly Entries?: readonly { readonly Cidr: string }[] | undefined;
}

export const createManagedPrefixList = defineOperation({
  service: 'ec2',
  name: 'CreateManagedPrefixList',
  effect: 'edit',
  summary: 'Makes a named list of blocks that routes and security group rules may use',
  parameters: {
    PrefixListName: required(freeText('NAME')),
    AddressFamily: required(choice('IPv4', 'IPv6')),
    MaxEntries: required(integer(1, 1000)),
    Entries: listOf(prefixListEntry()),
    ...TAGGED,
  },
  check: checkList,
  apply(draft, input) {
    const listId = issueId(draft, 'pl');
    draft.prefixLists[listId] = { name: input.PrefixListName, cidrs: blocksOf(input) as never };
    return (after) => ({ PrefixList: managedPrefixListShape(after, listId) });
  },
});

function blocksOf({ Entries = [] }: Input): readonly Cidr[] {
  return [...new Set(Entries.map(({ Cidr }) => clearHostBits(Cidr) as Cidr))];
}

function checkList(world: World, input: Input): OperationError | undefined {
  const { PrefixListName, AddressFamily, MaxEntries } = input;
  const blocks = blocksOf(input);
  if (isAwsName(PrefixListName)) return invalid(`The name ${PrefixListName} is reserved for AWS.`);
  const stranger = blocks.find((block) => isIpv4Cidr(block) !== (AddressFamily === 'IPv4'));
  if (stranger) return invalid(`The block ${stranger} is not of the address family ${AddressFamily}.`);
  if (blocks.length > MaxEntries)
    return {
      code: 'PrefixListMaxEntriesExceeded',
      message: `The list may have ${MaxEntries} entries, and ${blocks.length} are given.`,
    };
  const limit = quotaOf(world, 'prefixLists');
  const own = Object.values(world.prefixLists).filter(({ name }) => !isAwsName(name));
  if (own.length < limit) return undefined;
  return { code: 'PrefixListLimitExceeded', message: `The account has reached its limit of ${limit} prefix lists.` };
}
