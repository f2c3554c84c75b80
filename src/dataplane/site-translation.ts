// The customer router's own translation: one-to-one aliases for whole blocks, many-to-one addresses for a way out, and the provider's
// masquerade. What it changed on the way out it changes back on the way in. Source: none of AWS's; RFC 3022.
// Simplified: aliases apply to every link but not to the provider.

import { type Address, type Ipv4, ipv4FromNumber, ipv4ToNumber, isIpv4 } from '../net/address.ts';
import { type Cidr, cidrContains, scopeOf, splitCidr } from '../net/cidr.ts';
import { type Packet, withDestination, withSource } from '../net/packet.ts';
import type { CustomerSite } from './gateways/customer-site.ts';
import { findFlow, openFlow } from './sessions.ts';
import { note, type Walk } from './walk.ts';

export function translateOut(walk: Walk, id: string, site: CustomerSite, packet: Packet, over: string): Packet {
  const { source } = packet.ip;
  const shown = addressShown(site, source, over);
  if (shown) {
    const flow = openFlow(walk.sessions, id, packet, shown);
    const outward = withSource(packet, flow.outside.address, flow.outside.port);
    note(walk, 'translated', 'site-nat', packet, outward, id, flow);
    return outward;
  }
  const alias = over === 'isp' ? undefined : site.aliases.find(({ own }) => cidrContains(own, source));
  if (!alias) return packet;
  const outward = withSource(packet, moveInto(source as Ipv4, alias.own, alias.alias));
  note(walk, 'translated', 'site-alias', packet, outward, id, alias);
  return outward;
}

/** The one address that a way out shows for a source; undefined where the source stays. */
function addressShown({ translations, publicIp }: CustomerSite, source: Address, over: string): Ipv4 | undefined {
  const stated = translations.find((translation) => translation.over === over)?.address;
  if (stated) return source === stated ? undefined : stated;
  return over === 'isp' && isIpv4(source) && scopeOf(source) !== 'public' ? publicIp : undefined;
}

export function translateInto(walk: Walk, id: string, site: CustomerSite, packet: Packet): Packet {
  const flow = findFlow(walk.sessions, id, packet);
  if (flow) {
    const inward = withDestination(packet, flow.inside.address, flow.inside.port);
    note(walk, 'translated', 'site-nat', packet, inward, id, flow);
    return inward;
  }
  const { destination } = packet.ip;
  const alias = site.aliases.find((each) => cidrContains(each.alias, destination));
  if (!alias) return packet;
  const inward = withDestination(packet, moveInto(destination as Ipv4, alias.alias, alias.own));
  note(walk, 'translated', 'site-alias', packet, inward, id, alias);
  return inward;
}

/** The address at the same place of another block of that size. */
function moveInto(address: Ipv4, from: Cidr, to: Cidr): Ipv4 {
  const [start, target] = [from, to].map((block) => ipv4ToNumber(splitCidr(block).base as Ipv4));
  return ipv4FromNumber(ipv4ToNumber(address) - start! + target!);
}
