// Source: D-NAT; codes C-TF, C-EUCA, D-ERR (vpc-dataplane 4.2, 5.2). Its Elastic IP is disassociated, not released, and is billed on;
// routes to it stay as blackholes. Inferred: so do a regional gateway's own addresses in manual mode; AWS takes its own back. Simplified: gone at once, where AWS lists it as deleted for about an hour.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';
import { endAssociation } from '../public-address.ts';
import { zonesOf } from '../regional-nat-gateway.ts';

export const deleteNatGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteNatGateway',
  effect: 'edit',
  summary: 'Deletes a NAT gateway; its Elastic IP stays, and routes to it become blackholes',
  parameters: { NatGatewayId: required(id('nat-gateway')) },
  apply(draft, { NatGatewayId }, before) {
    for (const [networkInterfaceId, { managedBy }] of Object.entries(draft.networkInterfaces)) {
      if (managedBy !== NatGatewayId) continue;
      for (const [allocationId, { association }] of Object.entries(draft.elasticIps))
        if (association?.networkInterfaceId === networkInterfaceId) endAssociation(draft, allocationId);
      delete draft.networkInterfaces[networkInterfaceId];
      retireId(draft, networkInterfaceId);
    }
    const { kind, mode, zones } = before.gateways[NatGatewayId]!;
    if (mode === 'auto')
      for (const allocationId of Object.values(zonesOf({ kind, zones })).flat()) {
        delete draft.elasticIps[allocationId];
        retireId(draft, allocationId);
      }
    delete draft.gateways[NatGatewayId];
    retireId(draft, NatGatewayId);
    return { NatGatewayId };
  },
});
