// Network Load Balancers with their listeners, and target groups with their targets.

import type { Gateway } from '../../cloud/gateway.ts';
import type { World } from '../../cloud/world.ts';
import type { NetworkLoadBalancer } from '../../dataplane/gateways/network-load-balancer.ts';
import type { TargetGroup } from '../../dataplane/gateways/target-group.ts';
import { CROSS_ZONE, PRESERVES, PROXY } from '../elb-attributes.ts';
import { allocationOf, attachmentsTo } from './addresses.ts';
import { arnOf, declare, type Fields, type Inventory, idOf, type Reference } from './resource.ts';

export function declareTargetGroup(inventory: Inventory, id: string, gateway: Gateway): void {
  const group = gateway as unknown as TargetGroup;
  const { vpcId, protocol, port, targetType, preservesClient, proxyProtocol, crossZone, targets } = group;
  const name = group.name ?? id;
  const attributes = attributeList({
    [PRESERVES]: preservesClient,
    [PROXY]: proxyProtocol || undefined,
    [CROSS_ZONE]: crossZone,
  });
  declare(inventory, id, {
    terraform: {
      type: 'aws_lb_target_group',
      fields: {
        name,
        protocol,
        port,
        vpc_id: idOf(vpcId),
        target_type: targetType,
        preserve_client_ip: preservesClient === undefined ? undefined : String(preservesClient),
        proxy_protocol_v2: proxyProtocol || undefined,
        load_balancing_cross_zone_enabled: crossZone === undefined ? undefined : String(crossZone),
      },
    },
    cloudFormation: {
      type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
      fields: {
        Name: name,
        Protocol: protocol,
        Port: port,
        VpcId: idOf(vpcId),
        TargetType: targetType,
        Targets: targets.map((target) => ({ Id: targetId(inventory, target.id), Port: target.port })),
        TargetGroupAttributes: attributes.length > 0 ? attributes : undefined,
      },
    },
  });
  targets.forEach((target, index) =>
    declare(inventory, `${id}-target-${index + 1}`, {
      terraform: {
        type: 'aws_lb_target_group_attachment',
        fields: { target_group_arn: arnOf(id), target_id: targetId(inventory, target.id), port: target.port },
      },
    }),
  );
}

function targetId({ world }: Inventory, id: string): string | Reference {
  return world.instances[id] ? idOf(id) : id;
}

function attributeList(settings: Readonly<Record<string, boolean | undefined>>): readonly Fields[] {
  return Object.entries(settings).flatMap(([Key, value]) =>
    value === undefined ? [] : [{ Key, Value: String(value) }],
  );
}

export function declareLoadBalancer(inventory: Inventory, id: string, gateway: Gateway): void {
  const balancer = gateway as unknown as NetworkLoadBalancer;
  const { vpcId, scheme, nodes, crossZone, listeners } = balancer;
  const name = balancer.name ?? id;
  const places = nodes.map(({ subnetId, networkInterfaceId }) => ({
    subnet: idOf(subnetId),
    allocationId: allocationAt(inventory.world, networkInterfaceId),
    address: inventory.world.networkInterfaces[networkInterfaceId]?.addresses[0]?.address,
  }));
  const isInternal = scheme === 'internal';
  const after = attachmentsTo(inventory, isInternal ? undefined : vpcId);
  declare(inventory, id, {
    terraform: {
      type: 'aws_lb',
      fields: {
        name,
        load_balancer_type: 'network',
        internal: isInternal,
        enable_cross_zone_load_balancing: crossZone || undefined,
        subnet_mapping: {
          blocks: places.map(({ subnet, allocationId, address }) => ({
            subnet_id: subnet,
            allocation_id: allocationId && idOf(allocationId),
            private_ipv4_address: isInternal ? address : undefined,
          })),
        },
      },
      after: after.terraform,
    },
    cloudFormation: {
      type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
      fields: {
        Name: name,
        Type: 'network',
        Scheme: scheme,
        SubnetMappings: places.map(({ subnet, allocationId, address }) => ({
          SubnetId: subnet,
          AllocationId: allocationId && allocationOf(allocationId),
          PrivateIPv4Address: isInternal ? address : undefined,
        })),
        LoadBalancerAttributes: crossZone ? attributeList({ [CROSS_ZONE]: true }) : undefined,
      },
      after: after.cloudFormation,
    },
  });
  for (const listener of listeners) if (listener.targetGroupId) declareListener(inventory, id, listener);
}

function allocationAt({ elasticIps }: World, networkInterfaceId: string): string | undefined {
  return Object.keys(elasticIps).find((id) => elasticIps[id]?.association?.networkInterfaceId === networkInterfaceId);
}

function declareListener(
  inventory: Inventory,
  balancerId: string,
  { id, protocol, port, targetGroupId }: NetworkLoadBalancer['listeners'][number],
): void {
  const group = arnOf(targetGroupId as string);
  declare(inventory, `${balancerId}-${id}`, {
    terraform: {
      type: 'aws_lb_listener',
      fields: {
        load_balancer_arn: arnOf(balancerId),
        protocol,
        port,
        default_action: { blocks: [{ type: 'forward', target_group_arn: group }] },
      },
    },
    cloudFormation: {
      type: 'AWS::ElasticLoadBalancingV2::Listener',
      fields: {
        LoadBalancerArn: arnOf(balancerId),
        Protocol: protocol,
        Port: port,
        DefaultActions: [{ Type: 'forward', TargetGroupArn: group }],
      },
    },
  });
}
