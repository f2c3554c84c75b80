// Source: D-VPNQ; codes D-ERR (vpc-dataplane 5.2, 10). The CLI wants --type ipsec.1; there is no other, so here it may be left out.

import { listGateways } from '../../cloud/lookup.ts';
import { quotaOf } from '../../cloud/quotas.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { choice, integer } from '../parameter.ts';
import { TAGGED } from '../tags.ts';
import { vpnGatewayShape } from './describe-vpn-gateways.ts';

export const createVpnGateway = defineOperation({
  service: 'ec2',
  name: 'CreateVpnGateway',
  effect: 'edit',
  summary: 'Makes a virtual private gateway, attached to nothing yet',
  parameters: { Type: choice('ipsec.1'), AmazonSideAsn: integer(1, 999999999), ...TAGGED },
  check(world) {
    const quota = quotaOf(world, 'vpnGateways');
    if (listGateways(world, 'vpn-gateway').length < quota) return undefined;
    return {
      code: 'VpnGatewayLimitExceeded',
      message: `The account has reached its limit of ${quota} virtual private gateways in this region.`,
      remedy: 'Delete one that nobody needs.',
    };
  },
  apply(draft, { AmazonSideAsn = 64512 }) {
    const id = issueId(draft, 'vgw');
    draft.gateways[id] = { kind: 'vpn-gateway', amazonSideAsn: AmazonSideAsn };
    return (after) => ({ VpnGateway: vpnGatewayShape(after, id) });
  },
});
