// The zonal NAT gateway: a service of Hyperplane behind an interface of its own. It swaps the source for its *private* address and a new
// port, and sends on by its own subnet's table; the internet gateway then swaps that address for the Elastic IP. Answers come back by
// its flow table; nothing else comes in. A flow that was idle for 350 s is forgotten, and TCP's next packet answered with a reset; each
// of its addresses has 55,000 ports for one destination. Source: D-NAT, D-NATT, D-RA (vpc-dataplane 4.1, 4.2).
// Inferred: an answer (not UDP's) whose request it never saw is dropped; so is who is reset. Simplified: no bandwidth, no NAT64.

import * as v from 'valibot';
import { effectiveTableId } from '../../cloud/lookup.ts';
import { allocationIdSchema, networkInterfaceIdSchema } from '../../cloud/network-interface.ts';
import { subnetIdSchema, vpcIdSchema } from '../../cloud/vpc.ts';
import { type Address, isIpv4 } from '../../net/address.ts';
import { type Packet, spendHop, unwrap, withDestination, withSource } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { isStrayAnswer } from '../guest.ts';
import { routeOut, routeOutAnyway } from '../leave.ts';
import { addressForFlow, dropsFragments, resetsFlow } from '../nat-limits.ts';
import { pairOf } from '../pretence.ts';
import { findFlow, openFlow } from '../sessions.ts';
import { livesNoLonger } from '../time-to-live.ts';
import { comesRound, drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';

export const natGatewayStates = ['pending', 'available', 'failed', 'deleting', 'deleted'] as const;

const attributes = v.strictObject({
  vpcId: vpcIdSchema,
  subnetId: subnetIdSchema,
  connectivityType: v.optional(v.picklist(['public', 'private']), 'public'),
  state: v.optional(v.picklist(natGatewayStates), 'available'),
  failureCode: v.optional(v.string()),
  /** Left out once the gateway has failed or is deleted. */
  networkInterfaceId: v.optional(networkInterfaceIdSchema),
  allocationId: v.optional(allocationIdSchema),
});

type NatGateway = v.InferOutput<typeof attributes>;

export const natGateway = defineGateway<NatGateway>({
  kind: 'nat-gateway',
  prefix: 'nat',
  label: 'NAT gateway',
  routeParameter: 'NatGatewayId',
  device: 'hyperplane',
  attributes,
  blackhole: ({ state }) => (state === 'available' || state === 'pending' ? undefined : 'ROUTE_BLACKHOLE'),
  interfaceOf: ({ networkInterfaceId }) => networkInterfaceId,
  forward: translate,
});

const PROTOCOLS: readonly string[] = ['tcp', 'udp', 'icmp'];

function translate(arrival: Arrival<NatGateway>): Next {
  const { walk, id, gateway, packet } = arrival;
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'unwrap', packet, bare, id);
  if (gateway.state !== 'available' && stops(walk, 'COMPONENT_DOWN', id, bare, gateway.state))
    return stoppedAt(walk, bare);
  const { addresses } = walk.world.networkInterfaces[gateway.networkInterfaceId as string]!;
  const isForMe = addresses.some(({ address }) => address === bare.ip.destination);
  return isForMe ? translateInward(arrival, bare) : translateOutward(arrival, bare);
}

function translateOutward(arrival: Arrival<NatGateway>, packet: Packet): Next {
  const { walk, id, gateway } = arrival;
  const { world } = walk;
  const eni = gateway.networkInterfaceId as string;
  const { protocol } = packet.transport;
  if (!isIpv4(packet.ip.destination)) return drop(walk, 'PROTOCOL_UNSUPPORTED', id, packet, 'IPv6');
  if (!PROTOCOLS.includes(protocol)) return drop(walk, 'PROTOCOL_UNSUPPORTED', id, packet, protocol.toUpperCase());
  if (!entersFromVpc(arrival) && stops(walk, 'NAT_FOREIGN_ENTRY', id, packet, packet.ip.source))
    return stoppedAt(walk, packet);
  const circles = comesRound(walk, id, packet, false);
  if (circles && stops(walk, 'RT_LOOP', effectiveTableId(world, gateway.subnetId), packet, id))
    return stoppedAt(walk, packet);
  if (!circles && isStrayAnswer(walk, packet)) return refuseAnswer(arrival, packet);
  const address = admitFlow(arrival, packet);
  if (address === undefined) return stoppedAt(walk, packet);
  const flow = openFlow(walk.sessions, id, packet, address);
  const outward = withSource(spendHop(packet), flow.outside.address, flow.outside.port);
  note(walk, 'translated', 'nat-session', packet, outward, id, flow);
  const send = circles ? routeOutAnyway : routeOut;
  return send(walk, eni, world.substrate.hyperplane, outward);
}

/** The address that the flow will show; undefined when the walk ends here. */
function admitFlow({ walk, id, gateway }: Arrival<NatGateway>, packet: Packet): Address | undefined {
  const { hyperplane } = walk.world.substrate;
  const eni = gateway.networkInterfaceId as string;
  const { addresses } = walk.world.networkInterfaces[eni]!;
  const own = addresses.length > 1 ? usableAddresses(walk, gateway) : [addresses[0]!.address];
  const sendBack = (back: Walk, answer: Packet) => {
    enter(back, id, 'hyperplane');
    return routeOut(back, eni, hyperplane, answer);
  };
  if (dropsFragments(walk, id, packet)) return undefined;
  if (livesNoLonger(walk, id, packet, own[0] as Address, sendBack)) return undefined;
  if (resetsFlow(walk, id, packet, sendBack)) return undefined;
  return addressForFlow(walk, id, own, packet);
}

/** The addresses that it may show: of a public gateway, those with a public one behind them. */
function usableAddresses(walk: Walk, { vpcId, connectivityType, networkInterfaceId }: NatGateway): readonly Address[] {
  const all = walk.world.networkInterfaces[networkInterfaceId as string]!.addresses.map(({ address }) => address);
  if (connectivityType === 'private') return all;
  const mapped = all.filter((address) => pairOf(walk, vpcId, address));
  return mapped.length > 0 ? mapped : all;
}

/** Whether an interface sent the packet here, and so one of its own VPC; the way in counts, not the source address. */
function entersFromVpc({ walk, packet }: Arrival<NatGateway>): boolean {
  return walk.world.networkInterfaces[readWraps(packet).vpc.from] !== undefined;
}

/** Case 4 of vpc-dataplane 3.2: a machine with a public address of its own answers by the NAT. A diagnosis sends it by the right door. */
function refuseAnswer({ walk, id, packet: wrapped }: Arrival<NatGateway>, packet: Packet): Next {
  if (stops(walk, 'ASYMMETRIC_RETURN', id, packet, packet.ip.destination)) return stoppedAt(walk, packet);
  const { outer, vpc } = readWraps(wrapped);
  return routeOutAnyway(walk, vpc.from, outer.source, packet);
}

function translateInward({ walk, id, gateway }: Arrival<NatGateway>, packet: Packet): Next {
  const flow = findFlow(walk.sessions, id, packet);
  if (!flow) return drop(walk, 'NAT_NO_SESSION', id, packet, packet.ip.source);
  if (dropsFragments(walk, id, packet)) return stoppedAt(walk, packet);
  const inward = withDestination(spendHop(packet), flow.inside.address, flow.inside.port);
  note(walk, 'translated', 'nat-session', packet, inward, id, flow);
  return routeOut(walk, gateway.networkInterfaceId as string, walk.world.substrate.hyperplane, inward);
}
