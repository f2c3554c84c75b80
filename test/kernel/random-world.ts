// Worlds that nobody would draw: sound ones, most of the time, with a few faults of the kind that levels are about. Everything a World of
// these systems can state may turn up: overlapping VPCs, peerings, forwarders, NAT instances, dead targets, tables used by nobody.

import type { World } from '../../src/cloud/world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { randomAcls, randomGroups } from './random-filters.ts';
import { randomRoutes } from './random-routes.ts';

/** A World's input while it is being made up. */
export interface Draft {
  readonly chance: Chance;
  hosts: Record<string, unknown>;
  vpcs: Record<string, { cidrs: string[] }>;
  subnets: Record<string, { vpcId: string; cidr: string; networkAclId?: string }>;
  routeTables: Record<string, { vpcId: string; routes: DraftRoute[] }>;
  routeAssociations: Record<string, unknown>;
  gateways: Record<string, Record<string, unknown>>;
  instances: Record<string, Record<string, unknown>>;
  networkInterfaces: Record<string, DraftInterface>;
  elasticIps: Record<string, unknown>;
  securityGroups: Record<string, unknown>;
  networkAcls: Record<string, unknown>;
  mapping: Record<string, string | null>;
  frames: Record<string, unknown>;
  internet: Record<string, Record<string, unknown>>;
}

export interface DraftRoute {
  destination: string;
  target: string;
  origin?: string;
}

interface DraftInterface {
  subnetId: string;
  addresses: { address: string; autoPublicIp?: string }[];
  groups: string[];
  sourceDestCheck?: boolean;
  instanceId?: string;
  managedBy?: string;
}

const HOSTS = ['host-a', 'host-b', 'host-c'];

export function randomWorld(seed: number): World {
  const { chance, ...input } = drawWorld(chanceFrom(seed));
  const world = readWorld(JSON.parse(JSON.stringify(input)));
  if (!world.ok) throw new Error(`seed ${seed} gives no world: ${JSON.stringify(world.error)}`);
  return world.value;
}

function drawWorld(chance: Chance): Draft {
  const draft: Draft = {
    chance,
    hosts: Object.fromEntries(
      HOSTS.map((id, index) => [id, { underlay: `100.64.0.${11 + index}`, checksFrames: !chance.percent(3) }]),
    ),
    vpcs: {},
    subnets: {},
    routeTables: {},
    routeAssociations: {},
    gateways: {},
    instances: {},
    networkInterfaces: {},
    elasticIps: {},
    securityGroups: {},
    networkAcls: {},
    mapping: {},
    frames: {},
    internet: { client: { address: '198.51.100.8' } },
  };
  if (chance.percent(50)) draft.internet.partner = { address: '192.0.2.80', ...application(chance) };
  const names = chance.percent(35) ? ['red', 'blue'] : ['red'];
  names.forEach((name, index) => drawVpc(draft, name, index));
  if (names.length === 2 && chance.percent(70)) drawPeering(draft);
  for (const name of names) randomRoutes(draft, name);
  breakMapping(draft);
  drawOddThings(draft);
  return draft;
}

function drawVpc(draft: Draft, name: string, index: number): void {
  const { chance } = draft;
  const second = index === 0 || chance.percent(25) ? 1 : 2;
  draft.vpcs[`vpc-${name}`] = { cidrs: [`10.${second}.0.0/16`] };
  const subnets = 1 + chance.whole(3);
  for (let number = 1; number <= subnets; number++)
    draft.subnets[`subnet-${name}-${number}`] = { vpcId: `vpc-${name}`, cidr: `10.${second}.${number}.0/24` };
  randomGroups(draft, name);
  randomAcls(draft, name);
  for (let number = 1; number <= subnets; number++) drawInstances(draft, name, second, number);
  drawGateways(draft, name, second, subnets);
}

function drawInstances(draft: Draft, name: string, second: number, subnet: number): void {
  const { chance } = draft;
  const many = subnet === 1 ? 1 + chance.whole(2) : chance.whole(3);
  for (let number = 0; number < many; number++) {
    const id = `${name}-${subnet}${'ab'[number]}`;
    const forwarding = chance.percent(35) ? chance.pick(['router', 'router', 'nat']) : 'none';
    const state = chance.percent(6) ? 'stopped' : 'running';
    draft.instances[`i-${id}`] = { hostId: chance.pick(HOSTS), forwarding, state, ...application(chance) };
    const isFree = forwarding === 'none' ? chance.percent(5) : chance.percent(85);
    drawInterface(draft, `eni-${id}`, {
      subnetId: `subnet-${name}-${subnet}`,
      addresses: [{ address: `10.${second}.${subnet}.${10 + number * 10}` }],
      groups: groupsOf(chance, name),
      ...(isFree && { sourceDestCheck: false }),
      instanceId: `i-${id}`,
    });
    if (chance.percent(12))
      draft.networkInterfaces[`eni-${id}`]!.addresses.push({ address: `10.${second}.${subnet}.${15 + number * 10}` });
  }
}

function groupsOf(chance: Chance, name: string): string[] {
  const groups = ['one', 'two'].map((each) => `sg-${name}-${each}`);
  return chance.percent(20) ? groups : [chance.pick(groups)];
}

/** With a public address or without one, of either kind. */
function drawInterface(draft: Draft, id: string, networkInterface: DraftInterface): void {
  const { chance } = draft;
  draft.networkInterfaces[id] = networkInterface;
  const last = Object.keys(draft.networkInterfaces).length;
  const first = networkInterface.addresses[0]!;
  if (chance.percent(20)) first.autoPublicIp = `203.0.113.${last}`;
  else if (networkInterface.managedBy ? chance.percent(85) : chance.percent(40))
    draft.elasticIps[`eipalloc-${last}`] = {
      publicIp: `52.0.0.${last}`,
      association: { id: `eipassoc-${last}`, networkInterfaceId: id, privateIp: first.address },
    };
}

function drawGateways(draft: Draft, name: string, second: number, subnets: number): void {
  const { chance } = draft;
  if (chance.percent(90))
    draft.gateways[`igw-${name}`] = { kind: 'internet-gateway', ...(chance.percent(90) && { vpcId: `vpc-${name}` }) };
  if (!chance.percent(60)) return;
  const subnet = 1 + chance.whole(subnets);
  const id = `nat-${name}`;
  const subnetId = `subnet-${name}-${subnet}`;
  const state = chance.percent(88) ? 'available' : chance.pick(['pending', 'deleting']);
  drawInterface(draft, `eni-${id}`, {
    subnetId,
    addresses: [{ address: `10.${second}.${subnet}.60` }],
    groups: [],
    managedBy: id,
  });
  draft.gateways[id] = { kind: 'nat-gateway', vpcId: `vpc-${name}`, subnetId, networkInterfaceId: `eni-${id}`, state };
}

function drawPeering(draft: Draft): void {
  const overlap = draft.vpcs['vpc-red']!.cidrs[0] === draft.vpcs['vpc-blue']!.cidrs[0];
  const state = overlap ? 'failed' : draft.chance.percent(85) ? 'active' : 'pending-acceptance';
  draft.gateways['pcx-1'] = {
    kind: 'vpc-peering-connection',
    requesterVpcId: 'vpc-red',
    accepterVpcId: 'vpc-blue',
    state,
  };
}

function application(chance: Chance): object {
  const listeners = chance.percent(12) && [{ port: 443 }, { protocol: 'udp', port: 53 }];
  const allowedSources = chance.percent(8) && [chance.pick(['10.1.0.0/16', '198.51.100.0/24', '52.0.0.0/24'])];
  return { application: { ...(listeners && { listeners }), ...(allowedSources && { allowedSources }) } };
}

/** Rows of the Mapping Service that are missing or name another host. */
function breakMapping({ chance, networkInterfaces, subnets, mapping }: Draft): void {
  for (const { subnetId, addresses } of Object.values(networkInterfaces))
    for (const { address } of addresses)
      if (chance.percent(3))
        mapping[`${subnets[subnetId]!.vpcId}/${address}`] = chance.percent(50) ? null : chance.pick(HOSTS);
}

/** What few worlds have: an address of nobody's, an interface without a machine, a machine with two, frames that somebody forges. */
function drawOddThings(draft: Draft): void {
  const { chance, elasticIps, networkInterfaces, instances, frames } = draft;
  if (chance.percent(40)) elasticIps['eipalloc-spare'] = { publicIp: '52.0.0.200' };
  const [id, one] = chance.pick(Object.entries(networkInterfaces));
  if (chance.percent(15)) addInterface(draft, `${id}-loose`, one, undefined);
  const owner = one.instanceId;
  if (owner && chance.percent(30)) addInterface(draft, `${id}-more`, one, owner);
  const all = Object.values(networkInterfaces);
  for (const number of chance.percent(35) ? [1, 2, 3] : []) {
    const [from, to] = [chance.pick(all), chance.pick(all)];
    const home = instances[to.instanceId ?? '']?.hostId;
    frames[`frame-${number}`] = {
      fromHost: chance.percent(50) ? (instances[from.instanceId ?? '']?.hostId ?? 'host-a') : chance.pick(HOSTS),
      toHost: chance.percent(80) && home ? home : chance.pick(HOSTS),
      vpcId: draft.subnets[(chance.percent(80) ? to : from).subnetId]!.vpcId,
      source: from.addresses[0]!.address,
      destination: to.addresses[0]!.address,
      protocol: chance.pick(['tcp', 'udp', 'icmp']),
    };
  }
}

/** Another interface, like one that there is, in some subnet of its VPC. */
function addInterface(draft: Draft, id: string, like: DraftInterface, instanceId: string | undefined): void {
  const { chance, subnets, networkInterfaces } = draft;
  const { vpcId } = subnets[like.subnetId]!;
  const [subnetId, { cidr }] = chance.pick(Object.entries(subnets).filter(([, subnet]) => subnet.vpcId === vpcId));
  networkInterfaces[id] = {
    subnetId,
    addresses: [{ address: cidr.replace('.0/24', instanceId ? '.90' : '.95') }],
    groups: groupsOf(chance, vpcId.slice('vpc-'.length)),
    ...(like.sourceDestCheck === false && { sourceDestCheck: false }),
    ...(instanceId && { instanceId }),
  };
}
