// Virtual private gateways, VPN connections, virtual interfaces and customers' sites as facts to read.

import type { World } from '../../cloud/world.ts';
import { findLink, isInterfaceUp, isTunnelUp } from '../../dataplane/customer-links.ts';
import type { CustomerSite } from '../../dataplane/gateways/customer-site.ts';
import type { VirtualInterface } from '../../dataplane/gateways/virtual-interface.ts';
import type { VpnConnection } from '../../dataplane/gateways/vpn-connection.ts';
import { routesOfSite } from '../../dataplane/site-routes.ts';
import type { LinkRoute } from '../../dataplane/step.ts';
import { routesOfVgw } from '../../dataplane/vgw-routes.ts';
import type { Fact, Found } from './fact.ts';
import type { MapLabels } from './pen.ts';

type Describe = (world: World, id: string, labels: MapLabels) => readonly Fact[];

const DESCRIBED: Readonly<Record<string, Describe>> = {
  'vpn-gateway': describeVpnGateway,
  'vpn-connection': describeVpn,
  'virtual-interface': describeInterface,
  'customer-site': describeSite,
};

/** Undefined for any other kind of gateway. */
export function describeHybrid(world: World, id: string, labels: MapLabels): Found | undefined {
  const describe = DESCRIBED[world.gateways[id]?.kind ?? ''];
  return describe && { facts: describe(world, id, labels) };
}

function knows(routes: readonly LinkRoute[], labels: MapLabels): readonly Fact[] {
  if (routes.length === 0) return [{ label: 'fact.learned', value: labels['value.nobody'], warns: true }];
  return routes.map(({ destination, target }) => ({ label: 'fact.learned', value: `${destination} → ${target}` }));
}

function describeVpnGateway(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { vpcId } = world.gateways[id]!;
  return [
    { label: 'fact.attached', value: String(vpcId ?? labels.detached), warns: !vpcId },
    ...knows(routesOfVgw(world, id)?.known ?? [], labels),
    { label: 'fact.device', value: 'Blackfoot' },
  ];
}

function describeVpn(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { vpnGatewayId, transitGatewayId, tunnels, staticRoutesOnly, routes } = world.gateways[
    id
  ] as unknown as VpnConnection;
  const siteId = findLink(world, id)?.siteId;
  return [
    {
      label: 'fact.leads',
      value: `${vpnGatewayId ?? transitGatewayId} ⇄ ${siteId ?? labels['value.nobody']}`,
      warns: !siteId,
    },
    ...tunnels.map((address, index): Fact => {
      const isUp = siteId !== undefined && isTunnelUp(world, id, siteId, index + 1);
      return { label: 'fact.tunnel', value: isUp ? address : `${address} ${labels.down}`, warns: !isUp };
    }),
    { label: 'fact.learns', value: staticRoutesOnly ? routes.join(', ') || labels['value.nobody'] : 'BGP' },
  ];
}

function describeInterface(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const vif = world.gateways[id] as unknown as VirtualInterface;
  const { vlan, connectionId, virtualGatewayId, directConnectGatewayId, routeFilterPrefixes } = vif;
  const isUp = isInterfaceUp(world, id, vif);
  return [
    { label: 'fact.leads', value: virtualGatewayId ?? directConnectGatewayId ?? routeFilterPrefixes.join(', ') },
    { label: 'fact.wire', value: `${connectionId} VLAN ${vlan}${isUp ? '' : ` ${labels.down}`}`, warns: !isUp },
  ];
}

function describeSite(world: World, id: string, labels: MapLabels): readonly Fact[] {
  const { cidrs, publicIp, advertises } = world.gateways[id] as unknown as CustomerSite;
  return [
    { label: 'fact.cidr', value: cidrs.join(', ') },
    { label: 'fact.publicIp', value: publicIp },
    ...knows(routesOfSite(world, id), labels),
    ...advertises.map(
      ({ prefix, over }): Fact => ({ label: 'fact.advertises', value: over ? `${prefix} ${over}` : prefix }),
    ),
  ];
}
