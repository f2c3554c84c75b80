import { formatContent } from '../net/format-content.ts';
import { destinationPortOf, type Header, listHeaders, type Packet, sourcePortOf } from '../net/packet.ts';

/** A packet on one line, outermost header first: `underlay 100.64.0.11 → 100.64.255.1 | vpc-red eni-app → igw-1 | 10.1.0.5:40112 → …`. */
export function formatPacket(packet: Packet): string {
  const wraps = listHeaders(packet).flatMap(formatWrap);
  return [...wraps, formatInner(packet)].join(' | ');
}

function formatWrap(header: Header): readonly string[] {
  switch (header.layer) {
    case 'underlay':
      return [`underlay ${header.source} → ${header.destination}`];
    case 'vpc':
      return [`${header.vpcId} ${header.from} → ${header.target}`];
    case 'vlan':
      return [`802.1Q ${header.vlan}`];
    case 'esp':
      return [`ESP ${header.source} → ${header.destination}`];
    case 'endpoint':
      return [`${header.endpointId} ${header.vpcId}`];
    default:
      return [];
  }
}

function formatInner(packet: Packet): string {
  const { ip, transport } = packet;
  const content = formatContent(packet);
  if (transport.protocol === 'icmp') return `${ip.source} → ${ip.destination} icmp ${content}`;
  if (!('sourcePort' in transport)) return `${ip.source} → ${ip.destination} ${content}`;
  const end = (address: string, port: number) =>
    address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
  const source = end(ip.source, sourcePortOf(transport));
  return `${source} → ${end(ip.destination, destinationPortOf(transport))} ${content}`;
}
