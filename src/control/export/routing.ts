// Route tables, their routes, who uses them, and what they take over from a virtual private gateway. The main table is an attribute of its VPC
// in Terraform; CloudFormation cannot reach it, so there a table of its own takes its place and every subnet that used it says so.

import { effectiveTableId, isMainTable } from '../../cloud/lookup.ts';
import { isBlock, type Route } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { attachmentKey } from './addresses.ts';
import { interfaceOf, isLaunched } from './machines.ts';
import { prefixListOf } from './prefix-lists.ts';
import { declare, type Fields, type Inventory, idOf, leaveOut, nameTags, type Reference } from './resource.ts';

export function declareRouteTables(inventory: Inventory): void {
  const { world } = inventory;
  for (const [id, { vpcId }] of Object.entries(world.routeTables)) {
    const isMain = isMainTable(world, id);
    if (isMain && !isEdited(world, id)) continue;
    const { tags, Tags } = nameTags(id);
    declare(inventory, id, {
      terraform: isMain ? undefined : { type: 'aws_route_table', fields: { vpc_id: idOf(vpcId), tags } },
      cloudFormation: { type: 'AWS::EC2::RouteTable', fields: { VpcId: idOf(vpcId), Tags } },
    });
    if (isMain) declareMainUsers(inventory, id);
  }
}

/** Whether a table has anything that AWS did not put there. */
function isEdited({ routeTables, routeAssociations }: World, id: string): boolean {
  const { routes, propagatingVgws = [] } = routeTables[id]!;
  const isUsed = Object.values(routeAssociations).some((each) => each.routeTableId === id && !each.main);
  return isUsed || propagatingVgws.length > 0 || routes.some(({ target }) => target !== 'local');
}

function declareMainUsers(inventory: Inventory, id: string): void {
  const { world } = inventory;
  leaveOut(inventory, 'main-table', id, ['cloudformation']);
  const stated = new Set(Object.values(world.routeAssociations).flatMap(({ subnetId }) => subnetId ?? []));
  for (const subnetId of Object.keys(world.subnets)) {
    if (stated.has(subnetId as `subnet-${string}`) || effectiveTableId(world, subnetId) !== id) continue;
    declare(inventory, `${id}-${subnetId}`, {
      cloudFormation: {
        type: 'AWS::EC2::SubnetRouteTableAssociation',
        fields: { RouteTableId: idOf(id), SubnetId: idOf(subnetId) },
      },
    });
  }
}

export function tableOf(world: World, id: string): Reference {
  return isMainTable(world, id) ? { to: world.routeTables[id]!.vpcId, terraform: 'default_route_table_id' } : idOf(id);
}

export function declareTableUsers(inventory: Inventory): void {
  const { world } = inventory;
  for (const { routeTableId, subnetId, gatewayId } of Object.values(world.routeAssociations)) {
    if (subnetId)
      declare(inventory, `${routeTableId}-${subnetId}`, {
        terraform: {
          type: 'aws_route_table_association',
          fields: { route_table_id: tableOf(world, routeTableId), subnet_id: idOf(subnetId) },
        },
        cloudFormation: {
          type: 'AWS::EC2::SubnetRouteTableAssociation',
          fields: { RouteTableId: idOf(routeTableId), SubnetId: idOf(subnetId) },
        },
      });
    else if (gatewayId && world.gateways[gatewayId])
      declare(inventory, `${routeTableId}-${gatewayId}`, {
        terraform: {
          type: 'aws_route_table_association',
          fields: { route_table_id: tableOf(world, routeTableId), gateway_id: idOf(gatewayId) },
        },
        cloudFormation: {
          type: 'AWS::EC2::GatewayRouteTableAssociation',
          fields: { RouteTableId: idOf(routeTableId), GatewayId: idOf(gatewayId) },
          after: [attachmentKey(gatewayId)],
        },
      });
  }
}

export function declareRoutes(inventory: Inventory): void {
  for (const [id, { routes, propagatingVgws = [] }] of Object.entries(inventory.world.routeTables)) {
    for (const route of routes) if (route.target !== 'local') declareRoute(inventory, id, route);
    for (const vgwId of propagatingVgws) declarePropagation(inventory, id, vgwId);
  }
}

/** A gateway endpoint writes its own routes; a route to what is gone cannot be made. */
function declareRoute(inventory: Inventory, tableId: string, route: Route): void {
  const { world } = inventory;
  const { destination, target } = route;
  const gateway = world.gateways[target];
  if (gateway?.kind === 'gateway-endpoint') return;
  const aim = aimOf(inventory, tableId, target);
  if (!aim) {
    leaveOut(inventory, 'dead-route', `${tableId}: ${destination} → ${target}`, ['terraform', 'cloudformation']);
    return;
  }
  const to = destinationOf(inventory, destination);
  declare(inventory, `${tableId}-to-${target}-${destination}`, {
    terraform: {
      type: 'aws_route',
      fields: { route_table_id: tableOf(world, tableId), ...to.terraform, ...aim.terraform },
    },
    cloudFormation: {
      type: 'AWS::EC2::Route',
      fields: { RouteTableId: idOf(tableId), ...to.cloudFormation, ...aim.cloudFormation },
      after: aim.after,
    },
  });
}

interface Aim {
  readonly terraform: Fields;
  readonly cloudFormation: Fields;
  readonly after: readonly string[];
}

/** Terraform's argument where it is not the API's parameter in another spelling. */
const TERRAFORM_TARGETS: Readonly<Record<string, string>> = {
  EgressOnlyInternetGatewayId: 'egress_only_gateway_id',
};

function aimOf({ world, resources }: Inventory, tableId: string, target: string): Aim | undefined {
  if (world.networkInterfaces[target]) return interfaceAim(world, target);
  const gateway = world.gateways[target];
  const parameter = gateway && GATEWAY_KINDS[gateway.kind]?.routeParameter;
  if (!parameter || !resources.some(({ key }) => key === target)) return undefined;
  const isElsewhere = typeof gateway.vpcId === 'string' && gateway.vpcId !== world.routeTables[tableId]!.vpcId;
  if (isElsewhere || (gateway.kind.endsWith('internet-gateway') && gateway.vpcId === undefined)) return undefined;
  const snake = parameter.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
  return {
    terraform: { [TERRAFORM_TARGETS[parameter] ?? snake]: idOf(target) },
    cloudFormation: { [parameter]: idOf(target) },
    after: afterOf(world, target),
  };
}

function interfaceAim(world: World, target: string): Aim | undefined {
  const { managedBy, instanceId } = world.networkInterfaces[target]!;
  if (managedBy) return undefined;
  const cloudFormation =
    isLaunched(world, target) && instanceId ? { InstanceId: idOf(instanceId) } : { NetworkInterfaceId: idOf(target) };
  return { terraform: { network_interface_id: interfaceOf(world, target) }, cloudFormation, after: [] };
}

/** Attachments that a route silently needs. */
function afterOf({ gateways }: World, target: string): readonly string[] {
  const { kind } = gateways[target]!;
  if (kind === 'internet-gateway' || kind === 'vpn-gateway') return [attachmentKey(target)];
  if (kind !== 'transit-gateway') return [];
  return Object.entries(gateways).flatMap(([id, each]) =>
    each.kind === 'transit-gateway-attachment' && each.transitGatewayId === target ? [id] : [],
  );
}

function destinationOf(inventory: Inventory, destination: Route['destination']) {
  if (!isBlock(destination)) {
    const list = prefixListOf(inventory, destination);
    return {
      terraform: { destination_prefix_list_id: list.terraform },
      cloudFormation: { DestinationPrefixListId: list.cloudFormation },
    };
  }
  const [terraform, cloudFormation] = destination.includes(':')
    ? ['destination_ipv6_cidr_block', 'DestinationIpv6CidrBlock']
    : ['destination_cidr_block', 'DestinationCidrBlock'];
  return { terraform: { [terraform]: destination }, cloudFormation: { [cloudFormation]: destination } };
}

function declarePropagation(inventory: Inventory, tableId: string, vgwId: string): void {
  const { world } = inventory;
  if (!world.gateways[vgwId]) return;
  declare(inventory, `${tableId}-from-${vgwId}`, {
    terraform: {
      type: 'aws_vpn_gateway_route_propagation',
      fields: { route_table_id: tableOf(world, tableId), vpn_gateway_id: idOf(vgwId) },
    },
    cloudFormation: {
      type: 'AWS::EC2::VPNGatewayRoutePropagation',
      fields: { RouteTableIds: [idOf(tableId)], VpnGatewayId: idOf(vgwId) },
      after: [attachmentKey(vgwId)],
    },
  });
}
