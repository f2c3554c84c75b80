// A route table of a transit gateway: it serves the attachments that are associated with it, and knows static routes and what attachments
// propagate to it. Source: D-TGW (vpc-dataplane 7.4).

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { cidrSchema, idSchema } from '../../cloud/schema.ts';
import { defineComponent } from '../gateway-kind.ts';
import { attachmentOf, listTransitTables } from '../transit-routes.ts';

const attachmentId = idSchema('tgw-attach');

const attributes = v.strictObject({
  transitGatewayId: idSchema('tgw'),
  /** Static routes. One without an attachment is a blackhole. */
  routes: v.optional(v.array(v.strictObject({ destination: cidrSchema, attachmentId: v.optional(attachmentId) })), []),
  associations: v.optional(v.array(attachmentId), []),
  propagations: v.optional(v.array(attachmentId), []),
});

export type TransitGatewayRouteTable = v.InferOutput<typeof attributes>;

export const transitGatewayRouteTable = defineComponent<TransitGatewayRouteTable>({
  kind: 'transit-gateway-route-table',
  prefix: 'tgw-rtb',
  label: 'transit gateway route table',
  attributes,
  references({ transitGatewayId, routes, associations, propagations }, world, path, report) {
    refersToKind(world, transitGatewayId, 'transit-gateway', [...path, 'transitGatewayId'], report);
    for (const [key, ids] of Object.entries({ associations, propagations }))
      ids.forEach((id, index) => {
        const at = [...path, key, index];
        if (!refersToKind(world, id, 'transit-gateway-attachment', at, report)) return;
        if (attachmentOf(world, id)!.transitGatewayId !== transitGatewayId)
          report(at, `${id} is not attached to ${transitGatewayId}`);
      });
    associations.forEach((id, index) => {
      const other = listTransitTables(world).find(([, table]) => table.associations.includes(id));
      if (other && other[0] !== path[1])
        report([...path, 'associations', index], `${id} already uses ${other[0]}`, 'an attachment has one table');
    });
    const destinations = routes.map(({ destination }) => destination);
    const twice = destinations.find((each, index) => destinations.indexOf(each) !== index);
    if (twice)
      report([...path, 'routes'], `${twice} stands twice`, 'a table has one static route for each destination');
  },
});
