// Source: EC2 API reference, SearchTransitGatewayRoutes: the only call that shows a table's routes, and it insists on a filter.

import { listTransitRoutes } from '../../dataplane/transit-routes.ts';
import { filter, passesFilter } from '../filter.ts';
import { defineOperation } from '../operation.ts';
import { listOf, required } from '../parameter.ts';
import { routeShape, TABLE } from '../transit-gateway.ts';

export const searchTransitGatewayRoutes = defineOperation({
  service: 'ec2',
  name: 'SearchTransitGatewayRoutes',
  effect: 'look',
  summary: 'Lists the routes of a transit gateway’s table, static and propagated',
  parameters: {
    TransitGatewayRouteTableId: TABLE,
    Filters: required(listOf(filter(['type', 'state', 'route-search.exact-match', 'attachment.resource-id']))),
  },
  apply(_draft, { TransitGatewayRouteTableId, Filters }, world) {
    const shapes = listTransitRoutes(world, TransitGatewayRouteTableId).map((route) => routeShape(world, route));
    const Routes = shapes.filter((shape) =>
      Filters.every((each) => {
        const values = {
          type: [shape.Type],
          state: [shape.State],
          'route-search.exact-match': [shape.DestinationCidrBlock],
          'attachment.resource-id': shape.TransitGatewayAttachments?.map(({ ResourceId }) => ResourceId) ?? [],
        };
        return passesFilter(each, values[each.Name as keyof typeof values]);
      }),
    );
    return { Routes, AdditionalRoutesAvailable: false };
  },
});
