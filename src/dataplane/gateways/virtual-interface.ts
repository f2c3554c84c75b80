// A Direct Connect virtual interface: a VLAN on the wire to a customer's site. A private one leads to a virtual private gateway, which does
// the work; a public one leads to AWS's own public addresses and takes only sources that its customer owns and has announced.
// Source: D-DX (vpc-dataplane 2.2, 7.2). Inferred: the checks of a public one; Batfish does not model it.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { cidrSchema, idSchema } from '../../cloud/schema.ts';
import { cidrContains } from '../../net/cidr.ts';
import { siteOfInterface } from '../customer-links.ts';
import { type Arrival, defineComponent } from '../gateway-kind.ts';
import { isAwsAddress, reachAws } from '../internet.ts';
import { openLink, tagForWire } from '../link-crossing.ts';
import { drop, enter, type Next, stoppedAt, stops } from '../walk.ts';

const attributes = v.pipe(
  v.strictObject({
    interfaceType: v.picklist(['private', 'public']),
    connectionId: idSchema('dxcon'),
    name: v.optional(v.string(), 'vif'),
    vlan: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4094, 'a VLAN is 1 to 4094')),
    asn: v.optional(v.number(), 65000),
    /** The biggest packet; 1500 unless jumbo frames are on. */
    mtu: v.optional(v.picklist([1500, 9001])),
    /** Where a private one leads: a virtual private gateway, or several by way of a Direct Connect gateway. */
    virtualGatewayId: v.optional(idSchema('vgw')),
    directConnectGatewayId: v.optional(idSchema('dxgw')),
    /** What a public one's customer announces to AWS: its own public blocks. */
    routeFilterPrefixes: v.optional(v.array(cidrSchema), []),
  }),
  v.check(
    ({ interfaceType, virtualGatewayId, directConnectGatewayId }) =>
      Number(virtualGatewayId !== undefined) + Number(directConnectGatewayId !== undefined) ===
      (interfaceType === 'private' ? 1 : 0),
    'a private virtual interface names one virtualGatewayId or one directConnectGatewayId; a public one names neither',
  ),
);

export type VirtualInterface = v.InferOutput<typeof attributes>;

export const virtualInterface = defineComponent<VirtualInterface>({
  kind: 'virtual-interface',
  prefix: 'dxvif',
  label: 'virtual interface',
  attributes,
  references({ connectionId, virtualGatewayId, directConnectGatewayId }, world, path, report) {
    refersToKind(world, connectionId, 'direct-connect-connection', [...path, 'connectionId'], report);
    if (virtualGatewayId) refersToKind(world, virtualGatewayId, 'vpn-gateway', [...path, 'virtualGatewayId'], report);
    if (directConnectGatewayId)
      refersToKind(
        world,
        directConnectGatewayId,
        'direct-connect-gateway',
        [...path, 'directConnectGatewayId'],
        report,
      );
  },
  receive: (arrival) => (arrival.packet.wraps.length > 0 ? takeFromSite(arrival) : handToSite(arrival)),
});

/** A public one's traffic from the customer: from an announced address, to one of AWS's. */
function takeFromSite({ walk, id, gateway, packet }: Arrival<VirtualInterface>): Next {
  enter(walk, id, 'blackfoot');
  const bare = openLink(walk, id, packet);
  const { source, destination } = bare.ip;
  if (!gateway.routeFilterPrefixes.some((prefix) => cidrContains(prefix, source)))
    return drop(walk, 'VIF_FOREIGN_SOURCE', id, bare, source);
  if (!isAwsAddress(walk, destination) && stops(walk, 'VIF_NOT_AWS', id, bare, destination))
    return stoppedAt(walk, bare);
  return reachAws(walk, bare);
}

function handToSite({ walk, id, gateway, packet }: Arrival<VirtualInterface>): Next {
  enter(walk, id, 'blackfoot');
  const siteId = siteOfInterface(walk.world, gateway)!;
  return { to: 'gateway', id: siteId, packet: tagForWire(walk, id, packet) };
}
