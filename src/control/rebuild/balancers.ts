// The part of a rebuilding script that makes what lives on Hyperplane beside NAT gateways: load balancers with their target groups, endpoint
// services and endpoints; and the prefix lists that endpoints and routes name.

import type { Gateway, GatewayNode } from '../../cloud/gateway.ts';
import { listGateways } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import type { NetworkLoadBalancer } from '../../dataplane/gateways/network-load-balancer.ts';
import type { TargetGroup } from '../../dataplane/gateways/target-group.ts';
import { CROSS_ZONE, PRESERVES, PROXY } from '../elb-attributes.ts';
import { printPolicy } from '../policy-document.ts';
import { askFor } from './defaults.ts';
import { areInARow, writeNextPublicIp } from './public-pool.ts';
import {
  define,
  defineOnDemand,
  has,
  lacks,
  mixed,
  ref,
  type ScriptWriter,
  section,
  waitFor,
  write,
} from './script-writer.ts';

/** The account's own lists. AWS's are there already. */
export function writePrefixLists(writer: ScriptWriter): void {
  section(writer, 'Prefix lists');
  for (const [id, { name, cidrs }] of Object.entries(writer.world.prefixLists)) {
    if (name.startsWith('com.amazonaws.')) {
      const filters = `Name=prefix-list-name,Values=${name}`;
      defineOnDemand(
        writer,
        id,
        'aws ec2 describe-managed-prefix-lists',
        () => ({ filters }),
        'PrefixLists[0].PrefixListId',
      );
      continue;
    }
    const options = {
      'prefix-list-name': name,
      'address-family': cidrs.some((cidr) => cidr.includes(':')) ? 'IPv6' : 'IPv4',
      'max-entries': Math.max(cidrs.length, 1),
      entries: cidrs.length > 0 ? cidrs.map((cidr) => `Cidr=${cidr}`) : undefined,
    };
    define(writer, id, 'aws ec2 create-managed-prefix-list', options, 'PrefixList.PrefixListId');
  }
}

export function writeTargetGroups(writer: ScriptWriter): void {
  section(writer, 'Target groups');
  for (const [id, gateway] of listGateways(writer.world, 'target-group')) writeTargetGroup(writer, id, gateway);
}

function writeTargetGroup(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const group = gateway as unknown as TargetGroup;
  const { name, vpcId, protocol, port, targetType, preservesClient, proxyProtocol, crossZone, targets } = group;
  const options = { name: name ?? id, protocol, port, 'vpc-id': ref(writer, vpcId), 'target-type': targetType };
  define(writer, id, 'aws elbv2 create-target-group', options, 'TargetGroups[0].TargetGroupArn');
  const own = { 'target-group-arn': ref(writer, id) };
  const attributes = attributesOf({
    [PRESERVES]: preservesClient,
    [PROXY]: proxyProtocol || undefined,
    [CROSS_ZONE]: crossZone,
  });
  if (attributes.length > 0) write(writer, 'aws elbv2 modify-target-group-attributes', { ...own, attributes });
  const made = targets.filter((target) => targetType === 'ip' || has(writer, target.id));
  if (made.length === 0) return;
  const registered = made.map((target) =>
    mixed(writer, 'Id=', { id: target.id }, ...(target.port === undefined ? [] : [`,Port=${target.port}`])),
  );
  write(writer, 'aws elbv2 register-targets', { ...own, targets: registered });
}

function attributesOf(settings: Readonly<Record<string, boolean | undefined>>): readonly string[] {
  return Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [`Key=${key},Value=${value}`]));
}

export function writeLoadBalancer(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { name, scheme, nodes, crossZone, listeners } = gateway as unknown as NetworkLoadBalancer;
  const lent = nodes.flatMap(
    ({ networkInterfaceId }) => writer.world.networkInterfaces[networkInterfaceId]?.addresses[0]?.autoPublicIp ?? [],
  );
  if (!areInARow(lent)) {
    lacks(writer, `gateways.${id}`, 'a load balancer whose lent addresses are not in a row');
    return;
  }
  writeNextPublicIp(writer, lent[0]);
  const mappings = nodes.map((node) => mixed(writer, ...mappingOf(writer.world, node)));
  const options = { name: name ?? id, type: 'network', scheme, 'subnet-mappings': mappings };
  define(writer, id, 'aws elbv2 create-load-balancer', options, 'LoadBalancers[0].LoadBalancerArn');
  waitFor(writer, 'aws elbv2 wait load-balancer-available', { 'load-balancer-arns': ref(writer, id) });
  const own = { 'load-balancer-arn': ref(writer, id) };
  if (crossZone)
    write(writer, 'aws elbv2 modify-load-balancer-attributes', {
      ...own,
      attributes: attributesOf({ [CROSS_ZONE]: true }),
    });
  for (const { id: listenerId, protocol, port, targetGroupId } of listeners) {
    if (!targetGroupId) {
      lacks(writer, `gateways.${id} (${listenerId})`, 'a listener that sends nowhere');
      continue;
    }
    const actions = mixed(writer, 'Type=forward,TargetGroupArn=', { id: targetGroupId });
    write(writer, 'aws elbv2 create-listener', { ...own, protocol, port, 'default-actions': actions });
  }
}

function mappingOf({ networkInterfaces, elasticIps }: World, { subnetId, networkInterfaceId }: GatewayNode) {
  const allocationId = Object.keys(elasticIps).find(
    (each) => elasticIps[each]?.association?.networkInterfaceId === networkInterfaceId,
  );
  const address = networkInterfaces[networkInterfaceId]?.addresses[0]?.address;
  return [
    'SubnetId=',
    { id: subnetId as string },
    ...(allocationId ? [',AllocationId=', { id: allocationId }] : []),
    `,PrivateIPv4Address=${address}`,
  ];
}

export function writeEndpointService(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const options = {
    'network-load-balancer-arns': ref(writer, gateway.loadBalancerId as string),
    [gateway.acceptanceRequired ? 'acceptance-required' : 'no-acceptance-required']: true as const,
  };
  const query = 'ServiceConfiguration.ServiceId';
  define(writer, id, 'aws ec2 create-vpc-endpoint-service-configuration', options, query);
}

export function writeGatewayEndpoint(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { vpcId, prefixListId } = gateway as unknown as Readonly<Record<string, string>>;
  const options = {
    'vpc-endpoint-type': 'Gateway',
    'vpc-id': ref(writer, vpcId as string),
    'service-name': writer.world.prefixLists[prefixListId as string]?.name,
    'policy-document': policyOf(gateway),
  };
  define(writer, id, 'aws ec2 create-vpc-endpoint', options, 'VpcEndpoint.VpcEndpointId');
}

function policyOf({ policy }: Gateway): string | undefined {
  return policy === undefined ? undefined : printPolicy(policy as Parameters<typeof printPolicy>[0]);
}

/** Gateway endpoints' routes are written by the endpoint's own call, table by table. */
export function writeEndpointRoutes(writer: ScriptWriter): void {
  for (const [id, { kind, prefixListId }] of Object.entries(writer.world.gateways)) {
    if (kind !== 'gateway-endpoint') continue;
    const tables = Object.entries(writer.world.routeTables).flatMap(([tableId, { routes }]) =>
      routes.some(({ destination, target }) => target === id && destination === prefixListId) ? [tableId] : [],
    );
    for (const tableId of tables) askFor(writer, tableId);
    if (tables.length > 0)
      write(writer, 'aws ec2 modify-vpc-endpoint', {
        'vpc-endpoint-id': ref(writer, id),
        'add-route-table-ids': tables.map((tableId) => ref(writer, tableId)),
      });
  }
}

export function writeInterfaceEndpoint(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { world } = writer;
  const { vpcId, endpointServiceId, serviceName, state } = gateway as unknown as Readonly<Record<string, string>>;
  const nodes = gateway.nodes as readonly GatewayNode[];
  const first = world.networkInterfaces[nodes[0]?.networkInterfaceId ?? ''];
  for (const group of first?.groups ?? []) askFor(writer, group);
  const options = {
    'vpc-endpoint-type': 'Interface',
    'vpc-id': ref(writer, vpcId as string),
    'service-name': endpointServiceId ? nameOfService(writer, endpointServiceId) : serviceName,
    'subnet-ids': nodes.length > 0 ? nodes.map(({ subnetId }) => ref(writer, subnetId)) : undefined,
    'subnet-configurations':
      nodes.length > 0
        ? nodes.map((node) => mixed(writer, 'SubnetId=', { id: node.subnetId }, `,Ipv4=${addressOf(world, node)}`))
        : undefined,
    'security-group-ids':
      first && first.groups.length > 0 ? first.groups.map((group) => ref(writer, group)) : undefined,
    'policy-document': policyOf(gateway),
  };
  define(writer, id, 'aws ec2 create-vpc-endpoint', options, 'VpcEndpoint.VpcEndpointId');
  if (endpointServiceId) writeConsent(writer, id, endpointServiceId, state);
}

function addressOf({ networkInterfaces }: World, { networkInterfaceId }: GatewayNode): string | undefined {
  return networkInterfaces[networkInterfaceId]?.addresses[0]?.address;
}

/** Where a service asks for consent, its owner's answer. */
function writeConsent(writer: ScriptWriter, id: string, serviceId: string, state: string | undefined): void {
  const verb = state === 'rejected' ? 'reject' : 'accept';
  if (!writer.world.gateways[serviceId]?.acceptanceRequired || state === 'pendingAcceptance') return;
  const options = { 'service-id': ref(writer, serviceId), 'vpc-endpoint-ids': ref(writer, id) };
  write(writer, `aws ec2 ${verb}-vpc-endpoint-connections`, options);
}

function nameOfService(writer: ScriptWriter, serviceId: string) {
  const name = `${serviceId}-name`;
  const options = { 'service-ids': ref(writer, serviceId) };
  const query = 'ServiceConfigurations[0].ServiceName';
  define(writer, name, 'aws ec2 describe-vpc-endpoint-service-configurations', options, query);
  return ref(writer, name);
}
