// Source: D-VPN; codes D-ERR (vpc-dataplane 5.2): a gateway that a VPN connection uses stays.

import { listGateways } from '../../cloud/lookup.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteCustomerGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteCustomerGateway',
  effect: 'edit',
  summary: 'Forgets a customer’s router that no VPN connection uses',
  parameters: { CustomerGatewayId: required(id('customer-gateway')) },
  check(world, { CustomerGatewayId }) {
    const user = listGateways<VpnConnection>(world, 'vpn-connection').find(
      ([, { customerGatewayId }]) => customerGatewayId === CustomerGatewayId,
    );
    if (!user) return undefined;
    return {
      code: 'IncorrectState',
      message: `The customer gateway ${CustomerGatewayId} is in use by ${user[0]}.`,
      remedy: `Delete ${user[0]} first.`,
    };
  },
  apply(draft, { CustomerGatewayId }) {
    delete draft.gateways[CustomerGatewayId];
    retireId(draft, CustomerGatewayId);
    return undefined;
  },
});
