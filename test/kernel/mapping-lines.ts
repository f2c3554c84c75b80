// The Mapping Service on one device: a route for each private address, its virtual MAC as a permanent neighbour, and the device's underlay
// address as the MAC's permanent forwarding entry. What is not there cannot be reached.

import { type Device, deviceMac, type Layout, mappingRows, vni } from './layout.ts';
import { FABRIC, type Station } from './station.ts';

/** The port on the substrate: one address, and every other device as a neighbour on the same wire. */
export function joinSubstrate(station: Station, { devices }: Layout, device: Device): void {
  const { number, underlay } = device;
  station.links.push(
    `link add u0 address ${deviceMac(device)} mtu 9000 type veth peer name p${number} mtu 9000 netns @${FABRIC}@`,
  );
  station.ip.push(`addr add ${underlay}/32 dev u0`, 'link set u0 up');
  for (const other of devices) {
    if (other.number === number) continue;
    station.ip.push(`route add ${other.underlay} dev u0`);
    station.ip.push(`neigh add ${other.underlay} lladdr ${deviceMac(other)} dev u0 nud permanent`);
  }
}

export function wrapDevice(vpc: number): string {
  return `vx${vpc}`;
}

/** A pair by which a device that is both ends of a wrap hands the frame to itself; VXLAN would hand it over without the kernel's state reset. */
export function hairpinDevice(vpc: number): string {
  return `hp${vpc}`;
}

/** One VXLAN device for the VPC; `address` is the MAC it sends with where nothing else says so. */
export function addWrap(station: Station, vpc: number, underlay: string, address?: string): void {
  const own = address ? `address ${address} ` : '';
  const name = wrapDevice(vpc);
  station.links.push(
    `link add ${name} ${own}mtu 1500 type vxlan id ${vni(vpc)} dstport 4789 local ${underlay} nolearning`,
  );
  station.ip.push(`link set ${name} up`);
}

export function mappingTable(vpc: number): number {
  return 100 + vpc;
}

/** Which of its devices leads from this device to another. */
export function deviceTowards(vpc: number, here: string, there: string | undefined): string {
  return here === there ? hairpinDevice(vpc) : wrapDevice(vpc);
}

export function addMapping(station: Station, layout: Layout, vpcId: string, here: string): void {
  const vpc = layout.vpc(vpcId);
  for (const { address, mac, device } of mappingRows(layout, vpcId)) {
    const dev = deviceTowards(vpc, here, device);
    station.ip.push(`route add ${address} dev ${dev} table ${mappingTable(vpc)}`);
    station.ip.push(`neigh add ${address} lladdr ${mac} dev ${dev} nud permanent`);
    if (device !== here) station.bridge.push(`fdb add ${mac} dev ${dev} dst ${layout.device(device).underlay}`);
  }
}
