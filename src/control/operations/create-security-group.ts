// Source: D-SG, D-LIM; codes D-ERR (vpc-dataplane 5.2), C-LOG (names like sg-…, no default VPC). A new group lets nothing in and everything out.

import { groupNameSchema } from '../../cloud/filters.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import { everythingIn } from '../../cloud/vpc-defaults.ts';
import type { World } from '../../cloud/world.ts';
import { issueId } from '../issue-id.ts';
import { noDefaultVpc } from '../launch.ts';
import { defineOperation, type OperationError } from '../operation.ts';
import { freeText, id, invalid, required } from '../parameter.ts';
import { shaped } from '../shaped.ts';
import { TAGGED } from '../tags.ts';
import { groupName } from './describe-security-groups.ts';

interface Input {
  readonly GroupName: string;
  readonly VpcId?: string | undefined;
}

export const createSecurityGroup = defineOperation({
  service: 'ec2',
  name: 'CreateSecurityGroup',
  effect: 'edit',
  summary: 'Makes a security group that lets nothing in and everything out',
  parameters: {
    GroupName: required(shaped('NAME', groupNameSchema)),
    Description: required(freeText('TEXT')),
    VpcId: id('vpc'),
    ...TAGGED,
  },
  check: (world, input) =>
    vpcOf(world, input) === undefined ? noDefaultVpc('Name the VPC.') : (checkName(world, input) ?? checkQuota(world)),
  apply(draft, input, before) {
    const groupId = issueId(draft, 'sg');
    const vpcId = vpcOf(before, input) as `vpc-${string}`;
    const outbound = everythingIn(before.vpcs[vpcId]!.cidrs).map((peer) => ({ protocol: 'all' as const, peer }));
    draft.securityGroups[groupId] = { vpcId, name: input.GroupName, isDefault: false, inbound: [], outbound };
    return { GroupId: groupId };
  },
});

function vpcOf({ vpcs }: World, { VpcId }: Input): string | undefined {
  return VpcId ?? Object.keys(vpcs).find((each) => vpcs[each]?.isDefault);
}

function checkName(world: World, input: Input): OperationError | undefined {
  const { GroupName } = input;
  if (GroupName === 'default')
    return { code: 'InvalidGroup.Reserved', message: "The security group 'default' is reserved." };
  if (GroupName.startsWith('sg-'))
    return invalid(
      `Value (${GroupName}) for parameter GroupName is invalid. Group names may not be in the format sg-*.`,
    );
  const vpcId = vpcOf(world, input);
  const taken = Object.keys(world.securityGroups).find(
    (each) => world.securityGroups[each]?.vpcId === vpcId && groupName(world, each) === GroupName,
  );
  if (!taken) return undefined;
  return {
    code: 'InvalidGroup.Duplicate',
    message: `The security group '${GroupName}' already exists for VPC '${vpcId}'.`,
    remedy: `It is ${taken}.`,
  };
}

function checkQuota(world: World): OperationError | undefined {
  const quota = quotaOf(world, 'securityGroups');
  if (Object.keys(world.securityGroups).length < quota) return undefined;
  return {
    code: 'SecurityGroupLimitExceeded',
    message: `The account has reached its limit of ${quota} security groups in this region.`,
  };
}
