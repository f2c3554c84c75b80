// Transit gateways. Their defaults are turned off and every association and propagation is declared, so that nothing happens by itself.

import type { Gateway, GatewayNode } from '../../cloud/gateway.ts';
import type { World } from '../../cloud/world.ts';
import type { TransitGatewayRouteTable } from '../../dataplane/gateways/transit-gateway-route-table.ts';
import { declare, type Fields, type Inventory, idOf, leaveOut, nameTags, type Reference } from './resource.ts';

export function declareTransitGateway(inventory: Inventory, id: string, { amazonSideAsn }: Gateway): void {
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_ec2_transit_gateway',
      fields: {
        amazon_side_asn: amazonSideAsn as number,
        default_route_table_association: 'disable',
        default_route_table_propagation: 'disable',
        tags,
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::TransitGateway',
      fields: {
        AmazonSideAsn: amazonSideAsn as number,
        DefaultRouteTableAssociation: 'disable',
        DefaultRouteTablePropagation: 'disable',
        Tags,
      },
    },
  });
}

/** A VPN's attachment comes with its connection, and only Terraform can name it. */
export function declareTransitAttachment(inventory: Inventory, id: string, gateway: Gateway): void {
  if (gateway.vpcId === undefined) {
    leaveOut(inventory, 'vpn-attachment', id, ['cloudformation']);
    return;
  }
  const own = {
    gateway: idOf(gateway.transitGatewayId as string),
    vpc: idOf(gateway.vpcId as string),
    subnets: (gateway.nodes as readonly GatewayNode[]).map(({ subnetId }) => idOf(subnetId)),
  };
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_ec2_transit_gateway_vpc_attachment',
      fields: {
        transit_gateway_id: own.gateway,
        vpc_id: own.vpc,
        subnet_ids: own.subnets,
        appliance_mode_support: gateway.applianceMode ? 'enable' : undefined,
        security_group_referencing_support: gateway.securityGroupReferencing ? 'enable' : undefined,
        transit_gateway_default_route_table_association: false,
        transit_gateway_default_route_table_propagation: false,
        tags,
      },
    },
    cloudFormation: {
      type: 'AWS::EC2::TransitGatewayVpcAttachment',
      fields: {
        TransitGatewayId: own.gateway,
        VpcId: own.vpc,
        SubnetIds: own.subnets,
        Options: optionsOf(gateway),
        Tags,
      },
    },
  });
}

function optionsOf({ applianceMode, securityGroupReferencing }: Gateway): Fields | undefined {
  if (!applianceMode && !securityGroupReferencing) return undefined;
  return {
    ApplianceModeSupport: applianceMode ? 'enable' : undefined,
    SecurityGroupReferencingSupport: securityGroupReferencing ? 'enable' : undefined,
  };
}

export function declareTransitTable(inventory: Inventory, id: string, gateway: Gateway): void {
  const { routes, associations, propagations } = gateway as unknown as TransitGatewayRouteTable;
  const { tags, Tags } = nameTags(id);
  const owner = idOf(gateway.transitGatewayId as string);
  declare(inventory, id, {
    terraform: { type: 'aws_ec2_transit_gateway_route_table', fields: { transit_gateway_id: owner, tags } },
    cloudFormation: { type: 'AWS::EC2::TransitGatewayRouteTable', fields: { TransitGatewayId: owner, Tags } },
  });
  for (const each of associations) declareUse(inventory, id, each, 'association');
  for (const each of propagations) declareUse(inventory, id, each, 'propagation');
  for (const { destination, attachmentId } of routes) declareTransitRoute(inventory, id, destination, attachmentId);
}

/** An attachment in Terraform, and in CloudFormation where it can be named. */
function attachmentOf({ gateways }: World, id: string): { readonly terraform: Reference; readonly isVpc: boolean } {
  const vpnConnectionId = gateways[id]?.vpnConnectionId;
  return typeof vpnConnectionId === 'string'
    ? { terraform: { to: vpnConnectionId, terraform: 'transit_gateway_attachment_id' }, isVpc: false }
    : { terraform: idOf(id), isVpc: true };
}

const USES = {
  association: ['aws_ec2_transit_gateway_route_table_association', 'AWS::EC2::TransitGatewayRouteTableAssociation'],
  propagation: ['aws_ec2_transit_gateway_route_table_propagation', 'AWS::EC2::TransitGatewayRouteTablePropagation'],
} as const;

function declareUse(inventory: Inventory, tableId: string, attachmentId: string, use: keyof typeof USES): void {
  const { terraform, isVpc } = attachmentOf(inventory.world, attachmentId);
  const [terraformType, cloudFormationType] = USES[use];
  declare(inventory, `${tableId}-${use}-${attachmentId}`, {
    terraform: {
      type: terraformType,
      fields: { transit_gateway_attachment_id: terraform, transit_gateway_route_table_id: idOf(tableId) },
    },
    cloudFormation: isVpc
      ? {
          type: cloudFormationType,
          fields: { TransitGatewayAttachmentId: idOf(attachmentId), TransitGatewayRouteTableId: idOf(tableId) },
        }
      : undefined,
  });
}

function declareTransitRoute(
  inventory: Inventory,
  tableId: string,
  destination: string,
  attachmentId: string | undefined,
): void {
  const attachment = attachmentId === undefined ? undefined : attachmentOf(inventory.world, attachmentId);
  declare(inventory, `${tableId}-${destination}`, {
    terraform: {
      type: 'aws_ec2_transit_gateway_route',
      fields: {
        destination_cidr_block: destination,
        transit_gateway_route_table_id: idOf(tableId),
        ...(attachment ? { transit_gateway_attachment_id: attachment.terraform } : { blackhole: true }),
      },
    },
    cloudFormation:
      attachment?.isVpc === false
        ? undefined
        : {
            type: 'AWS::EC2::TransitGatewayRoute',
            fields: {
              DestinationCidrBlock: destination,
              TransitGatewayRouteTableId: idOf(tableId),
              ...(attachmentId === undefined
                ? { Blackhole: true }
                : { TransitGatewayAttachmentId: idOf(attachmentId) }),
            },
          },
  });
}
