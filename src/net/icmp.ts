// The numbers of ICMP's messages, which filters name. Source: RFC 792, RFC 4443.

import { isIpv4 } from './address.ts';
import type { IcmpHeader, Packet } from './packet.ts';

/** A message's type and code, or a type with whatever code. */
export interface IcmpKind {
  readonly type: number;
  readonly code?: number | undefined;
}

const IPV4: Readonly<Record<IcmpHeader['type'], Required<IcmpKind>>> = {
  'echo-request': { type: 8, code: 0 },
  'echo-reply': { type: 0, code: 0 },
  'fragmentation-needed': { type: 3, code: 4 },
  'time-exceeded': { type: 11, code: 0 },
};

const IPV6: typeof IPV4 = {
  'echo-request': { type: 128, code: 0 },
  'echo-reply': { type: 129, code: 0 },
  'fragmentation-needed': { type: 2, code: 0 },
  'time-exceeded': { type: 3, code: 0 },
};

/** Whether a packet is an ICMP message of a kind. */
export function isIcmpKind({ ip, transport }: Packet, { type, code }: IcmpKind): boolean {
  if (transport.protocol !== 'icmp') return false;
  const numbers = (isIpv4(ip.source) ? IPV4 : IPV6)[transport.type];
  return numbers.type === type && (code === undefined || numbers.code === code);
}
