// An exchange as text to read from top to bottom: hop by hop, each step a sentence, and under a step that changed the packet what it
// then looks like. No boxes and no columns, so that it reads aloud too.

import { displayName } from '../cloud/lookup.ts';
import type { World } from '../cloud/world.ts';
import type { Finding } from '../dataplane/diagnose.ts';
import { explainFault, explainStep, titleCode } from '../dataplane/explain.ts';
import type { Step, Trace } from '../dataplane/step.ts';
import type { Bounce, End, Exchange } from '../dataplane/trace.ts';
import { CATALOGS, type Catalog } from '../text/catalog.ts';
import type { Traced } from './describe-exchange.ts';
import { formatPacket } from './format-packet.ts';
import type { Say } from './messages.ts';
import type { Call } from './run-command.ts';

interface Words {
  readonly say: Say;
  readonly catalog: Catalog;
}

export function writeTranscript(
  { world, probe, exchange, findings }: Traced,
  { say, language }: Pick<Call, 'say' | 'language'>,
): string {
  const words = { say, catalog: CATALOGS[language] };
  const { outcome, request, reply, bounces = [] } = exchange;
  const isEarlier = ({ refused }: Bounce) => refused !== request && refused !== reply;
  const told = (direction: Bounce['direction'], earlier: boolean) =>
    bounces
      .filter((bounce) => bounce.direction === direction && isEarlier(bounce) === earlier)
      .map((bounce) => describeBounce(world, bounce, earlier, words));
  const from = displayName(world, probe.from);
  const to = displayName(world, probe.to ?? request.packet.ip.destination);
  return [
    [say(`trace.${outcome}`)],
    ...told('request', true),
    describeWay(world, say('trace.request'), request, words),
    ...told('request', false),
    seenBy(world, exchange, words),
    ...told('reply', true),
    reply ? describeWay(world, say('trace.reply'), reply, words) : [],
    ...told('reply', false),
    describeFindings(world, findings, { from, to }, words),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

function describeWay(world: World, heading: string, trace: Trace, words: Words): readonly string[] {
  const hops = trace.hops.flatMap((hop) => [
    `  ${displayName(world, hop.node)}`,
    ...hop.steps.flatMap((step) => [
      `    ${explainStep(world, step, hop, words.catalog)}`,
      ...(changes(step) ? [`      ${formatPacket(step.after)}`] : []),
    ]),
  ]);
  return [`${heading}: ${describeEnd(world, trace, words)}`, ...hops];
}

/** What a device sent back; before it the packet that it refused, where that was not the last try. */
function describeBounce(
  world: World,
  { refused, signal }: Bounce,
  isEarlier: boolean,
  words: Words,
): readonly string[] {
  const { say } = words;
  return [
    ...(isEarlier ? [...describeWay(world, say('trace.first-try'), refused, words), ''] : []),
    ...describeWay(world, say('trace.signal'), signal, words),
  ];
}

function changes({ kind, before, after }: Step): boolean {
  return kind === 'sent' || formatPacket(before) !== formatPacket(after);
}

function describeEnd(world: World, { disposition, at, fault }: Trace, { say, catalog }: Words): string {
  const place = displayName(world, fault?.at ?? at);
  if (disposition === 'delivered') return say('trace.ended', { at: place });
  const code = fault ? `${fault.code} (${titleCode(fault.code, catalog)})` : disposition;
  if (disposition === 'refused') return say('trace.refused', { at: place });
  return say(disposition === 'looped' ? 'trace.looped' : 'trace.lost', { at: place, code });
}

function seenBy(world: World, { seen, request }: Exchange, { say }: Words): readonly string[] {
  if (!seen) return [];
  const end = ({ address, port }: End) => (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);
  const values = { at: displayName(world, request.at), source: end(seen.source), destination: end(seen.destination) };
  return [say('trace.seen', values)];
}

/** Everything that must change on the way, there and back. */
export function describeFindings(
  world: World,
  findings: readonly Finding[],
  ends: { readonly from: string; readonly to: string },
  { say, catalog }: Words,
): readonly string[] {
  if (findings.length === 0) return [];
  const heading = say(findings.length === 1 ? 'diagnosis.one' : 'diagnosis.many', { count: findings.length, ...ends });
  return [
    heading,
    ...findings.map((finding) => {
      const direction = say(`direction.${finding.direction}`);
      return `  ${direction}  ${finding.code}  ${explainFault(world, finding, catalog)}`;
    }),
  ];
}
