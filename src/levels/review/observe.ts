// What can be asked about a packet, and what the packet answers. Nothing here knows which answer is the lesson.

import type { World } from '../../cloud/world.ts';
import type { Exchange } from '../../dataplane/trace.ts';

/** `fate`: what becomes of it. `way`: which gateways and forwarders it passes. `source`: which address its receiver reads. */
export type Observation = 'fate' | 'way' | 'source';

const OBSERVE: Readonly<Record<Observation, (exchange: Exchange, world: World) => string>> = {
  fate: fateOf,
  way: wayOf,
  source: sourceOf,
};

export function observe(observation: Observation, exchange: Exchange, world: World): string {
  return OBSERVE[observation](exchange, world);
}

/** `conversed`, `delivered`, or which packet was lost and with which code: `request NO_ROUTE_TO_DESTINATION`. */
function fateOf({ outcome, request, reply }: Exchange): string {
  if (outcome === 'conversed') return outcome;
  const [which, code] =
    outcome === 'delivered' ? ['reply', reply?.fault?.code] : ['request', request.fault?.code ?? 'NOT_LISTENING'];
  return code ? `${which} ${code}` : outcome;
}

/** Gateways and forwarding machines on the way there; `straight` where there are none, `lost` where it ends before its receiver. */
function wayOf({ outcome, request }: Exchange, world: World): string {
  const between = request.path.slice(1, -1);
  const passed = between.filter((node) => Object.hasOwn(world.gateways, node) || Object.hasOwn(world.instances, node));
  if (outcome === 'dropped') return [...passed, 'lost'].join(' ');
  return passed.length > 0 ? passed.join(' ') : 'straight';
}

function sourceOf({ request }: Exchange): string {
  return request.hops.at(-1)?.steps.at(-1)?.before.ip.source ?? '';
}

/** Every source address that the packet bears on its way: the likeliest wrong answers. */
export function sourcesOnTheWay({ request }: Exchange): readonly string[] {
  return request.hops.flatMap(({ steps }) => steps.flatMap(({ before, after }) => [before.ip.source, after.ip.source]));
}
