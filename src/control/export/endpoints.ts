// Endpoint services, and endpoints of both kinds.

import type { Gateway, GatewayNode } from '../../cloud/gateway.ts';
import type { EndpointPolicy } from '../../dataplane/service.ts';
import { printPolicy } from '../policy-document.ts';
import { groupOf } from './filters.ts';
import { arnOf, declare, type Fields, type Inventory, idOf, leaveOut, nameTags, type Value } from './resource.ts';
import { tableOf } from './routing.ts';

export function declareEndpointService(inventory: Inventory, id: string, gateway: Gateway): void {
  const asks = gateway.acceptanceRequired === true;
  const balancer = arnOf(gateway.loadBalancerId as string);
  declare(inventory, id, {
    terraform: {
      type: 'aws_vpc_endpoint_service',
      fields: { acceptance_required: asks, network_load_balancer_arns: [balancer] },
    },
    cloudFormation: {
      type: 'AWS::EC2::VPCEndpointService',
      fields: { AcceptanceRequired: asks, NetworkLoadBalancerArns: [balancer] },
    },
  });
}

export function declareGatewayEndpoint(inventory: Inventory, id: string, gateway: Gateway): void {
  const { world } = inventory;
  const { prefixListId } = gateway as unknown as Readonly<Record<string, string>>;
  const tables = Object.keys(world.routeTables).filter((each) =>
    world.routeTables[each]!.routes.some(({ target }) => target === id),
  );
  const name = world.prefixLists[prefixListId as string]?.name;
  declareEndpoint(
    inventory,
    id,
    gateway,
    {
      service_name: name,
      vpc_endpoint_type: 'Gateway',
      route_table_ids: tables.length > 0 ? tables.map((each) => tableOf(world, each)) : undefined,
    },
    {
      ServiceName: name,
      VpcEndpointType: 'Gateway',
      RouteTableIds: tables.length > 0 ? tables.map((each) => idOf(each)) : undefined,
    },
  );
}

/** What both kinds say, and what each says of its own in Terraform and in CloudFormation. */
function declareEndpoint(
  inventory: Inventory,
  id: string,
  gateway: Gateway,
  terraform: Fields,
  cloudFormation: Fields,
): void {
  const vpc = idOf(gateway.vpcId as string);
  const policy = policyOf(gateway);
  const { tags, Tags } = nameTags(id);
  declare(inventory, id, {
    terraform: {
      type: 'aws_vpc_endpoint',
      fields: { vpc_id: vpc, ...terraform, policy: policy.terraform, tags },
    },
    cloudFormation: {
      type: 'AWS::EC2::VPCEndpoint',
      fields: { VpcId: vpc, ...cloudFormation, PolicyDocument: policy.cloudFormation, Tags },
    },
  });
}

function policyOf({ policy }: Gateway): {
  readonly terraform: Value | undefined;
  readonly cloudFormation: Fields | undefined;
} {
  if (policy === undefined) return { terraform: undefined, cloudFormation: undefined };
  const text = printPolicy(policy as EndpointPolicy);
  return { terraform: text, cloudFormation: JSON.parse(text) as Fields };
}

export function declareInterfaceEndpoint(inventory: Inventory, id: string, gateway: Gateway): void {
  const { world } = inventory;
  const { endpointServiceId, serviceName, state } = gateway as unknown as Readonly<Record<string, string>>;
  const nodes = gateway.nodes as readonly GatewayNode[];
  const groups = world.networkInterfaces[nodes[0]?.networkInterfaceId ?? '']?.groups ?? [];
  const groupList = groups.length > 0 ? groups.map((each) => groupOf(world, each)) : undefined;
  const subnets = nodes.map(({ subnetId }) => idOf(subnetId));
  declareEndpoint(
    inventory,
    id,
    gateway,
    {
      service_name: endpointServiceId ? { to: endpointServiceId, terraform: 'service_name' } : serviceName,
      vpc_endpoint_type: 'Interface',
      subnet_ids: subnets,
      security_group_ids: groupList,
      subnet_configuration: {
        blocks: nodes.map((node) => ({ subnet_id: idOf(node.subnetId), ipv4: addressOf(inventory, node) })),
      },
    },
    {
      ServiceName: endpointServiceId
        ? { 'Fn::Join': ['.', ['com.amazonaws.vpce', { Ref: 'AWS::Region' }, idOf(endpointServiceId)]] }
        : serviceName,
      VpcEndpointType: 'Interface',
      SubnetIds: subnets,
      SecurityGroupIds: groupList,
    },
  );
  if (endpointServiceId) declareConsent(inventory, id, endpointServiceId, state);
}

function addressOf({ world }: Inventory, { networkInterfaceId }: GatewayNode): string | undefined {
  return world.networkInterfaces[networkInterfaceId]?.addresses[0]?.address;
}

/** CloudFormation has no resource for a service owner's yes. */
function declareConsent(inventory: Inventory, id: string, serviceId: string, state: string | undefined): void {
  if (!inventory.world.gateways[serviceId]?.acceptanceRequired || state !== 'available') return;
  leaveOut(inventory, 'consent', id, ['cloudformation']);
  declare(inventory, `${id}-consent`, {
    terraform: {
      type: 'aws_vpc_endpoint_connection_accepter',
      fields: { vpc_endpoint_service_id: idOf(serviceId), vpc_endpoint_id: idOf(id) },
    },
  });
}
