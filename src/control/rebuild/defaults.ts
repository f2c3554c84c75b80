// References to what AWS makes with a VPC. A script asks for their ids only when it needs them.

import { mainTableId } from '../../cloud/lookup.ts';
import { findDefaultAcl, findDefaultGroup } from '../../cloud/vpc-defaults.ts';
import { define, has, mixed, type ScriptWriter } from './script-writer.ts';

const DEFAULTS = [
  {
    idIn: mainTableId,
    command: 'aws ec2 describe-route-tables',
    filter: 'Name=association.main,Values=true',
    query: 'RouteTables[0].RouteTableId',
  },
  {
    idIn: findDefaultAcl,
    command: 'aws ec2 describe-network-acls',
    filter: 'Name=default,Values=true',
    query: 'NetworkAcls[0].NetworkAclId',
  },
  {
    idIn: findDefaultGroup,
    command: 'aws ec2 describe-security-groups',
    filter: 'Name=group-name,Values=default',
    query: 'SecurityGroups[0].GroupId',
  },
] as const;

/** Makes sure that a later line can refer to an id that AWS, and not the script, has made. */
export function askFor(writer: ScriptWriter, id: string): void {
  if (has(writer, id)) return;
  for (const { idIn, command, filter, query } of DEFAULTS) {
    const vpcId = Object.keys(writer.world.vpcs).find((each) => idIn(writer.world, each) === id);
    if (vpcId === undefined) continue;
    const filters = [mixed(writer, 'Name=vpc-id,Values=', { id: vpcId }), filter];
    define(writer, id, command, { filters }, query);
  }
}
