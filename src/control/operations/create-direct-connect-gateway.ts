// Source: Direct Connect API reference, CreateDirectConnectGateway; D-DX. Simplified: ids are short; AWS's are UUIDs.

import { directConnectGatewayShape } from '../direct-connect.ts';
import { issueId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { freeText, integer, required } from '../parameter.ts';

export const createDirectConnectGateway = defineOperation({
  service: 'directconnect',
  name: 'CreateDirectConnectGateway',
  effect: 'edit',
  summary: 'Makes a gateway that joins virtual interfaces to several VPCs',
  parameters: { DirectConnectGatewayName: required(freeText('NAME')), AmazonSideAsn: integer(1, 999999999) },
  candidates: { DirectConnectGatewayName: () => ['gateway'] },
  apply(draft, { DirectConnectGatewayName, AmazonSideAsn = 64512 }) {
    const dxgwId = issueId(draft, 'dxgw');
    draft.gateways[dxgwId] = {
      kind: 'direct-connect-gateway',
      name: DirectConnectGatewayName,
      asn: AmazonSideAsn,
      virtualGatewayIds: [],
    };
    return (after) => ({ directConnectGateway: directConnectGatewayShape(after, dxgwId) });
  },
});
