// The World's integrity: every reference resolves, every address lies where it must, nothing is given twice.
// Reports all problems at once. Operations keep a World free of them; files are held to it on reading.

import {
  checkMapping,
  checkPrivateAddresses,
  checkPublicAddresses,
  checkSubnets,
  checkUnderlay,
  checkVpcs,
} from './check-addresses.ts';
import { nodesOf } from './gateway.ts';
import { areJoined } from './joined-vpcs.ts';
import { formatPath, type Path, type Problem } from './problem.ts';
import { type Report, refers, reportInto } from './report.ts';
import type { World } from './world.ts';

const RULES: readonly ((world: World, report: Report) => void)[] = [
  checkVpcs,
  checkSubnets,
  checkRouteTables,
  checkRouteAssociations,
  checkInterfaces,
  checkPrivateAddresses,
  checkInstances,
  checkPublicAddresses,
  checkFilters,
  checkGateways,
  checkUnderlay,
  checkMapping,
];

/** What one kind of gateway knows about the ids in its record. */
export type CheckReferences<Attributes> = (gateway: Attributes, world: World, path: Path, report: Report) => void;

export type GatewayReferences = Readonly<Record<string, CheckReferences<never>>>;

/** Reports an id that is not a gateway of this kind. */
export function refersToKind(world: World, id: string, kind: string, path: Path, report: Report): boolean {
  if (!refers(world.gateways, id, path, report)) return false;
  if (world.gateways[id]!.kind === kind) return true;
  report(path, `${id} is not a ${kind}`);
  return false;
}

export function checkWorld(world: World, references: GatewayReferences = {}): readonly Problem[] {
  const problems: Problem[] = [];
  const report = reportInto(problems);
  for (const rule of RULES) rule(world, report);
  for (const [id, gateway] of Object.entries(world.gateways))
    references[gateway.kind]?.(gateway as never, world, ['gateways', id], report);
  return problems;
}

function checkRouteTables(world: World, report: Report): void {
  for (const [id, table] of Object.entries(world.routeTables)) {
    const path = ['routeTables', id];
    refers(world.vpcs, table.vpcId, [...path, 'vpcId'], report);
    const destinations = new Set<string>();
    table.routes.forEach((route, index) => {
      const key = `${route.destination} ${route.origin === 'EnableVgwRoutePropagation' ? `propagated from ${route.target}` : ''}`;
      if (destinations.has(key))
        report(
          [...path, 'routes', index],
          `${route.destination} stands twice`,
          'a table has one route for each destination',
        );
      destinations.add(key);
    });
  }
}

function checkRouteAssociations(world: World, report: Report): void {
  const taken = new Map<string, string>();
  for (const [id, association] of Object.entries(world.routeAssociations)) {
    const path = ['routeAssociations', id];
    const { routeTableId, subnetId, gatewayId, main } = association;
    if (!refers(world.routeTables, routeTableId, [...path, 'routeTableId'], report)) continue;
    const vpcId = world.routeTables[routeTableId]!.vpcId;
    if (Number(main) + Number(subnetId !== undefined) + Number(gatewayId !== undefined) !== 1)
      report(
        path,
        'an association is for one subnet, for one gateway, or main',
        'give exactly one of subnetId, gatewayId, main',
      );
    if (gatewayId) refers(world.gateways, gatewayId, [...path, 'gatewayId'], report);
    if (
      subnetId &&
      refers(world.subnets, subnetId, [...path, 'subnetId'], report) &&
      world.subnets[subnetId]!.vpcId !== vpcId
    )
      report([...path, 'subnetId'], `${subnetId} and ${routeTableId} are in different VPCs`);
    const user = subnetId ?? gatewayId ?? `${vpcId} (main)`;
    if (taken.has(user)) report(path, `${user} already uses a table by ${taken.get(user)}`);
    taken.set(user, id);
  }
}

function checkInterfaces(world: World, report: Report): void {
  for (const [id, { subnetId, instanceId, managedBy, groups }] of Object.entries(world.networkInterfaces)) {
    const path = ['networkInterfaces', id];
    refers(world.subnets, subnetId, [...path, 'subnetId'], report);
    if (instanceId) refers(world.instances, instanceId, [...path, 'instanceId'], report);
    if (instanceId && managedBy)
      report(path, 'an interface belongs to an instance or to a service', 'leave instanceId or managedBy out');
    if (managedBy && refers(world.gateways, managedBy, [...path, 'managedBy'], report))
      if (!nodesOf(world.gateways[managedBy]!).some(({ networkInterfaceId }) => networkInterfaceId === id))
        report([...path, 'managedBy'], `${managedBy} does not name ${id} as its interface`);
    const vpcId = world.subnets[subnetId]?.vpcId;
    groups.forEach((group, index) => {
      checkGroup(world, group, vpcId, [...path, 'groups', index], report);
    });
  }
}

/** A security group that an interface or a rule names: it exists, in the same VPC; a rule may name a peer VPC's, too. Source: D-PEER. */
function checkGroup(
  world: World,
  id: string,
  vpcId: string | undefined,
  path: Path,
  report: Report,
  mayBePeers = false,
): void {
  if (!refers(world.securityGroups, id, path, report) || !vpcId) return;
  const home = world.securityGroups[id]!.vpcId;
  if (home !== vpcId && !(mayBePeers && areJoined(world, home, vpcId))) report(path, `${id} is in another VPC`);
}

function checkInstances(world: World, report: Report): void {
  for (const [id, instance] of Object.entries(world.instances))
    refers(world.hosts, instance.hostId, ['instances', id, 'hostId'], report);
}

function checkFilters(world: World, report: Report): void {
  for (const [id, group] of Object.entries(world.securityGroups)) {
    refers(world.vpcs, group.vpcId, ['securityGroups', id, 'vpcId'], report);
    for (const direction of ['inbound', 'outbound'] as const)
      group[direction].forEach(({ peer }, index) => {
        if (peer.startsWith('sg-'))
          checkGroup(world, peer, group.vpcId, ['securityGroups', id, direction, index, 'peer'], report, true);
        if (peer.startsWith('pl-'))
          refers(world.prefixLists, peer, ['securityGroups', id, direction, index, 'peer'], report);
      });
  }
  for (const [id, acl] of Object.entries(world.networkAcls)) {
    refers(world.vpcs, acl.vpcId, ['networkAcls', id, 'vpcId'], report);
    for (const direction of ['inbound', 'outbound'] as const) {
      const numbers = acl[direction].map((entry) => entry.number);
      const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
      if (twice !== undefined) report(['networkAcls', id, direction], `rule number ${twice} stands twice`);
    }
  }
}

/** The references that any gateway may make, whatever its kind. */
function checkGateways(world: World, report: Report): void {
  const records = {
    vpcId: world.vpcs,
    subnetId: world.subnets,
    networkInterfaceId: world.networkInterfaces,
    allocationId: world.elasticIps,
  };
  const attached = new Map<string, string>();
  for (const [id, gateway] of Object.entries(world.gateways)) {
    const path = ['gateways', id];
    for (const [attribute, record] of Object.entries(records)) {
      const value = gateway[attribute];
      if (typeof value === 'string') refers(record, value, [...path, attribute], report);
    }
    checkOwnInterfaces(world, id, report);
    if (gateway.kind !== 'internet-gateway' || typeof gateway.vpcId !== 'string') continue;
    const other = attached.get(gateway.vpcId);
    if (other)
      report([...path, 'vpcId'], `${gateway.vpcId} already has ${other}`, 'a VPC has at most one internet gateway');
    attached.set(gateway.vpcId, id);
  }
}

/** A service's interface belongs to it and stands in its subnet. */
function checkOwnInterfaces(world: World, id: string, report: Report): void {
  const gateway = world.gateways[id]!;
  for (const { networkInterfaceId, subnetId } of nodesOf(gateway)) {
    const isNode = gateway.networkInterfaceId !== networkInterfaceId;
    const path = ['gateways', id, isNode ? 'nodes' : 'networkInterfaceId'];
    if (isNode && !refers(world.networkInterfaces, networkInterfaceId, path, report)) continue;
    const networkInterface = world.networkInterfaces[networkInterfaceId];
    if (!networkInterface) continue;
    if (networkInterface.managedBy !== id)
      report(path, `${networkInterfaceId} is not managed by ${id}`, `give ${networkInterfaceId} managedBy: ${id}`);
    if (networkInterface.subnetId !== subnetId) report(path, `${networkInterfaceId} is not in ${subnetId}`);
  }
}

export function formatProblem(problem: Problem): string {
  return `${formatPath(problem.path)}: ${problem.message}${problem.remedy ? ` — ${problem.remedy}` : ''}`;
}
