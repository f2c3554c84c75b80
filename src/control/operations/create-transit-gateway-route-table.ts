// Source: D-TGW, D-TGWQ (vpc-dataplane 7.4). Inferred: the quota's code.

import { quotaOf } from '../../cloud/quotas.ts';
import { listTransitTables } from '../../dataplane/transit-routes.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { transitTableShape } from '../transit-gateway.ts';

export const createTransitGatewayRouteTable = defineOperation({
  service: 'ec2',
  name: 'CreateTransitGatewayRouteTable',
  effect: 'edit',
  summary: 'Makes an empty route table for a transit gateway',
  parameters: { TransitGatewayId: required(id('transit-gateway')), ...TAGGED },
  check(world, { TransitGatewayId }) {
    const quota = quotaOf(world, 'transitGatewayRouteTables');
    const have = listTransitTables(world).filter(([, { transitGatewayId }]) => transitGatewayId === TransitGatewayId);
    if (have.length < quota) return undefined;
    return {
      code: 'TransitGatewayRouteTableLimitExceeded',
      message: `${TransitGatewayId} has reached its limit of ${quota} route tables.`,
    };
  },
  apply(draft, { TransitGatewayId }) {
    const tableId = issueId(draft, 'tgw-rtb');
    draft.gateways[tableId] = {
      kind: 'transit-gateway-route-table',
      transitGatewayId: TransitGatewayId,
      routes: [],
      associations: [],
      propagations: [],
    };
    return (after) => ({ TransitGatewayRouteTable: { ...transitTableShape(after, tableId), State: 'pending' } });
  },
});
