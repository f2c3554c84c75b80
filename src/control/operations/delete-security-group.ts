// Source: D-SG; codes D-ERR, C-OS (vpc-dataplane 5.2).

import type { World } from '../../cloud/world.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteSecurityGroup = defineOperation({
  service: 'ec2',
  name: 'DeleteSecurityGroup',
  effect: 'edit',
  summary: 'Deletes a security group that no interface has and no other group names',
  parameters: { GroupId: required(id('security-group')) },
  isUseful: { GroupId: (world, _input, groupId) => !world.securityGroups[groupId]?.isDefault },
  check(world, { GroupId }) {
    if (world.securityGroups[GroupId]?.isDefault)
      return { code: 'CannotDelete', message: `The security group '${GroupId}' is a VPC's default group.` };
    const users = usersOf(world, GroupId);
    if (users.length === 0) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The resource ${GroupId} has a dependent object.`,
      remedy: `Used by ${users.slice(0, 6).join(', ')}.`,
    };
  },
  apply(draft, { GroupId }) {
    delete draft.securityGroups[GroupId];
    retireId(draft, GroupId);
    return { Return: true, GroupId };
  },
});

function usersOf({ networkInterfaces, securityGroups }: World, groupId: string): readonly string[] {
  const interfaces = Object.keys(networkInterfaces).filter((each) =>
    networkInterfaces[each]?.groups.some((group) => group === groupId),
  );
  const groups = Object.entries(securityGroups).flatMap(([each, { inbound, outbound }]) =>
    each !== groupId && [...inbound, ...outbound].some(({ peer }) => peer === groupId) ? [each] : [],
  );
  return [...interfaces, ...groups];
}
