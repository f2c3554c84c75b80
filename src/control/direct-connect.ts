// What Direct Connect's calls share: its one code for a caller's mistake, its shapes, and the checks of a new virtual interface.
// Source: Direct Connect API reference (fields in lower camel case), D-DX (vpc-dataplane 7.2).

import * as v from 'valibot';
import { listGateways } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { isDown, isInterfaceUp } from '../dataplane/customer-links.ts';
import type { DirectConnectConnection, DirectConnectGateway } from '../dataplane/gateways/direct-connect.ts';
import type { VirtualInterface } from '../dataplane/gateways/virtual-interface.ts';
import type { OperationError } from './operation.ts';
import { numberSchema } from './structure.ts';

/** The fields that private and public virtual interfaces have in common. */
export const VIRTUAL_INTERFACE = {
  virtualInterfaceName: v.pipe(v.string(), v.minLength(1)),
  vlan: v.pipe(numberSchema, v.minValue(1), v.maxValue(4094, 'expected a VLAN from 1 to 4094')),
  asn: numberSchema,
  authKey: v.optional(v.string()),
  amazonAddress: v.optional(v.string()),
  customerAddress: v.optional(v.string()),
  addressFamily: v.optional(v.picklist(['ipv4', 'ipv6'])),
};

export function clientError(message: string, remedy?: string): OperationError {
  return { code: 'DirectConnectClientException', message, ...(remedy && { remedy }) };
}

/** A VLAN is one virtual interface's on its connection. Source: D-DX. */
export function checkVlan(world: World, connectionId: string, vlan: number): OperationError | undefined {
  const user = listGateways<VirtualInterface>(world, 'virtual-interface').find(
    ([, vif]) => vif.connectionId === connectionId && vif.vlan === vlan,
  );
  return user && clientError(`VLAN ${vlan} is already in use on ${connectionId}.`, `${user[0]} has it; take another.`);
}

/** A VLAN that a connection has not used, for the menu to offer. */
export function freeVlan(world: World, connectionId: string): number {
  let vlan = 101;
  while (checkVlan(world, connectionId, vlan)) vlan++;
  return vlan;
}

export function virtualInterfaceShape(world: World, id: string) {
  const vif = world.gateways[id] as unknown as VirtualInterface;
  const { interfaceType, connectionId, name, vlan, asn, mtu = 1500, virtualGatewayId, directConnectGatewayId } = vif;
  return {
    virtualInterfaceId: id,
    virtualInterfaceType: interfaceType,
    virtualInterfaceName: name,
    virtualInterfaceState: isInterfaceUp(world, id, vif) ? 'available' : 'down',
    connectionId,
    vlan,
    asn,
    mtu,
    jumboFrameCapable: true,
    ...(virtualGatewayId && { virtualGatewayId }),
    ...(directConnectGatewayId && { directConnectGatewayId }),
    routeFilterPrefixes: vif.routeFilterPrefixes.map((cidr) => ({ cidr })),
  };
}

export function connectionShape(world: World, id: string) {
  const { name, location, bandwidth, siteId } = world.gateways[id] as unknown as DirectConnectConnection;
  const state = isDown(world, id) ? 'down' : 'available';
  return {
    connectionId: id,
    connectionName: name,
    connectionState: siteId ? state : 'requested',
    region: world.region,
    location,
    bandwidth,
  };
}

export function directConnectGatewayShape(world: World, id: string) {
  const { name, asn } = world.gateways[id] as unknown as DirectConnectGateway;
  return {
    directConnectGatewayId: id,
    directConnectGatewayName: name,
    amazonSideAsn: asn,
    directConnectGatewayState: 'available',
  };
}
