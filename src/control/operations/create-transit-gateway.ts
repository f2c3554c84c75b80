// Source: D-TGW, D-TGWQ; code C-TF (vpc-dataplane 7.4). Unless told otherwise it gets a table that every new attachment is associated with
// and propagates to, so that all attached VPCs reach each other.

import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { freeText } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { transitGatewayShape, transitOptions } from '../transit-gateway.ts';

export const createTransitGateway = defineOperation({
  service: 'ec2',
  name: 'CreateTransitGateway',
  effect: 'edit',
  summary: 'Makes a transit gateway, a router that VPCs can be attached to',
  parameters: { Description: freeText('TEXT'), Options: transitOptions(), ...TAGGED },
  check(world) {
    const quota = quotaOf(world, 'transitGateways');
    if (listGateways(world, 'transit-gateway').length < quota) return undefined;
    return {
      code: 'TransitGatewayLimitExceeded',
      message: `The account has reached its limit of ${quota} transit gateways in this region.`,
    };
  },
  apply(draft, { Options = {} }) {
    const transitGatewayId = issueId(draft, 'tgw');
    const associates = Options.DefaultRouteTableAssociation !== 'disable';
    const propagates = Options.DefaultRouteTablePropagation !== 'disable';
    const tableId = associates || propagates ? issueId(draft, 'tgw-rtb') : undefined;
    draft.gateways[transitGatewayId] = {
      kind: 'transit-gateway',
      amazonSideAsn: Options.AmazonSideAsn ?? 64512,
      ...(associates && { associationDefaultRouteTableId: tableId }),
      ...(propagates && { propagationDefaultRouteTableId: tableId }),
    };
    if (tableId)
      draft.gateways[tableId] = {
        kind: 'transit-gateway-route-table',
        transitGatewayId,
        routes: [],
        associations: [],
        propagations: [],
      };
    return (after) => ({ TransitGateway: { ...transitGatewayShape(after, transitGatewayId), State: 'pending' } });
  },
});
