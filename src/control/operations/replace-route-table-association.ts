// Source: D-RTW; codes C-OS, C-EUCA (vpc-dataplane 5.2). With the main association it changes which table is main, and with that the way of
// every subnet without its own. Inferred: the table that is in use already keeps its association.

import { checkEdgeTable, isEdgeTable } from '../edge-table.ts';
import { issueId, retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const replaceRouteTableAssociation = defineOperation({
  service: 'ec2',
  name: 'ReplaceRouteTableAssociation',
  effect: 'edit',
  summary: 'Makes a subnet use another route table; with the main association, changes the main table',
  parameters: { AssociationId: required(id('route-association')), RouteTableId: required(id('route-table')) },
  candidates: {
    RouteTableId(world, { AssociationId }) {
      const current = world.routeAssociations[AssociationId ?? '']?.routeTableId;
      const vpcId = world.routeTables[current ?? '']?.vpcId;
      return Object.keys(world.routeTables).filter(
        (routeTableId) => routeTableId !== current && world.routeTables[routeTableId]?.vpcId === vpcId,
      );
    },
  },
  check(world, { AssociationId, RouteTableId }) {
    const { routeTableId, main, gatewayId } = world.routeAssociations[AssociationId]!;
    if (world.routeTables[routeTableId]?.vpcId !== world.routeTables[RouteTableId]?.vpcId)
      return invalid(
        `The association ${AssociationId} and the route table ${RouteTableId} belong to different networks.`,
      );
    if (gatewayId) return checkEdgeTable(world, RouteTableId);
    if (!main || !isEdgeTable(world, RouteTableId)) return undefined;
    return invalid(`The route table ${RouteTableId} is associated with a gateway and cannot be the main table.`);
  },
  apply(draft, { AssociationId, RouteTableId }, before) {
    const current = before.routeAssociations[AssociationId]!;
    const printed = (id: string) => ({ NewAssociationId: id, AssociationState: { State: 'associated' } });
    if (current.routeTableId === RouteTableId) return printed(AssociationId);
    const id = issueId(draft, 'rtbassoc');
    delete draft.routeAssociations[AssociationId];
    retireId(draft, AssociationId);
    draft.routeAssociations[id] = { ...current, routeTableId: RouteTableId as `rtb-${string}` };
    return printed(id);
  },
});
