// Source: D-EIGW; code C-TF. Routes to it stay as blackholes.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteEgressOnlyInternetGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteEgressOnlyInternetGateway',
  effect: 'edit',
  summary: 'Deletes an egress-only internet gateway; routes to it become blackholes',
  parameters: { EgressOnlyInternetGatewayId: required(id('egress-only-internet-gateway')) },
  apply(draft, { EgressOnlyInternetGatewayId }) {
    delete draft.gateways[EgressOnlyInternetGatewayId];
    retireId(draft, EgressOnlyInternetGatewayId);
    return { ReturnCode: true };
  },
});
