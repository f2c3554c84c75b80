// Source: EC2 API reference, DescribeTransitGatewayAttachments.

import { associatedTable, attachmentOf } from '../../dataplane/transit-routes.ts';
import { defineLook } from '../describe.ts';
import { attachmentShape } from '../transit-gateway.ts';

export const describeTransitGatewayAttachments = defineLook({
  name: 'DescribeTransitGatewayAttachments',
  summary: 'Lists what is attached to transit gateways, and which table each attachment uses',
  resource: 'transit-gateway-attachment',
  ids: 'TransitGatewayAttachmentIds',
  key: 'TransitGatewayAttachments',
  shape: attachmentShape,
  filters: {
    'transit-gateway-attachment-id': (_world, id) => [id],
    'transit-gateway-id': (world, id) => [attachmentOf(world, id)?.transitGatewayId],
    'resource-id': (world, id) => [attachmentShape(world, id).ResourceId],
    'resource-type': (world, id) => [attachmentShape(world, id).ResourceType],
    'association.transit-gateway-route-table-id': (world, id) => [associatedTable(world, id)],
    state: () => ['available'],
  },
});
