// A subnet's route table as a kernel table. `local` is a throw: the lookup goes on in the mapping. A dead target is a blackhole route, and so
// is what no route of the World holds, because nothing may fall through to a table of the host's own.

import { isBlock, type Route } from '../../src/cloud/route-table.ts';
import type { World } from '../../src/cloud/world.ts';
import { type Ipv4, ipv4FromNumber, ipv4ToNumber } from '../../src/net/address.ts';
import { type Cidr, isIpv4Cidr } from '../../src/net/cidr.ts';
import { type Layout, mappingRows } from './layout.ts';
import { deviceTowards, wrapDevice } from './mapping-lines.ts';
import { peeringHop } from './peering.ts';
import type { Station } from './station.ts';

/** Stands for the internet gateway on every wrap; the neighbour entry says which. */
export const GATEWAY_HOP = '169.254.100.1';

export function subnetTable(layout: Layout, subnetId: string): number {
  return 1000 + layout.subnet(subnetId);
}

export function routerOf(cidr: Cidr): Ipv4 {
  return ipv4FromNumber(ipv4ToNumber(cidr.slice(0, cidr.indexOf('/')) as Ipv4) + 1);
}

export function addSubnetTable(station: Station, layout: Layout, subnetId: string, here: string): void {
  const table = subnetTable(layout, subnetId);
  const { vpcId } = layout.world.subnets[subnetId]!;
  const routes = routesOf(layout.world, subnetId);
  for (const { destination, target } of routes) {
    const hop = target === 'local' ? undefined : hopOf(layout, vpcId, target, here);
    const kind = target === 'local' ? 'throw ' : hop ? '' : 'blackhole ';
    station.ip.push(`route add ${kind}${destination} ${hop ?? ''} table ${table}`);
  }
  if (!routes.some(({ destination }) => destination === '0.0.0.0/0'))
    station.ip.push(`route add blackhole default table ${table}`);
}

function routesOf(world: World, subnetId: string): readonly Route[] {
  const associations = Object.values(world.routeAssociations);
  const { vpcId } = world.subnets[subnetId]!;
  const own = associations.find((association) => association.subnetId === subnetId);
  const main = associations.find(({ main, routeTableId }) => main && world.routeTables[routeTableId]?.vpcId === vpcId);
  const { routes } = world.routeTables[(own ?? main)!.routeTableId]!;
  return routes.filter(({ destination }) => isBlock(destination) && isIpv4Cidr(destination));
}

/** Where a target is reached; undefined when it is gone, detached, stopped or of another VPC. */
function hopOf(layout: Layout, vpcId: string, target: string, here: string): string | undefined {
  const { world } = layout;
  if (target.startsWith('eni-')) return eniHop(layout, vpcId, target, here);
  const gateway = world.gateways[target];
  switch (gateway?.kind) {
    case 'internet-gateway':
      return gateway.vpcId === vpcId ? `via ${GATEWAY_HOP} dev ${wrapDevice(layout.vpc(vpcId))} onlink` : undefined;
    case 'nat-gateway':
      if (gateway.state !== 'available' && gateway.state !== 'pending') return undefined;
      return eniHop(layout, vpcId, gateway.networkInterfaceId as string, here);
    case 'vpc-peering-connection':
      return peeringHop(layout, vpcId, target);
    default:
      return undefined;
  }
}

function eniHop(layout: Layout, vpcId: string, id: string, here: string): string | undefined {
  const eni = layout.eni(id);
  if (!eni || eni.vpcId !== vpcId) return undefined;
  const { managedBy, instanceId } = eni.record;
  if (!managedBy && layout.world.instances[instanceId ?? '']?.state !== 'running') return undefined;
  const device = mappingRows(layout, vpcId).find(({ address }) => address === eni.addresses[0])?.device;
  return `via ${eni.addresses[0]} dev ${deviceTowards(layout.vpc(vpcId), here, device)} onlink`;
}
