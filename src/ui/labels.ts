// What the screens call things: an operation in the menu, a value on offer, a machine at the end of a goal.

import { associationsOf, displayName, findPublicPair, isMainTable, vpcIdOfInterface } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Candidate, Tool } from '../control/form.ts';
import { toKebab } from '../control/operation.ts';
import type { LevelText } from '../levels/level.ts';
import type { Catalog } from '../text/catalog.ts';
import { fillMessage, type Values } from '../text/message.ts';

/** A message that may not exist for every operation and parameter. */
export function sayIfKnown(catalog: Catalog, key: string, values?: Values): string | undefined {
  const template = (catalog.game as Readonly<Record<string, string | undefined>>)[key];
  return template === undefined ? undefined : fillMessage(template, values);
}

/** What the menu calls a tool: a puzzle's or question's own words, or the operation's. */
export function toolLabel(catalog: Catalog, text: LevelText, tool: Tool): string {
  const question = tool.values?.Question?.[0];
  const puzzle = tool.values?.Puzzle?.[0];
  if (question) return text.questions[question] ?? question;
  if (puzzle) return `${sayIfKnown(catalog, `op.${tool.name}`) ?? tool.name}: ${text.puzzles[puzzle] ?? puzzle}`;
  return sayIfKnown(catalog, `op.${tool.name}`) ?? toKebab(tool.name).replaceAll('-', ' ');
}

/** The question that a form asks for these parameters. */
export function askLabel(catalog: Catalog, parameters: readonly string[]): string {
  const key =
    parameters.length > 1
      ? `ask.${parameters.includes('GatewayId') ? 'Target' : parameters[0]}`
      : `ask.${parameters[0]}`;
  return sayIfKnown(catalog, key) ?? toKebab(parameters[0] ?? '').replaceAll('-', ' ');
}

/** Parameters that name a machine, which has a name for people. */
const ENDS: ReadonlySet<string> = new Set(['Machine', 'From', 'To']);

/** A value on offer, and beside it what it is. */
export function candidateLabel(catalog: Catalog, text: LevelText, world: World, { parameter, text: value }: Candidate) {
  const label = parameter === 'Tile' ? text.tiles[value] : parameter === 'Value' ? text.choices[value] : undefined;
  const flag = value === 'true' || value === 'false' ? sayIfKnown(catalog, `flag.${value}`) : undefined;
  const machine = ENDS.has(parameter) ? displayName(world, value) : undefined;
  return { label: label ?? flag ?? machine ?? value, aside: describeId(catalog, world, value) };
}

/** In a few words, what an id is now; undefined when the id says enough. */
function describeId(catalog: Catalog, world: World, id: string): string | undefined {
  const say = (key: string, values?: Values) => sayIfKnown(catalog, key, values);
  if (Object.hasOwn(world.elasticIps, id)) {
    const { publicIp, association } = world.elasticIps[id]!;
    return association ? `${publicIp} → ${ownerOf(world, association.networkInterfaceId)}` : publicIp;
  }
  if (Object.hasOwn(world.networkInterfaces, id)) return describeInterface(world, id);
  if (Object.hasOwn(world.subnets, id)) return world.subnets[id]!.cidr;
  if (Object.hasOwn(world.vpcs, id)) return world.vpcs[id]!.cidrs.join(' ');
  if (Object.hasOwn(world.hosts, id)) return world.hosts[id]!.underlay;
  if (Object.hasOwn(world.routeTables, id)) return describeTable(catalog, world, id);
  if (Object.hasOwn(world.routeAssociations, id)) {
    const { subnetId, gatewayId, routeTableId } = world.routeAssociations[id]!;
    return `${subnetId ?? gatewayId ?? say('is.main')} → ${routeTableId}`;
  }
  if (Object.hasOwn(world.internet, id)) return world.internet[id]!.address;
  const gateway = world.gateways[id];
  if (gateway?.kind === 'internet-gateway')
    return typeof gateway.vpcId === 'string' ? gateway.vpcId : say('is.detached');
  if (gateway && typeof gateway.subnetId === 'string')
    return gateway.state === 'available' ? gateway.subnetId : String(gateway.state);
  return undefined;
}

function describeInterface(world: World, id: string): string {
  const networkInterface = world.networkInterfaces[id]!;
  const primary = networkInterface.addresses[0]?.address as string;
  const pair = findPublicPair(world, vpcIdOfInterface(world, networkInterface), primary);
  return `${ownerOf(world, id)} ${primary}${pair ? ` ⇄ ${pair.publicIp}` : ''}`;
}

function ownerOf(world: World, networkInterfaceId: string): string {
  const { instanceId, managedBy } = world.networkInterfaces[networkInterfaceId]!;
  return instanceId ? displayName(world, instanceId) : (managedBy ?? networkInterfaceId);
}

function describeTable(catalog: Catalog, world: World, id: string): string {
  const users = associationsOf(world, id).flatMap(([, { subnetId, gatewayId }]) => subnetId ?? gatewayId ?? []);
  const main = isMainTable(world, id) ? [sayIfKnown(catalog, 'is.main') ?? 'main'] : [];
  return [...main, ...users].join(', ') || (sayIfKnown(catalog, 'is.unused') ?? 'unused');
}
