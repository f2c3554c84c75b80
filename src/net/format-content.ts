import type { Packet } from './packet.ts';

/** What the packet is, in a few words: `tcp`, `tcp RST`, `echo-request`, `udp 9001 B in 7`. */
export function formatContent({ ip: { datagram }, transport }: Packet): string {
  const reset = 'isReset' in transport && transport.isReset ? ' RST' : '';
  const what = transport.protocol === 'icmp' ? transport.type : `${transport.protocol}${reset}`;
  const pieces = datagram && datagram.pieces > 1 ? ` in ${datagram.pieces}` : '';
  return datagram ? `${what} ${datagram.bytes} B${pieces}` : what;
}
