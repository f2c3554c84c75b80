// A customer's own network: its machines behind one router with routes of its own: to a tunnel, to a wire, to its internet provider. AWS
// has no say here, so a route that is missing on this side is nobody's but the customer's to add. Source: D-VPN, D-DX.
// Simplified: one router for a site; the provider translates private sources to the router's address, as a home router does; machines of
// the site reach each other without the router. An unknown private destination dies at the router, and so, in silence, does a packet that
// is too big for its link.

import * as v from 'valibot';
import { refersToKind } from '../../cloud/check-world.ts';
import { cidrSchema, ipv4CidrSchema, ipv4Schema } from '../../cloud/schema.ts';
import type { World } from '../../cloud/world.ts';
import { memoByIdentity } from '../../memo.ts';
import { scopeOf, splitCidr } from '../../net/cidr.ts';
import { type Packet, spendHop } from '../../net/packet.ts';
import { findLink } from '../customer-links.ts';
import { type Arrival, defineComponent } from '../gateway-kind.ts';
import { accept } from '../guest.ts';
import { likelyLinkFrom, vgwToward } from '../likely-link.ts';
import { linkMtu, openLink, sealForTunnel, tagForWire } from '../link-crossing.ts';
import { fitPacket } from '../packet-size.ts';
import { findDeadSiteRoute, findSiteRoute } from '../site-routes.ts';
import { translateInto, translateOut } from '../site-translation.ts';
import type { LinkRoute } from '../step.ts';
import { drop, enter, type Next, note, stoppedAt, stops, type Walk } from '../walk.ts';

/** A way out of the site: `isp`, a VPN connection or a virtual interface. */
const wayOutSchema = v.pipe(
  v.string(),
  v.regex(/^(?:isp|(?:vpn|dxvif)-[a-z0-9-]+)$/, 'expected isp, vpn-… or dxvif-…'),
);

const attributes = v.strictObject({
  /** The router's own public address. */
  publicIp: ipv4Schema,
  asn: v.optional(v.number(), 65000),
  /** The blocks that live here. */
  cidrs: v.array(cidrSchema),
  /** What its owner wrote. A backup gives way to what BGP brings for the same block. */
  routes: v.optional(
    v.array(v.strictObject({ destination: cidrSchema, target: wayOutSchema, backup: v.optional(v.literal(true)) })),
    [],
  ),
  /** What the router tells AWS by BGP; over every link, or over one. `prepend` makes the path longer. */
  advertises: v.optional(
    v.array(
      v.strictObject({
        prefix: cidrSchema,
        over: v.optional(wayOutSchema),
        prepend: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
      }),
    ),
    [],
  ),
  /** One-to-one: on every link the block `own` appears as `alias`. */
  aliases: v.optional(v.array(v.strictObject({ own: ipv4CidrSchema, alias: ipv4CidrSchema })), []),
  /** Many-to-one: what leaves over this way shows this address. */
  translations: v.optional(v.array(v.strictObject({ over: wayOutSchema, address: ipv4Schema })), []),
});

export type CustomerSite = v.InferOutput<typeof attributes>;

export const customerSite = defineComponent<CustomerSite>({
  kind: 'customer-site',
  prefix: 'site',
  label: 'customer site',
  attributes,
  references({ routes, advertises, translations, aliases }, world, path, report) {
    const ways = [
      ...routes.map(({ target }, index) => [target, 'routes', index, 'target'] as const),
      ...translations.map(({ over }, index) => [over, 'translations', index, 'over'] as const),
      ...advertises.map(({ over }, index) => [over, 'advertises', index, 'over'] as const),
    ];
    for (const [way, part, index, key] of ways)
      if (way && way !== 'isp')
        refersToKind(
          world,
          way,
          way.startsWith('vpn-') ? 'vpn-connection' : 'virtual-interface',
          [...path, part, index, key],
          report,
        );
    aliases.forEach(({ own, alias }, index) => {
      if (splitCidr(own).length !== splitCidr(alias).length)
        report([...path, 'aliases', index], `${own} and ${alias} are not equally large`);
    });
  },
  receive: take,
});

function take(arrival: Arrival<CustomerSite>): Next {
  const { walk, id, gateway, packet: wrapped } = arrival;
  const isFromOutside = walk.node === 'internet' || wrapped.wraps.length > 0;
  enter(walk, id, 'outside');
  const opened = openLink(walk, id, wrapped);
  const packet = isFromOutside ? translateInto(walk, id, gateway, opened) : opened;
  const machine = machinesOf(walk.world.internet).get(id)?.get(packet.ip.destination);
  if (machine) return accept(enterMachine(walk, machine), machine, walk.world.internet[machine]!.application, packet);
  return send(arrival, packet);
}

function enterMachine(walk: Walk, id: string): Walk {
  enter(walk, id, 'outside');
  return walk;
}

const machinesOf = memoByIdentity((machines: World['internet']) => {
  const bySite = new Map<string | undefined, Map<string, string>>();
  for (const [id, { site, address }] of Object.entries(machines)) {
    const ofSite = bySite.get(site) ?? new Map<string, string>();
    bySite.set(site, ofSite.set(address, id));
  }
  return bySite;
});

/** On to wherever the router's table says. */
function send({ walk, id, gateway }: Arrival<CustomerSite>, packet: Packet): Next {
  const { destination } = packet.ip;
  const route = findSiteRoute(walk.world, id, destination);
  const leadsNowhere = !route || (route.target === 'isp' && scopeOf(destination) !== 'public');
  const target = leadsNowhere ? missRoute(walk, id, packet, route) : route.target;
  if (!target) return stoppedAt(walk, packet);
  const onward = spendHop(packet);
  note(walk, 'matched-route', 'site-route', packet, onward, id, route);
  const shown = translateOut(walk, id, gateway, onward, target);
  return target === 'isp' ? { to: 'internet', packet: shown } : cross(walk, id, shown, target);
}

/** No way on: what a diagnosis takes for the target of the route that should stand there. */
function missRoute(walk: Walk, id: string, packet: Packet, isp: LinkRoute | undefined): string | undefined {
  const { world, awaited } = walk;
  const { destination } = packet.ip;
  const dead = findDeadSiteRoute(world, id, destination);
  if (dead) {
    const reason = dead.target.startsWith('vpn-') ? 'TUNNEL_DOWN' : 'WIRE_DOWN';
    const at = dead.target === 'isp' ? `${id}/isp` : dead.target;
    return stops(walk, reason, at, packet, destination, dead) ? undefined : dead.target;
  }
  const reason = awaited ? 'ONPREM_NO_RETURN' : 'ONPREM_NO_ROUTE';
  if (stops(walk, reason, id, packet, destination, isp)) return undefined;
  return likelyLinkFrom(world, id, destination)?.id;
}

function cross(walk: Walk, id: string, packet: Packet, target: string): Next {
  const { world } = walk;
  const link = findLink(world, target);
  const fitting = fitPacket(walk, target, packet, linkMtu(world, target));
  if (!fitting) return stoppedAt(walk, packet);
  if (link?.medium === 'vpn') return sealForTunnel(walk, link, fitting, false);
  const tagged = tagForWire(walk, target, fitting);
  if (!link) return { to: 'gateway', id: target, packet: tagged };
  const vgwId = vgwToward(world, link, packet.ip.destination);
  return vgwId
    ? { to: 'gateway', id: vgwId, packet: tagged }
    : drop(walk, 'ONPREM_NO_ROUTE', id, packet, packet.ip.destination);
}
