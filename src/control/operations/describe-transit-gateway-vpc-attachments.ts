// Source: EC2 API reference, DescribeTransitGatewayVpcAttachments.

import { attachmentOf } from '../../dataplane/transit-routes.ts';
import { defineLook } from '../describe.ts';
import { vpcAttachmentShape } from '../transit-gateway.ts';

export const describeTransitGatewayVpcAttachments = defineLook({
  name: 'DescribeTransitGatewayVpcAttachments',
  summary: 'Lists the VPCs that are attached to transit gateways, and by which subnets',
  resource: 'transit-gateway-vpc-attachment',
  ids: 'TransitGatewayAttachmentIds',
  key: 'TransitGatewayVpcAttachments',
  shape: vpcAttachmentShape,
  filters: {
    'transit-gateway-attachment-id': (_world, id) => [id],
    'transit-gateway-id': (world, id) => [attachmentOf(world, id)?.transitGatewayId],
    'vpc-id': (world, id) => [attachmentOf(world, id)?.vpcId],
    state: () => ['available'],
  },
});
