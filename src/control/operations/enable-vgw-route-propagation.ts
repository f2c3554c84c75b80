// Source: D-VPN, D-RT; codes C-OS (vpc-dataplane 5.2): Gateway.NotAttached for every gateway that is not this VPC's. Again is a success.
// Inferred: InvalidParameterValue for a table that a gateway uses.

import { listGateways } from '../../cloud/lookup.ts';
import { isEdgeTable } from '../edge-table.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';
import { startPropagation } from '../propagating.ts';

export const enableVgwRoutePropagation = defineOperation({
  service: 'ec2',
  name: 'EnableVgwRoutePropagation',
  effect: 'edit',
  summary: 'Lets a virtual private gateway put what it learns into a route table',
  parameters: {
    RouteTableId: required(id('route-table')),
    GatewayId: required(id('vpn-gateway')),
  },
  unchecked: ['GatewayId'],
  candidates: {
    GatewayId: (world, { RouteTableId }) =>
      listGateways(world, 'vpn-gateway').flatMap(([each, { vpcId }]) =>
        vpcId === world.routeTables[RouteTableId ?? '']?.vpcId ? [each] : [],
      ),
  },
  isUseful: {
    GatewayId: (world, { RouteTableId }, text) =>
      !world.routeTables[RouteTableId ?? '']?.propagatingVgws?.some((each) => each === text),
  },
  check(world, { GatewayId, RouteTableId }) {
    const { vpcId } = world.routeTables[RouteTableId]!;
    const gateway = world.gateways[GatewayId];
    if (gateway?.kind !== 'vpn-gateway' || gateway.vpcId !== vpcId)
      return {
        code: 'Gateway.NotAttached',
        message: `The gateway ${GatewayId} is not attached to the network ${vpcId} of ${RouteTableId}.`,
        remedy: 'Attach the virtual private gateway to this VPC first.',
      };
    if (!isEdgeTable(world, RouteTableId)) return undefined;
    return invalid(`The route table ${RouteTableId} is associated with a gateway and cannot take propagated routes.`);
  },
  apply(draft, { GatewayId, RouteTableId }) {
    startPropagation(draft.routeTables[RouteTableId]!, GatewayId);
    return undefined;
  },
});
