// The kinds of thing that an id may name: where they stand in the World, and EC2's codes for an id that names nothing.
// Source: D-ERR (vpc-dataplane 5.2).

import type { World } from '../cloud/world.ts';
import { GATEWAY_KINDS } from '../dataplane/gateways/registry.ts';
import { aclAssociationId, attachmentId, subnetIpv6Blocks, vpcBlocks } from './derived-id.ts';
import { isEndpoint } from './endpoint.ts';

export interface ResourceKind {
  readonly label: string;
  /** What a whole id looks like to EC2: these start it. Others are malformed. */
  readonly prefixes: readonly string[];
  readonly notFound: string;
  readonly malformed: string;
  /** Ids that exist, in the World's order. */
  list(world: World): readonly string[];
}

function inRecord(
  label: string,
  prefix: string,
  notFound: string,
  malformed: string,
  record: (world: World) => Readonly<Record<string, unknown>>,
): ResourceKind {
  return { label, prefixes: [prefix], notFound, malformed, list: (world) => Object.keys(record(world)) };
}

function gatewayOf(label: string, kind: string, prefix: string, notFound: string, malformed: string): ResourceKind {
  const list = (world: World) => Object.keys(world.gateways).filter((id) => world.gateways[id]?.kind === kind);
  return { label, prefixes: [prefix], notFound, malformed, list };
}

const TAGGED_PARTS = [
  'vpcs',
  'subnets',
  'routeTables',
  'gateways',
  'networkInterfaces',
  'instances',
  'elasticIps',
  'securityGroups',
  'networkAcls',
  'prefixLists',
] as const;

/** Direct Connect has one code for whatever the caller got wrong. Source: Direct Connect API reference. */
const CALLER = 'DirectConnectClientException';

const DIRECT_CONNECT = {
  'direct-connect-connection': gatewayOf('connection', 'direct-connect-connection', 'dxcon-', CALLER, CALLER),
  'virtual-interface': gatewayOf('virtual interface', 'virtual-interface', 'dxvif-', CALLER, CALLER),
  'direct-connect-gateway': gatewayOf('Direct Connect gateway', 'direct-connect-gateway', 'dxgw-', CALLER, CALLER),
};

export const RESOURCE_KINDS = {
  vpc: inRecord('VPC', 'vpc-', 'InvalidVpcID.NotFound', 'InvalidVpcID.Malformed', (world) => world.vpcs),
  subnet: inRecord(
    'subnet',
    'subnet-',
    'InvalidSubnetID.NotFound',
    'InvalidSubnetID.Malformed',
    (world) => world.subnets,
  ),
  'route-table': inRecord(
    'route table',
    'rtb-',
    'InvalidRouteTableID.NotFound',
    'InvalidRouteTableId.Malformed',
    (world) => world.routeTables,
  ),
  'route-association': inRecord(
    'route table association',
    'rtbassoc-',
    'InvalidAssociationID.NotFound',
    'InvalidRouteTableAssociationID.Malformed',
    (world) => world.routeAssociations,
  ),
  'internet-gateway': gatewayOf(
    'internet gateway',
    'internet-gateway',
    'igw-',
    'InvalidInternetGatewayID.NotFound',
    'InvalidInternetGatewayId.Malformed',
  ),
  /** Zonal and regional ones. */
  'nat-gateway': {
    label: 'NAT gateway',
    prefixes: ['nat-'],
    notFound: 'NatGatewayNotFound',
    malformed: 'NatGatewayMalformed',
    list: ({ gateways }) => Object.keys(gateways).filter((id) => gateways[id]?.kind.endsWith('nat-gateway')),
  },
  'network-interface': inRecord(
    'network interface',
    'eni-',
    'InvalidNetworkInterfaceID.NotFound',
    'InvalidNetworkInterfaceId.Malformed',
    (world) => world.networkInterfaces,
  ),
  instance: inRecord(
    'instance',
    'i-',
    'InvalidInstanceID.NotFound',
    'InvalidInstanceID.Malformed',
    (world) => world.instances,
  ),
  allocation: inRecord(
    'Elastic IP',
    'eipalloc-',
    'InvalidAllocationID.NotFound',
    'InvalidAllocationID.Malformed',
    (world) => world.elasticIps,
  ),
  'address-association': {
    label: 'address association',
    prefixes: ['eipassoc-'],
    notFound: 'InvalidAssociationID.NotFound',
    malformed: 'InvalidAssociationID.Malformed',
    list: (world) => Object.values(world.elasticIps).flatMap(({ association }) => association?.id ?? []),
  },
  'egress-only-internet-gateway': gatewayOf(
    'egress-only internet gateway',
    'egress-only-internet-gateway',
    'eigw-',
    'InvalidGatewayID.NotFound',
    'InvalidEgressOnlyInternetGatewayId.Malformed',
  ),
  'transit-gateway': gatewayOf(
    'transit gateway',
    'transit-gateway',
    'tgw-',
    'InvalidTransitGatewayID.NotFound',
    'InvalidTransitGatewayID.Malformed',
  ),
  'transit-gateway-attachment': gatewayOf(
    'transit gateway attachment',
    'transit-gateway-attachment',
    'tgw-attach-',
    'InvalidTransitGatewayAttachmentID.NotFound',
    'InvalidTransitGatewayAttachmentID.Malformed',
  ),
  'transit-gateway-vpc-attachment': {
    label: 'transit gateway VPC attachment',
    prefixes: ['tgw-attach-'],
    notFound: 'InvalidTransitGatewayAttachmentID.NotFound',
    malformed: 'InvalidTransitGatewayAttachmentID.Malformed',
    list: (world) =>
      Object.entries(world.gateways).flatMap(([id, { kind, vpcId }]) =>
        kind === 'transit-gateway-attachment' && vpcId !== undefined ? [id] : [],
      ),
  },
  'transit-gateway-route-table': gatewayOf(
    'transit gateway route table',
    'transit-gateway-route-table',
    'tgw-rtb-',
    'InvalidRouteTableID.NotFound',
    'InvalidRouteTableId.Malformed',
  ),
  'vpc-peering-connection': gatewayOf(
    'VPC peering connection',
    'vpc-peering-connection',
    'pcx-',
    'InvalidVpcPeeringConnectionID.NotFound',
    'InvalidVpcPeeringConnectionId.Malformed',
  ),
  'vpn-gateway': gatewayOf(
    'virtual private gateway',
    'vpn-gateway',
    'vgw-',
    'InvalidVpnGatewayID.NotFound',
    'InvalidVpnGatewayID.Malformed',
  ),
  'customer-gateway': gatewayOf(
    'customer gateway',
    'customer-gateway',
    'cgw-',
    'InvalidCustomerGatewayID.NotFound',
    'InvalidCustomerGatewayId.Malformed',
  ),
  'vpn-connection': gatewayOf(
    'VPN connection',
    'vpn-connection',
    'vpn-',
    'InvalidVpnConnectionID.NotFound',
    'InvalidVpnConnectionID.Malformed',
  ),
  'customer-site': gatewayOf('customer site', 'customer-site', 'site-', 'InvalidSite.NotFound', 'InvalidSite.NotFound'),
  ...DIRECT_CONNECT,
  'prefix-list': inRecord(
    'prefix list',
    'pl-',
    'InvalidPrefixListID.NotFound',
    'InvalidPrefixListId.Malformed',
    (world) => world.prefixLists,
  ),
  'vpc-endpoint': {
    label: 'VPC endpoint',
    prefixes: ['vpce-'],
    notFound: 'InvalidVpcEndpointId.NotFound',
    malformed: 'InvalidVpcEndpointId.Malformed',
    list: (world) => Object.keys(world.gateways).filter((id) => isEndpoint(world, id)),
  },
  'vpc-endpoint-service': gatewayOf(
    'endpoint service',
    'endpoint-service',
    'vpce-svc-',
    'InvalidVpcEndpointServiceId.NotFound',
    'InvalidVpcEndpointServiceId.Malformed',
  ),
  'load-balancer': gatewayOf(
    'load balancer',
    'network-load-balancer',
    'nlb-',
    'LoadBalancerNotFound',
    'ValidationError',
  ),
  'target-group': gatewayOf('target group', 'target-group', 'tg-', 'TargetGroupNotFound', 'ValidationError'),
  listener: {
    label: 'listener',
    prefixes: ['listener-'],
    notFound: 'ListenerNotFound',
    malformed: 'ValidationError',
    list: (world) =>
      Object.values(world.gateways).flatMap(({ kind, listeners }) =>
        kind === 'network-load-balancer' ? (listeners as { id: string }[]).map(({ id }) => id) : [],
      ),
  },
  'security-group': inRecord(
    'security group',
    'sg-',
    'InvalidGroup.NotFound',
    'InvalidGroupId.Malformed',
    (world) => world.securityGroups,
  ),
  'network-acl': inRecord(
    'network ACL',
    'acl-',
    'InvalidNetworkAclID.NotFound',
    'InvalidNetworkAclId.Malformed',
    (world) => world.networkAcls,
  ),
  /** What a route's GatewayId may name. Its own code, whatever the prefix: InvalidGatewayID.NotFound. */
  'route-gateway': {
    label: 'gateway',
    prefixes: ['igw-', 'vgw-', 'vpce-'],
    notFound: 'InvalidGatewayID.NotFound',
    malformed: 'InvalidGatewayID.NotFound',
    list: (world) =>
      Object.entries(world.gateways).flatMap(([id, { kind }]) =>
        GATEWAY_KINDS[kind]?.routeParameter === 'GatewayId' ? [id] : [],
      ),
  },
  'vpc-block': {
    label: 'VPC CIDR block association',
    prefixes: ['vpc-cidr-assoc-'],
    notFound: 'InvalidVpcCidrBlockAssociationID.NotFound',
    malformed: 'InvalidVpcCidrBlockAssociationID.Malformed',
    list: (world) => [...vpcBlocks(world).keys()],
  },
  'subnet-block': {
    label: 'subnet CIDR block association',
    prefixes: ['subnet-cidr-assoc-'],
    notFound: 'InvalidSubnetCidrBlockAssociationID.NotFound',
    malformed: 'InvalidSubnetCidrBlockAssociationID.Malformed',
    list: (world) => [...subnetIpv6Blocks(world).keys()],
  },
  'acl-association': {
    label: 'network ACL association',
    prefixes: ['aclassoc-'],
    notFound: 'InvalidAssociationID.NotFound',
    malformed: 'InvalidAssociationID.Malformed',
    list: (world) => Object.keys(world.subnets).map(aclAssociationId),
  },
  attachment: {
    label: 'network interface attachment',
    prefixes: ['eni-attach-'],
    notFound: 'InvalidAttachmentID.NotFound',
    malformed: 'InvalidAttachmentID.Malformed',
    list: (world) =>
      Object.keys(world.networkInterfaces)
        .filter((id) => world.networkInterfaces[id]?.instanceId)
        .map(attachmentId),
  },
  /** Whatever can have tags. */
  tagged: {
    label: 'resource',
    prefixes: [''],
    notFound: 'InvalidID',
    malformed: 'InvalidID',
    list: (world) => TAGGED_PARTS.flatMap((part) => Object.keys(world[part])),
  },
  host: inRecord('host', 'host-', 'InvalidHostID.NotFound', 'InvalidHostID.Malformed', (world) => world.hosts),
  frame: inRecord('frame', 'frame-', 'InvalidFrameID.NotFound', 'InvalidFrameID.Malformed', (world) => world.frames),
  machine: {
    label: 'machine',
    prefixes: [''],
    notFound: 'InvalidMachine.NotFound',
    malformed: 'InvalidMachine.NotFound',
    list: (world) => [...Object.keys(world.instances), ...Object.keys(world.internet)],
  },
} as const satisfies Record<string, ResourceKind>;

export type ResourceKindName = keyof typeof RESOURCE_KINDS;
