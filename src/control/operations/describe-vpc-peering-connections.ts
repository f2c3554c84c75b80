// Source: EC2 API reference, DescribeVpcPeeringConnections. The failure shows here, not in CreateVpcPeeringConnection.

import { defineLook } from '../describe.ts';
import { peeringOf, peeringShape } from '../vpc-peering.ts';

export const describeVpcPeeringConnections = defineLook({
  name: 'DescribeVpcPeeringConnections',
  summary: 'Lists VPC peering connections, their two VPCs and how far they have come',
  resource: 'vpc-peering-connection',
  ids: 'VpcPeeringConnectionIds',
  key: 'VpcPeeringConnections',
  shape: (world, id) => peeringShape(world, id),
  filters: {
    'vpc-peering-connection-id': (_world, id) => [id],
    'status-code': (world, id) => [peeringOf(world, id).state],
    'requester-vpc-info.vpc-id': (world, id) => [peeringOf(world, id).requesterVpcId],
    'accepter-vpc-info.vpc-id': (world, id) => [peeringOf(world, id).accepterVpcId],
  },
});
