// What one network namespace is made of. Lines are for `ip -batch`, `bridge -batch` and `nft -f`; `@name@` stands for another namespace.

export interface Station {
  readonly name: string;
  /** `ip link add …`; all stations' links are made before anything else. */
  readonly links: string[];
  /** Paths below /proc/sys/net and what is written there. */
  readonly settings: Record<string, string>;
  readonly ip: string[];
  readonly bridge: string[];
  readonly nft: string[];
}

/** No IPv6 of the kernel's own, no reverse path filter, no redirects, no silence after many errors; the loopback is up. */
export function makeStation(name: string, forwards: boolean): Station {
  const settings = {
    'ipv6/conf/all/disable_ipv6': '1',
    'ipv6/conf/default/disable_ipv6': '1',
    'ipv4/conf/all/rp_filter': '0',
    'ipv4/conf/default/rp_filter': '0',
    'ipv4/conf/all/send_redirects': '0',
    'ipv4/conf/default/send_redirects': '0',
    'ipv4/icmp_ratelimit': '0',
    'ipv4/ip_forward': forwards ? '1' : '0',
  };
  return { name, links: [], settings, ip: ['link set lo up'], bridge: [], nft: [] };
}

export const GUEST = (instanceId: string) => `guest ${instanceId}`;
export const NAT = (gatewayId: string) => `nat ${gatewayId}`;
export const OUTSIDE = (id: string) => `outside ${id}`;
export const HOST = (id: string) => `host ${id}`;
export const FABRIC = 'fabric';
export const EDGE = 'blackfoot';
export const INTERNET = 'internet';

/** A set of an nft rule; a rule cannot name an empty one, so callers ask first. */
export function nftSet(values: readonly (string | number)[]): string {
  return `{ ${values.join(', ')} }`;
}
