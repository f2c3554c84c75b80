// The egress-only internet gateway: IPv6 only, and only for what starts inside. It changes no address; it remembers who was asked, and
// lets answers in and nothing else. Network ACLs still apply, no security group stands on it. Source: D-EIGW, D-RT (vpc-dataplane 3.5).
// Inferred: it is a function of the edge fleet, wherever its memory is kept; an answer whose request came in elsewhere is dropped.

import * as v from 'valibot';
import { listGateways } from '../../cloud/lookup.ts';
import type { Path } from '../../cloud/problem.ts';
import type { Report } from '../../cloud/report.ts';
import { vpcIdSchema } from '../../cloud/vpc.ts';
import type { World } from '../../cloud/world.ts';
import { isIpv4 } from '../../net/address.ts';
import { type Packet, unwrap } from '../../net/packet.ts';
import { readWraps } from '../arrive.ts';
import { type Arrival, defineGateway } from '../gateway-kind.ts';
import { isStrayAnswer } from '../guest.ts';
import { encapsulate, mappingFor, routeOutAnyway } from '../leave.ts';
import { lookUpMapping } from '../mapping.ts';
import { fitPacket, INTERNET_MTU, tooBigFromEdge } from '../packet-size.ts';
import { isTracked, trackFlow } from '../sessions.ts';
import { drop, enter, type Next, note, stoppedAt, stops } from '../walk.ts';

const attributes = v.strictObject({ vpcId: vpcIdSchema });

type EgressOnlyInternetGateway = v.InferOutput<typeof attributes>;

export const egressOnlyInternetGateway = defineGateway<EgressOnlyInternetGateway>({
  kind: 'egress-only-internet-gateway',
  prefix: 'eigw',
  label: 'egress-only internet gateway',
  routeParameter: 'EgressOnlyInternetGatewayId',
  device: 'blackfoot',
  attributes,
  references: checkOnlyOne,
  blackhole: (gateway, vpcId) => (gateway.vpcId === vpcId ? undefined : 'ROUTE_BLACKHOLE'),
  forward: sendOut,
  receive: takeIn,
});

function sendOut(arrival: Arrival<EgressOnlyInternetGateway>): Next {
  const { walk, id, packet } = arrival;
  const { vpc } = readWraps(packet);
  enter(walk, id, 'blackfoot');
  const bare = unwrap(packet);
  note(walk, 'decapsulated', 'strip', packet, bare, id);
  const { source, destination } = bare.ip;
  if (isIpv4(destination)) return drop(walk, 'EIGW_IPV6_ONLY', id, bare, destination);
  if (!lookUpMapping(walk.world, vpc.vpcId, source) && stops(walk, 'NO_PUBLIC_MAPPING_EGRESS', id, bare, source))
    return stoppedAt(walk, bare);
  if (isStrayAnswer(walk, bare)) return refuseAnswer(arrival, bare);
  const signal = (limit: number) => tooBigFromEdge(walk, id, vpc.vpcId, bare, limit);
  const fitted = fitPacket(walk, id, bare, INTERNET_MTU, signal);
  if (!fitted) return stoppedAt(walk, bare);
  trackFlow(walk.sessions, id, fitted, true);
  note(walk, 'forwarded', 'eigw-out', fitted, fitted, id);
  return { to: 'internet', packet: fitted };
}

/** The request came in by another door, so there is nothing to remember. A diagnosis sends the answer back by that door. */
function refuseAnswer({ walk, id, packet: wrapped }: Arrival<EgressOnlyInternetGateway>, packet: Packet): Next {
  if (stops(walk, 'ASYMMETRIC_RETURN', id, packet, packet.ip.destination)) return stoppedAt(walk, packet);
  const { outer, vpc } = readWraps(wrapped);
  return routeOutAnyway(walk, vpc.from, outer.source, packet);
}

function takeIn({ walk, id, gateway, packet }: Arrival<EgressOnlyInternetGateway>): Next {
  enter(walk, id, 'blackfoot');
  const { source, destination } = packet.ip;
  const isAnswer = isTracked(walk.sessions, id, packet, false);
  if (!isAnswer && stops(walk, 'EIGW_INBOUND', id, packet, source)) return stoppedAt(walk, packet);
  note(walk, 'forwarded', 'eigw-in', packet, packet, id);
  const row = mappingFor(walk, gateway.vpcId, packet, destination);
  return row ? encapsulate(walk, id, walk.world.substrate.blackfoot, packet, row) : stoppedAt(walk, packet);
}

function checkOnlyOne({ vpcId }: EgressOnlyInternetGateway, world: World, path: Path, report: Report): void {
  const [first] = listGateways<EgressOnlyInternetGateway>(world, 'egress-only-internet-gateway').filter(
    ([, each]) => each.vpcId === vpcId,
  );
  if (first && first[0] !== path[1])
    report(
      [...path, 'vpcId'],
      `${vpcId} already has ${first[0]}`,
      'a VPC has at most one egress-only internet gateway',
    );
}
