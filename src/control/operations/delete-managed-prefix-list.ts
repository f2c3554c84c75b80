// Source: EC2 API reference, DeleteManagedPrefixList; D-ERR. Inferred: the codes for a list in use and for one of AWS's.

import type { World } from '../../cloud/world.ts';
import { isAwsName } from '../endpoint.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { managedPrefixListShape } from './describe-managed-prefix-lists.ts';

export const deleteManagedPrefixList = defineOperation({
  service: 'ec2',
  name: 'DeleteManagedPrefixList',
  effect: 'edit',
  summary: 'Deletes a prefix list that nothing uses',
  parameters: { PrefixListId: required(id('prefix-list')) },
  candidates: {
    PrefixListId: (world) => Object.keys(world.prefixLists).filter((each) => !isAwsName(world.prefixLists[each]!.name)),
  },
  check(world, { PrefixListId }) {
    if (isAwsName(world.prefixLists[PrefixListId]!.name))
      return { code: 'UnauthorizedOperation', message: `The prefix list ${PrefixListId} is AWS's own.` };
    const user = userOf(world, PrefixListId);
    if (!user) return undefined;
    return { code: 'DependencyViolation', message: `The prefix list ${PrefixListId} is used by ${user}.` };
  },
  apply(draft, { PrefixListId }, before) {
    delete draft.prefixLists[PrefixListId];
    retireId(draft, PrefixListId);
    return { PrefixList: { ...managedPrefixListShape(before, PrefixListId), State: 'delete-in-progress' } };
  },
});

function userOf(world: World, listId: string): string | undefined {
  const table = Object.keys(world.routeTables).find((each) =>
    world.routeTables[each]!.routes.some(({ destination }) => destination === listId),
  );
  const group = Object.keys(world.securityGroups).find((each) => {
    const { inbound, outbound } = world.securityGroups[each]!;
    return [...inbound, ...outbound].some(({ peer }) => peer === listId);
  });
  return table ?? group;
}
