// Blackfoot: one namespace with a wrap for each VPC. Its swap is stateless, as the real one is said to be: nft rewrites the source of what
// comes off a VPC's wrap by that VPC's own map, and the destination of what comes in by one map of all public addresses, which also names
// the VPC by a mark. So VPCs may overlap. Around it: the substrate's wire, and the internet with a namespace for each machine outside.

import type { World } from '../../src/cloud/world.ts';
import type { Ipv4 } from '../../src/net/address.ts';
import { chain } from './filter-lines.ts';
import { gatewayMac, type Layout, vpcMark } from './layout.ts';
import { addMapping, addWrap, joinSubstrate, mappingTable, wrapDevice } from './mapping-lines.ts';
import { EDGE, FABRIC, INTERNET, makeStation, nftSet, OUTSIDE, type Station } from './station.ts';

const PROVIDER_MAC = '02:ee:00:00:00:01';
const EDGE_MAC = '02:ee:00:00:00:02';
const PROVIDER = '169.254.0.1';
const EDGE_HOP = '169.254.0.2';
const NOT_PUBLIC = '{ 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10 }';

interface Pair {
  readonly publicIp: Ipv4;
  readonly privateIp: Ipv4;
  readonly vpcId: string;
  readonly isPlaced: boolean;
}

/** Public addresses and the private ones that they stand for. */
function pairsOf({ world, enis }: Layout): Pair[] {
  const lent = enis.flatMap((eni) =>
    eni.record.addresses.flatMap(({ address, autoPublicIp }) =>
      autoPublicIp ? [{ eni, publicIp: autoPublicIp, privateIp: address as Ipv4 }] : [],
    ),
  );
  const elastic = Object.values(world.elasticIps).flatMap(({ publicIp, association }) => {
    const eni = enis.find(({ id }) => id === association?.networkInterfaceId);
    return eni && association ? [{ eni, publicIp, privateIp: association.privateIp }] : [];
  });
  return [...lent, ...elastic].map(({ eni, publicIp, privateIp }) => {
    return { publicIp, privateIp, vpcId: eni.vpcId, isPlaced: eni.device !== undefined };
  });
}

function attachedVpcs({ gateways, vpcs }: World): string[] {
  const attached = Object.values(gateways).filter(({ kind }) => kind === 'internet-gateway');
  return Object.keys(vpcs).filter((id) => attached.some(({ vpcId }) => vpcId === id));
}

export function makeEdge(layout: Layout): Station {
  const station = makeStation(EDGE, true);
  const device = layout.device('blackfoot');
  const vpcIds = attachedVpcs(layout.world);
  joinSubstrate(station, layout, device);
  station.links.push(
    `link add i0 address ${EDGE_MAC} type veth peer name edge address ${PROVIDER_MAC} netns @${INTERNET}@`,
  );
  for (const vpcId of vpcIds) {
    const vpc = layout.vpc(vpcId);
    addWrap(station, vpc, device.underlay, gatewayMac(vpc));
    addMapping(station, layout, vpcId, 'blackfoot');
    station.ip.push(`rule add iif i0 fwmark ${vpcMark(vpc)} priority 100 lookup ${mappingTable(vpc)}`);
  }
  station.ip.push('rule add iif i0 priority 199 blackhole');
  station.ip.push('link set i0 up', `neigh add ${PROVIDER} lladdr ${PROVIDER_MAC} dev i0 nud permanent`);
  station.ip.push(`route add default via ${PROVIDER} dev i0 onlink`);
  station.nft.push(edgeTable(layout, vpcIds));
  return station;
}

function edgeTable(layout: Layout, vpcIds: readonly string[]): string {
  const pairs = pairsOf(layout);
  const inbound = pairs.filter(({ vpcId, isPlaced }) => isPlaced && vpcIds.includes(vpcId));
  return `table ip edge {\n${[
    chain('swap', [
      'type filter hook prerouting priority -300;',
      'notrack',
      ...vpcIds.flatMap((vpcId) => swapOut(layout, vpcId, pairs)),
      ...swapIn(layout, inbound),
    ]),
    chain('through', [
      'type filter hook forward priority 0; policy drop;',
      'iifname "vx*" oifname "i0" accept',
      'iifname "i0" oifname "vx*" accept',
    ]),
    chain('own', ['type filter hook output priority 0;', 'oifname "u0" accept', 'drop']),
  ].join('')}}\n`;
}

function swapOut(layout: Layout, vpcId: string, pairs: readonly Pair[]): string[] {
  const from = `iifname "${wrapDevice(layout.vpc(vpcId))}"`;
  const own = pairs.filter((pair) => pair.vpcId === vpcId);
  if (own.length === 0) return [`${from} drop`];
  return [
    `${from} ip daddr ${NOT_PUBLIC} drop`,
    `${from} ip saddr != ${nftSet(own.map(({ privateIp }) => privateIp))} drop`,
    `${from} ip saddr set ip saddr map ${nftSet(own.map(({ privateIp, publicIp }) => `${privateIp} : ${publicIp}`))}`,
  ];
}

function swapIn(layout: Layout, pairs: readonly Pair[]): string[] {
  const from = 'iifname "i0"';
  if (pairs.length === 0) return [`${from} drop`];
  const marks = pairs.map(({ publicIp, vpcId }) => `${publicIp} : ${vpcMark(layout.vpc(vpcId))}`);
  return [
    `${from} ip saddr ${NOT_PUBLIC} drop`,
    `${from} ip daddr != ${nftSet(pairs.map(({ publicIp }) => publicIp))} drop`,
    `${from} meta mark set ip daddr map ${nftSet(marks)}`,
    `${from} ip daddr set ip daddr map ${nftSet(pairs.map(({ privateIp, publicIp }) => `${publicIp} : ${privateIp}`))}`,
  ];
}

/** The wire between hosts and edge: a bridge. */
export function makeFabric({ devices }: Layout): Station {
  const station = makeStation(FABRIC, false);
  station.links.push('link add br0 mtu 9000 type bridge stp_state 0 forward_delay 0');
  station.ip.push('link set br0 up');
  for (const { number } of devices) station.ip.push(`link set p${number} master br0 up`);
  return station;
}

/** Everything public: named machines, AWS's addresses behind the edge, and `strangers`, the addresses that the probes use beside these. */
export function makeInternet(layout: Layout, strangers: readonly string[]): Station[] {
  const internet = makeStation(INTERNET, true);
  internet.ip.push('link set edge up', `neigh add ${EDGE_HOP} lladdr ${EDGE_MAC} dev edge nud permanent`);
  for (const { publicIp } of pairsOf(layout)) internet.ip.push(`route add ${publicIp} via ${EDGE_HOP} dev edge onlink`);
  internet.ip.push('route add blackhole default');
  internet.nft.push(`table ip quiet {\n${chain('own', ['type filter hook output priority 0;', 'drop'])}}\n`);
  const named = Object.entries(layout.world.internet).map(([id, { address }]) => [id, address] as const);
  const machines = [...named, ...strangers.map((address) => [address, address] as const)];
  return [
    internet,
    ...machines.flatMap(([id, address], index) =>
      address.includes(':') ? [] : [makeOutside(internet, id, address, index)],
    ),
  ];
}

function makeOutside(internet: Station, id: string, address: string, index: number): Station {
  const station = makeStation(OUTSIDE(id), false);
  const mac = `02:dd:00:00:00:${index.toString(16).padStart(2, '0')}`;
  internet.links.push(
    `link add m${index} address ${PROVIDER_MAC} type veth peer name e0 address ${mac} netns @${station.name}@`,
  );
  internet.ip.push(`link set m${index} up`, `neigh add ${address} lladdr ${mac} dev m${index} nud permanent`);
  internet.ip.push(`route add ${address} dev m${index}`);
  station.ip.push(`addr add ${address}/32 dev e0`, 'link set e0 up');
  station.ip.push(`neigh add ${PROVIDER} lladdr ${PROVIDER_MAC} dev e0 nud permanent`);
  station.ip.push(`route add default via ${PROVIDER} dev e0 onlink`);
  return station;
}
