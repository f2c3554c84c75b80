// The part of a rebuilding script that makes route tables, their routes and who uses them. A route's target may be gone, or attached elsewhere;
// EC2 refuses such a route, so the target is put where it must be, the route is written, and the target is taken away again.

import { isMainTable } from '../../cloud/lookup.ts';
import { isBlock, type Route } from '../../cloud/route-table.ts';
import { homesOf } from '../../dataplane/gateway-kind.ts';
import { GATEWAY_KINDS } from '../../dataplane/gateways/registry.ts';
import { cidrCovers } from '../../net/cidr.ts';
import { isWholeSubnet } from '../edge-table.ts';
import { toKebab } from '../operation.ts';
import { askFor } from './defaults.ts';
import { define, has, lacks, ref, type ScriptWriter, section, write } from './script-writer.ts';

export function writeRouteTables(writer: ScriptWriter): void {
  section(writer, 'Route tables');
  for (const [id, { vpcId }] of Object.entries(writer.world.routeTables)) {
    if (isMainTable(writer.world, id)) continue;
    const options = { 'vpc-id': ref(writer, vpcId) };
    define(writer, id, 'aws ec2 create-route-table', options, 'RouteTable.RouteTableId');
  }
}

export function writeTableUsers(writer: ScriptWriter): void {
  for (const { routeTableId, subnetId, gatewayId } of Object.values(writer.world.routeAssociations)) {
    if (subnetId) writeUser(writer, routeTableId, { 'subnet-id': ref(writer, subnetId) });
    else if (gatewayId && !has(writer, gatewayId))
      lacks(writer, `routeAssociations (${gatewayId})`, 'its gateway is not made');
    else if (gatewayId && writer.world.gateways[gatewayId]!.vpcId === undefined)
      lacks(writer, `routeAssociations (${gatewayId})`, 'a table of a gateway that is not attached');
    else if (gatewayId) writeUser(writer, routeTableId, { 'gateway-id': ref(writer, gatewayId) });
  }
}

function writeUser(writer: ScriptWriter, routeTableId: string, user: Parameters<typeof write>[2]): void {
  askFor(writer, routeTableId);
  write(writer, 'aws ec2 associate-route-table', { 'route-table-id': ref(writer, routeTableId), ...user });
}

interface PlacedRoute {
  readonly tableId: string;
  readonly vpcId: string;
  readonly route: Route;
}

function allRoutes({ world }: ScriptWriter): readonly PlacedRoute[] {
  return Object.entries(world.routeTables).flatMap(([tableId, { vpcId, routes }]) =>
    routes
      .filter(({ target }) => target !== 'local' && world.gateways[target]?.kind !== 'gateway-endpoint')
      .map((route) => ({ tableId, vpcId, route })),
  );
}

/** Routes to what is not there any more. Before anything takes the place that it has for the while. */
export function writeGoneRoutes(writer: ScriptWriter): void {
  section(writer, 'Routes whose targets are gone');
  writeDead(writer, ({ route: { target } }) => writer.world.gateways[target] === undefined);
}

/** Routes to internet gateways that are not attached to the table's VPC. Before anything is where it belongs. */
export function writeDetachedRoutes(writer: ScriptWriter): void {
  section(writer, 'Routes whose gateways are detached');
  writeDead(writer, ({ route: { target } }) => writer.world.gateways[target] !== undefined);
}

function writeDead(writer: ScriptWriter, isMeant: (placed: PlacedRoute) => boolean): void {
  const done = new Set<string>();
  for (const placed of allRoutes(writer).filter((each) => isDead(writer, each) && isMeant(each))) {
    const key = `${placed.route.target} ${placed.vpcId}`;
    if (done.has(key)) continue;
    done.add(key);
    const routes = allRoutes(writer).filter(
      ({ vpcId, route }) => vpcId === placed.vpcId && route.target === placed.route.target,
    );
    writeGhost(writer, placed, routes);
  }
}

function isDead({ world }: ScriptWriter, { vpcId, route: { target } }: PlacedRoute): boolean {
  const gateway = world.gateways[target];
  if (target.startsWith('igw-')) return gateway?.vpcId !== vpcId;
  return gateway === undefined && world.networkInterfaces[target] === undefined;
}

/** Internet gateways apart, which can be put where they must be for the while. */
function isElsewhere({ world }: ScriptWriter, { vpcId, route: { target } }: PlacedRoute): boolean {
  return world.gateways[target] !== undefined && !homesOf(GATEWAY_KINDS, world, target).includes(vpcId);
}

function writeGhost(
  writer: ScriptWriter,
  { vpcId, route: { target } }: PlacedRoute,
  routes: readonly PlacedRoute[],
): void {
  const subnetId = Object.entries(writer.world.subnets).find(([, subnet]) => subnet.vpcId === vpcId)?.[0];
  if (target.startsWith('igw-')) writeAbsentInternetGateway(writer, target, vpcId, routes);
  else if (target.startsWith('nat-') && subnetId) writeAbsent(writer, target, routes, NAT, ref(writer, subnetId));
  else if (target.startsWith('eni-') && subnetId) writeAbsent(writer, target, routes, ENI, ref(writer, subnetId));
  else
    for (const { tableId } of routes)
      lacks(
        writer,
        `routeTables.${tableId} (${target})`,
        'a route to what does not exist, and is no kind that can be made for the while',
      );
}

const NAT = {
  make: ['aws ec2 create-nat-gateway', { 'connectivity-type': 'private' }, 'NatGateway.NatGatewayId'],
  unmake: ['aws ec2 delete-nat-gateway', 'nat-gateway-id'],
} as const;

const ENI = {
  make: ['aws ec2 create-network-interface', {}, 'NetworkInterface.NetworkInterfaceId'],
  unmake: ['aws ec2 delete-network-interface', 'network-interface-id'],
} as const;

function writeAbsent(
  writer: ScriptWriter,
  target: string,
  routes: readonly PlacedRoute[],
  { make: [command, options, query], unmake: [remove, option] }: typeof NAT | typeof ENI,
  subnet: ReturnType<typeof ref>,
): void {
  define(writer, target, command, { 'subnet-id': subnet, ...options }, query);
  for (const placed of routes) writeRoute(writer, placed);
  write(writer, remove, { [option]: ref(writer, target) });
}

function writeAbsentInternetGateway(
  writer: ScriptWriter,
  target: string,
  vpcId: string,
  routes: readonly PlacedRoute[],
): void {
  if (!has(writer, target))
    define(writer, target, 'aws ec2 create-internet-gateway', {}, 'InternetGateway.InternetGatewayId');
  const place = { 'internet-gateway-id': ref(writer, target), 'vpc-id': ref(writer, vpcId) };
  write(writer, 'aws ec2 attach-internet-gateway', place);
  for (const placed of routes) writeRoute(writer, placed);
  write(writer, 'aws ec2 detach-internet-gateway', place);
  if (!writer.world.gateways[target])
    write(writer, 'aws ec2 delete-internet-gateway', { 'internet-gateway-id': ref(writer, target) });
}

/** Routes to what is there. */
export function writeRoutes(writer: ScriptWriter): void {
  section(writer, 'Routes');
  for (const placed of allRoutes(writer)) {
    if (isDead(writer, placed)) continue;
    const { tableId, route } = placed;
    const where = `routeTables.${tableId} (${route.destination} → ${route.target})`;
    if (route.origin === 'EnableVgwRoutePropagation') lacks(writer, where, 'a propagated route that is written down');
    else if (isElsewhere(writer, placed)) lacks(writer, where, 'a route to a gateway that is not attached to the VPC');
    else if (has(writer, route.target)) writeRoute(writer, placed);
    else lacks(writer, where, 'its target is not made');
  }
}

function isForNoSubnet({ world }: ScriptWriter, { vpcId, route: { destination } }: PlacedRoute): boolean {
  if (!isBlock(destination) || isWholeSubnet(world, vpcId, destination)) return false;
  return world.vpcs[vpcId]!.cidrs.some((block) => block !== destination && cidrCovers(block, destination));
}

function writeRoute(writer: ScriptWriter, placed: PlacedRoute): void {
  const {
    tableId,
    route: { destination, target, origin },
  } = placed;
  const lack = isForNoSubnet(writer, placed)
    ? 'a route for a subnet that is gone'
    : !isBlock(destination) && !has(writer, destination) && 'its destination is not made';
  if (lack) {
    lacks(writer, `routeTables.${tableId} (${destination})`, lack);
    return;
  }
  askFor(writer, tableId);
  write(writer, origin === 'CreateRouteTable' ? 'aws ec2 replace-route' : 'aws ec2 create-route', {
    'route-table-id': ref(writer, tableId),
    [destinationOption(destination)]: ref(writer, destination),
    [targetOption(writer, target)]: ref(writer, target),
  });
}

function destinationOption(destination: Route['destination']): string {
  if (!isBlock(destination)) return 'destination-prefix-list-id';
  return destination.includes(':') ? 'destination-ipv6-cidr-block' : 'destination-cidr-block';
}

function targetOption({ world }: ScriptWriter, target: string): string {
  if (target.startsWith('eni-')) return 'network-interface-id';
  if (target.startsWith('nat-')) return 'nat-gateway-id';
  return toKebab(GATEWAY_KINDS[world.gateways[target]?.kind ?? '']?.routeParameter ?? 'GatewayId');
}
