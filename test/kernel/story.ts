// Both sides of a disagreement, in words that fit a terminal.

import { Document, isCollection, visit } from 'yaml';
import type { World } from '../../src/cloud/world.ts';
import { readWorld } from '../../src/dataplane/read-world.ts';
import type { Disagreement } from './compare.ts';
import type { End } from './hands.ts';
import { type Json, pathsOf, take } from './shrink.ts';

const end = ({ address, port }: { address: string; port: number }) => `${address}:${port}`;

function seen(ends: { readonly source: End; readonly destination: End } | undefined | null): string {
  return ends ? `, seen as ${end(ends.source)} → ${end(ends.destination)}` : '';
}

export function tellDisagreement({ question, exchange, heard, about }: Disagreement): string {
  const { from, source, to, protocol, port, sourcePort } = question;
  return [
    `They disagree about: ${about}`,
    `  probe      ${from} (${source}:${sourcePort}) → ${to} ${protocol}/${port}`,
    `  simulator  ${exchange.outcome}${seen(exchange.seen)}`,
    `    request  ${tellTrace(exchange.request)}`,
    ...(exchange.reply ? [`    reply    ${tellTrace(exchange.reply)}`] : []),
    `  kernel     ${tellHeard(heard)}`,
  ].join('\n');
}

function tellTrace({ disposition, fault, path }: Disagreement['exchange']['request']): string {
  return `${disposition}${fault ? ` (${fault.code} at ${fault.at})` : ''} by ${path.join(', ')}`;
}

function tellHeard({ delivered, refused, replied, error }: Disagreement['heard']): string {
  if (error) return `could not send: ${error}`;
  if (refused) return 'reached its machine, where nothing listens';
  if (!delivered) return `nobody took it${replied ? ', and yet the sender has an answer' : ''}`;
  return `${delivered.machine} took it${seen(delivered)}; the answer ${replied ? 'came back' : 'did not come back'}`;
}

/** A world file that says no more than it must: what reading would fill in by itself is left out. */
export function tellWorld(world: World): string {
  const document = new Document(leaveOutDefaults(world));
  visit(document, {
    Collection: (_, node, path) => {
      node.flow = path.filter((above) => isCollection(above)).length > 1;
    },
  });
  return document.toString({ lineWidth: 0 });
}

function leaveOutDefaults(world: World): unknown {
  let shortest = structuredClone(world) as unknown as Json;
  const whole = JSON.stringify(sortKeys(world));
  for (const depth of [1, 2, 3, 4])
    for (const path of pathsOf(shortest, depth).reverse()) {
      const shorter = take(shortest, path);
      const read = shorter && readWorld(shorter);
      if (read?.ok && JSON.stringify(sortKeys(read.value)) === whole) shortest = shorter as Json;
    }
  return shortest;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
