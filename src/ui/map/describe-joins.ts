// Peering connections, transit gateways, their attachments and tables as facts to read.

import type { World } from '../../cloud/world.ts';
import { vpcsOf } from '../../dataplane/gateways/transit-gateway.ts';
import type { TransitGatewayAttachment } from '../../dataplane/gateways/transit-gateway-attachment.ts';
import type { TransitGatewayRouteTable } from '../../dataplane/gateways/transit-gateway-route-table.ts';
import type { VpcPeeringConnection } from '../../dataplane/gateways/vpc-peering-connection.ts';
import { associatedTable, isTransitBlackhole, listTransitRoutes } from '../../dataplane/transit-routes.ts';
import type { Fact, Found } from './fact.ts';
import type { MapLabels } from './pen.ts';

type Describe = (world: World, id: string, labels: MapLabels) => readonly Fact[];

const DESCRIBED: Readonly<Record<string, Describe>> = {
  'vpc-peering-connection': describePeering,
  'transit-gateway': describeTransitGateway,
  'transit-gateway-attachment': describeAttachment,
  'transit-gateway-route-table': describeTransitTable,
};

/** Undefined for any other kind of gateway. */
export function describeJoin(world: World, id: string, labels: MapLabels): Found | undefined {
  const describe = DESCRIBED[world.gateways[id]?.kind ?? ''];
  return describe && { facts: describe(world, id, labels) };
}

function describePeering(world: World, id: string): readonly Fact[] {
  const { requesterVpcId, accepterVpcId, state } = world.gateways[id] as unknown as VpcPeeringConnection;
  return [
    { label: 'fact.leads', value: `${requesterVpcId} ⇄ ${accepterVpcId}` },
    { label: 'fact.state', value: state, warns: state !== 'active' },
  ];
}

function describeTransitGateway(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const vpcIds = vpcsOf(world, id);
  const value = vpcIds.join(', ') || labels['value.nobody'];
  return [
    { label: 'fact.attached', value, warns: vpcIds.length === 0 },
    { label: 'fact.device', value: 'Hyperplane' },
  ];
}

function describeAttachment(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { vpcId, vpnConnectionId, transitGatewayId, nodes } = world.gateways[id] as unknown as TransitGatewayAttachment;
  const tableId = associatedTable(world, id);
  const homes = nodes.map(({ subnetId }) => `${subnetId} ${world.subnets[subnetId]?.availabilityZone}`);
  return [
    { label: 'fact.leads', value: `${vpcId ?? vpnConnectionId} ⇄ ${transitGatewayId}` },
    ...(homes.length > 0 ? [{ label: 'fact.subnet', value: homes.join(', ') } as const] : []),
    { label: 'fact.table', value: tableId ?? labels['value.nobody'], warns: !tableId },
    { label: 'fact.device', value: 'Hyperplane' },
  ];
}

function describeTransitTable(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { associations } = world.gateways[id] as unknown as TransitGatewayRouteTable;
  const users = associations.join(', ') || labels['value.nobody'];
  return [
    { label: 'fact.usedBy', value: users, warns: associations.length === 0 },
    ...listTransitRoutes(world, id).map((route): Fact => {
      const isDead = isTransitBlackhole(world, route);
      return { label: 'fact.learned', value: `${route.destination} → ${route.target}`, warns: isDead };
    }),
  ];
}
