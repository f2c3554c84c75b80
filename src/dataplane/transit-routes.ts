// What a transit gateway knows: which table serves each attachment, and the routes of its tables, static ones and those that attachments
// propagate. Longest prefix first, then static before propagated, VPCs before VPNs; of two attachments with the same block the later is not propagated.
// Source: D-TGW, D-TGWA (vpc-dataplane 7.4). Simplified: no prefix list references, Connect or Direct Connect gateways; no ECMP.

import { listGateways } from '../cloud/lookup.ts';
import type { Route } from '../cloud/route-table.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity, memoByParts } from '../memo.ts';
import type { Address } from '../net/address.ts';
import type { Cidr } from '../net/cidr.ts';
import { type LongestPrefixTable, makeLongestPrefixTable } from '../net/longest-prefix.ts';
import { findLink } from './customer-links.ts';
import type { TransitGatewayAttachment } from './gateways/transit-gateway-attachment.ts';
import type { TransitGatewayRouteTable } from './gateways/transit-gateway-route-table.ts';
import { routesOver } from './vgw-routes.ts';

/** What a static route without an attachment points to. */
export const BLACKHOLE = 'blackhole';

export function attachmentOf(world: World, id: string): TransitGatewayAttachment | undefined {
  const gateway = world.gateways[id];
  return gateway?.kind === 'transit-gateway-attachment' ? (gateway as unknown as TransitGatewayAttachment) : undefined;
}

export function listAttachments(world: World) {
  return listGateways<TransitGatewayAttachment>(world, 'transit-gateway-attachment');
}

export function listTransitTables(world: World) {
  return listGateways<TransitGatewayRouteTable>(world, 'transit-gateway-route-table');
}

/** A VPC's attachment to a transit gateway. */
export function findVpcAttachment(world: World, transitGatewayId: string, vpcId: string): string | undefined {
  return attachmentsByVpc(world.gateways).get(`${transitGatewayId} ${vpcId}`);
}

const attachmentsByVpc = memoByIdentity((gateways: World['gateways']) => {
  const attachments = listAttachments({ gateways } as World);
  return new Map(attachments.map(([id, each]) => [`${each.transitGatewayId} ${each.vpcId}`, id]));
});

/** The table that routes what comes from an attachment. */
export function associatedTable(world: World, attachmentId: string): string | undefined {
  return tablesByAttachment(world.gateways).get(attachmentId);
}

const tablesByAttachment = memoByIdentity((gateways: World['gateways']) => {
  const tables = listTransitTables({ gateways } as World);
  return new Map<string, string>(
    tables.flatMap(([id, { associations }]) => associations.map((each) => [each, id] as const)),
  );
});

interface TransitRoutes {
  readonly routes: readonly Route[];
  readonly byPrefix: LongestPrefixTable<Route>;
}

const routesByTable = memoByParts<World, ReadonlyMap<string, TransitRoutes>>(
  ['gateways', 'vpcs', 'conditions'],
  (world) => new Map(listTransitTables(world).map(([id, table]) => [id, collect(world, table)])),
);

function collect(world: World, { routes, propagations }: TransitGatewayRouteTable): TransitRoutes {
  const fixed = routes.map(
    ({ destination, attachmentId }): Route => ({
      destination,
      target: attachmentId ?? BLACKHOLE,
      origin: 'CreateRoute',
    }),
  );
  const vpcsFirst = [...propagations].sort((a, b) => Number(isVpn(world, a)) - Number(isVpn(world, b)));
  const learned = vpcsFirst.flatMap((id) => blocksOf(world, id).map((cidr) => propagatedRoute(cidr, id)));
  const first = learned.filter(
    ({ destination }, index) => learned.findIndex((each) => each.destination === destination) === index,
  );
  const all = [...fixed, ...first];
  return { routes: all, byPrefix: makeLongestPrefixTable(all.map((route) => [route.destination as Cidr, route])) };
}

/** The word is that of VPC tables: here, too, nobody wrote the route. */
function propagatedRoute(destination: Cidr, target: string): Route {
  return { destination, target, origin: 'EnableVgwRoutePropagation' };
}

function isVpn(world: World, attachmentId: string): boolean {
  return attachmentOf(world, attachmentId)!.vpnConnectionId !== undefined;
}

/** What an attachment propagates: all blocks of its VPC, or what its VPN brings while it is up. */
export function blocksOf(world: World, attachmentId: string, evenDown = false): readonly Cidr[] {
  const { vpcId, vpnConnectionId } = attachmentOf(world, attachmentId)!;
  if (!vpnConnectionId) return world.vpcs[vpcId!]!.cidrs;
  const link = findLink(world, vpnConnectionId)!;
  return link.isUp || evenDown ? routesOver(world, link).map(({ destination }) => destination) : [];
}

/** What AWS tells the router at a VPN's other end by BGP: the routes of the attachment's table. */
export function advertisedByTransit(world: World, attachmentId: string): readonly Cidr[] {
  const routes = listTransitRoutes(world, associatedTable(world, attachmentId) ?? '');
  return routes.flatMap((route) =>
    route.target === attachmentId || isTransitBlackhole(world, route) ? [] : [route.destination as Cidr],
  );
}

/** Every route of a table, static ones first. */
export function listTransitRoutes(world: World, tableId: string): readonly Route[] {
  return routesByTable(world).get(tableId)?.routes ?? [];
}

/** The route that a table chooses; among equal prefixes the static one. */
export function findTransitRoute(world: World, tableId: string, destination: Address): Route | undefined {
  return routesByTable(world).get(tableId)!.byPrefix.find(destination)?.[0];
}

/** Whether a route of a transit gateway leads nowhere: a static blackhole, or its attachment is gone. */
export function isTransitBlackhole(world: World, { target }: Route): boolean {
  return attachmentOf(world, target) === undefined;
}
