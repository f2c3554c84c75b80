// From place to place until the packet's fate is known.

import { arriveOnUnderlay } from './arrive.ts';
import { crossInternet, handIn } from './internet.ts';
import type { Trace } from './step.ts';
import { drop, type Next, type Walk } from './walk.ts';

/** More places than any right path has; a packet that passes more goes round. */
const HOP_LIMIT = 64;

/** The path of a walk that was not recorded. */
const NOWHERE: readonly string[] = [];

function goOn(walk: Walk, next: Exclude<Next, { to: 'end' }>): Next {
  if (next.to === 'underlay') return arriveOnUnderlay(walk, next.packet);
  if (next.to === 'internet') return crossInternet(walk, next.packet);
  return handIn(walk, next.id, next.packet);
}

export function follow(walk: Walk, first: Next): Trace {
  let next = first;
  for (let hops = 0; hops < HOP_LIMIT && next.to !== 'end'; hops++) {
    next = goOn(walk, next);
  }
  if (next.to !== 'end') next = drop(walk, 'RT_LOOP', walk.node, next.packet, next.packet.ip.destination);
  const { disposition, at, packet } = next as Extract<Next, { to: 'end' }>;
  const { fault, hops } = walk;
  const path = hops.length === 0 ? NOWHERE : hops.map(({ node }) => node);
  return fault ? { disposition, at, fault, hops, packet, path } : { disposition, at, hops, packet, path };
}
