// What runs behind an interface: an instance with its kernel's own forwarding or masquerading, or a NAT gateway. A guest knows its subnet and
// its router, and sends by the interface that holds the source address.

import type { Application } from '../../src/cloud/machine.ts';
import { isIpv4Cidr } from '../../src/net/cidr.ts';
import { chain } from './filter-lines.ts';
import type { Eni, Layout } from './layout.ts';
import { GUEST, makeStation, NAT, nftSet, type Station } from './station.ts';
import { routerOf } from './subnet-table.ts';

export function makeInstance(layout: Layout, instanceId: string): Station {
  const { state, forwarding, application } = layout.world.instances[instanceId]!;
  const station = makeStation(GUEST(instanceId), forwarding !== 'none' && state === 'running');
  const enis = layout.enis.filter(({ record, addresses }) => record.instanceId === instanceId && addresses.length > 0);
  if (state === 'stopped') return fallSilent(station, enis);
  enis.forEach((eni, index) => addInterface(station, layout, eni, index === 0));
  const nat = forwarding === 'nat' ? enis.flatMap(swapSource) : [];
  station.nft.push(guestTable(nat, enis.map(markPassing), firewallOf(application)));
  return station;
}

export function makeNatGateway(layout: Layout, gatewayId: string): Station {
  const { state, networkInterfaceId } = layout.world.gateways[gatewayId]!;
  const station = makeStation(NAT(gatewayId), state === 'available');
  const eni = layout.eni(networkInterfaceId as string);
  if (state !== 'available' || !eni) return fallSilent(station, eni ? [eni] : []);
  addInterface(station, layout, eni, true);
  // Nothing may be opened from outside, and an answer to nothing that it sent is not forwarded.
  station.nft.push(guestTable(swapSource(eni), ['ct state invalid drop', markPassing(eni)], ['drop']));
  return station;
}

/** Cables plugged in, and nothing behind them that has an address or forwards. */
function fallSilent(station: Station, enis: readonly Eni[]): Station {
  for (const { number } of enis) station.ip.push(`link set e${number} up`);
  return station;
}

function addInterface(station: Station, { world }: Layout, eni: Eni, isFirst: boolean): void {
  const [name, table] = [`e${eni.number}`, 10 + eni.number];
  const { cidr } = world.subnets[eni.subnetId]!;
  const length = cidr.slice(cidr.indexOf('/'));
  for (const address of eni.addresses) {
    station.ip.push(`addr add ${address}${length} dev ${name} noprefixroute`);
    station.ip.push(`rule add from ${address} priority 100 lookup ${table}`);
  }
  station.ip.push(`link set ${name} up`, `rule add iif ${name} priority 110 lookup ${table}`);
  for (const where of isFirst ? [`table ${table}`, ''] : [`table ${table}`]) {
    station.ip.push(`route add ${cidr} dev ${name} ${where}`);
    station.ip.push(`route add default via ${routerOf(cidr)} dev ${name} ${where}`);
  }
}

const markPassing = ({ number }: Eni) => `iifname "e${number}" meta mark set ${number}`;

/** Packets that pass through, in by this interface, leave with its primary address and a port that a NAT may hand out. */
function swapSource({ number, addresses }: Eni): string[] {
  return [
    `meta mark ${number} meta l4proto { tcp, udp } snat to ${addresses[0]}:1024-65535`,
    `meta mark ${number} snat to ${addresses[0]}`,
  ];
}

export function guestTable(nat: readonly string[], through: readonly string[], input: readonly string[]): string {
  return `table ip guest {\n${[
    chain('input', ['type filter hook input priority 0;', ...input]),
    ...(nat.length === 0 ? [] : [chain('through', ['type filter hook forward priority 0;', ...through])]),
    ...(nat.length === 0 ? [] : [chain('swap', ['type nat hook postrouting priority 100;', ...nat])]),
  ].join('')}}\n`;
}

/** A program that lets only some sources in is a firewall for what is new. */
export function firewallOf({ allowedSources }: Application): string[] {
  if (!allowedSources) return [];
  const blocks = allowedSources.filter((entry) => !entry.startsWith('vpc') && isIpv4Cidr(entry as never));
  if (blocks.includes('0.0.0.0/0' as never)) return [];
  const from = blocks.length === 0 ? '' : `ip saddr != ${nftSet(blocks)} `;
  return [`ct state new ${from}drop`];
}
