// The part of a rebuilding script that reaches customers' own networks: virtual private gateways, VPN, Direct Connect, and the sites.

import type { Gateway } from '../../cloud/gateway.ts';
import type { CustomerSite } from '../../dataplane/gateways/customer-site.ts';
import { askFor } from './defaults.ts';
import { define, has, lacks, mixed, ref, type ScriptWriter, waitFor, write } from './script-writer.ts';

/** What a gateway keeps, as its kind's schema has read it. */
type Attributes = Readonly<Record<string, string>>;

export function writeVpnGateway(writer: ScriptWriter, id: string, { vpcId, amazonSideAsn }: Gateway): void {
  const options = { type: 'ipsec.1', 'amazon-side-asn': amazonSideAsn as number };
  define(writer, id, 'aws ec2 create-vpn-gateway', options, 'VpnGateway.VpnGatewayId');
  if (typeof vpcId === 'string')
    write(writer, 'aws ec2 attach-vpn-gateway', { 'vpn-gateway-id': ref(writer, id), 'vpc-id': ref(writer, vpcId) });
}

export function writeCustomerGateway(writer: ScriptWriter, id: string, { ipAddress, asn }: Gateway): void {
  const options = { type: 'ipsec.1', 'ip-address': ipAddress as string, 'bgp-asn': asn as number };
  define(writer, id, 'aws ec2 create-customer-gateway', options, 'CustomerGateway.CustomerGatewayId');
}

/** One that ends at a transit gateway waits for its attachment. */
export function writeVpnConnection(writer: ScriptWriter, id: string, gateway: Gateway): void {
  if (gateway.transitGatewayId === undefined) writeVpn(writer, id, gateway);
}

export function writeVpn(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { vpnGatewayId, transitGatewayId, customerGatewayId } = gateway as unknown as Attributes;
  const twin = Object.entries(writer.world.gateways).find(
    ([, each]) =>
      each.vpnGatewayId === vpnGatewayId &&
      each.transitGatewayId === transitGatewayId &&
      each.customerGatewayId === customerGatewayId,
  );
  if (twin?.[0] !== id) {
    lacks(writer, `gateways.${id}`, 'a second VPN connection of the same two gateways');
    return;
  }
  const options = {
    type: 'ipsec.1',
    'customer-gateway-id': ref(writer, customerGatewayId as string),
    ...(vpnGatewayId && { 'vpn-gateway-id': ref(writer, vpnGatewayId) }),
    ...(transitGatewayId && { 'transit-gateway-id': ref(writer, transitGatewayId) }),
    options: `StaticRoutesOnly=${gateway.staticRoutesOnly}`,
  };
  define(writer, id, 'aws ec2 create-vpn-connection', options, 'VpnConnection.VpnConnectionId');
  waitFor(writer, 'aws ec2 wait vpn-connection-available', { 'vpn-connection-ids': ref(writer, id) });
  for (const cidr of gateway.routes as readonly string[])
    write(writer, 'aws ec2 create-vpn-connection-route', {
      'vpn-connection-id': ref(writer, id),
      'destination-cidr-block': cidr,
    });
}

export function writeConnection(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { name, location, bandwidth, siteId } = gateway as unknown as Attributes;
  const options = { location, bandwidth, 'connection-name': name };
  define(writer, id, 'aws directconnect create-connection', options, 'connectionId');
  if (siteId) write(writer, 'lab lay-wire', { 'connection-id': ref(writer, id), 'site-id': ref(writer, siteId) });
}

export function writeDirectConnectGateway(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const options = { 'direct-connect-gateway-name': gateway.name as string, 'amazon-side-asn': gateway.asn as number };
  const query = 'directConnectGateway.directConnectGatewayId';
  define(writer, id, 'aws directconnect create-direct-connect-gateway', options, query);
  for (const vgwId of gateway.virtualGatewayIds as readonly string[])
    write(writer, 'aws directconnect create-direct-connect-gateway-association', {
      'direct-connect-gateway-id': ref(writer, id),
      'gateway-id': ref(writer, vgwId),
    });
}

export function writeVirtualInterface(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { interfaceType, connectionId, name, virtualGatewayId, directConnectGatewayId } =
    gateway as unknown as Attributes;
  const start = `virtualInterfaceName=${name},vlan=${gateway.vlan},asn=${gateway.asn}${gateway.mtu ? `,mtu=${gateway.mtu}` : ''}`;
  const prefixes = (gateway.routeFilterPrefixes as readonly string[]).map((cidr) => `{cidr=${cidr}}`);
  const end = virtualGatewayId
    ? [',virtualGatewayId=', { id: virtualGatewayId }]
    : directConnectGatewayId
      ? [',directConnectGatewayId=', { id: directConnectGatewayId }]
      : [`,routeFilterPrefixes=[${prefixes.join(',')}]`];
  const options = {
    'connection-id': ref(writer, connectionId as string),
    [`new-${interfaceType}-virtual-interface`]: mixed(writer, start, ...end),
  };
  define(writer, id, `aws directconnect create-${interfaceType}-virtual-interface`, options, 'virtualInterfaceId');
}

export function writeSite(writer: ScriptWriter, id: string, gateway: Gateway): void {
  const { publicIp, cidrs, asn } = gateway as unknown as CustomerSite;
  define(writer, id, 'lab create-site', { 'public-ip': publicIp, 'cidr-blocks': cidrs, 'bgp-asn': asn }, 'SiteId');
}

/** What a site's owner has set on the router; it names links, so it comes after all of them. */
export function writeRouters(writer: ScriptWriter): void {
  for (const [id, gateway] of Object.entries(writer.world.gateways))
    if (gateway.kind === 'customer-site' && has(writer, id))
      writeRouter(writer, id, gateway as unknown as CustomerSite);
}

function writeRouter(writer: ScriptWriter, id: string, site: CustomerSite): void {
  const { routes, advertises, aliases, translations } = site;
  const own = { 'site-id': ref(writer, id) };
  for (const { destination, target, backup } of routes) {
    if (!isWayOut(writer, id, target)) continue;
    const route = { 'destination-cidr-block': destination, target: ref(writer, target), backup };
    write(writer, 'lab set-site-route', { ...own, ...route });
  }
  for (const { prefix, over, prepend } of advertises) {
    if (over && !isWayOut(writer, id, over)) continue;
    const path = { over: over && ref(writer, over), prepend: prepend > 0 ? prepend : undefined };
    write(writer, 'lab advertise-prefix', { ...own, prefix, ...path });
  }
  for (const { own: block, alias } of aliases)
    write(writer, 'lab set-site-alias', { ...own, 'own-cidr-block': block, 'alias-cidr-block': alias });
  for (const { over, address } of translations)
    write(writer, 'lab set-site-translation', { ...own, over: ref(writer, over), address });
}

function isWayOut(writer: ScriptWriter, siteId: string, target: string): boolean {
  if (target === 'isp' || has(writer, target)) return true;
  lacks(writer, `gateways.${siteId} (${target})`, 'its target is not made');
  return false;
}

export function writePropagation(writer: ScriptWriter): void {
  for (const [id, { propagatingVgws = [] }] of Object.entries(writer.world.routeTables))
    for (const vgwId of propagatingVgws) {
      askFor(writer, id);
      const options = { 'route-table-id': ref(writer, id), 'gateway-id': ref(writer, vgwId) };
      write(writer, 'aws ec2 enable-vgw-route-propagation', options);
    }
}
