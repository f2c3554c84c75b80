// Source: D-IGW; codes C-LOG, C-OS (vpc-dataplane 5.2). Inferred: a table's association with the gateway goes with it.

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteInternetGateway = defineOperation({
  service: 'ec2',
  name: 'DeleteInternetGateway',
  effect: 'edit',
  summary: 'Deletes an internet gateway that is attached to nothing',
  parameters: { InternetGatewayId: required(id('internet-gateway')) },
  check(world, { InternetGatewayId }) {
    const { vpcId } = world.gateways[InternetGatewayId]!;
    if (vpcId === undefined) return undefined;
    return {
      code: 'DependencyViolation',
      message: `The internet gateway '${InternetGatewayId}' has dependencies and cannot be deleted.`,
      remedy: `Detach it from ${vpcId} first.`,
    };
  },
  apply(draft, { InternetGatewayId }) {
    delete draft.gateways[InternetGatewayId];
    for (const [associationId, { gatewayId }] of Object.entries(draft.routeAssociations))
      if (gatewayId === InternetGatewayId) delete draft.routeAssociations[associationId];
    retireId(draft, InternetGatewayId);
    return undefined;
  },
});
