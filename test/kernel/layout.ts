// A World as numbers that the kernel can hold: a VNI for each VPC, a virtual MAC for each private address, a mark for each interface.
// Read from the World alone, with none of the simulator's own look-ups, so that the two sides can disagree.

import type { NetworkInterface } from '../../src/cloud/network-interface.ts';
import type { Frame, World } from '../../src/cloud/world.ts';
import { type Ipv4, isIpv4 } from '../../src/net/address.ts';

export interface Eni {
  readonly id: string;
  readonly number: number;
  readonly vpcId: string;
  readonly subnetId: string;
  /** The host that really holds it, `hyperplane` for a NAT gateway's, undefined while nothing does. */
  readonly device: string | undefined;
  readonly addresses: readonly Ipv4[];
  readonly record: NetworkInterface;
}

export interface Device {
  readonly id: string;
  readonly underlay: string;
  readonly number: number;
}

/** A row of the Mapping Service: the virtual MAC by which the wrap names the interface, and the device it is said to live on. */
export interface Row {
  readonly address: Ipv4;
  readonly mac: string;
  readonly device: string;
}

export interface Layout {
  readonly world: World;
  readonly enis: readonly Eni[];
  /** Hosts, then `hyperplane` and `blackfoot`. */
  readonly devices: readonly Device[];
  vpc(id: string): number;
  subnet(id: string): number;
  acl(id: string): number;
  eni(id: string): Eni | undefined;
  device(id: string): Device;
}

export function layOut(world: World): Layout {
  const enis = listEnis(world);
  const underlays = [...Object.entries(world.hosts).map(([id, { underlay }]) => [id, underlay] as const)];
  underlays.push(['hyperplane', world.substrate.hyperplane], ['blackfoot', world.substrate.blackfoot]);
  const devices = underlays.map(([id, underlay], index) => ({ id, underlay, number: index + 1 }));
  return {
    world,
    enis,
    devices,
    vpc: numbers(world.vpcs),
    subnet: numbers(world.subnets),
    acl: numbers(world.networkAcls),
    eni: (id) => enis.find((eni) => eni.id === id),
    device: (id) => devices.find((device) => device.id === id) as Device,
  };
}

function numbers(records: object): (id: string) => number {
  const known = new Map(Object.keys(records).map((id, index) => [id, index + 1]));
  return (id) => known.get(id) as number;
}

function listEnis(world: World): Eni[] {
  return Object.entries(world.networkInterfaces).map(([id, record], index) => ({
    id,
    number: index + 1,
    vpcId: world.subnets[record.subnetId]!.vpcId,
    subnetId: record.subnetId,
    device: record.managedBy ? 'hyperplane' : world.instances[record.instanceId ?? '']?.hostId,
    addresses: record.addresses.map(({ address }) => address).filter(isIpv4),
    record,
  }));
}

function mac(kind: number, high: number, low = 0): string {
  return [2, kind, 0, high >> 8, high & 255, low].map((byte) => byte.toString(16).padStart(2, '0')).join(':');
}

/** The virtual MAC of one private address of an interface; the first is also the one that the interface sends with. */
export function virtualMac({ number }: Eni, index = 0): string {
  return mac(0xbf, number, index);
}

export function gatewayMac(vpc: number): string {
  return mac(0xbe, vpc);
}

export function guestMac({ number }: Eni): string {
  return mac(0xad, number);
}

export function deviceMac({ number }: Device): string {
  return mac(0xaa, number);
}

/** Marks: a packet that came from this interface's guest, and one that is for it. */
export const fromMark = ({ number }: Eni) => 0x1000 + number;
export const toMark = ({ number }: Eni) => 0x2000 + number;
/** At the edge: a packet that is for this VPC. */
export const vpcMark = (vpc: number) => 0x3000 + vpc;
export const vni = (vpc: number) => 100 + vpc;

/** What the Mapping Service says of a VPC: the interfaces as they are, but for the rows that the World states otherwise. */
export function mappingRows({ world, enis }: Layout, vpcId: string): Row[] {
  return enis
    .filter((eni) => eni.vpcId === vpcId)
    .flatMap((eni) =>
      eni.addresses.flatMap((address, index) => {
        const stated = world.mapping[`${vpcId}/${address}`];
        const device = stated === undefined ? eni.device : stated;
        return device ? [{ address, mac: virtualMac(eni, index), device }] : [];
      }),
    );
}

const NOBODYS_MAC = '02:00:00:00:00:00';

/** The wraps of a frame that claims to be from one private address of a VPC to another. */
export function wrapFrame(layout: Layout, { vpcId, source, destination, toHost }: Frame) {
  const macOf = (address: Ipv4, sends: boolean) => {
    const eni = layout.enis.find((each) => each.vpcId === vpcId && each.device && each.addresses.includes(address));
    return eni ? virtualMac(eni, sends ? 0 : eni.addresses.indexOf(address)) : NOBODYS_MAC;
  };
  const { underlay } = layout.device(toHost);
  return { underlay, vni: vni(layout.vpc(vpcId)), from: macOf(source, true), target: macOf(destination, false) };
}
