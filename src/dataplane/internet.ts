// The internet: everything between the edge and machines outside, with AWS's own public addresses among them.
// Source: D-IGW, D-FAQ, IPSP.
// Simplified: one node and one hop, no loss, and every public address that no World names belongs to a machine
// that answers. Addresses that are not public are not carried, whoever sends to them (RFC 1918, RFC 6890).

import { findAttachedGateway } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import { memoByIdentity } from '../memo.ts';
import { type Address, type Ipv4, isIpv4 } from '../net/address.ts';
import { type Cidr, cidrContains, hostCidr, scopeOf } from '../net/cidr.ts';
import { type EspHeader, type Packet, spendHop } from '../net/packet.ts';
import { findVpnAttachment, isDown, publicInterfaceFor, siteAt, siteOnInternet } from './customer-links.ts';
import { kindOf } from './gateway-kind.ts';
import { accept } from './guest.ts';
import { gatewayById, gatewayOfVpc, pairBehind, WISHED_GATEWAY } from './pretence.ts';
import { findRegionalAddress } from './regional-address.ts';
import { isTracked } from './sessions.ts';
import { livesNoLonger } from './time-to-live.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from './walk.ts';

const hostsByAddress = memoByIdentity((hosts: World['internet']) => {
  const onInternet = Object.entries(hosts).filter(([, { site }]) => site === undefined);
  return new Map(onInternet.map(([id, { address }]) => [address as string, id]));
});

export function findInternetHost(world: World, address: string): string | undefined {
  return hostsByAddress(world.internet).get(address);
}

/** Stands for every router out there: the first hop that a traceroute of a public instance shows. */
export const BORDER_ROUTER = '198.18.0.1' as Ipv4;

/** Carries a bare packet to whoever holds its destination. */
export function crossInternet(walk: Walk, sent: Packet): Next {
  const { world } = walk;
  const { source, destination } = sent.ip;
  if (sent.wraps[0]?.layer === 'esp') return carrySealed(walk, sent, sent.wraps[0]);
  const wire = publicInterfaceFor(world, destination);
  if (wire && isAwsAddress(walk, source)) return { to: 'gateway', id: wire, packet: sent };
  enter(walk, 'internet', 'internet');
  if (livesNoLonger(walk, 'internet', sent, BORDER_ROUTER, (_back, error) => ({ to: 'internet', packet: error })))
    return stoppedAt(walk, sent);
  const packet = spendHop(sent);
  const hostId = findInternetHost(world, destination);
  if (hostId) return reachOutsideMachine(walk, hostId, sent, packet);
  const vpcId = vpcBehind(walk, destination);
  if (vpcId) {
    note(walk, 'forwarded', vpcBehind(walk, source) ? 'igw-hairpin' : 'internet', sent, packet, 'internet');
    return enterVpc(walk, vpcId, packet);
  }
  const siteId = siteOnInternet(world, destination);
  if (siteId) return reachSite(walk, siteId, sent, packet);
  if (belongsToAws(world, destination)) return drop(walk, 'NO_PUBLIC_MAPPING_INGRESS', 'internet', sent, destination);
  if (scopeOf(destination) !== 'public') return drop(walk, 'NOT_ON_INTERNET', 'internet', sent, destination);
  return reachOutsideMachine(walk, destination, sent, packet);
}

/** A VPN's sealed packet: routers on the way see the tunnel's ends, and nothing of what is inside. */
function carrySealed(walk: Walk, packet: Packet, { destination, tunnel }: EspHeader): Next {
  enter(walk, 'internet', 'internet');
  note(walk, 'forwarded', 'sealed', packet, packet, 'internet');
  const vpnId = tunnel.slice(0, tunnel.indexOf('/'));
  const ownEnd = findVpnAttachment(walk.world, vpnId) ?? walk.world.gateways[vpnId]!.vpnGatewayId;
  return { to: 'gateway', id: siteAt(walk.world, destination) ?? String(ownEnd), packet };
}

/** A customer's own network, by its provider. */
function reachSite(walk: Walk, siteId: string, sent: Packet, packet: Packet): Next {
  if (isDown(walk.world, `${siteId}/isp`) && stops(walk, 'WIRE_DOWN', `${siteId}/isp`, sent, sent.ip.destination))
    return stoppedAt(walk, sent);
  note(walk, 'forwarded', 'internet', sent, packet, 'internet');
  return { to: 'gateway', id: siteId, packet };
}

/** A packet that is on AWS's own network: to a service's machine, or in by a VPC's internet gateway. */
export function reachAws(walk: Walk, packet: Packet): Next {
  const { destination } = packet.ip;
  const vpcId = vpcBehind(walk, destination);
  if (vpcId) return enterVpc(walk, vpcId, packet);
  const hostId = findInternetHost(walk.world, destination);
  if (!hostId && belongsToAws(walk.world, destination))
    return drop(walk, 'NO_PUBLIC_MAPPING_INGRESS', walk.node, packet, destination);
  const id = hostId ?? destination;
  enter(walk, id, 'outside');
  return accept(walk, id, walk.world.internet[id]?.application ?? {}, packet);
}

/** AWS's public blocks, as a World knows them: its pool, and the services' prefix lists. */
export function listAwsBlocks({ publicPool, prefixLists, internet, elasticIps }: World): readonly Cidr[] {
  const services = Object.values(prefixLists).filter(({ name }) => name.startsWith('com.amazonaws.'));
  const announced = [publicPool.cidr, ...services.flatMap(({ cidrs }) => cidrs)];
  const machines = Object.values(internet).flatMap(({ service, address }) => (service ? [address] : []));
  const alone = [...machines, ...Object.values(elasticIps).map(({ publicIp }) => publicIp)].filter(
    (address) => !announced.some((block) => cidrContains(block, address)),
  );
  return [...new Set([...announced, ...alone.map(hostCidr)])];
}

/** Whether AWS announces a public address. */
export function isAwsAddress(walk: Walk, address: Address): boolean {
  return (
    vpcBehind(walk, address) !== undefined || listAwsBlocks(walk.world).some((block) => cidrContains(block, address))
  );
}

/** A machine on the internet; one that the World does not name answers everybody. */
function reachOutsideMachine(walk: Walk, id: string, sent: Packet, packet: Packet): Next {
  note(walk, 'forwarded', 'internet', sent, packet, 'internet');
  enter(walk, id, 'outside');
  return accept(walk, id, walk.world.internet[id]?.application ?? {}, packet);
}

/** The VPC that answers for a public address. */
function vpcBehind(walk: Walk, address: Address): string | undefined {
  const { world } = walk;
  return (
    pairBehind(walk, address)?.vpcId ?? findRegionalAddress(world, address)?.vpcId ?? findVpcByIpv6(world, address)
  );
}

/** The public address is one of a VPC's: its internet gateway takes the packet in. */
function enterVpc(walk: Walk, vpcId: string, packet: Packet): Next {
  const id = egressOnlyDoor(walk, vpcId, packet) ?? gatewayOfVpc(walk, vpcId) ?? missGateway(walk, vpcId, packet);
  return id ? handIn(walk, id, packet) : stoppedAt(walk, packet);
}

/** An answer to what left by the VPC's egress-only gateway comes back there; so does anything else where there is no other gateway. */
function egressOnlyDoor(walk: Walk, vpcId: string, packet: Packet): string | undefined {
  if (isIpv4(packet.ip.destination)) return undefined;
  const id = findAttachedGateway(walk.world, 'egress-only-internet-gateway', vpcId);
  const isIts = id && (isTracked(walk.sessions, id, packet, false) || !gatewayOfVpc(walk, vpcId));
  return isIts ? id : undefined;
}

/** A gateway gets a packet from its other side. */
export function handIn(walk: Walk, id: string, packet: Packet): Next {
  const gateway = gatewayById(walk, id);
  const kind = kindOf(walk.kinds, gateway);
  if (!gateway || !kind?.receive) return drop(walk, 'MAPPING_MISS', id, packet, packet.ip.destination);
  return kind.receive({ walk, id, gateway, packet });
}

/** A VPC without an internet gateway: undefined when the walk ends here, else the one that a diagnosis attaches in thought. */
export function missGateway(walk: Walk, vpcId: string, packet: Packet): string | undefined {
  const { gateways } = walk.world;
  const spare = Object.keys(gateways).find((id) => gateways[id]!.kind === 'internet-gateway' && !gateways[id]!.vpcId);
  if (stops(walk, 'GATEWAY_DETACHED', spare ?? vpcId, packet, vpcId)) return undefined;
  walk.pretence!.attached.set(vpcId, spare ?? WISHED_GATEWAY);
  return spare ?? WISHED_GATEWAY;
}

function findVpcByIpv6(world: World, destination: Address): string | undefined {
  if (isIpv4(destination)) return undefined;
  return Object.keys(world.vpcs).find((id) => world.vpcs[id]!.cidrs.some((cidr) => cidrContains(cidr, destination)));
}

const allocated = memoByIdentity(
  (elasticIps: World['elasticIps']) => new Set<string>(Object.values(elasticIps).map(({ publicIp }) => publicIp)),
);

/** Public addresses that AWS holds but that no interface has now. */
function belongsToAws(world: World, destination: Address): boolean {
  return cidrContains(world.publicPool.cidr, destination) || allocated(world.elasticIps).has(destination);
}

/** The reason why the edge keeps a packet from or to this address off the internet; undefined where it does not. */
export function privateAddressReason(address: Address, end: 'source' | 'destination') {
  const scope = scopeOf(address);
  if (scope === 'private') return end === 'source' ? 'PRIVATE_SRC_AT_IGW' : 'PRIVATE_DST_AT_IGW';
  if (scope === 'shared') return end === 'source' ? 'SHARED_SRC_AT_IGW' : 'SHARED_DST_AT_IGW';
  return undefined;
}
