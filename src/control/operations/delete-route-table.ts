// Source: D-RTW; codes C-OS, C-MOTO (vpc-dataplane 5.2).

import { associationsOf, isMainTable } from '../../cloud/lookup.ts';
import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, required } from '../parameter.ts';

export const deleteRouteTable = defineOperation({
  service: 'ec2',
  name: 'DeleteRouteTable',
  effect: 'edit',
  summary: 'Deletes a route table that nothing uses',
  parameters: { RouteTableId: required(id('route-table')) },
  isUseful: { RouteTableId: (world, _input, routeTableId) => !isMainTable(world, routeTableId) },
  check(world, { RouteTableId }) {
    const associations = associationsOf(world, RouteTableId);
    if (associations.length === 0) return undefined;
    const users = associations.flatMap(([, { subnetId, gatewayId }]) => subnetId ?? gatewayId ?? []);
    return {
      code: 'DependencyViolation',
      message: `The route table '${RouteTableId}' has dependencies and cannot be deleted.`,
      remedy: isMainTable(world, RouteTableId)
        ? 'It is the main table; make another table the main one first.'
        : `Still used by ${users.join(', ')}.`,
    };
  },
  apply(draft, { RouteTableId }) {
    delete draft.routeTables[RouteTableId];
    retireId(draft, RouteTableId);
    return undefined;
  },
});
