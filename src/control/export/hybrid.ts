// What leads to customers' own networks: virtual private gateways, VPN and Direct Connect. What stands at the other end is the customer's.

import type { Gateway } from '../../cloud/gateway.ts';
import { attachmentKey } from './addresses.ts';
import { declare, type Inventory, idOf, leaveOut, nameTags } from './resource.ts';

type Attributes = Readonly<Record<string, string>>;

export function declareVpnGateway(inventory: Inventory, id: string, { vpcId, amazonSideAsn }: Gateway): void {
  const vpc = typeof vpcId === 'string' ? idOf(vpcId) : undefined;
  const asn = amazonSideAsn as number;
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: { type: 'aws_vpn_gateway', fields: { vpc_id: vpc, amazon_side_asn: asn, tags } },
    cloudFormation: { type: 'AWS::EC2::VPNGateway', fields: { Type: 'ipsec.1', AmazonSideAsn: asn, Tags } },
  });
  if (!vpc) return;
  declare(inventory, attachmentKey(id), {
    cloudFormation: { type: 'AWS::EC2::VPCGatewayAttachment', fields: { VpcId: vpc, VpnGatewayId: idOf(id) } },
  });
}

export function declareCustomerGateway(inventory: Inventory, id: string, { ipAddress, asn }: Gateway): void {
  const { tags, Tags } = nameTags(id);
  leaveOut(inventory, 'customer-device', id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_customer_gateway',
      fields: { type: 'ipsec.1', ip_address: ipAddress as string, bgp_asn: asn as number, tags },
    },
    cloudFormation: {
      type: 'AWS::EC2::CustomerGateway',
      fields: { Type: 'ipsec.1', IpAddress: ipAddress as string, BgpAsn: asn as number, Tags },
    },
  });
}

export function declareVpnConnection(inventory: Inventory, id: string, gateway: Gateway): void {
  const { vpnGatewayId, transitGatewayId, customerGatewayId } = gateway as unknown as Attributes;
  const isStatic = gateway.staticRoutesOnly === true;
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_vpn_connection',
      fields: {
        type: 'ipsec.1',
        customer_gateway_id: idOf(customerGatewayId as string),
        vpn_gateway_id: vpnGatewayId && idOf(vpnGatewayId),
        transit_gateway_id: transitGatewayId && idOf(transitGatewayId),
        static_routes_only: isStatic,
        tags,
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::VPNConnection',
      fields: {
        Type: 'ipsec.1',
        CustomerGatewayId: idOf(customerGatewayId as string),
        VpnGatewayId: vpnGatewayId && idOf(vpnGatewayId),
        TransitGatewayId: transitGatewayId && idOf(transitGatewayId),
        StaticRoutesOnly: isStatic,
        Tags,
      },
    },
  });
  for (const cidr of gateway.routes as readonly string[])
    declare(inventory, `${id}-${cidr}`, {
      terraform: {
        type: 'aws_vpn_connection_route',
        fields: { vpn_connection_id: idOf(id), destination_cidr_block: cidr },
      },
      cloudFormation: {
        type: 'AWS::EC2::VPNConnectionRoute',
        fields: { VpnConnectionId: idOf(id), DestinationCidrBlock: cidr },
      },
    });
}

export function declareConnection(inventory: Inventory, id: string, gateway: Gateway): void {
  const { name, location, bandwidth } = gateway as unknown as Attributes;
  leaveOut(inventory, 'wire', id);
  declare(inventory, id, {
    terraform: { type: 'aws_dx_connection', fields: { name, location, bandwidth } },
    cloudFormation: {
      type: 'AWS::DirectConnect::Connection',
      fields: { ConnectionName: name, Location: location, Bandwidth: bandwidth },
    },
  });
}

export function declareDirectConnectGateway(inventory: Inventory, id: string, gateway: Gateway): void {
  const { name, asn, virtualGatewayIds } = gateway as unknown as {
    readonly name: string;
    readonly asn: number;
    readonly virtualGatewayIds: readonly string[];
  };
  declare(inventory, id, {
    terraform: { type: 'aws_dx_gateway', fields: { name, amazon_side_asn: String(asn) } },
    cloudFormation: {
      type: 'AWS::DirectConnect::DirectConnectGateway',
      fields: { DirectConnectGatewayName: name, AmazonSideAsn: String(asn) },
    },
  });
  for (const vgwId of virtualGatewayIds)
    declare(inventory, `${id}-${vgwId}`, {
      terraform: {
        type: 'aws_dx_gateway_association',
        fields: { dx_gateway_id: idOf(id), associated_gateway_id: idOf(vgwId) },
      },
      cloudFormation: {
        type: 'AWS::DirectConnect::DirectConnectGatewayAssociation',
        fields: { DirectConnectGatewayId: idOf(id, 'DirectConnectGatewayId'), AssociatedGatewayId: idOf(vgwId) },
      },
    });
}

interface VirtualInterface {
  readonly interfaceType: 'private' | 'public';
  readonly connectionId: string;
  readonly name: string;
  readonly vlan: number;
  readonly asn: number;
  readonly mtu?: number;
  readonly virtualGatewayId?: string;
  readonly directConnectGatewayId?: string;
  readonly routeFilterPrefixes: readonly string[];
}

export function declareVirtualInterface(inventory: Inventory, id: string, gateway: Gateway): void {
  const virtual = gateway as unknown as VirtualInterface;
  const { interfaceType, connectionId, name, vlan, asn } = virtual;
  const isPrivate = interfaceType === 'private';
  if (!isPrivate) leaveOut(inventory, 'peer-addresses', id);
  const wire = idOf(connectionId, 'ConnectionId');
  const BgpPeers = [{ AddressFamily: 'ipv4', Asn: String(asn) }];
  const forms = isPrivate ? privateFields(virtual) : publicFields(virtual);
  declare(inventory, id, {
    terraform: {
      type: isPrivate ? 'aws_dx_private_virtual_interface' : 'aws_dx_public_virtual_interface',
      fields: { connection_id: wire, name, vlan, address_family: 'ipv4', bgp_asn: asn, ...forms.terraform },
    },
    cloudFormation: {
      type: isPrivate ? 'AWS::DirectConnect::PrivateVirtualInterface' : 'AWS::DirectConnect::PublicVirtualInterface',
      fields: { ConnectionId: wire, VirtualInterfaceName: name, Vlan: vlan, BgpPeers, ...forms.cloudFormation },
    },
  });
}

function privateFields({ mtu, virtualGatewayId, directConnectGatewayId }: VirtualInterface) {
  const vgw = virtualGatewayId && idOf(virtualGatewayId);
  const gateway = directConnectGatewayId && idOf(directConnectGatewayId, 'DirectConnectGatewayId');
  return {
    terraform: { mtu, vpn_gateway_id: vgw, dx_gateway_id: gateway },
    cloudFormation: { Mtu: mtu, VirtualGatewayId: vgw, DirectConnectGatewayId: gateway },
  };
}

function publicFields({ routeFilterPrefixes }: VirtualInterface) {
  return {
    terraform: { route_filter_prefixes: routeFilterPrefixes },
    cloudFormation: { RouteFilterPrefixes: routeFilterPrefixes },
  };
}
