// What a host takes from the wire: the physical source, the VNI, the sending interface and the inner source must be what the mapping says.

import { ipv4ToNumber } from '../../src/net/address.ts';
import { type Eni, gatewayMac, type Layout, virtualMac, vni } from './layout.ts';
import { peersOf } from './peering.ts';
import { nftSet } from './station.ts';

// Bits after the start of the UDP header: 64 of it, then VXLAN (its VNI 32 bits in), then the inner Ethernet and IPv4 headers.
const VNI = '@th,96,24';
const INNER_SENDER = '@th,176,48';
const INNER_SOURCE = '@th,336,32';

const hex = (mac: string) => `0x${mac.replaceAll(':', '')}`;

export function receiveCheck(layout: Layout, hostId: string): string[] {
  const wrapped = 'udp dport 4789';
  if (layout.world.hosts[hostId]?.checksFrames === false) return [`${wrapped} accept`];
  const edge = layout.device('blackfoot').underlay;
  const fromEdge = Object.keys(layout.world.vpcs).map((id) => {
    const vpc = layout.vpc(id);
    return `${wrapped} ip saddr ${edge} ${VNI} ${vni(vpc)} ${INNER_SENDER} ${hex(gatewayMac(vpc))} accept`;
  });
  return [
    ...fromEdge,
    ...layout.enis.flatMap((eni) => fromEni(layout, eni).map((match) => `${wrapped} ${match} accept`)),
  ];
}

function fromEni(layout: Layout, eni: Eni): string[] {
  if (!eni.device || eni.addresses.length === 0) return [];
  const { underlay } = layout.device(eni.device);
  const isFree = eni.record.managedBy || !eni.record.sourceDestCheck;
  const inner = nftSet(eni.addresses.map((address) => ipv4ToNumber(address)));
  const sources = isFree ? '' : ` ${INNER_SOURCE} ${inner}`;
  return [eni.vpcId, ...peersOf(layout, eni.vpcId)].map(
    (vpcId) =>
      `ip saddr ${underlay} ${VNI} ${vni(layout.vpc(vpcId))} ${INNER_SENDER} ${hex(virtualMac(eni))}${sources}`,
  );
}
