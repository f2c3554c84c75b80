// Source: D-RTW, D-LIM; codes D-ERR (vpc-dataplane 5.2). A new table knows the VPC's own blocks and nothing else.

import { quotaOf } from '../../cloud/quotas.ts';
import { localRoute } from '../../cloud/vpc-defaults.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { routeTableShape } from './describe-route-tables.ts';

export const createRouteTable = defineOperation({
  service: 'ec2',
  name: 'CreateRouteTable',
  effect: 'edit',
  summary: 'Makes a route table in a VPC, with its local routes only',
  parameters: { VpcId: required(id('vpc')), ...TAGGED },
  check(world, { VpcId }) {
    const quota = quotaOf(world, 'routeTables');
    if (Object.values(world.routeTables).filter(({ vpcId }) => vpcId === VpcId).length < quota) return undefined;
    return {
      code: 'RouteTableLimitExceeded',
      message: `The network ${VpcId} has reached its limit of ${quota} route tables.`,
    };
  },
  apply(draft, { VpcId }, before) {
    const routeTableId = issueId(draft, 'rtb');
    const routes = before.vpcs[VpcId]!.cidrs.map(localRoute);
    draft.routeTables[routeTableId] = { vpcId: VpcId as `vpc-${string}`, routes };
    return (after) => ({ RouteTable: routeTableShape(after, routeTableId) });
  },
});
