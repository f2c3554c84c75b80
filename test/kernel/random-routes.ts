// Route tables of a random world. A subnet's default route mostly leads to a gateway that works; beside it stand routes that should not.

import type { Draft, DraftRoute } from './random-world.ts';

const OUTSIDE_BLOCKS = ['198.51.100.0/24', '198.51.100.8/32', '192.0.2.0/24', '52.0.0.0/24', '203.0.113.0/24'];
const DEFAULTS = ['0.0.0.0/0', '198.51.100.0/24'];

export function randomRoutes(draft: Draft, name: string): void {
  const { chance, subnets, routeTables, routeAssociations } = draft;
  const vpcId = `vpc-${name}`;
  routeTables[`rtb-${name}-main`] = { vpcId, routes: draw(draft, vpcId) };
  routeAssociations[`rtbassoc-${name}-main`] = { routeTableId: `rtb-${name}-main`, main: true };
  for (const [id, subnet] of Object.entries(subnets)) {
    if (subnet.vpcId !== vpcId || chance.percent(30)) continue;
    const word = id.slice('subnet-'.length);
    routeTables[`rtb-${word}`] = { vpcId, routes: draw(draft, vpcId, id) };
    routeAssociations[`rtbassoc-${word}`] = { routeTableId: `rtb-${word}`, subnetId: id };
  }
}

function draw(draft: Draft, vpcId: string, subnetId?: string): DraftRoute[] {
  const { chance, vpcs, subnets } = draft;
  const targets = targetsOf(draft, vpcId);
  const routes = new Map<string, string>();
  if (chance.percent(92)) routes.set('0.0.0.0/0', soundDefault(draft, vpcId, subnetId) ?? chance.pick(targets));
  const other = Object.entries(vpcs).find(([id]) => id !== vpcId);
  if (other && chance.percent(75))
    routes.set(other[1].cidrs[0]!, chance.percent(85) && draft.gateways['pcx-1'] ? 'pcx-1' : chance.pick(targets));
  if (chance.percent(30)) routes.set(chance.pick(OUTSIDE_BLOCKS), chance.pick(targets));
  const neighbours = Object.entries(draft.networkInterfaces)
    .filter(([, each]) => each.subnetId === subnetId && each.sourceDestCheck === false)
    .map(([id]) => id);
  // A forwarder in the subnet itself: what goes to it has not crossed the subnet's edge.
  if (neighbours.length > 0 && chance.percent(40)) routes.set(chance.pick(DEFAULTS), chance.pick(neighbours));
  // A whole subnet's block may be steered to an interface. Source: D-RT.
  const own = Object.values(subnets).filter((subnet) => subnet.vpcId === vpcId);
  const inner = interfacesOf(draft, vpcId);
  const forwarders = inner.filter((id) => draft.networkInterfaces[id]!.sourceDestCheck === false);
  const middle = forwarders.length > 0 && chance.percent(80) ? forwarders : inner;
  if (middle.length > 0 && chance.percent(35)) routes.set(chance.pick(own).cidr, chance.pick(middle));
  const block = vpcs[vpcId]!.cidrs[0]!;
  const listed = [...routes].filter(([destination]) => destination !== block);
  // The local route may be given to an interface, too. Source: D-RTW.
  const steered = inner.length > 0 && chance.percent(5) ? [localRoute(block, chance.pick(inner))] : [];
  return [...steered, ...listed.map(([destination, target]) => ({ destination, target }))];
}

function localRoute(destination: string, target: string): DraftRoute {
  return { destination, target, origin: 'CreateRouteTable' };
}

/** Mostly what a book would say: the NAT gateway's own subnet by the internet gateway, another by either. */
function soundDefault({ chance, gateways }: Draft, vpcId: string, subnetId: string | undefined): string | undefined {
  if (chance.percent(30)) return undefined;
  const name = vpcId.slice('vpc-'.length);
  const nat = gateways[`nat-${name}`];
  const byNat = nat && subnetId && nat.subnetId !== subnetId && chance.percent(60);
  if (byNat) return `nat-${name}`;
  return gateways[`igw-${name}`] ? `igw-${name}` : undefined;
}

function interfacesOf({ networkInterfaces, subnets }: Draft, vpcId: string): string[] {
  return Object.keys(networkInterfaces).filter((id) => subnets[networkInterfaces[id]!.subnetId]!.vpcId === vpcId);
}

/** Gateways weigh more than interfaces, and what is gone weighs little. */
function targetsOf(draft: Draft, vpcId: string): string[] {
  const name = vpcId.slice('vpc-'.length);
  const gateways = [`igw-${name}`, `nat-${name}`].filter((id) => draft.gateways[id]);
  const forwarders = interfacesOf(draft, vpcId).filter((id) => draft.networkInterfaces[id]!.sourceDestCheck === false);
  return [
    ...gateways,
    ...gateways,
    ...gateways,
    ...gateways,
    ...forwarders,
    ...forwarders,
    ...interfacesOf(draft, vpcId),
    'igw-gone',
  ];
}
