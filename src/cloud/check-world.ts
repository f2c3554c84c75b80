// The World's integrity: every reference resolves, every address lies where it must, nothing is given twice.
// Reports all problems at once. Operations keep a World free of them; files are held to it on reading.

import type { Address } from '../net/address.ts';
import { addressAt, type Cidr, cidrContains, cidrCovers, cidrSize, cidrsOverlap, isIpv4Cidr } from '../net/cidr.ts';
import { formatPath, type Problem } from './problem.ts';
import type { World } from './world.ts';

type Report = (path: readonly (string | number)[], message: string, remedy?: string) => void;

const RULES: readonly ((world: World, report: Report) => void)[] = [
  checkSubnets,
  checkRouteTables,
  checkRouteAssociations,
  checkInterfaces,
  checkInstances,
  checkPublicAddresses,
  checkFilters,
  checkGateways,
  checkMapping,
];

export function checkWorld(world: World): readonly Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, message, remedy) => {
    problems.push(remedy === undefined ? { path, message } : { path, message, remedy });
  };
  for (const rule of RULES) rule(world, report);
  return problems;
}

function refers(record: object, id: string, path: readonly (string | number)[], report: Report): boolean {
  if (Object.hasOwn(record, id)) return true;
  report(
    path,
    `${id} does not exist`,
    `define ${id}, or name one of: ${Object.keys(record).slice(0, 8).join(', ') || '(none are defined)'}`,
  );
  return false;
}

function checkSubnets(world: World, report: Report): void {
  const seen: [string, Cidr, string][] = [];
  for (const [id, subnet] of Object.entries(world.subnets)) {
    const path = ['subnets', id];
    if (!refers(world.vpcs, subnet.vpcId, [...path, 'vpcId'], report)) continue;
    if (!world.vpcs[subnet.vpcId]!.cidrs.some((cidr) => cidrCovers(cidr, subnet.cidr)))
      report([...path, 'cidr'], `${subnet.cidr} lies outside the blocks of ${subnet.vpcId}`);
    for (const [otherId, cidr, vpcId] of seen)
      if (vpcId === subnet.vpcId && cidrsOverlap(cidr, subnet.cidr))
        report([...path, 'cidr'], `${subnet.cidr} overlaps ${otherId} (${cidr})`);
    seen.push([id, subnet.cidr, subnet.vpcId]);
    if (subnet.networkAclId) refers(world.networkAcls, subnet.networkAclId, [...path, 'networkAclId'], report);
  }
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
  const owners = new Map<string, string>();
  for (const [id, networkInterface] of Object.entries(world.networkInterfaces)) {
    const path = ['networkInterfaces', id];
    const { subnetId, instanceId, managedBy, groups, addresses } = networkInterface;
    for (const group of groups) refers(world.securityGroups, group, [...path, 'groups'], report);
    if (instanceId) refers(world.instances, instanceId, [...path, 'instanceId'], report);
    if (managedBy) refers(world.gateways, managedBy, [...path, 'managedBy'], report);
    if (!refers(world.subnets, subnetId, [...path, 'subnetId'], report)) continue;
    const subnet = world.subnets[subnetId]!;
    addresses.forEach(({ address }, index) => {
      const place = [...path, 'addresses', index];
      const block = [subnet.cidr, subnet.ipv6Cidr].find((cidr) => cidr && cidrContains(cidr, address));
      if (!block) report(place, `${address} lies outside ${subnetId} (${subnet.cidr})`);
      else if (isReserved(block, address))
        report(place, `${address} is one of the five addresses that AWS keeps in ${block}`, 'use +4 or higher');
      const key = `${subnet.vpcId}/${address}`;
      if (owners.has(key)) report(place, `${address} already belongs to ${owners.get(key)}`);
      owners.set(key, id);
    });
  }
}

/** Base, +1, +2, +3 and, in an IPv4 block, the last address. Source: D-SUB. */
export function isReserved(block: Cidr, address: Address): boolean {
  for (let offset = 0; offset < 4; offset++) if (addressAt(block, offset) === address) return true;
  return isIpv4Cidr(block) && addressAt(block, cidrSize(block) - 1) === address;
}

function checkInstances(world: World, report: Report): void {
  for (const [id, instance] of Object.entries(world.instances))
    refers(world.hosts, instance.hostId, ['instances', id, 'hostId'], report);
}

function checkPublicAddresses(world: World, report: Report): void {
  const owners = new Map<string, string>();
  const claim = (publicIp: string, owner: string, path: readonly (string | number)[]) => {
    if (owners.has(publicIp)) report(path, `${publicIp} already belongs to ${owners.get(publicIp)}`);
    owners.set(publicIp, owner);
  };
  for (const [id, host] of Object.entries(world.internet)) claim(host.address, id, ['internet', id, 'address']);
  for (const [id, networkInterface] of Object.entries(world.networkInterfaces))
    networkInterface.addresses.forEach(({ autoPublicIp }, index) => {
      if (autoPublicIp) claim(autoPublicIp, id, ['networkInterfaces', id, 'addresses', index, 'autoPublicIp']);
    });
  const mapped = new Map<string, string>();
  for (const [id, { publicIp, association }] of Object.entries(world.elasticIps)) {
    claim(publicIp, id, ['elasticIps', id, 'publicIp']);
    if (!association) continue;
    const path = ['elasticIps', id, 'association'];
    if (!refers(world.networkInterfaces, association.networkInterfaceId, [...path, 'networkInterfaceId'], report))
      continue;
    const { addresses } = world.networkInterfaces[association.networkInterfaceId]!;
    const entry = addresses.find(({ address }) => address === association.privateIp);
    if (!entry)
      report([...path, 'privateIp'], `${association.networkInterfaceId} does not hold ${association.privateIp}`);
    if (entry?.autoPublicIp)
      report(
        path,
        `${association.privateIp} has both an Elastic IP and an auto-assigned address`,
        'leave autoPublicIp out',
      );
    const key = `${association.networkInterfaceId}/${association.privateIp}`;
    if (mapped.has(key)) report(path, `${association.privateIp} already has ${mapped.get(key)}`);
    mapped.set(key, id);
  }
}

function checkFilters(world: World, report: Report): void {
  for (const [id, group] of Object.entries(world.securityGroups)) {
    refers(world.vpcs, group.vpcId, ['securityGroups', id, 'vpcId'], report);
    for (const direction of ['inbound', 'outbound'] as const)
      group[direction].forEach(({ peer }, index) => {
        if (peer.startsWith('sg-'))
          refers(world.securityGroups, peer, ['securityGroups', id, direction, index, 'peer'], report);
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
    if (gateway.kind !== 'internet-gateway' || typeof gateway.vpcId !== 'string') continue;
    const other = attached.get(gateway.vpcId);
    if (other)
      report([...path, 'vpcId'], `${gateway.vpcId} already has ${other}`, 'a VPC has at most one internet gateway');
    attached.set(gateway.vpcId, id);
  }
}

function checkMapping(world: World, report: Report): void {
  for (const [key, hostId] of Object.entries(world.mapping)) {
    const [vpcId] = key.split('/') as [string];
    refers(world.vpcs, vpcId, ['mapping', key], report);
    if (hostId) refers(world.hosts, hostId, ['mapping', key], report);
  }
  for (const [id, frame] of Object.entries(world.frames)) {
    refers(world.hosts, frame.fromHost, ['frames', id, 'fromHost'], report);
    refers(world.hosts, frame.toHost, ['frames', id, 'toHost'], report);
    refers(world.vpcs, frame.vpcId, ['frames', id, 'vpcId'], report);
  }
}

export function formatProblem(problem: Problem): string {
  return `${formatPath(problem.path)}: ${problem.message}${problem.remedy ? ` — ${problem.remedy}` : ''}`;
}
