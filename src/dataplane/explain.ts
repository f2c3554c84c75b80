// The only place where steps, faults and rows become words, in the player's language. Everything else compares data.

import { displayName } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Address } from '../net/address.ts';
import { destinationPortOf, formatTraffic, type Packet, sourcePortOf } from '../net/packet.ts';
import type { Catalog } from '../text/catalog.ts';
import { fillMessage, type Values } from '../text/message.ts';
import type { BalancedFlow } from './balanced-flow.ts';
import { codeOf, type DropReason } from './codes.ts';
import type { Mark } from './rules.ts';
import type { Fault, Hop, MappingRow, NatFlow, Row, Step } from './step.ts';

type ExplainKey = keyof Catalog['explain'];

/** Where a step happened: a hop, or a tap. */
type Where = Pick<Hop, 'node'>;

/** What happened in a step: one or two short sentences. */
export function explainStep(world: World, step: Step, hop: Where, catalog: Catalog): string {
  if (step.reason) return explainDrop(world, step, step.reason, hop, catalog);
  return fillMessage(catalog.explain[`step.${wordsOf(step)}` as ExplainKey], stepValues(world, step, hop, catalog));
}

function explainDrop(world: World, step: Step, reason: DropReason, hop: Where, catalog: Catalog): string {
  const traffic = formatTraffic(step.before.transport);
  const fault = explainFault(world, { ...step, reason, at: step.table ?? hop.node, traffic }, catalog);
  const isNamed = [step.table ?? hop.node, step.about].some((id) => id && fault.startsWith(displayName(world, id)));
  const sentence = isNamed ? fault : fault.charAt(0).toUpperCase() + fault.slice(1);
  return fillMessage(catalog.explain['step.dropped'], { fault: sentence });
}

/** A step's name, for a heading: the drop's plain name where it is one. */
export function titleStep(step: Step, catalog: Catalog): string {
  if (step.reason) return titleCode(codeOf(step.reason), catalog);
  return catalog.explain[`title.${wordsOf(step)}` as ExplainKey];
}

/** The key of a step's words. A NAT's two directions are one rule and two sights. */
function wordsOf({ kind, rule, before, after }: Step): string {
  if (rule !== 'nat-session') return `${kind}.${rule}`;
  return `${kind}.${rule}.${before.ip.source === after.ip.source ? 'in' : 'out'}`;
}

type FaultText = Pick<Fault, 'reason' | 'at' | 'about' | 'traffic' | 'row'>;

/** What is wrong where, in one line without a full stop. */
export function explainFault(world: World, fault: FaultText, catalog: Catalog): string {
  const { at, about = '', traffic, row } = fault;
  return fillMessage(catalog.explain[`fault.${variantOf(fault)}`], {
    at: nameOf(world, at, catalog),
    about: nameOf(world, about, catalog),
    traffic,
    row: row ? describeRow(row) : '* deny',
  });
}

/** What kind of edit would mend it; never which component. */
export function remedyFault(fault: Pick<Fault, 'reason' | 'at' | 'about'>, catalog: Catalog): string {
  return catalog.explain[`remedy.${variantOf(fault)}`];
}

/** A reason, told apart by what kind of component it stands at where one sentence would not fit both. */
function variantOf({ reason, at, about }: Pick<Fault, 'reason' | 'at' | 'about'>) {
  if (reason === 'GATEWAY_DETACHED' && at.startsWith('vpc-')) return 'GATEWAY_DETACHED.none';
  if (reason === 'NO_PUBLIC_MAPPING_EGRESS' && about?.includes(':')) return 'NO_PUBLIC_MAPPING_EGRESS.ipv6';
  if (reason === 'NO_PUBLIC_MAPPING_INGRESS' && at.startsWith('eni-')) return 'NO_PUBLIC_MAPPING_INGRESS.interface';
  return reason;
}

/** A code's plain name. */
export function titleCode(code: string, catalog: Catalog): string {
  return catalog.explain[`code.${code}` as ExplainKey] ?? code;
}

/** Where a rule comes from: AWS's documents, its talks, experiments, or a guess of ours. */
export function describeMark(mark: Mark, catalog: Catalog): string {
  return catalog.explain[`mark.${mark}`];
}

/** The row of a table, the same in every language. */
export function describeRow(row: Row): string {
  if ('underlay' in row) return `${row.vpcId} ${row.key} → ${row.device} ${row.underlay}`;
  if ('front' in row) return describeBalanced(row);
  if ('inside' in row) return describeFlow(row);
  if ('alias' in row) return `${row.own} ⇄ ${row.alias}`;
  if ('publicIp' in row) return `${row.privateIp} ⇄ ${row.publicIp}`;
  if ('target' in row) return `${row.destination} → ${row.target}`;
  const ports =
    row.ports && `/${row.ports.from === row.ports.to ? row.ports.from : `${row.ports.from}-${row.ports.to}`}`;
  const kind = row.icmp && `/${row.icmp.type}${row.icmp.code === undefined ? '' : `-${row.icmp.code}`}`;
  const traffic = `${row.protocol}${ports ?? kind ?? ''}`;
  return 'peer' in row ? `${traffic} ${row.peer}` : `${row.number} ${row.action} ${traffic} ${row.cidr}`;
}

function describeFlow({ inside, outside, remote }: NatFlow): string {
  const end = ({ address, port }: NatFlow['inside']) => formatEnd(address, port);
  return `${end(inside)} ⇄ ${end(outside)} → ${end(remote)}`;
}

function describeBalanced({ client, front, shown, chosen }: BalancedFlow): string {
  const end = ({ address, port }: BalancedFlow['client']) => formatEnd(address, port);
  return `${end(client)} → ${end(front)} ⇄ ${end(shown)} → ${end(chosen)}`;
}

function formatEnd(address: Address, port: number): string {
  if (port === 0) return address;
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Components by the name that people use; the great shared ones by their name in this language. */
function nameOf(world: World, id: string, { explain }: Catalog): string {
  if (id === 'internet' || id === 'blackfoot' || id === 'hyperplane') return explain[`place.${id}`];
  return displayName(world, id);
}

function stepValues(world: World, step: Step, hop: Where, catalog: Catalog): Values {
  const { before, after, table = '', row } = step;
  const mapping = row && 'underlay' in row ? mappingValues(world, row, catalog) : {};
  return {
    node: nameOf(world, hop.node, catalog),
    table: nameOf(world, table, catalog),
    row: row ? describeRow(row) : '',
    source: before.ip.source,
    destination: before.ip.destination,
    destinationEnd: formatEnd(before.ip.destination, destinationPortOf(before.transport)),
    sourceEnd: formatEnd(before.ip.source, sourcePortOf(before.transport)),
    newSource: after.ip.source,
    newSourceEnd: formatEnd(after.ip.source, sourcePortOf(after.transport)),
    newDestination: after.ip.destination,
    newDestinationEnd: formatEnd(after.ip.destination, destinationPortOf(after.transport)),
    pieces: String(after.ip.datagram?.pieces ?? 1),
    ...('quotes' in after.transport && { limit: String(after.transport.quotes!.limit) }),
    ...wrapValues(after.wraps.length > 0 ? after : before),
    ...mapping,
  };
}

function mappingValues(world: World, { vpcId, key, device, underlay }: MappingRow, catalog: Catalog): Values {
  return { vpc: vpcId, key, device: nameOf(world, device, catalog), underlay };
}

function wrapValues({ wraps }: Packet): Values {
  const [outer, vpc] = wraps;
  return {
    ...(outer?.layer === 'underlay' && { outerSource: outer.source, outerDestination: outer.destination }),
    ...(vpc?.layer === 'vpc' && { vpc: vpc.vpcId }),
    ...(outer?.layer === 'esp' && { espSource: outer.source, espDestination: outer.destination, tunnel: outer.tunnel }),
    ...(outer?.layer === 'vlan' && { vlan: outer.vlan, link: outer.link }),
    ...(outer?.layer === 'endpoint' && { vpc: outer.vpcId }),
  };
}
