// Endpoints and load balancers as facts to read: where they stand, what they lead to, and what they let through.

import type { GatewayNode } from '../../cloud/gateway.ts';
import { nodesOf } from '../../cloud/gateway.ts';
import { displayName } from '../../cloud/lookup.ts';
import type { World } from '../../cloud/world.ts';
import { endpointAt, isEndpoint, serviceNameOf, tablesWith } from '../../control/endpoint.ts';
import { balancerAt, groupAt } from '../../control/load-balancer.ts';
import { describeInterface } from './describe-network.ts';
import type { Fact, Found } from './fact.ts';
import type { MapLabels } from './pen.ts';

/** Undefined for gateways of other kinds. */
export function describeEndpoint(world: World, id: string, labels: MapLabels): Found | undefined {
  if (world.gateways[id]?.kind === 'network-load-balancer') return { facts: balancerFacts(world, id, labels) };
  if (!isEndpoint(world, id)) return undefined;
  return { facts: endpointFacts(world, id, labels) };
}

function balancerFacts(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { vpcId, listeners, crossZone } = balancerAt(world, id);
  const ways = listeners.map(({ protocol, port, targetGroupId }): Fact => {
    const to = targetGroupId ? `${targetGroupId}: ${targetsOf(world, targetGroupId, labels)}` : labels['value.nobody'];
    return { label: 'fact.listens', value: `${protocol} ${port} → ${to}` };
  });
  return [
    { label: 'fact.attached', value: vpcId },
    ...nodeFacts(world, id),
    ...(ways.length > 0 ? ways : [{ label: 'fact.listens', value: labels['value.nobody'], warns: true } as const]),
    { label: 'fact.crossZone', value: labels[crossZone ? 'value.on' : 'value.off'] },
    { label: 'fact.device', value: 'Hyperplane' },
  ];
}

function targetsOf(world: World, groupId: string, labels: MapLabels): string {
  const names = groupAt(world, groupId).targets.map((target) => displayName(world, target.id));
  return names.join(', ') || labels['value.nobody'];
}

function nodeFacts(world: World, id: string): readonly Fact[] {
  const place = ({ subnetId, networkInterfaceId }: GatewayNode): Fact => {
    const addresses = (world.networkInterfaces[networkInterfaceId]?.addresses ?? []).map(({ address }) => address);
    return { label: 'fact.zone', value: `${world.subnets[subnetId]?.availabilityZone} ${addresses.join(', ')}` };
  };
  return nodesOf(world.gateways[id]!).map(place);
}

function endpointFacts(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const endpoint = endpointAt(world, id);
  const { vpcId, policy } = endpoint;
  const tables = tablesWith(world, id);
  const first = nodesOf(world.gateways[id]!)[0];
  const groups = first && describeInterface(world, first.networkInterfaceId, labels, true).facts;
  const isGateway = endpoint.kind === 'gateway-endpoint';
  return [
    { label: 'fact.attached', value: vpcId },
    ...(isGateway
      ? []
      : [{ label: 'fact.state', value: endpoint.state, warns: endpoint.state !== 'available' } as const]),
    { label: 'fact.leads', value: serviceNameOf(world, id) },
    ...(isGateway ? [usedBy(tables, labels)] : nodeFacts(world, id)),
    ...(groups ?? []).filter(
      ({ label }) => label !== 'fact.addresses' && label !== 'fact.subnet' && label !== 'fact.check',
    ),
    ...(policy?.allow
      ? [{ label: 'fact.allows', value: policy.allow.join(', ') || labels['value.nobody'] } as const]
      : []),
    { label: 'fact.device', value: isGateway ? 'Blackfoot' : 'Hyperplane' },
  ];
}

function usedBy(tables: readonly string[], labels: MapLabels): Fact {
  return { label: 'fact.usedBy', value: tables.join(', ') || labels['value.nobody'], warns: tables.length === 0 };
}
