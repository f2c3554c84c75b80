// The regional NAT gateway (November 2025): one id for every zone of a VPC, without a subnet. Each zone has addresses of its own, and the
// gateway has a table of its own with a fixed route to the internet gateway. Source: D-RNAT, D-RA (vpc-dataplane 4.3).
// Inferred: it shows its public address itself and the edge swaps nothing, as no private address of it is known; who is reset.
// Simplified: no further rows in its table; automatic mode has all 32 addresses a zone at once; a zone it has not reached is served from the next that is there.

import * as v from 'valibot';
import { allocationIdSchema } from '../../cloud/network-interface.ts';
import { refers } from '../../cloud/report.ts';
import type { Route } from '../../cloud/route-table.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import { type Address, isIpv4 } from '../../net/address.ts';
import { type Packet, spendHop, unwrap, withDestination, withSource } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { isStrayAnswer } from '../guest.ts';
import { missGateway } from '../internet.ts';
import { encapsulate, mappingFor } from '../leave.ts';
import { gatewayRow } from '../mapping.ts';
import { addressForFlow, dropsFragments, resetsFlow } from '../nat-limits.ts';
import { gatewayOfVpc } from '../pretence.ts';
import { findFlow, openFlow } from '../sessions.ts';
import { livesNoLonger } from '../time-to-live.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';
import { zoneOf } from '../zones.ts';
import { natGatewayStates } from './nat-gateway.ts';

/** How many addresses a zone can have. Source: D-RNAT. */
const ADDRESSES_PER_ZONE = 32;

const attributes = v.strictObject({
  vpcId: vpcIdSchema,
  /** `auto`: AWS follows the VPC into its zones. `manual`: the customer gives addresses to each zone. */
  mode: v.optional(v.picklist(['auto', 'manual']), 'auto'),
  state: v.optional(v.picklist(natGatewayStates), 'available'),
  failureCode: v.optional(v.string()),
  /** The Elastic IPs of each zone. */
  zones: v.optional(v.record(v.string(), v.array(allocationIdSchema)), {}),
});

type RegionalNatGateway = v.InferOutput<typeof attributes>;

export const regionalNatGateway = defineGateway<RegionalNatGateway>({
  kind: 'regional-nat-gateway',
  prefix: 'nat',
  label: 'regional NAT gateway',
  routeParameter: 'NatGatewayId',
  device: 'hyperplane',
  attributes,
  references(gateway, world, path, report) {
    for (const [zone, allocations] of Object.entries(gateway.zones))
      for (const [index, id] of allocations.entries()) {
        const place = [...path, 'zones', zone, index];
        if (refers(world.elasticIps, id, place, report) && world.elasticIps[id]!.association)
          report(place, `${id} is associated with an interface, too`, `leave out the association of ${id}`);
      }
  },
  blackhole: ({ state, vpcId: home }, vpcId) =>
    home === vpcId && (state === 'available' || state === 'pending') ? undefined : 'ROUTE_BLACKHOLE',
  forward: translateOutward,
  receive: translateInward,
});

const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'icmp'];

function translateOutward(arrival: Arrival<RegionalNatGateway>): Next {
  const { walk, id, gateway, packet: wrapped } = arrival;
  const { vpc } = readWraps(wrapped);
  const packet = unwrap(wrapped);
  note(walk, 'decapsulated', 'unwrap', wrapped, packet, id);
  if (gateway.state !== 'available' && stops(walk, 'COMPONENT_DOWN', id, packet, gateway.state))
    return stoppedAt(walk, packet);
  const { protocol } = packet.transport;
  if (!isIpv4(packet.ip.destination)) return drop(walk, 'PROTOCOL_UNSUPPORTED', id, packet, 'IPv6');
  if (!PROTOCOLS.includes(protocol)) return drop(walk, 'PROTOCOL_UNSUPPORTED', id, packet, protocol.toUpperCase());
  if (isStrayAnswer(walk, packet)) return drop(walk, 'ASYMMETRIC_RETURN', id, packet, packet.ip.destination);
  const address = admitFlow(arrival, packet, zoneOf(walk.world, vpc.from) as string);
  if (!address) return stoppedAt(walk, packet);
  const flow = openFlow(walk.sessions, id, packet, address);
  const outward = withSource(spendHop(packet), flow.outside.address, flow.outside.port);
  note(walk, 'translated', 'nat-session', packet, outward, id, flow);
  return sendToEdge(walk, id, gateway, outward);
}

/** The public address that the flow will show; undefined when the walk ends here. */
function admitFlow(
  { walk, id, gateway }: Arrival<RegionalNatGateway>,
  packet: Packet,
  zone: string,
): Address | undefined {
  const own = addressesFor(walk, gateway, zone);
  if (own.length === 0) {
    stops(walk, 'NAT_AZ_MISSING', id, packet, zone);
    return undefined;
  }
  const sendBack = (back: Walk, answer: Packet) => {
    enter(back, id, 'hyperplane');
    return sendHome(back, id, gateway, answer);
  };
  if (dropsFragments(walk, id, packet)) return undefined;
  if (livesNoLonger(walk, id, packet, own[0] as Address, sendBack)) return undefined;
  if (resetsFlow(walk, id, packet, sendBack)) return undefined;
  return addressForFlow(walk, id, own, packet);
}

/** The addresses of the sender's zone; in automatic mode those of another zone that is there, where it has none yet. */
function addressesFor({ world }: Walk, { mode, zones }: RegionalNatGateway, zone: string): readonly Address[] {
  const publicOf = (of: string) => (zones[of] ?? []).map((id) => world.elasticIps[id]!.publicIp);
  if (mode === 'manual') return publicOf(zone);
  const standing = Object.keys(zones).filter((other) => !world.conditions.lostZones.includes(other));
  const found = [zone, ...standing].map(publicOf).find(({ length }) => length > 0) ?? [];
  const last = found.at(-1);
  return last ? Array.from({ length: ADDRESSES_PER_ZONE }, (_, index) => found[index] ?? last) : [];
}

/** By its own table's fixed route, which nobody can change and no World states. */
function sendToEdge(walk: Walk, id: string, { vpcId }: RegionalNatGateway, packet: Packet): Next {
  const { world } = walk;
  const door = gatewayOfVpc(walk, vpcId) ?? missGateway(walk, vpcId, packet);
  if (!door) return stoppedAt(walk, packet);
  const route: Route = { destination: '0.0.0.0/0' as Route['destination'], target: door, origin: 'CreateRouteTable' };
  note(walk, 'matched-route', 'longest-prefix', packet, packet, tableOf(id), route);
  return encapsulate(walk, id, world.substrate.hyperplane, packet, gatewayRow(world, vpcId, door));
}

/** The id of the table that AWS makes for a regional gateway. */
export function tableOf(id: string): string {
  return `rtb-${id}`;
}

function translateInward({ walk, id, gateway, packet }: Arrival<RegionalNatGateway>): Next {
  enter(walk, id, 'hyperplane');
  const flow = findFlow(walk.sessions, id, packet);
  if (!flow) return drop(walk, 'NAT_NO_SESSION', id, packet, packet.ip.source);
  if (dropsFragments(walk, id, packet)) return stoppedAt(walk, packet);
  const inward = withDestination(spendHop(packet), flow.inside.address, flow.inside.port);
  note(walk, 'translated', 'nat-session', packet, inward, id, flow);
  return sendHome(walk, id, gateway, inward);
}

function sendHome(walk: Walk, id: string, { vpcId }: RegionalNatGateway, packet: Packet): Next {
  const row = mappingFor(walk, vpcId, packet, packet.ip.destination);
  return row ? encapsulate(walk, id, walk.world.substrate.hyperplane, packet, row) : stoppedAt(walk, packet);
}
