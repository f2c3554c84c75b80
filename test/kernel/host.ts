// A substrate host (or Hyperplane, which is one for NAT gateways): its guests behind veths, each subnet's route table as a kernel table,
// the mapping, the wrap, and the filters on both sides of each guest.

import { aclChain, chain, groupChain } from './filter-lines.ts';
import { type Eni, fromMark, gatewayMac, guestMac, type Layout, toMark, virtualMac } from './layout.ts';
import { addMapping, addWrap, hairpinDevice, joinSubstrate, mappingTable, wrapDevice } from './mapping-lines.ts';
import { addPeerings, peeringFilters, peersOf } from './peering.ts';
import { receiveCheck } from './receive-check.ts';
import { GUEST, HOST, makeStation, NAT, nftSet, type Station } from './station.ts';
import { addSubnetTable, GATEWAY_HOP, subnetTable } from './subnet-table.ts';

export function makeHost(layout: Layout, hostId: string): Station {
  const station = makeStation(HOST(hostId), true);
  const device = layout.device(hostId);
  const enis = layout.enis.filter((eni) => eni.device === hostId && eni.addresses.length > 0);
  const own = [...new Set(enis.map(({ vpcId }) => vpcId))];
  const vpcs = [...new Set([...own, ...own.flatMap((vpcId) => peersOf(layout, vpcId))])];
  joinSubstrate(station, layout, device);
  for (const vpcId of vpcs) addVpc(station, layout, vpcId, hostId);
  for (const eni of enis) addGuestPort(station, layout, eni);
  addPeerings(station, layout, own);
  for (const subnetId of new Set(enis.map((eni) => eni.subnetId))) addSubnet(station, layout, subnetId, hostId);
  station.ip.push('rule add fwmark 0x2000/0xf000 priority 199 blackhole');
  const numbers = vpcs.map((vpcId) => layout.vpc(vpcId));
  station.nft.push(frameTable(numbers, enis), filterTable(layout, hostId, enis, own));
  return station;
}

function addVpc(station: Station, layout: Layout, vpcId: string, hostId: string): void {
  const vpc = layout.vpc(vpcId);
  const { underlay } = layout.device('blackfoot');
  addWrap(station, vpc, layout.device(hostId).underlay);
  const pair = hairpinDevice(vpc);
  station.links.push(`link add ${pair} type veth peer name ${pair}b`);
  station.ip.push(`link set ${pair} up`, `link set ${pair}b up`);
  addMapping(station, layout, vpcId, hostId);
  station.ip.push(`neigh add ${GATEWAY_HOP} lladdr ${gatewayMac(vpc)} dev ${wrapDevice(vpc)} nud permanent`);
  station.bridge.push(`fdb add ${gatewayMac(vpc)} dev ${wrapDevice(vpc)} dst ${underlay}`);
}

/** The subnet's table; and a way to every address of it that leads nowhere, so that the host answers ARP for all and the mapping decides. */
function addSubnet(station: Station, layout: Layout, subnetId: string, hostId: string): void {
  const { cidr, vpcId } = layout.world.subnets[subnetId]!;
  const vpc = layout.vpc(vpcId);
  station.ip.push(`route add ${cidr} dev ${wrapDevice(vpc)} table ${mappingTable(vpc)}`);
  addSubnetTable(station, layout, subnetId, hostId);
}

/** The guest's cable, and by which tables what comes over it is looked up: the mapping for its own subnet, else the subnet's table. */
function addGuestPort(station: Station, layout: Layout, eni: Eni): void {
  const { number, subnetId, addresses, vpcId, record } = eni;
  const [port, vpc] = [`g${number}`, layout.vpc(vpcId)];
  const { cidr } = layout.world.subnets[subnetId]!;
  const guest = record.managedBy ? NAT(record.managedBy) : GUEST(record.instanceId as string);
  station.links.push(`link add ${port} type veth peer name e${number} address ${guestMac(eni)} netns @${guest}@`);
  station.settings[`ipv4/conf/${port}/proxy_arp`] = '1';
  station.settings[`ipv4/neigh/${port}/proxy_delay`] = '0';
  station.ip.push(`link set ${port} up`);
  station.ip.push(`neigh add ${addresses[0]} lladdr ${guestMac(eni)} dev ${port} nud permanent`);
  station.ip.push(`route add default via ${addresses[0]} dev ${port} onlink table ${toMark(eni)}`);
  station.ip.push(`rule add fwmark ${toMark(eni)} priority 100 lookup ${toMark(eni)}`);
  station.ip.push(`rule add iif ${port} to ${cidr} priority 110 lookup ${mappingTable(vpc)}`);
  station.ip.push(`rule add iif ${port} priority 120 lookup ${subnetTable(layout, subnetId)}`);
  station.ip.push(`rule add iif ${port} priority 130 lookup ${mappingTable(vpc)}`);
  station.ip.push(`rule add iif ${port} priority 140 blackhole`);
}

/** Frames on the wrap: one that is for an interface here gets its mark, any other dies; one that leaves shows the interface that sent it. */
function frameTable(vpcs: readonly number[], enis: readonly Eni[]): string {
  const marks = enis.flatMap((eni) => eni.addresses.map((_, index) => `${virtualMac(eni, index)} : ${toMark(eni)}`));
  const take = `ether daddr ${nftSet(enis.flatMap((eni) => eni.addresses.map((_, index) => virtualMac(eni, index))))}`;
  const show = `ether saddr set meta mark map ${nftSet(enis.map((eni) => `${fromMark(eni)} : ${virtualMac(eni)}`))}`;
  const chains = vpcs.flatMap((vpc) => [
    ...[wrapDevice(vpc), `${hairpinDevice(vpc)}b`].map((device) =>
      chain(`in_${device}`, [
        `type filter hook ingress device "${device}" priority 0; policy drop;`,
        `${take} meta pkttype set host meta mark set ether daddr map ${nftSet(marks)} accept`,
      ]),
    ),
    ...[wrapDevice(vpc), hairpinDevice(vpc)].map((device) =>
      chain(`out_${device}`, [`type filter hook egress device "${device}" priority 0; policy accept;`, show]),
    ),
  ]);
  return enis.length === 0 ? '' : `table netdev frames {\n${chains.join('')}}\n`;
}

function filterTable(layout: Layout, hostId: string, enis: readonly Eni[], vpcIds: readonly string[]): string {
  const raw = enis.flatMap((eni) => [
    `iifname "g${eni.number}" ct zone set ${eni.number} meta mark set ${fromMark(eni)}`,
    `meta mark ${toMark(eni)} ct zone set ${eni.number}`,
  ]);
  const through = enis.flatMap((eni) => [
    `iifname "g${eni.number}" goto from${eni.number}`,
    `meta mark ${toMark(eni)} goto to${eni.number}`,
  ]);
  const lists = Object.entries(layout.world.networkAcls).flatMap(([id, acl]) => [
    aclChain(acl.inbound, 'inbound', `acl${layout.acl(id)}in`),
    aclChain(acl.outbound, 'outbound', `acl${layout.acl(id)}out`),
  ]);
  return `table ip filters {\n${[
    chain('raw', [
      'type filter hook prerouting priority -300;',
      'iifname { "u0", "lo" } notrack',
      'iifname "px*" notrack',
      ...raw,
    ]),
    chain('own', ['type filter hook output priority -300;', 'udp dport 4789 notrack', 'udp dport 4789 accept', 'drop']),
    chain('arrive', ['type filter hook input priority 0; policy drop;', ...receiveCheck(layout, hostId)]),
    ...lists,
    ...enis.flatMap((eni) => eniChains(layout, eni)),
    chain('through', [
      'type filter hook forward priority 0; policy drop;',
      ...vpcIds.flatMap((vpcId) => peeringFilters(layout, vpcId)),
      ...through,
    ]),
  ].join('')}}\n`;
}

function eniChains(layout: Layout, eni: Eni): string[] {
  const { number, record, subnetId } = eni;
  const { cidr, networkAclId } = layout.world.subnets[subnetId]!;
  const acl = `acl${layout.acl(networkAclId as string)}`;
  const isGuest = !record.managedBy;
  const isChecked = isGuest && record.sourceDestCheck;
  const neighbours = layout.enis.filter((other) => other.subnetId === subnetId).map((other) => virtualMac(other));
  const own = nftSet(eni.addresses);
  return [
    ...(isGuest
      ? [groupChain(layout, eni, 'outbound', `sg${number}out`), groupChain(layout, eni, 'inbound', `sg${number}in`)]
      : []),
    chain(`from${number}`, [
      ...(isChecked ? [`ip saddr != ${own} drop`] : []),
      ...(isGuest ? [`jump sg${number}out`] : []),
      `rt ip nexthop ${cidr} accept`,
      `jump ${acl}out`,
      'accept',
    ]),
    chain(`edge${number}`, [`ether saddr ${nftSet(neighbours)} return`, `jump ${acl}in`]),
    chain(`to${number}`, [
      `jump edge${number}`,
      ...(isChecked ? [`ip daddr != ${own} drop`] : []),
      ...(isGuest ? [`jump sg${number}in`] : []),
      'accept',
    ]),
  ];
}
