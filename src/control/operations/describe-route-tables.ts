// Source: EC2 API reference, DescribeRouteTables; D-RTW (a route is active or a blackhole, by its target).

import { associationsOf, interfacesOf } from '../../cloud/lookup.ts';
import { isBlock, type Route } from '../../cloud/route-table.ts';
import type { World } from '../../cloud/world.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { routesOf } from '../../dataplane/propagation.ts';
import { blackholeReason } from '../../dataplane/routing.ts';
import { isIpv4Cidr } from '../../net/cidr.ts';
import { defineLook } from '../describe.ts';

export const describeRouteTables = defineLook({
  name: 'DescribeRouteTables',
  summary: 'Lists route tables: their routes, and which subnets use them',
  resource: 'route-table',
  ids: 'RouteTableIds',
  key: 'RouteTables',
  shape: routeTableShape,
  filters: {
    'route-table-id': (_world, id) => [id],
    'vpc-id': (world, id) => [world.routeTables[id]!.vpcId],
    'association.main': (world, id) => associations(world, id).map(({ main }) => String(main)),
    'association.subnet-id': (world, id) => associations(world, id).map(({ subnetId }) => subnetId),
    'association.gateway-id': (world, id) => associations(world, id).map(({ gatewayId }) => gatewayId),
    'association.route-table-association-id': (world, id) => associationsOf(world, id).map(([each]) => each),
    'route.destination-cidr-block': (world, id) => destinationsBy(world, id, 'DestinationCidrBlock'),
    'route.destination-ipv6-cidr-block': (world, id) => destinationsBy(world, id, 'DestinationIpv6CidrBlock'),
    'route.destination-prefix-list-id': (world, id) => destinationsBy(world, id, 'DestinationPrefixListId'),
    'route.gateway-id': (world, id) => targetsBy(world, id, 'GatewayId'),
    'route.nat-gateway-id': (world, id) => targetsBy(world, id, 'NatGatewayId'),
    'route.transit-gateway-id': (world, id) => targetsBy(world, id, 'TransitGatewayId'),
    'route.vpc-peering-connection-id': (world, id) => targetsBy(world, id, 'VpcPeeringConnectionId'),
    'route.egress-only-internet-gateway-id': (world, id) => targetsBy(world, id, 'EgressOnlyInternetGatewayId'),
    'route.origin': (world, id) => routesOf(world, id).map(({ origin }) => origin),
    'route.state': (world, id) => routesOf(world, id).map((route) => stateOf(world, id, route)),
  },
});

function associations(world: World, id: string) {
  return associationsOf(world, id).map(([, association]) => association);
}

function destinationsBy(world: World, id: string, field: string): readonly string[] {
  return routesOf(world, id).flatMap(({ destination }) =>
    destinationField(destination) === field ? [destination] : [],
  );
}

function targetsBy(world: World, id: string, field: string): readonly string[] {
  return routesOf(world, id).flatMap(({ target }) => (targetField(target) === field ? [target] : []));
}

export function routeTableShape(world: World, id: string) {
  const { vpcId, propagatingVgws = [] } = world.routeTables[id]!;
  return {
    RouteTableId: id,
    VpcId: vpcId,
    Associations: associationsOf(world, id).map(([associationId, { main, subnetId, gatewayId }]) => ({
      Main: main,
      RouteTableAssociationId: associationId,
      RouteTableId: id,
      ...(subnetId && { SubnetId: subnetId }),
      ...(gatewayId && { GatewayId: gatewayId }),
      AssociationState: { State: 'associated' },
    })),
    PropagatingVgws: propagatingVgws.map((GatewayId) => ({ GatewayId })),
    Routes: routesOf(world, id).map((route) => routeShape(world, id, route)),
  };
}

function routeShape(world: World, routeTableId: string, route: Route) {
  const { destination, target, origin } = route;
  const instanceId = world.networkInterfaces[target]?.instanceId;
  return {
    [destinationField(destination)]: destination,
    [targetField(target)]: target,
    ...(instanceId && interfacesOf(world, instanceId).length === 1 && { InstanceId: instanceId }),
    Origin: origin,
    State: stateOf(world, routeTableId, route),
  };
}

function destinationField(destination: Route['destination']): string {
  if (!isBlock(destination)) return 'DestinationPrefixListId';
  return isIpv4Cidr(destination) ? 'DestinationCidrBlock' : 'DestinationIpv6CidrBlock';
}

/** The field that names a target; by its prefix, since a blackhole's target may be gone. */
function targetField(target: string): string {
  if (target.startsWith('eni-')) return 'NetworkInterfaceId';
  const kind = Object.values(GATEWAY_KINDS).find(({ prefix }) => target.startsWith(`${prefix}-`));
  return kind?.routeParameter ?? 'GatewayId';
}

function stateOf(world: World, routeTableId: string, route: Route): 'active' | 'blackhole' {
  return blackholeReason(world, GATEWAY_KINDS, routeTableId, route) ? 'blackhole' : 'active';
}
