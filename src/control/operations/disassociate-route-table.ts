// Source: D-RTW; codes C-OS, C-EUCA (vpc-dataplane 5.2).

import { retireId } from '../issue-id.ts';
import { defineOperation } from '../operation.ts';
import { id, invalid, required } from '../parameter.ts';

export const disassociateRouteTable = defineOperation({
  service: 'ec2',
  name: 'DisassociateRouteTable',
  effect: 'edit',
  summary: 'Ends a subnet’s association; it follows the main table again',
  parameters: { AssociationId: required(id('route-association')) },
  candidates: {
    AssociationId: (world) =>
      Object.keys(world.routeAssociations).filter((associationId) => !world.routeAssociations[associationId]?.main),
  },
  check(world, { AssociationId }) {
    if (!world.routeAssociations[AssociationId]!.main) return undefined;
    return {
      ...invalid(`The association ${AssociationId} is that of the main table and cannot be ended.`),
      remedy: 'Use replace-route-table-association to make another table the main one.',
    };
  },
  apply(draft, { AssociationId }) {
    delete draft.routeAssociations[AssociationId];
    retireId(draft, AssociationId);
    return undefined;
  },
});
